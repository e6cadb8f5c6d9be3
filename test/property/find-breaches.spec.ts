import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { Schema } from '../../scripts/contract/model';
import type { JsonObject, JsonValue } from '../../scripts/spec/document';
import { compilePattern } from '../../scripts/spec/json-schema/compile-pattern';
import { findBreaches } from '../../scripts/spec/json-schema/find-breaches';

const TYPES = ['string', 'number', 'integer', 'boolean', 'null', 'array', 'object'];
const NAMES = ['a', 'b', 'c/d', 'constructor'];

const scalar = fc.oneof(
  fc.constantFrom<JsonValue>('', 'a', 'abc', '7', '1.5', 'true', '2020-01-02', 'a@b.cd', '😀😀', ' '),
  fc.constantFrom<JsonValue>(0, 1, 7, -3, 0.07, 1.5, true, false, null),
);
const name = fc.constantFrom(...NAMES);

const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

const LIMITS = [
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength'],
  ...['minItems', 'maxItems', 'minProperties', 'maxProperties'],
];
const limit = fc.integer({ min: 0, max: 4 });

/** A few keywords at a time: schemas of all of them would grow without end. */
const { schema } = fc.letrec<{ schema: Schema }>((tie) => {
  const inner = tie('schema');
  const list = fc.array(inner, { minLength: 1, maxLength: 2 });
  const map = fc.dictionary(name, inner, { maxKeys: 2, noNullPrototype: true });
  const names = fc.uniqueArray(name, { minLength: 1, maxLength: 2 });
  const flat: [string, fc.Arbitrary<unknown>][] = [
    ['type', fc.constantFrom(...TYPES)],
    ['type', fc.uniqueArray(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 3 })],
    ['enum', fc.array(scalar, { minLength: 1, maxLength: 3 })],
    ['const', scalar],
    ['multipleOf', fc.constantFrom(0.01, 2, 7)],
    ['pattern', fc.constantFrom('^a', '\\p{L}', '^[0-9]+$', '\\-')],
    ['format', fc.constantFrom('date', 'email', 'int32', 'uuid', 'byte', 'nobody-knows-it')],
    ['uniqueItems', fc.boolean()],
    ['required', names],
    ['$ref', fc.constantFrom('#/definitions/Text', '#/definitions/Tree', '#/definitions/a~1b')],
    ...LIMITS.map((keyword): [string, fc.Arbitrary<unknown>] => [keyword, limit]),
  ];
  const nested: [string, fc.Arbitrary<unknown>][] = [
    ...[
      'additionalItems',
      'contains',
      'propertyNames',
      'additionalProperties',
      'not',
      'if',
      'then',
      'else',
    ].map((keyword): [string, fc.Arbitrary<unknown>] => [keyword, inner]),
    // Ajv passes over a schema without keywords here, inside `not`, also where the list is empty.
    ['contains', fc.constantFrom({ type: 'integer' }, { minLength: 2 })],
    ['items', inner],
    ['items', list],
    ['properties', map],
    [
      'patternProperties',
      fc.dictionary(fc.constantFrom('^a', '/'), inner, { maxKeys: 2, noNullPrototype: true }),
    ],
    ['dependencies', map],
    ['dependencies', fc.dictionary(name, names, { maxKeys: 2, noNullPrototype: true })],
    ...['allOf', 'anyOf', 'oneOf'].map((keyword): [string, fc.Arbitrary<unknown>] => [keyword, list]),
  ];
  const of = (keywords: [string, fc.Arbitrary<unknown>][], maxLength: number) =>
    fc
      .array(fc.oneof(...keywords.map(([keyword, made]) => made.map((held) => [keyword, held] as const))), {
        maxLength,
      })
      .map((entries) => Object.fromEntries(entries) as JsonObject);
  const plain = of(flat, 3);
  const deep = fc.tuple(of(flat, 2), of(nested, 2)).map(([one, other]): Schema => ({ ...one, ...other }));
  return { schema: fc.oneof({ maxDepth: 3 }, plain, fc.boolean(), deep, deep) };
});

const definitions: Record<string, Schema> = {
  Text: { type: 'string', minLength: 2 },
  Tree: { type: 'object', properties: { a: { $ref: '#/definitions/Tree' }, b: { type: 'integer' } } },
  'a/b': { anyOf: [{ type: 'integer' }, { $ref: '#/definitions/Text' }] },
};

const OPTIONS = {
  strict: false,
  logger: false,
  allErrors: true,
  ownProperties: true,
  code: { regExp: Object.assign(compilePattern, { code: 'compilePattern' }) },
  multipleOfPrecision: 6,
  validateSchema: false,
  addUsedSchema: false,
} as const;

/** What Ajv says, in the same words. */
function byAjv(schema: Schema, value: JsonValue, coerceTypes: boolean) {
  const ajv = new Ajv({ ...OPTIONS, coerceTypes });
  addFormats(ajv);
  const validate = ajv.compile({ type: 'object', properties: { value: schema }, definitions });
  if (validate({ value: structuredClone(value) })) return [];
  return (validate.errors ?? []).map(({ keyword, instancePath, params }) => ({
    keyword,
    pointer: instancePath.replace(/^\/value/, ''),
    ...(keyword === 'required' ? { missing: params.missingProperty } : {}),
  }));
}

describe('findBreaches', () => {
  for (const coerces of [false, true]) {
    it(`says what Ajv says, in its order, ${coerces ? 'of texts that stand for other values' : 'of values'}`, () => {
      fc.assert(
        fc.property(schema, value, (schema, value) => {
          const found = findBreaches(schema, structuredClone(value), definitions, coerces);
          assert.deepEqual(found, byAjv(schema, value, coerces));
        }),
        { numRuns: Number(process.env.RUNS ?? 300) },
      );
    });
  }
});
