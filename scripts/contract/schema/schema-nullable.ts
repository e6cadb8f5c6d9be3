import type { SchemaObject } from '../model';

const COMBINATORS = ['$ref', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'const'];

/**
 * OpenAPI 3.0's `nullable: true`: the same schema, and null. A plain schema gets null among its types and
 * values; one that combines others gets an alternative beside it, because each of its branches may forbid null.
 * https://spec.openapis.org/oas/v3.0.3#fixed-fields-19
 */
export function allowNull(schema: SchemaObject): SchemaObject {
  if (COMBINATORS.some((keyword) => schema[keyword] !== undefined)) {
    return { anyOf: [{ type: 'null' }, schema] };
  }
  const out: SchemaObject = { ...schema };
  if (schema.type !== undefined) {
    const types = Array.isArray(schema.type) ? schema.type : [schema.type];
    out.type = [...new Set([...types, 'null'])];
  }
  // Authors leave null out of the list: they mean it to be allowed all the same.
  if (Array.isArray(schema.enum) && !schema.enum.includes(null)) out.enum = [...schema.enum, null];
  return out;
}
