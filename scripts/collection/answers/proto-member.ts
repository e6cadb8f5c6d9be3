import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';

const NAME = '__proto__';
/** What an object has that has a member of that name. */
const HAS_IT: JsonObject = {
  anyOf: [{ not: { type: 'object' } }, { not: { propertyNames: { not: { const: NAME } } } }],
};

/**
 * The same schema in words that Ajv 6 of the hosts obeys: it passes over `__proto__` in `properties` and `required`.
 * A schema that does not speak of such a member comes back as it is.
 */
export function withProtoMember<T extends JsonValue>(schema: T): T {
  return rewritten(schema) as T;
}

function rewritten(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, rewritten(member)] as const);
  const isSame = entries.every(
    ([key, member]) => member === Object.getOwnPropertyDescriptor(value, key)?.value,
  );
  if (Array.isArray(value)) return isSame ? value : entries.map(([, member]) => member);
  const out = isSame ? value : Object.fromEntries(entries);
  return asRequired(asPattern(out));
}

function asPattern(schema: JsonObject): JsonObject {
  const { properties, patternProperties } = schema;
  if (!isObject(properties) || !Object.hasOwn(properties, NAME)) return schema;
  const { [NAME]: member = true, ...rest } = properties;
  const patterns = isObject(patternProperties) ? patternProperties : {};
  return { ...schema, properties: rest, patternProperties: { ...patterns, [`^${NAME}$`]: member } };
}

function asRequired(schema: JsonObject): JsonObject {
  const { required, allOf } = schema;
  if (!Array.isArray(required) || !required.includes(NAME)) return schema;
  const others = required.filter((name) => name !== NAME);
  return { ...schema, required: others, allOf: [...(Array.isArray(allOf) ? allOf : []), HAS_IT] };
}
