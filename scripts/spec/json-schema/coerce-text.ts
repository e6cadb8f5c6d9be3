import type { JsonValue } from '../document';

/** The value that a scalar stands for where one of these types is wanted, by Ajv's table of coercions. */
export function coerceText(value: JsonValue, types: readonly string[]): JsonValue | undefined {
  for (const type of types) {
    const coerced = coerceTo(type, value);
    if (coerced !== undefined) return coerced;
  }
  return undefined;
}

function coerceTo(type: string, value: JsonValue): JsonValue | undefined {
  switch (type) {
    case 'string':
      if (value === null) return '';
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
    case 'number':
      return numberOf(value);
    case 'integer': {
      const number = numberOf(value);
      return number !== undefined && !(number % 1) ? number : undefined;
    }
    case 'boolean':
      if (value === 'false' || value === 0 || value === null) return false;
      return value === 'true' || value === 1 ? true : undefined;
    case 'null':
      return value === '' || value === 0 || value === false ? null : undefined;
    default:
      return undefined;
  }
}

function numberOf(value: JsonValue): number | undefined {
  if (typeof value === 'boolean' || value === null) return Number(value);
  if (typeof value !== 'string' || value === '') return undefined;
  const number = Number(value);
  // A text of blanks alone is 0 to `Number`, and to Ajv.
  return Number.isNaN(number) ? undefined : number;
}
