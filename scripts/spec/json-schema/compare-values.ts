import { isDeepStrictEqual } from 'node:util';
import type { JsonValue } from '../document';
import type { Schema, SchemaObject } from './json-schema';

/** The types that a schema names; none: any. */
export function typesIn({ type }: SchemaObject): string[] {
  if (type === undefined) return [];
  return (Array.isArray(type) ? type : [type]) as string[];
}

export function isOfType(value: JsonValue, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return typeof value === 'number' && value % 1 === 0;
  return type === 'number' ? typeof value === 'number' && Number.isFinite(value) : typeof value === type;
}

/** Two equal items; where the items' types are scalars, an item of another type is not looked at. */
export function hasTwins(list: JsonValue[], items: Schema | undefined): boolean {
  const types = typeof items === 'object' && !Array.isArray(items) ? typesIn(items) : [];
  const isScalar = types.length > 0 && !types.includes('object') && !types.includes('array');
  const compared = isScalar ? list.filter((item) => types.some((type) => isOfType(item, type))) : list;
  if (isScalar) return new Set(compared).size < compared.length;
  return compared.some((item, index) =>
    compared.slice(0, index).some((other) => isDeepStrictEqual(item, other)),
  );
}

export function isSame(one: JsonValue, other: JsonValue): boolean {
  return one === other || (typeof one === 'object' && isDeepStrictEqual(one, other));
}
