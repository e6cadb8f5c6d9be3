import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../scripts/spec/document';

const TYPES = ['string', 'number', 'integer', 'boolean', 'null', 'array', 'object'];
const name = fc.constantFrom('a', 'b', 'c/d', 'constructor');
const scalar = fc.constantFrom<JsonValue>('', 'a', 'abc', '7', 0, 1, 7, -3, 0.07, 1.5, true, false, null);
const limit = fc.integer({ min: 0, max: 4 });

/** Schemas that the arbitrary ones refer to. */
export const components: JsonObject = {
  Text: { type: 'string', minLength: 2 },
  Tree: {
    type: 'object',
    required: ['b'],
    properties: { a: { $ref: '#/components/schemas/Tree' }, b: { type: 'integer' } },
  },
  'a/b': { anyOf: [{ type: 'integer' }, { $ref: '#/components/schemas/Text' }] },
};

type Keyword = [keyword: string, value: fc.Arbitrary<unknown>];

const LIMITS = [
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength'],
  ...['minItems', 'maxItems', 'minProperties', 'maxProperties'],
];

const flat: Keyword[] = [
  ['type', fc.constantFrom(...TYPES)],
  ['type', fc.uniqueArray(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 3 })],
  ['enum', fc.array(scalar, { minLength: 1, maxLength: 3 })],
  ['const', scalar],
  ['multipleOf', fc.constantFrom(0.01, 2, 7)],
  ['pattern', fc.constantFrom('^a', '\\p{L}', '^[0-9]+$', '^(?=.*[A-Z])(?=.*[0-9]).+$')],
  ['format', fc.constantFrom('date', 'date-time', 'email', 'uuid', 'byte', 'int32', 'uri', 'ipv4')],
  ['uniqueItems', fc.boolean()],
  ['required', fc.uniqueArray(name, { minLength: 1, maxLength: 2 })],
  ['$ref', fc.constantFrom('Text', 'Tree', 'a~1b').map((component) => `#/components/schemas/${component}`)],
  ...LIMITS.map((keyword): Keyword => [keyword, limit]),
];

function nested(inner: fc.Arbitrary<JsonValue>): Keyword[] {
  const list = fc.array(inner, { minLength: 1, maxLength: 2 });
  const map = fc.dictionary(name, inner, { maxKeys: 2, noNullPrototype: true });
  const names = fc.uniqueArray(name, { minLength: 1, maxLength: 2 });
  const patterns = fc.constantFrom('^a', '/', '^[0-9]{3}$');
  return [
    ...['contains', 'propertyNames', 'additionalProperties', 'not', 'items'].map(
      (keyword): Keyword => [keyword, inner],
    ),
    ['if', inner],
    ['then', inner],
    ['else', inner],
    ['prefixItems', list],
    ['properties', map],
    ['properties', map],
    ['patternProperties', fc.dictionary(patterns, inner, { maxKeys: 2, noNullPrototype: true })],
    ['dependentSchemas', map],
    ['dependentRequired', fc.dictionary(name, names, { maxKeys: 2, noNullPrototype: true })],
    ...['allOf', 'anyOf', 'oneOf'].map((keyword): Keyword => [keyword, list]),
  ];
}

/** Schemas of OpenAPI 3.1 with a few keywords at a time; many of them no value satisfies. */
export const { arbitrarySchema } = fc.letrec<{ arbitrarySchema: JsonValue }>((tie) => {
  const of = (keywords: Keyword[], maxLength: number) =>
    fc
      .array(fc.oneof(...keywords.map(([keyword, made]) => made.map((held) => [keyword, held] as const))), {
        maxLength,
      })
      .map((entries) => Object.fromEntries(entries) as JsonObject);
  const plain = of(flat, 3);
  const deep = fc
    .tuple(of(flat, 2), of(nested(tie('arbitrarySchema') as fc.Arbitrary<JsonValue>), 2))
    .map(([one, other]): JsonValue => ({ ...one, ...other }));
  return { arbitrarySchema: fc.oneof({ maxDepth: 3 }, plain, fc.boolean(), deep, deep) };
});
