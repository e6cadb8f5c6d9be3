import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo, pointerTokens } from '../../spec/json-pointer';
import { findHeirs } from '../findings/find-heirs';
import type { SchemaObject } from '../model';
import { writtenValue } from '../values/written-value';
import type { RefResolver } from './ref-resolver';

/**
 * OpenAPI's `discriminator` names the one branch of `oneOf` or `anyOf` that holds. Each branch that is a
 * reference is bound to its values of the property, so that a body cannot pass by satisfying another branch.
 * https://spec.openapis.org/oas/v3.0.3#discriminator-object
 *
 * @param schema the schema as the document has it
 * @param translated the same, translated
 */
export function narrowByDiscriminator(
  schema: JsonObject,
  translated: SchemaObject,
  refs: RefResolver,
): SchemaObject {
  const { discriminator } = schema;
  if (!isObject(discriminator) || typeof discriminator.propertyName !== 'string') return translated;
  const property = discriminator.propertyName;
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const branches = schema[keyword];
    const outs = translated[keyword];
    if (!Array.isArray(branches) || !Array.isArray(outs)) continue;
    const narrowed = outs.map((out, index): JsonValue => {
      const values = branchValues(branches[index], discriminator.mapping, refs);
      if (values.length === 0) return out;
      return { allOf: [out, { required: [property], properties: { [property]: { enum: values } } }] };
    });
    return { ...translated, [keyword]: narrowed };
  }
  return translated;
}

/** The values of the property that mean this branch: those mapped to it, else its schema's own name. */
export function branchValues(
  branch: JsonValue | undefined,
  mapping: JsonValue | undefined,
  refs: RefResolver,
): string[] {
  if (!isObject(branch) || typeof branch.$ref !== 'string') return [];
  const target = refs.target(branch.$ref);
  const name = pointerTokens(target).at(-1) ?? '';
  const mapped = Object.entries(isObject(mapping) ? mapping : {})
    .filter(
      ([, to]) => to === name || (typeof to === 'string' && to.startsWith('#') && refs.target(to) === target),
    )
    .map(([value]) => value);
  return mapped.length > 0 ? mapped : [name];
}

const heirsOf = new WeakMap<JsonObject, ReturnType<typeof findHeirs>>();

/**
 * Of a schema whose discriminator chooses among those that build on it, the first of these, with the value by which it is
 * known: what a request can send. The schema itself names none.
 *
 * @param target pointer of the schema
 */
export function heirOf(
  target: string,
  schema: JsonObject,
  { components }: JsonObject,
  refs: RefResolver,
): JsonObject | undefined {
  const { discriminator, oneOf, anyOf } = schema;
  const [, kind, name = ''] = pointerTokens(target);
  if (!isObject(discriminator) || typeof discriminator.propertyName !== 'string') return undefined;
  if (oneOf !== undefined || anyOf !== undefined || writtenValue(schema) !== undefined) return undefined;
  if (kind !== 'schemas' || !isObject(components)) return undefined;
  const heirs = heirsOf.get(components) ?? findHeirs(components.schemas, refs);
  heirsOf.set(components, heirs);
  const { mapping } = discriminator;
  const order = Object.keys(isObject(mapping) ? mapping : {});
  const known = [...heirs(name)].map((heir) => {
    const branch = { $ref: `#${pointerTo('components', 'schemas', heir)}`.replaceAll('%', '%25') };
    const [value = heir] = branchValues(branch, mapping, refs);
    return { branch, value, rank: order.includes(value) ? order.indexOf(value) : order.length };
  });
  const [first] = known.toSorted((one, other) => one.rank - other.rank);
  if (first === undefined) return undefined;
  const value = { type: 'object', properties: { [discriminator.propertyName]: { example: first.value } } };
  return { allOf: [first.branch, value] };
}
