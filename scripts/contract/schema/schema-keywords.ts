import type { JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';

/** What the translation does with a keyword. */
export type KeywordRule =
  /** Kept as it is. */
  | { kind: 'value'; fits: (value: JsonValue) => boolean; expected: string }
  /** Holds a schema, a list of them, or a map of them; perhaps under another name in draft-07. */
  | { kind: 'schema' | 'list' | 'map'; fits: (value: JsonValue) => boolean; expected: string; as?: string }
  /** Means something, but for some values, and Ajv 6 would pass over it in silence. */
  | { kind: 'unsupported'; unless?: readonly JsonValue[] };

const count: KeywordRule = { kind: 'value', fits: isCount, expected: 'a whole number from 0' };
const number: KeywordRule = { kind: 'value', fits: isNumber, expected: 'a number' };
const bound: KeywordRule = {
  kind: 'value',
  fits: (value) => isNumber(value) || typeof value === 'boolean',
  expected: 'a number (3.1) or true or false (3.0)',
};
const schema: KeywordRule = { kind: 'schema', fits: isSchema, expected: 'a schema' };
const list: KeywordRule = {
  kind: 'list',
  fits: (value) => Array.isArray(value) && value.length > 0,
  expected: 'a list of schemas',
};
const map: KeywordRule = { kind: 'map', fits: isObject, expected: 'a map of schemas' };
const unsupported: KeywordRule = { kind: 'unsupported' };

/**
 * Keywords of OpenAPI 3.0 (JSON Schema Wright-00) and 3.1 (2020-12) that constrain a value.
 * What is not listed here says nothing about the value, or is handled where it is translated:
 * `$ref`, `nullable`, `format`, `readOnly`, `writeOnly`, `discriminator`, `unevaluatedProperties`.
 */
export const SCHEMA_KEYWORDS: Partial<Record<string, KeywordRule>> = Object.assign(Object.create(null), {
  type: { kind: 'value', fits: isType, expected: 'a type name, or a list of them' },
  enum: { kind: 'value', fits: isFilledList, expected: 'a list with at least one value' },
  const: { kind: 'value', fits: () => true, expected: 'a value' },
  required: { kind: 'value', fits: isNames, expected: 'a list of names' },
  pattern: { kind: 'value', fits: isText, expected: 'text' },
  uniqueItems: { kind: 'value', fits: isFlag, expected: 'true or false' },
  multipleOf: {
    kind: 'value',
    fits: (value) => isNumber(value) && Number(value) > 0,
    expected: 'a number above 0',
  },
  minimum: number,
  maximum: number,
  exclusiveMinimum: bound,
  exclusiveMaximum: bound,
  minLength: count,
  maxLength: count,
  minItems: count,
  maxItems: count,
  minProperties: count,
  maxProperties: count,
  not: schema,
  if: schema,
  // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
  then: schema,
  else: schema,
  contains: schema,
  propertyNames: schema,
  additionalProperties: schema,
  items: schema,
  prefixItems: { ...list, as: 'items' },
  allOf: list,
  oneOf: list,
  anyOf: list,
  properties: map,
  patternProperties: map,
  dependentSchemas: { ...map, as: 'dependencies' },
  dependentRequired: { ...map, as: 'dependencies' },
  unevaluatedItems: unsupported,
  minContains: { kind: 'unsupported', unless: [0, 1] },
  maxContains: unsupported,
  $dynamicRef: unsupported,
} satisfies Record<string, KeywordRule>);

/**
 * Formats of the OpenAPI Format Registry that say how a value is stored or shown, and nothing that could be held
 * against a JSON value; and those of JSON Schema that the script hosts do not know.
 * https://spec.openapis.org/registry/format/
 */
export const UNCHECKED_FORMATS: ReadonlySet<string> = new Set([
  'int64',
  'uint64',
  'float',
  'double',
  'decimal',
  'password',
  'binary',
  'html',
  'commonmark',
  'duration',
  'regex',
  'json-pointer',
  'relative-json-pointer',
  'uri-template',
  'iri',
  'iri-reference',
  'idn-email',
  'idn-hostname',
]);

/** Formats that the script host's checks know. */
export const KEPT_FORMATS: ReadonlySet<string> = new Set([
  'date-time',
  'date',
  'time',
  'uuid',
  'email',
  'uri',
  'uri-reference',
  'ipv4',
  'ipv6',
  'hostname',
  'byte',
]);

/** Integer formats whose bounds a double can hold. https://spec.openapis.org/registry/format/ */
export const INTEGER_BOUNDS: Record<string, { minimum: number; maximum: number }> = {
  int8: { minimum: -128, maximum: 127 },
  int16: { minimum: -32_768, maximum: 32_767 },
  int32: { minimum: -2_147_483_648, maximum: 2_147_483_647 },
  uint8: { minimum: 0, maximum: 255 },
  uint16: { minimum: 0, maximum: 65_535 },
  uint32: { minimum: 0, maximum: 4_294_967_295 },
};

const TYPES = new Set(['null', 'boolean', 'object', 'array', 'number', 'string', 'integer']);

function isType(value: JsonValue): boolean {
  const types = Array.isArray(value) ? value : [value];
  return types.length > 0 && types.every((type) => typeof type === 'string' && TYPES.has(type));
}

function isNumber(value: JsonValue): boolean {
  return typeof value === 'number' && Number.isFinite(value);
}

function isCount(value: JsonValue): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

function isText(value: JsonValue): boolean {
  return typeof value === 'string';
}

function isFlag(value: JsonValue): boolean {
  return typeof value === 'boolean';
}

function isFilledList(value: JsonValue): boolean {
  return Array.isArray(value) && value.length > 0;
}

function isNames(value: JsonValue): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isSchema(value: JsonValue): boolean {
  return typeof value === 'boolean' || isObject(value);
}
