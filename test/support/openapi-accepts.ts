import type { JsonObject, JsonValue } from '../../scripts/spec/document';
import { valueAt } from '../../scripts/spec/json-pointer';

/**
 * Whether a value satisfies a schema of OpenAPI 3.0, written down from the specification for the keywords that
 * `arbitrary-document.ts` uses: what the translation is held against.
 * https://spec.openapis.org/oas/v3.0.3#schema-object
 */
export function accepts(schema: JsonObject, value: JsonValue, document: JsonObject): boolean {
  if (typeof schema.$ref === 'string') {
    const target = valueAt(document, decodeURIComponent(schema.$ref.slice(1))) as JsonObject;
    return accepts(target, value, document);
  }
  if (value === null && schema.nullable === true) return true;
  const list = (entry: JsonValue | undefined) => (Array.isArray(entry) ? entry : []);
  if (!list(schema.allOf).every((part) => accepts(part as JsonObject, value, document))) return false;
  if (schema.enum !== undefined && !list(schema.enum).includes(value)) return false;
  switch (schema.type) {
    case 'string':
      return typeof value === 'string' && isWithin([...value].length, schema.minLength, schema.maxLength);
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
    case 'number':
      return typeof value === 'number' && isInBounds(schema, value);
    case 'array':
      return (
        Array.isArray(value) &&
        isWithin(value.length, schema.minItems, undefined) &&
        value.every((item) => accepts(schema.items as JsonObject, item, document))
      );
    case 'object':
      return (
        typeof value === 'object' && value !== null && !Array.isArray(value) && fits(schema, value, document)
      );
    default:
      return true;
  }
}

function fits(schema: JsonObject, value: JsonObject, document: JsonObject): boolean {
  const properties = (schema.properties ?? {}) as Record<string, JsonObject>;
  const required = (schema.required ?? []) as string[];
  return (
    required.every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, item]) => {
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return property === undefined
        ? schema.additionalProperties !== false
        : accepts(property, item, document);
    })
  );
}

function isInBounds(schema: JsonObject, value: number): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (schema.type === 'integer' && !Number.isInteger(value)) return false;
  if (typeof minimum === 'number' && (exclusiveMinimum === true ? value <= minimum : value < minimum))
    return false;
  return !(typeof maximum === 'number' && (exclusiveMaximum === true ? value >= maximum : value > maximum));
}

function isWithin(size: number, minimum: JsonValue | undefined, maximum: JsonValue | undefined): boolean {
  return size >= Number(minimum ?? 0) && size <= Number(maximum ?? Number.POSITIVE_INFINITY);
}
