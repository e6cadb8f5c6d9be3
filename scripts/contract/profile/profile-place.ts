import type { AnswerPlace, VariablePlace } from '../life-cycles/life-cycles';

/** `path id`, `query ids[]`, `header X-Id` or `body /shipments/0`; undefined for any other text. */
export function requestPlace(text: string): Omit<VariablePlace, 'operation'> | undefined {
  const [, location, name] = /^(path|query|header) (\S+)$/.exec(text) ?? [];
  const place = (['path', 'query', 'header'] as const).find((each) => each === location);
  if (place !== undefined && name !== undefined) return { in: place, name };
  const [, pointer] = /^body ((?:\/(?:[^~/]|~[01])*)+)$/.exec(text) ?? [];
  return pointer === undefined ? undefined : { in: 'body', name: pointer };
}

/** A JSON pointer, or `header Location`; undefined for any other text. */
export function answerPlace(text: string): Omit<AnswerPlace, 'operation'> | undefined {
  if (/^(\/([^~/]|~[01])*)+$/.test(text)) return { in: 'body', at: text };
  const [, header] = /^header (\S+)$/.exec(text) ?? [];
  return header === undefined ? undefined : { in: 'header', at: header };
}

/** A reading call in one line, `GET /divisions?limit=1`. */
export interface Call {
  operation: string;
  query: [name: string, value: string][];
}

/** Undefined for a text that is no such call. */
export function readingCall(text: string): Call | undefined {
  const [, operation, query] = /^(GET \/[^\s?#]*)(?:\?([^\s#]*))?$/.exec(text) ?? [];
  if (operation === undefined) return undefined;
  const pairs = (query ?? '').split('&').filter((pair) => pair !== '');
  return { operation, query: pairs.map(readPair) };
}

function readPair(pair: string): [string, string] {
  const [name = '', ...value] = pair.split('=');
  return [decoded(name), decoded(value.join('='))];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
