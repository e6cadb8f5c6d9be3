import { deepStrictEqual } from 'node:assert/strict';
import { documentOf, placesOf, SCHEMA, schemaOf } from '../../../support/contract-findings';

const contradictions = (yaml: string) => placesOf('CONTRADICTION', yaml);
const inSchema = (schema: string, version?: string) =>
  contradictions(schemaOf(schema, version)).map((place) => place?.replace(SCHEMA, ''));

describe('contradictions in a schema', () => {
  for (const [schema, place, version] of [
    ['{ minimum: 2, maximum: 1 }', '/minimum'],
    ['{ minimum: 1, maximum: 1, exclusiveMaximum: true }', '/minimum'],
    ['{ exclusiveMinimum: 1, maximum: 1 }', '/exclusiveMinimum', '3.1.0'],
    ['{ minimum: 0, exclusiveMinimum: 5, maximum: 4 }', '/exclusiveMinimum', '3.1.0'],
    ['{ minLength: 2, maxLength: 1 }', '/minLength'],
    ['{ minItems: 2, maxItems: 1 }', '/minItems'],
    ['{ minProperties: 2, maxProperties: 1 }', '/minProperties'],
    ['{ enum: [] }', '/enum'],
    ['{ enum: [a, b, a] }', '/enum/2'],
    ['{ enum: [{ a: 1, b: 2 }, { b: 2, a: 1 }] }', '/enum/1'],
    ['{ type: string, enum: [a, 1] }', '/enum/1'],
    ['{ type: string, enum: [a, null] }', '/enum/1'],
    ['{ type: string, maxLength: 1, enum: [ab] }', '/enum/0'],
    ['{ type: string, pattern: "^a", enum: [b] }', '/enum/0'],
    ['{ enum: [a], const: b }', '/const', '3.1.0'],
    ['{ type: string, const: 1 }', '/const', '3.1.0'],
    ['{ properties: { a: { readOnly: true, writeOnly: true } } }', '/properties/a'],
    ['{ required: [a], properties: { b: {} }, additionalProperties: false }', '/required/0'],
    ['{ allOf: [{ type: string }, { type: integer }] }', '/allOf/1'],
    ['{ type: object, allOf: [{ type: string }] }', '/allOf/0'],
    ['{ allOf: [{ enum: [a] }, { enum: [b] }] }', '/allOf/1'],
    [
      '{ allOf: [{ properties: { a: { type: string } } }, { properties: { a: { type: array } } }] }',
      '/allOf/1',
    ],
    [
      '{ allOf: [{ required: [a], properties: { a: {} } }, { properties: { b: {} }, additionalProperties: false }] }',
      '/allOf/1',
    ],
  ] as const) {
    it(`tells ${schema} at ${place}`, () => deepStrictEqual(inSchema(schema, version), [place]));
  }

  for (const [schema, version] of [
    ['{ minimum: 1, maximum: 1 }'],
    ['{ exclusiveMinimum: 1, maximum: 2 }', '3.1.0'],
    ['{ minLength: 1, maxLength: 1 }'],
    ['{ enum: [a, A, 1, "1", null] }'],
    ['{ type: string, nullable: true, enum: [a, null] }'],
    ['{ type: [string, "null"], enum: [a, null] }', '3.1.0'],
    ['{ type: number, enum: [1, 1.5] }'],
    ['{ enum: [a, b], const: b }', '3.1.0'],
    ['{ required: [a], properties: { a: { readOnly: true }, b: { writeOnly: true } } }'],
    ['{ required: [a], patternProperties: { "^a": {} }, additionalProperties: false }', '3.1.0'],
    ['{ allOf: [{ type: number }, { type: integer }] }'],
    ['{ allOf: [{ type: object }, { properties: { a: {} } }] }'],
    ['{ allOf: [{ enum: [a, b] }, { enum: [b, c] }] }'],
    ['{ allOf: [{ properties: { a: { type: string } } }, { properties: { a: { maxLength: 3 } } }] }'],
    ['{ allOf: [{ properties: { a: {} } }, { properties: { b: {} }, additionalProperties: false }] }'],
    ['{ oneOf: [{ type: string }, { type: integer }] }'],
    ['{ type: string, pattern: "[" }'],
    ['{ allOf: [{ type: { a: 1 } }, { type: string }] }'],
  ] as const) {
    it(`keeps quiet about ${schema}`, () => deepStrictEqual(inSchema(schema, version), []));
  }

  it('tells a clash where it arises, not again at every heir', () => {
    const others = `    Base: { allOf: [{ type: string }, { type: integer }] }`;
    deepStrictEqual(
      contradictions(schemaOf("{ allOf: [{ $ref: '#/components/schemas/Base' }] }", '3.0.3', others)),
      ['/components/schemas/Base/allOf/1'],
    );
  });

  it('tells what clashes with the target of a $ref in 3.1 only', () => {
    const others = `    Name: { type: string }`;
    const schema = "{ properties: { n: { $ref: '#/components/schemas/Name', type: integer } } }";
    deepStrictEqual(contradictions(schemaOf(schema, '3.0.3', others)), []);
    deepStrictEqual(contradictions(schemaOf(schema, '3.1.0', others)), [`${SCHEMA}/properties/n/$ref`]);
  });
});

describe('required fields that can never travel', () => {
  const used = (request: string, answer: string, schemas: string) =>
    contradictions(
      documentOf(`paths:
  /parcels:
    post:
      requestBody: { content: { application/json: { schema: ${request} } } }
      responses: { '200': { description: Fine, content: { application/json: { schema: ${answer} } } } }
components:
  schemas:
${schemas}`),
    );
  const ref = (name: string) => `{ $ref: '#/components/schemas/${name}' }`;
  const ORDER = '    Order: { type: object, required: [id], properties: { id: { readOnly: true } } }';

  it('tells a readOnly one of a schema that only requests use', () => {
    deepStrictEqual(used(ref('Order'), '{}', ORDER), ['/components/schemas/Order/properties/id']);
    deepStrictEqual(used(ref('List'), '{}', `    List: { type: array, items: ${ref('Order')} }\n${ORDER}`), [
      '/components/schemas/Order/properties/id',
    ]);
    deepStrictEqual(used('{ required: [id], properties: { id: { readOnly: true } } }', '{}', '    A: {}'), [
      '/paths/~1parcels/post/requestBody/content/application~1json/schema/properties/id',
    ]);
  });

  it('tells a writeOnly one of a schema that only answers use', () => {
    const key = '    Key: { type: object, required: [key], properties: { key: { writeOnly: true } } }';
    deepStrictEqual(used('{}', ref('Key'), key), ['/components/schemas/Key/properties/key']);
    deepStrictEqual(used(ref('Key'), '{}', key), []);
  });

  it('keeps quiet where both use it, however far away, and where it is not required', () => {
    deepStrictEqual(used(ref('Order'), `{ type: array, items: ${ref('Order')} }`, ORDER), []);
    deepStrictEqual(used(ref('Order'), '{}', ORDER.replace('required: [id], ', '')), []);
    deepStrictEqual(
      used(ref('Order'), ref('Page'), `    Page: { properties: { items: ${ref('Order')} } }\n${ORDER}`),
      [],
    );
  });
});
