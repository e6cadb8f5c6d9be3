import type { Contract, Schema } from '../../contract/model';
import type { JsonValue } from '../../spec/document';
import { type Breach, findBreaches } from '../../spec/json-schema/find-breaches';
import { brokenSchemas } from './broken-schemas';

/**
 * How a value travels: a parameter's scalars are texts, so `'7'` is an integer there.
 *
 * @returns what is wrong with it; empty: nothing. A schema that cannot be compiled is the one breach `compile`
 */
export type SchemaChecker = (schema: Schema, value: JsonValue, travel: 'json' | 'text') => Breach[];

const checkers = new WeakMap<object, SchemaChecker>();

/** The checker of what is sent to an API. */
export function requestChecker({ definitions }: Contract): SchemaChecker {
  const known = checkers.get(definitions);
  if (known !== undefined) return known;
  const checker = createChecker(definitions.request);
  checkers.set(definitions, checker);
  return checker;
}

function createChecker(definitions: Record<string, Schema>): SchemaChecker {
  const isBroken = brokenSchemas(definitions);
  return (schema, value, travel) => {
    if (isBroken(schema)) return [{ keyword: 'compile', pointer: '' }];
    return findBreaches(schema, travel === 'text' ? asTexts(value) : value, definitions, travel === 'text');
  };
}

function asTexts(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(asTexts);
  if (typeof value !== 'object' || value === null) return value === null ? '' : String(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asTexts(item)]));
}
