import assert from 'node:assert/strict';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../scripts/spec/document';
import { arbitrarySchema, components } from '../support/arbitrary-schema';
import { describeDocument } from '../support/describe-document';

const seed = Number(process.env.FC_SEED ?? 20261125);
const numRuns = Number(process.env.RUNS ?? 400);

/** A document whose one request sends, and whose one answer holds, what satisfies the schema. */
function documentOf(schema: JsonValue): JsonObject {
  const content = { 'application/json': { schema } };
  return {
    openapi: '3.1.0',
    info: { title: 'Values', version: '1' },
    servers: [{ url: 'https://api.example.test' }],
    paths: {
      '/a': {
        post: {
          parameters: [{ name: 'q', in: 'query', required: true, schema }],
          requestBody: { required: true, content },
          responses: { 200: { description: 'Fine', content } },
        },
      },
    },
    components: { schemas: components },
  };
}

/** Whether Ajv takes a value by the schema as the document has it. */
function oracle(schema: JsonValue): (value: JsonValue) => boolean {
  const ajv = new Ajv2020({ strict: false, logger: false, ownProperties: true, multipleOfPrecision: 6 });
  addFormats(ajv);
  const validate = ajv.compile({ $defs: {}, components: { schemas: components }, allOf: [schema] });
  return (value) => validate(value) === true;
}

function madeOf(schema: JsonValue): { made: JsonValue[]; said: string[] } {
  const { contract, problems } = describeDocument(JSON.stringify(documentOf(schema)));
  const [operation] = contract.operations;
  const bodies = [operation?.requestBody, operation?.responses[0]].map(
    (one) => one?.content[0]?.sample ?? null,
  );
  // A parameter's schema is an object.
  const inQuery = typeof schema === 'object' ? [operation?.parameters[0]?.sample ?? null] : [];
  return {
    made: [...bodies, ...inQuery],
    said: problems
      .filter(({ code }) => code === 'NO_VALUE')
      .map(({ message, pointer }) => `${pointer}: ${message}`),
  };
}

describe('making a value of any schema', () => {
  it('makes one that Ajv takes, or says that there is none', () => {
    let silent = 0;
    fc.assert(
      fc.property(arbitrarySchema, (schema) => {
        const { made, said } = madeOf(schema);
        if (said.length > 0) return;
        silent += 1;
        const takes = oracle(schema);
        for (const value of made)
          assert.ok(takes(value), `${JSON.stringify(value)} by ${JSON.stringify(schema)}`);
      }),
      { numRuns, seed },
    );
    assert.ok(silent > numRuns / 2, `${silent} values`);
  });

  it('makes the same one each time', () => {
    fc.assert(
      fc.property(arbitrarySchema, (schema) => assert.deepEqual(madeOf(schema), madeOf(schema))),
      { numRuns: numRuns / 4, seed },
    );
  });
});
