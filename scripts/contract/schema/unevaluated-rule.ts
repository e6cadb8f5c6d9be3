import type { JsonObject } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import type { Schema, SchemaObject } from '../model';
import type { RefResolver } from './ref-resolver';

/**
 * `unevaluatedProperties` in draft-07: members that no part of the schema names are additional ones. A branch that does
 * not apply names nothing; here it counts all the same, so what is checked with this is never too much.
 * https://json-schema.org/draft/2020-12/json-schema-core#section-11.3
 *
 * @param others what such members must satisfy, translated
 * @param schema the whole schema as the document has it
 * @returns undefined where some part speaks of all members
 */
export function unevaluatedRule(
  others: Schema,
  schema: JsonObject,
  refs: RefResolver,
): SchemaObject | undefined {
  const properties: [string, Schema][] = [];
  const patterns: [string, Schema][] = [];
  const parts = new Set([schema]);
  // A set that grows is walked to its end.
  for (const part of parts) {
    const isOther = part !== schema && part.unevaluatedProperties !== undefined;
    if (isOther || part.additionalProperties !== undefined) return undefined;
    for (const name of namesIn(part.properties)) properties.push([name, true]);
    for (const pattern of namesIn(part.patternProperties)) patterns.push([pattern, true]);
    for (const inner of inPlace(part, refs)) parts.add(inner);
  }
  return {
    properties: Object.fromEntries(properties),
    patternProperties: Object.fromEntries(patterns),
    additionalProperties: others,
  };
}

function namesIn(map: JsonObject[string] | undefined): string[] {
  return isObject(map) ? Object.keys(map) : [];
}

/** The schemas that speak of the same value. */
function inPlace(schema: JsonObject, refs: RefResolver): JsonObject[] {
  const { $ref, allOf, anyOf, oneOf, if: condition, then, else: otherwise, dependentSchemas } = schema;
  const target = typeof $ref === 'string' ? refs.follow(schema, '')?.value : undefined;
  const lists = [allOf, anyOf, oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const dependent = Object.values(isObject(dependentSchemas) ? dependentSchemas : {});
  return [target, ...lists, condition, then, otherwise, ...dependent].filter(isObject);
}
