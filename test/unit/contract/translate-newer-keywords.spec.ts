import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { translate } from '../../support/translate-schema';

describe('translating keywords that draft-07 does not have', () => {
  it('says what Ajv 6 would pass over in silence', () => {
    const { translated, reports } = translate({
      schema: '{ type: array, unevaluatedItems: false, contains: {}, minContains: 2 }',
      version: '3.1.0',
    });
    deepStrictEqual(translated, { type: 'array', contains: {} });
    deepStrictEqual(reports, [
      '/s/unevaluatedItems: unevaluatedItems cannot be expressed for the script host',
      '/s/minContains: minContains cannot be expressed for the script host',
    ]);
  });

  it('asks for no item where none is enough', () => {
    const of = (least: number) =>
      translate({ schema: `{ contains: { type: integer }, minContains: ${least} }`, version: '3.1.0' });
    deepStrictEqual([of(0).translated, of(0).reports], [{}, []]);
    deepStrictEqual([of(1).translated, of(1).reports], [{ contains: { type: 'integer' } }, []]);
  });

  it('takes members that no part names for additional ones', () => {
    const ruleOf = (schema: string) => {
      const { translated, reports } = translate({ schema, version: '3.1.0' });
      deepStrictEqual(reports, []);
      return (translated as { allOf?: unknown[] }).allOf?.at(-1);
    };
    deepStrictEqual(
      ruleOf(
        "{ unevaluatedProperties: { type: integer }, properties: { a: {} }, allOf: [{ patternProperties: { '^x-': {} } }], anyOf: [{ properties: { b: {} } }], if: {}, then: { properties: { c: {} } }, dependentSchemas: { a: { properties: { d: {} } } } }",
      ),
      {
        properties: { a: true, b: true, c: true, d: true },
        patternProperties: { '^x-': true },
        additionalProperties: { type: 'integer' },
      },
    );
    for (const open of ['additionalProperties: { type: string }', 'unevaluatedProperties: true'])
      strictEqual(ruleOf(`{ unevaluatedProperties: false, if: { ${open} }, then: true }`), undefined);
  });

  it('wants Base64 in what is sent only where a content encoding says so', () => {
    const schema = '{ type: string, contentEncoding: base64 }';
    deepStrictEqual(translate({ schema, version: '3.1.0', direction: 'request' }).translated, {
      type: 'string',
      format: 'byte',
    });
    deepStrictEqual(translate({ schema, version: '3.1.0' }).translated, { type: 'string' });
  });

  it('translates a chain of a thousand schemas', () => {
    const names = [...Array(1000).keys()];
    const schemas = names.map(
      (n) => `S${n}: { properties: { next: { $ref: '#/components/schemas/S${n + 1}' } } }`,
    );
    const { definitions } = translate({
      schema: "{ $ref: '#/components/schemas/S0' }",
      components: [...schemas, 'S1000: { type: integer }'].join('\n'),
    });
    deepStrictEqual(Object.keys(definitions).length, 1001);
    deepStrictEqual(definitions.S999, { properties: { next: { $ref: '#/definitions/S1000' } } });
  });
});
