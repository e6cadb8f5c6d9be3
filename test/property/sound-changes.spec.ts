import assert from 'node:assert/strict';
import Ajv from 'ajv';
import fc from 'fast-check';
import type { Changes } from '../../scripts/changes/model';
import type { Contract, Direction } from '../../scripts/contract/model';
import type { JsonObject, JsonValue } from '../../scripts/spec/document';
import { arbitrarySchema, components } from '../support/arbitrary-schema';
import { changesBetween } from '../support/changes-between';
import { describeDocument } from '../support/describe-document';
import { answer, body } from '../support/kinds-of-change';

const seed = Number(process.env.FC_SEED ?? 20261125);

/** What a body may be; most schemas take some and refuse others. */
const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom<JsonValue>(null, '', 'a', 'abc', 'A1', '7', 0, 1, -3, 0.07, 1.5, 2, 7, true, false),
    fc.dictionary(fc.constantFrom('a', 'b', 'c/d', 'constructor'), tie('value'), { noNullPrototype: true }),
    fc.array(tie('value'), { maxLength: 3 }),
  ) as fc.Arbitrary<JsonValue>,
}));
const values = fc.sample(value, { numRuns: 300, seed });

/** A schema, and one that differs from it in a keyword or in all. */
const pair = fc
  .tuple(arbitrarySchema, arbitrarySchema, fc.nat(9))
  .map(([one, other, index]): [JsonValue, JsonValue] => {
    if (typeof one !== 'object' || typeof other !== 'object' || index > 6) return [one, other];
    const [keyword = 'minLength', held = 1] = Object.entries(other as JsonObject)[index % 3] ?? [];
    return [one, { ...(one as JsonObject), [keyword]: held }];
  });

function documentOf(operation: JsonObject): JsonObject {
  const post = { responses: { 200: { description: 'Fine' } }, ...operation };
  return {
    openapi: '3.1.0',
    info: { title: 'Parcels', version: '1' },
    servers: [{ url: 'https://api.example.test' }],
    paths: { '/things': { post } },
    components: { schemas: components },
  };
}

/** What the project itself holds bodies, or answers, of a document against. */
function checkerOf(document: JsonObject, direction: Direction): (value: JsonValue) => boolean {
  const { operations, definitions }: Contract = describeDocument(JSON.stringify(document)).contract;
  const [{ requestBody, responses } = { requestBody: undefined, responses: [] }] = operations;
  const [media] = (direction === 'request' ? requestBody : responses[0])?.content ?? [];
  const ajv = new Ajv({
    strict: false,
    validateSchema: false,
    ownProperties: true,
    validateFormats: false,
    logger: false,
  });
  return ajv.compile({ definitions: definitions[direction], allOf: [media?.schema ?? true] });
}

/**
 * By decision none is a break: a new optional field, an alternative that may overlap with others, an answer that may
 * have other fields.
 */
function isDecided({ operations }: Changes): boolean {
  const texts = operations.flatMap(({ changes }) => changes.map(({ text }) => text));
  return texts.some((text) => /` is new \(|>` is (new|gone)$|: other fields as well$/.test(text));
}

/** A field that must not be there is not listed: mostly it is what goes the other way only. */
function hasForbiddenField(schema: JsonValue): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  const { properties } = schema as JsonObject;
  const fields = Object.values(properties ?? {});
  return fields.includes(false) || Object.values(schema).some(hasForbiddenField);
}

describe('where nothing is told to break clients', () => {
  for (const [direction, operationOf] of [
    ['request', body],
    ['response', answer],
  ] as const) {
    it(`every ${direction} that was as it should be still is`, () => {
      fc.assert(
        fc.property(pair, ([one, other]) => {
          fc.pre(!hasForbiddenField([one, other]));
          const [before, after] = [one, other].map((schema) => documentOf(operationOf(schema as JsonObject)));
          assert.ok(before && after);
          const changes = changesBetween(before, after);
          if (changes.operations.some(({ verdict }) => verdict !== 'fine') || isDecided(changes)) return;
          // clients send what they sent, and know what they were answered
          const [from, to] = direction === 'request' ? [before, after] : [after, before];
          const [keeps, takes] = [checkerOf(from, direction), checkerOf(to, direction)];
          const lost = values.find((each) => keeps(each) && !takes(each));
          assert.equal(lost, undefined);
        }),
        { numRuns: 100, seed },
      );
    });
  }
});
