import type { NewmanEmitter, NewmanEvent, VariableScopeName } from '../newman/newman-events';
import { redactValue } from './redact-value';
import type { SecretKeeper } from './secret-keeper';

const scopes: VariableScopeName[] = ['environment', 'collectionVariables', 'globals', '_variables'];

/**
 * Learns the secrets that appear in a run, and takes all secrets out of what newman's reporter is about to print:
 * it breaks and cuts long texts, after which a secret could no longer be recognised.
 * Must be called before the run starts; its listeners go first.
 */
export function guardEvents(newman: Pick<NewmanEmitter, 'prependListener'>, secrets: SecretKeeper): void {
  const { redact } = secrets;
  newman.prependListener('console', (_error, event) => {
    if (event.messages !== undefined) event.messages = redactValue(event.messages, secrets);
  });
  newman.prependListener('assertion', (error, event) => {
    if (event.assertion !== undefined) event.assertion = redact(event.assertion);
    if (error !== null) redactTexts(error, redact);
  });
  newman.prependListener('exception', (_error, event) => {
    if (event.error !== undefined) redactTexts(event.error, redact);
  });
  newman.prependListener('request', (error, event) => {
    secrets.learn(...secretsOfAnswer(event, secrets));
    if (error !== null) redactTexts(error, redact);
  });
  newman.prependListener('script', (error, event) => {
    secrets.learn(...secretsOfVariables(event, secrets));
    if (error !== null) redactTexts(error, redact);
  });
}

function redactTexts(error: object, redact: (text: string) => string): void {
  for (const key of ['name', 'message', 'test', 'stack']) {
    const text: unknown = Reflect.get(error, key);
    // a frozen error keeps its text; the writer behind the reporter still redacts it
    if (typeof text === 'string') Reflect.set(error, key, redact(text));
  }
}

function secretsOfVariables({ execution }: NewmanEvent, { isSecretName }: SecretKeeper): unknown[] {
  return scopes
    .flatMap((scope) => Object.entries(execution?.[scope]?.toObject?.() ?? {}))
    .filter(([name]) => isSecretName(name))
    .map(([, value]) => value);
}

/** A login's answer brings a jwt that scripts can log before it is in a variable. */
function secretsOfAnswer({ response }: NewmanEvent, { isSecretName }: SecretKeeper): string[] {
  const status = response?.code ?? 0;
  if (status < 200 || status > 299) return [];
  const found: string[] = [];
  try {
    JSON.parse(response?.text?.() ?? '', (key, value) => {
      // a word without blanks: a sentence under such a name is a message about it
      if (isSecretName(key) && typeof value === 'string' && !/\s/.test(value)) found.push(value);
      return value;
    });
  } catch {
    return []; // not JSON
  }
  return found;
}
