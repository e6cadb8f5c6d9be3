import type { JsonValue } from '../../spec/document';

/**
 * A moment, written as the example is: with a `T` or a blank, with as many digits of a second, with its kind of
 * offset (always UTC), as a day, or as seconds or milliseconds since 1970. What is no example of a moment gives ISO
 * 8601 with milliseconds.
 *
 * @param now milliseconds since 1970
 */
export function momentLike(example: JsonValue | undefined, now: number): JsonValue {
  const iso = new Date(now).toISOString();
  if (typeof example === 'number') return example < 100_000_000_000 ? Math.floor(now / 1000) : now;
  if (typeof example !== 'string') return iso;
  if (/^\d{4}-\d\d-\d\d$/.test(example)) return iso.slice(0, 10);
  const form = /^\d{4}-\d\d-\d\d([T ])\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/i.exec(example);
  if (form === null) return iso;
  const [, between = 'T', fraction = '', offset = ''] = form;
  const digits = `.${iso.slice(20, 23)}`.padEnd(fraction.length, '0').slice(0, fraction.length);
  const zone = offset.replace(/\d/g, '0').replace('-', '+');
  return `${iso.slice(0, 10)}${between}${iso.slice(11, 19)}${digits}${zone}`;
}
