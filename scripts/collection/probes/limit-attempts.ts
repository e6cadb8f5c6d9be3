import type { SchemaObject } from '../../contract/model';
import type { JsonValue } from '../../spec/document';
import { type Attempt, FORMAT_BOUNDS } from './attempt';
import { typesOf } from './types-of';
import { listsOfLength, textsOfLength } from './values-of-length';

/** Values that sit exactly on a limit of a place, but for those that the plain request sends anyway. */
export function limitAttempts(schemas: readonly SchemaObject[], value: JsonValue): Attempt[] {
  return schemas.flatMap((schema) => {
    const types = typesOf(schema);
    const isOf = (...wanted: string[]) => types.length === 0 || types.some((type) => wanted.includes(type));
    return [
      ...(isOf('number', 'integer') ? numbersOn(schema, value) : []),
      ...(isOf('string') ? lengthsOn(schema, value, 'Length', textsOfLength, 'character') : []),
      ...(isOf('array') ? lengthsOn(schema, value, 'Items', listsOfLength, 'item') : []),
    ];
  });
}

function numbersOn(schema: SchemaObject, value: JsonValue): Attempt[] {
  return (['minimum', 'maximum'] as const).flatMap((keyword): Attempt[] => {
    const limit = schema[keyword];
    if (typeof limit !== 'number' || limit === Number(value)) return [];
    if (FORMAT_BOUNDS.includes(limit))
      return [
        { kind: 'on-limit', candidates: [], breaks: undefined, reason: 'the limit is that of its format' },
      ];
    const candidates = [{ value: limit, words: `${limit}, the ${keyword}` }];
    return [{ kind: 'on-limit', candidates, breaks: undefined }];
  });
}

function lengthsOn(
  schema: SchemaObject,
  value: JsonValue,
  of: 'Length' | 'Items',
  values: (length: number, like: JsonValue) => JsonValue[],
  unit: string,
): Attempt[] {
  const current = typeof value === 'string' || Array.isArray(value) ? value.length : undefined;
  return (['min', 'max'] as const).flatMap((end): Attempt[] => {
    const limit = schema[`${end}${of}`];
    if (typeof limit !== 'number' || limit === 0 || limit === current || current === undefined) return [];
    const words = `${limit} ${unit}${limit === 1 ? '' : 's'}, the ${end === 'min' ? 'least' : 'most'}`;
    const candidates = values(limit, value).map((sent) => ({ value: sent, words }));
    const reason = candidates.length === 0 ? { reason: 'its value would be too big' } : {};
    return [{ kind: 'on-limit', candidates, breaks: undefined, ...reason }];
  });
}
