import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTokens } from '../../spec/json-pointer';
import type { SchemaObject } from '../model';
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
