import type { JsonValue } from '../../spec/document';

/** A text or list beyond this would swell the collection. */
const LONGEST_TEXT = 2000;
const LONGEST_LIST = 100;

/** A text of a length, as like a given one as possible: cut, repeated, filled up. */
export function textsOfLength(length: number, like: JsonValue): string[] {
  if (length > LONGEST_TEXT) return [];
  const text = typeof like === 'string' && like !== '' ? like : 'a';
  const last = text.at(-1) ?? 'a';
  const candidates = [
    text.repeat(Math.ceil(length / text.length)).slice(0, length),
    text.slice(0, length).padEnd(length, last),
    'a'.repeat(length),
    '1'.repeat(length),
  ];
  return [...new Set(candidates)];
}

/** A list of a length out of a given one's items. */
export function listsOfLength(length: number, like: JsonValue): JsonValue[][] {
  const items = Array.isArray(like) ? like : [like];
  if (length > LONGEST_LIST || items.length === 0) return [];
  const repeated = Array.from({ length }, (_, index) => items[index % items.length] ?? null);
  const counted = Array.from({ length }, (_, index) => vary(items[index % items.length] ?? null, index));
  return [repeated, counted];
}

/** Another value of the same kind, for lists whose items must differ. */
function vary(value: JsonValue, by: number): JsonValue {
  if (typeof value === 'number') return value + by;
  return typeof value === 'string' ? `${value}${by}` : value;
}
