import type { Format } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats';
import type { JsonValue } from '../document';
import { compilePattern } from './compile-pattern';
import type { SchemaObject } from './json-schema';

/** Keywords that a number breaks, in Ajv's order. */
export function numberBreaches(schema: SchemaObject, value: number): string[] {
  const { maximum, minimum, exclusiveMaximum, exclusiveMinimum, multipleOf } = schema;
  const broken: string[] = [];
  if (isLimit(maximum) && value > maximum) broken.push('maximum');
  if (isLimit(minimum) && value < minimum) broken.push('minimum');
  if (isLimit(exclusiveMaximum) && value >= exclusiveMaximum) broken.push('exclusiveMaximum');
  if (isLimit(exclusiveMinimum) && value <= exclusiveMinimum) broken.push('exclusiveMinimum');
  if (isLimit(multipleOf) && !isMultiple(value, multipleOf)) broken.push('multipleOf');
  if (!hasFormat(schema.format, value, 'number')) broken.push('format');
  return broken;
}

/** Keywords that a text breaks, in Ajv's order. */
export function textBreaches(schema: SchemaObject, value: string): string[] {
  const { maxLength, minLength, pattern } = schema;
  const broken: string[] = [];
  if (isLimit(maxLength) && lengthOf(value) > maxLength) broken.push('maxLength');
  if (isLimit(minLength) && lengthOf(value) < minLength) broken.push('minLength');
  if (typeof pattern === 'string' && !compilePattern(pattern).test(value)) broken.push('pattern');
  if (!hasFormat(schema.format, value, 'string')) broken.push('format');
  return broken;
}

export function isLimit(value: JsonValue | undefined): value is number {
  return typeof value === 'number';
}

/** To six decimals: 0.07 is a multiple of 0.01, whatever a double makes of it. */
function isMultiple(value: number, of: number): boolean {
  const ratio = value / of;
  return Math.abs(Math.round(ratio) - ratio) <= 1e-6;
}

/** In code points. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

const formats: Partial<Record<string, Format>> = Object.assign(Object.create(null), fullFormats);

function hasFormat(name: JsonValue | undefined, value: string | number, type: 'string' | 'number'): boolean {
  const format = typeof name === 'string' ? formats[name] : undefined;
  if (format === undefined || typeof format === 'boolean') return true;
  if (format instanceof RegExp) return type === 'number' || format.test(String(value));
  if (typeof format === 'function') return type === 'number' || format(String(value)) === true;
  if (typeof format !== 'object' || (format.type ?? 'string') !== type) return true;
  const { validate } = format as { validate: RegExp | ((data: string | number) => boolean) };
  return validate instanceof RegExp ? validate.test(String(value)) : validate(value);
}
