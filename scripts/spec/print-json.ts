import type { Digits } from './digits';
import type { JsonValue } from './document';

/** No contract's text has a NUL in it: around digits it tells them from a text. */
const MARKED = /"\\u0000#(-?[\d.]+)\\u0000"/g;

/**
 * A value as JSON, its numbers with all the digits that the contract has written.
 *
 * @param space how many blanks a level is indented by
 */
export function printJson(value: JsonValue, digits: Digits, space = 0): string {
  if (digits.size === 0) return JSON.stringify(value, null, space);
  const marked = (_: string, member: unknown) => {
    const exact = typeof member === 'number' ? digits.get(member) : undefined;
    return exact === undefined ? member : `\0#${exact}\0`;
  };
  return JSON.stringify(value, marked, space).replaceAll(MARKED, '$1');
}

/** The same value with texts of digits in place of the numbers that no double holds. */
export function withDigits(value: JsonValue, digits: Digits): JsonValue {
  if (digits.size === 0) return value;
  if (typeof value === 'number') return digits.get(value) ?? value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withDigits(item, digits));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withDigits(member, digits)]),
  );
}

/**
 * The same value with texts in place of what a style of OpenAPI writes as one text: such numbers, and what holds some of
 * them deeper than the style has a form for, as JSON.
 *
 * @param isDeep whether the style goes on into objects
 */
export function withDigitTexts(value: JsonValue, digits: Digits, isDeep: boolean): JsonValue {
  const inside = (member: JsonValue, isObject: boolean): JsonValue => {
    if (typeof member !== 'object' || member === null) return withDigits(member, digits);
    if (isObject && isDeep) return withDigitTexts(member, digits, true);
    const exact = printJson(member, digits);
    return exact === JSON.stringify(member) ? member : exact;
  };
  if (digits.size === 0 || typeof value !== 'object' || value === null) return withDigits(value, digits);
  if (Array.isArray(value)) return value.map((item) => inside(item, false));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inside(member, true)]));
}

/** The same schemas with the doubles that their numbers are nearest to: what whoever reads an answer gets. */
export function withNearest(value: JsonValue, digits: Digits): JsonValue {
  if (digits.size === 0) return value;
  if (typeof value === 'number') return Number(digits.get(value) ?? value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withNearest(item, digits));
  const entries = Object.entries(value).map(([name, member]): [string, JsonValue] => {
    const nearest = withNearest(member, digits);
    // Two that were told apart may be one now, which no enum may hold twice.
    return [name, name === 'enum' && Array.isArray(nearest) ? [...new Set(nearest)] : nearest];
  });
  return Object.fromEntries(entries);
}
