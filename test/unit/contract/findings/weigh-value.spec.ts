import { deepStrictEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { judgeValues } from '../../../../scripts/contract/findings/judge-values';
import { surveyDocument } from '../../../../scripts/contract/findings/survey';
import { weighValue } from '../../../../scripts/contract/findings/weigh-value';
import type { JsonObject, JsonValue } from '../../../../scripts/spec/document';

const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const bound = some(fc.integer({ min: 0, max: 3 }));
const TYPES = ['string', 'integer', 'number', 'boolean', 'array', 'object', undefined] as const;
const refTo = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const { schema, value } = fc.letrec<{ schema: JsonObject; value: JsonValue }>((tie) => {
  const branches = some(fc.array(tie('schema') as fc.Arbitrary<JsonObject>, { minLength: 1, maxLength: 3 }));
  return {
    schema: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('A', 'B').map(refTo),
      fc
        .record({
          type: fc.constantFrom(...TYPES),
          nullable: some(fc.boolean()),
          format: some(fc.constantFrom('date', 'int32', 'uuid', 'colour')),
          pattern: some(fc.constantFrom('^a', '\\p{L}', '[')),
          enum: some(fc.array(fc.constantFrom('a', 1, null, true), { minLength: 1, maxLength: 2 })),
          ...{ minimum: bound, maximum: bound, exclusiveMinimum: some(fc.boolean()) },
          ...{ minLength: bound, maxLength: bound, minItems: bound, maxProperties: bound },
        })
        .map(plain),
      fc
        .record({
          ...{ allOf: branches, anyOf: branches, oneOf: branches },
          ...{ not: some(tie('schema')), items: some(tie('schema')) },
          properties: some(
            fc.dictionary(fc.constantFrom('a', 'b', 'constructor'), tie('schema'), { maxKeys: 2 }),
          ),
          required: some(fc.uniqueArray(fc.constantFrom('a', 'b', 'constructor'), { minLength: 1 })),
          additionalProperties: some(fc.oneof(fc.boolean(), tie('schema'))),
          readOnly: some(fc.boolean()),
        })
        .map(plain),
    ) as fc.Arbitrary<JsonObject>,
    value: fc.oneof(
      { maxDepth: 2 },
      fc.constantFrom<JsonValue>('', 'a', 'Ж', '🙂🙂', '2024-02-30', 0, 1, 1.5, 4, true, null),
      fc.array(tie('value'), { maxLength: 2 }) as fc.Arbitrary<JsonValue>,
      fc.dictionary(fc.constantFrom('a', 'b', 'constructor'), tie('value'), {
        maxKeys: 2,
      }) as fc.Arbitrary<JsonValue>,
    ),
  };
});

function plain(members: object): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([, member]) => member !== undefined));
}

/** Two schemas to refer to; they may lead to each other through their members only. */
const target = fc
  .record({
    type: fc.constantFrom('object', 'string'),
    properties: fc.dictionary(fc.constantFrom('a', 'b'), schema, { maxKeys: 2 }),
  })
  .map(plain);

describe('weighing a value', () => {
  it('never says anything else than the validator', () => {
    let known = 0;
    fc.assert(
      fc.property(schema, value, target, target, (tried, example, A, B) => {
        const survey = surveyDocument({
          openapi: '3.0.3',
          paths: {},
          components: { schemas: { A, B, tried } },
        });
        const verdict = weighValue(tried, example, survey);
        if (verdict === 'unknown') return;
        known += 1;
        const claim = {
          value: example,
          schema: { value: tried, pointer: '/components/schemas/tried' },
          directions: ['request', 'response'] as const,
        };
        deepStrictEqual(verdict === 'fits', judgeValues([claim], survey).size === 0, JSON.stringify(verdict));
      }),
      { numRuns: 200 },
    );
    ok(known > 100, `it knew ${known} of 200`);
  });
});
