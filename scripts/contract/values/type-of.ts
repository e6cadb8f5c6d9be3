import type { JsonValue } from '../../spec/document';

/** The type of a value in JSON Schema's words; `number` for integers too. */
export function typeOf(value: JsonValue): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
