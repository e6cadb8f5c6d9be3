import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { INTEGER_BOUNDS } from '../schema/schema-keywords';
import { allowedTypes } from './schema-values';
import type { Survey } from './survey';

/**
 * The keyword of a schema itself that a value breaks: of those that speak of its type, its size and its text.
 * Members, items and combined schemas are not looked at.
 */
export function plainBreach(schema: JsonObject, value: JsonValue, survey: Survey): string | undefined {
  const types = allowedTypes(schema, survey);
  if (types !== undefined && !typesOf(value).some((type) => types.has(type))) return 'type';
  if (typeof value === 'number') return numberBreach(schema, value);
  if (typeof value === 'string') return textBreach(schema, value);
  if (Array.isArray(value)) return countBreach(schema, value.length, 'minItems', 'maxItems');
  if (!isObject(value)) return undefined;
  return countBreach(schema, Object.keys(value).length, 'minProperties', 'maxProperties');
}

function numberBreach(schema: JsonObject, value: number): string | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const bounds = typeof schema.format === 'string' ? INTEGER_BOUNDS[schema.format] : undefined;
  if (isAbove(minimum ?? bounds?.minimum, value, exclusiveMinimum === true)) return 'minimum';
  if (isAbove(value, maximum ?? bounds?.maximum, exclusiveMaximum === true)) return 'maximum';
  if (isAbove(exclusiveMinimum, value, true)) return 'exclusiveMinimum';
  if (isAbove(value, exclusiveMaximum, true)) return 'exclusiveMaximum';
  if (typeof multipleOf !== 'number' || multipleOf <= 0) return undefined;
  const times = value / multipleOf;
  return Math.abs(times - Math.round(times)) > 1e-6 ? 'multipleOf' : undefined;
}

function textBreach(schema: JsonObject, value: string): string | undefined {
  const breach = countBreach(schema, [...value].length, 'minLength', 'maxLength');
  if (breach !== undefined || typeof schema.pattern !== 'string') return breach;
  return patternOf(schema.pattern)?.test(value) === false ? 'pattern' : undefined;
}

function countBreach(schema: JsonObject, count: number, least: string, most: string): string | undefined {
  if (isAbove(schema[least], count, false)) return least;
  return isAbove(count, schema[most], false) ? most : undefined;
}

function isAbove(one: JsonValue | undefined, other: JsonValue | undefined, open: boolean): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return false;
  return one > other || (open && one === other);
}

function typesOf(value: JsonValue): string[] {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  if (typeof value !== 'number') return [typeof value];
  return Number.isInteger(value) ? ['integer', 'number'] : ['number'];
}

/** OpenAPI's patterns are ECMA-262; some need the `u` flag, others are illegal with it. One that is none is told elsewhere. */
function patternOf(pattern: string): RegExp | undefined {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      // the next one
    }
  }
  return undefined;
}
