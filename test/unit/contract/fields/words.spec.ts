import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import type { Facts } from '../../../../scripts/contract/fields/facts';
import { readSchema } from '../../../../scripts/contract/fields/read-schema';
import { readWords } from '../../../../scripts/contract/fields/read-words';
import { code, words } from '../../../../scripts/contract/fields/words';
import type { JsonObject } from '../../../../scripts/spec/document';

const factsOf = (schema: JsonObject, definitions = {}) => readSchema([schema], definitions, new Set()).facts;

/** A translated schema, and how a person reads it. */
const TABLE: [JsonObject, string][] = [
  [{}, 'any'],
  [{ type: 'null' }, 'null'],
  [{ type: 'string', maxLength: 36 }, 'string, at most 36 characters'],
  [{ type: 'string', minLength: 1 }, 'string, at least 1 character'],
  [{ type: 'string', minLength: 0, maxLength: 1 }, 'string, at most 1 character'],
  [{ type: 'string', minLength: 2, maxLength: 2 }, 'string, exactly 2 characters'],
  [{ type: ['string', 'null'], minLength: 2, maxLength: 20 }, 'string, or null, 2 to 20 characters'],
  [{ type: 'string', format: 'date-time' }, 'string (date-time)'],
  [{ type: 'string', pattern: '^[A-Z]{2}, (a|b)$' }, 'string, like `^[A-Z]{2}, (a|b)$`'],
  [{ type: 'string', enum: ['a', 'b, c', ''] }, 'string, one of `a`, `b, c`, (empty)'],
  [{ type: ['string', 'null'], enum: ['a', null] }, 'string, or null, always `a`'],
  [{ type: ['string', 'null'], enum: ['a'] }, 'string, always `a`'],
  [{ const: 7 }, 'any, always `7`'],
  [{ const: null }, 'null'],
  [{ enum: ['a', null] }, 'any, one of `a`, `null`'],
  [{ type: 'integer', default: 15 }, 'integer, by default `15`'],
  [{ type: 'string', default: '' }, 'string, by default (empty)'],
  [{ type: 'array', default: ['a', 1] }, 'array, by default `["a",1]`'],
  [{ type: 'integer', minimum: -2147483648, maximum: 2147483647 }, 'integer (int32)'],
  [{ type: 'integer', minimum: 0 }, 'integer, at least 0'],
  [{ type: 'number', exclusiveMinimum: 0, maximum: 9.5 }, 'number, at most 9.5, over 0'],
  [{ type: 'number', multipleOf: 0.01 }, 'number, a multiple of 0.01'],
  [{ type: 'array', minItems: 1, maxItems: 1, uniqueItems: true }, 'array, exactly 1 item, no item twice'],
  [
    { type: 'object', minProperties: 2, additionalProperties: false },
    'object, at least 2 fields, no other fields',
  ],
  [
    {
      allOf: [
        { type: 'number', minimum: 1 },
        { type: 'integer', minimum: 5 },
      ],
    },
    'integer, at least 5',
  ],
  [{ anyOf: [{ type: 'null' }, { type: 'string', maxLength: 3 }] }, 'string, or null, at most 3 characters'],
  [{ oneOf: [{ type: 'string' }, { type: 'integer' }] }, 'string or integer'],
  [{ oneOf: [{ type: 'string', maxLength: 3 }, { type: 'integer' }] }, 'any, in one of these forms'],
];

const range = (limit: fc.Arbitrary<number>) =>
  fc.oneof(
    fc.record({ min: limit }, { noNullPrototype: true }),
    fc.record({ max: limit }, { noNullPrototype: true }),
    fc.tuple(limit, limit).map(([one, other]) => ({ min: Math.min(one, other), max: Math.max(one, other) })),
  );
const text = fc
  .string({ unit: 'grapheme', maxLength: 8 })
  .map((value) => value.replaceAll(/[`\p{Cc}\p{Z}]/gu, ' '));
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const count = fc.integer({ min: 1, max: 1e6 });
const type = fc.constantFrom('string', 'number', 'integer', 'boolean', 'object', 'array');
const facts: fc.Arbitrary<Facts> = fc.record(
  {
    types: fc.uniqueArray(type, { maxLength: 3 }),
    format: fc.constantFrom('date', 'date-time', 'uri-reference'),
    values: fc.uniqueArray(text, { minLength: 1, maxLength: 6 }),
    length: range(count),
    value: range(number.map((value) => value + 0)),
    items: range(count),
    size: range(count),
    multipleOf: fc.double({ min: 0.001, max: 1e9, noNaN: true }),
    patterns: fc.uniqueArray(text, { minLength: 1, maxLength: 2 }),
    unique: fc.constant(true as const),
    closed: fc.constant(true as const),
    otherwise: text,
    forms: fc.constantFrom('one' as const, 'some' as const),
    again: text.filter((value) => value !== ''),
    more: fc.constant('0a1b2c3d'),
  },
  { requiredKeys: ['types'], noNullPrototype: true },
);

describe('facts of a schema in words', () => {
  for (const [schema, want] of TABLE) it(want, () => strictEqual(words(factsOf(schema)), want));

  it('say what the items of an array are', () => {
    const items = factsOf({ type: 'string', enum: ['a', 'b'] });
    strictEqual(words({ types: ['array'] }, { types: ['string'] }), 'array of string');
    strictEqual(words({ types: ['array'] }, items), 'array of (string, one of `a`, `b`)');
  });

  it('have the first 40 of many values, and a fingerprint of the others', () => {
    const values = Array.from({ length: 42 }, (_, index) => `v${index}`);
    const long = words({ types: [], values });
    const [, start = '', end = ''] = /^(any, one of `v0`, .*, `v39`), (.*)$/.exec(long) ?? [];
    strictEqual(start.match(/`v\d+`/g)?.length, 40);
    strictEqual(/^2 more \(`[0-9a-f]{8}`\)$/.test(end), true, end);
    strictEqual(words({ types: [], values: [...values.slice(0, -1), 'other'] }) === long, false);
  });

  it('have the beginning of a long default, and a fingerprint', () => {
    const [one, other] = ['b', 'c'].map((end) => words(factsOf({ default: 'a'.repeat(70) + end }))) as [
      string,
      string,
    ];
    strictEqual(/^any, by default `a{60}… [0-9a-f]{8}`$/.test(one), true, one);
    strictEqual(one === other, false);
  });

  it('tell that nothing will do', () => {
    strictEqual(/^any, with more rules/.test(words(readSchema([false], {}, new Set()).facts)), true);
  });

  it('are one line of Markdown, whatever the contract has', () => {
    strictEqual(code('a`b\n\u001b[31m'), '`aˋb\\u000a\\u001b[31m`');
  });

  it('tell of rules that they have no words for that they changed', () => {
    const before = words(factsOf({ not: { const: 1 } }));
    strictEqual(/^any, with more rules \(`[0-9a-f]{8}`\)$/.test(before), true, before);
    strictEqual(words(factsOf({ not: { const: 1 } })), before);
    strictEqual(words(factsOf({ not: { const: 2 } })) === before, false);
  });

  it('are read back as they were', () => {
    fc.assert(
      fc.property(facts, facts, (whole, items) => {
        deepStrictEqual(readWords(words(whole)), { facts: whole, marks: [] });
        deepStrictEqual(readWords(`${words(whole, items)}. And prose, of any kind.`), {
          facts: whole,
          items,
          marks: [],
        });
      }),
      { numRuns: 500, seed: Number(process.env.FC_SEED ?? 20261125) },
    );
  });

  for (const prose of [
    '',
    'Personal API key of the environment.',
    'number of the page',
    'string, or so they say',
    'any time',
    'number, a multiple of 1O',
    'number, a multiple of many',
  ]) {
    it(`are not found in ${JSON.stringify(prose)}`, () => strictEqual(readWords(prose), undefined));
  }
});
