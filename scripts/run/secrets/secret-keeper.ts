import { isSecretName } from '../inputs/fill-environment';
import { createRedactor, type Redactor } from './redactor';

/** Collects the secrets of a run while it goes on. */
export interface SecretKeeper {
  learn(...values: unknown[]): void;
  redactor(): Redactor;
  redact(text: string): string;
  /** Tells by the name of a variable or a field that it holds a secret. */
  isSecretName(name: string): boolean;
}

const mostKnown = 10_000;
const longestKnown = 2_000;

/** @param names of variables that hold secrets, besides those that always do */
export function createSecretKeeper(names: Iterable<string> = []): SecretKeeper {
  const secretNames = new Set(names);
  const secrets = new Set<string>();
  let current = createRedactor(secrets);
  // names and values come again with every request
  const known = new Map<string, string>();
  return {
    learn(...values) {
      const before = secrets.size;
      for (const value of values) if (typeof value === 'string') secrets.add(value);
      if (secrets.size === before) return;
      current = createRedactor(secrets);
      known.clear();
    },
    redactor: () => current,
    redact(text) {
      const before = known.get(text);
      if (before !== undefined) return before;
      const result = current.redact(text);
      if (known.size >= mostKnown) known.clear();
      if (text.length <= longestKnown) known.set(text, result);
      return result;
    },
    isSecretName: (name) => isSecretName(name) || secretNames.has(name),
  };
}
