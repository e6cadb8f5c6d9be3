import { deepStrictEqual } from 'node:assert/strict';
import { findingsIn, placesOf, SCHEMA, schemaOf } from '../../../support/contract-findings';

const undeclared = (schema: string, others = '', version = '3.0.3') =>
  placesOf('UNDECLARED_FIELD', schemaOf(schema, version, others)).map((place) => place?.replace(SCHEMA, ''));
const ref = (name: string) => `{ $ref: '#/components/schemas/${name}' }`;

describe('required fields that nobody declares', () => {
  it('tells each, with the name that comes near', () => {
    const findings = findingsIn(
      schemaOf('{ type: object, required: [id, weigth], properties: { id: {}, weight: {} } }'),
    );
    deepStrictEqual(
      findings.map(({ code, pointer, hint }) => [code, pointer, hint]),
      [['UNDECLARED_FIELD', `${SCHEMA}/required/1`, 'did you mean weight']],
    );
  });

  it('tells one that no branch of an allOf declares', () => {
    deepStrictEqual(undeclared('{ allOf: [{ required: [a] }, { properties: { b: {} } }] }'), [
      '/allOf/0/required/0',
    ]);
    deepStrictEqual(undeclared('{ required: [a], items: { properties: { a: {} } }, type: array }'), [
      '/required/0',
    ]);
  });

  for (const schema of [
    '{ required: [a], properties: { a: {} } }',
    '{ required: [a], allOf: [{ properties: { a: {} } }] }',
    '{ properties: { a: {} }, allOf: [{ required: [a] }] }',
    '{ allOf: [{ required: [a] }, { allOf: [{ properties: { a: {} } }] }] }',
    '{ properties: { a: {}, b: {} }, oneOf: [{ required: [a] }, { required: [b] }] }',
    '{ properties: { a: {} }, anyOf: [{ allOf: [{ required: [a] }] }] }',
    '{ properties: { a: {} }, not: { required: [b] } }',
    '{ required: [a], additionalProperties: { type: string } }',
    '{ required: [constructor], properties: { constructor: {} } }',
  ]) {
    it(`keeps quiet about ${schema}`, () => deepStrictEqual(undeclared(schema), []));
  }

  it('knows the fields that patterns declare', () => {
    deepStrictEqual(undeclared('{ required: [a1], patternProperties: { "^a": {} } }', '', '3.1.0'), []);
  });

  it('sees over references, in both directions', () => {
    deepStrictEqual(
      undeclared(`{ required: [a], allOf: [${ref('Base')}] }`, '    Base: { properties: { a: {} } }'),
      [],
    );
    deepStrictEqual(
      undeclared(`{ properties: { a: {} }, allOf: [${ref('Base')}] }`, '    Base: { required: [a] }'),
      [],
    );
  });

  it("is not misled by a brother's field", () => {
    const others = `    Base: { properties: { kind: {} } }
    Bag: { allOf: [${ref('Base')}, { properties: { a: {} } }] }`;
    deepStrictEqual(undeclared(`{ allOf: [${ref('Base')}, { required: [a] }] }`, others), [
      '/allOf/1/required/0',
    ]);
  });

  it('ends on schemas that lead to themselves', () => {
    deepStrictEqual(undeclared(`{ required: [a], allOf: [${ref('Parcel')}] }`), ['/required/0']);
  });
});
