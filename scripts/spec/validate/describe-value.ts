import type { JsonValue } from '../document';

/** What a value is, for a message: `a list`, `the number 3`, `the text "abc"`. */
export function describeValue(value: JsonValue): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value !== 'string') return `the ${typeof value} ${value}`;
  const line = value.split('\n', 1)[0] ?? '';
  return `the text "${line.length > 40 || line !== value ? `${line.slice(0, 40)}…` : line}"`;
}

const TYPES: Record<string, string> = {
  string: 'a text',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  array: 'a list',
  object: 'an object',
  null: 'nothing',
};

/** What a type of JSON Schema asks for, in the same words. */
export function describeType(type: string): string {
  return TYPES[type] ?? type;
}
