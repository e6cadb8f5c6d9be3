import { randomUUID } from 'node:crypto';
import type { JsonValue } from '../../spec/document';

/**
 * A value that looks like the contract's example and is none that was given before: numbers and texts that end in
 * digits count up (`100001` to `100002`, `SHPL0000000001` to `SHPL0000000002`), UUIDs are random, other texts get a
 * number at their end. Undefined: the example is neither a number nor a text.
 *
 * @param count the next number of a series that begins after `from`
 */
export function newValue(
  example: JsonValue | undefined,
  count: (series: string, from: number) => number,
): JsonValue | undefined {
  if (typeof example === 'number') return count('', Math.floor(example));
  if (typeof example !== 'string') return undefined;
  if (isUuid(example)) return randomUUID();
  const [, stem = example, digits = ''] = /^(.*?)(\d{1,15})$/s.exec(example) ?? [];
  const next = count(stem, Number(digits));
  return stem + String(next).padStart(digits.length, '0');
}

/** What a value looks like: `A0-0` for `SH12-7`, so that values of one sort can be told from others. */
export function lookOf(value: JsonValue): string {
  const text = String(value);
  if (isUuid(text)) return 'uuid';
  return text.replace(/\p{L}+/gu, 'A').replace(/\d+/g, '0');
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
