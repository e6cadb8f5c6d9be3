import type { JsonValue } from './document';
import { pointerTokens } from './json-pointer';

/** A copy of `document` with `value` at a JSON pointer; objects that are missing on the way are made. */
export function withValueAt(document: JsonValue, pointer: string, value: JsonValue): JsonValue {
  return put(document, pointerTokens(pointer), value);
}

function put(document: JsonValue | undefined, [token, ...rest]: string[], value: JsonValue): JsonValue {
  if (token === undefined) return value;
  if (Array.isArray(document)) {
    return document.map((item, index) => (String(index) === token ? put(item, rest, value) : item));
  }
  const object = document !== null && typeof document === 'object' ? document : {};
  return { ...object, [token]: put(object[token], rest, value) };
}
