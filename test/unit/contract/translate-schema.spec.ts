import { deepStrictEqual } from 'node:assert/strict';
import type { Schema } from '../../../scripts/contract/model';
import { type Given, translate } from '../../support/translate-schema';

const table: [sentence: string, given: Given, want: Schema][] = [
  [
    'a plain schema loses its annotations',
    { schema: '{ type: string, description: d, example: e, x-a: 1, default: q }' },
    { type: 'string' },
  ],
  [
    'nullable adds null to the type',
    { schema: '{ type: string, maxLength: 5, nullable: true }' },
    { type: ['string', 'null'], maxLength: 5 },
  ],
  ['nullable: false adds nothing', { schema: '{ type: string, nullable: false }' }, { type: 'string' }],
  [
    'nullable adds null to an enum that lacks it',
    { schema: '{ type: string, enum: [a], nullable: true }' },
    { type: ['string', 'null'], enum: ['a', null] },
  ],
  [
    'nullable leaves an enum alone that has null',
    { schema: '{ type: string, enum: [a, null], nullable: true }' },
    { type: ['string', 'null'], enum: ['a', null] },
  ],
  [
    'nullable around allOf is an alternative',
    { schema: '{ nullable: true, allOf: [{ type: object }] }' },
    { anyOf: [{ type: 'null' }, { allOf: [{ type: 'object' }] }] },
  ],
  [
    'nullable beside $ref is an alternative',
    { schema: '{ nullable: true, $ref: "#/components/schemas/A" }', components: '{ A: { type: object } }' },
    { anyOf: [{ type: 'null' }, { $ref: '#/definitions/A' }] },
  ],
  [
    'nullable means nothing in 3.1',
    { schema: '{ type: string, nullable: true }', version: '3.1.0' },
    { type: 'string' },
  ],
  [
    'a 3.1 list of types stays',
    { schema: '{ type: [string, "null"] }', version: '3.1.0' },
    { type: ['string', 'null'] },
  ],
  [
    'exclusiveMinimum: true becomes a number',
    { schema: '{ type: number, minimum: 1, exclusiveMinimum: true }' },
    { type: 'number', exclusiveMinimum: 1 },
  ],
  [
    'exclusiveMaximum: false goes',
    { schema: '{ type: number, maximum: 9, exclusiveMaximum: false }' },
    { type: 'number', maximum: 9 },
  ],
  [
    'a 3.1 exclusiveMinimum stays',
    { schema: '{ type: number, exclusiveMinimum: 0 }', version: '3.1.0' },
    { type: 'number', exclusiveMinimum: 0 },
  ],
  [
    'int32 becomes its bounds',
    { schema: '{ type: integer, format: int32 }' },
    { type: 'integer', minimum: -2147483648, maximum: 2147483647 },
  ],
  [
    'int32 keeps a narrower bound',
    { schema: '{ type: integer, format: int32, minimum: 1 }' },
    { type: 'integer', minimum: 1, maximum: 2147483647 },
  ],
  [
    'int64 and unknown formats are annotations',
    { schema: '{ type: integer, format: int64 }' },
    { type: 'integer' },
  ],
  [
    "the vendor's format json is an annotation",
    { schema: '{ type: string, format: json }' },
    { type: 'string' },
  ],
  [
    'a registered format stays',
    { schema: '{ type: string, format: date-time }' },
    { type: 'string', format: 'date-time' },
  ],
  [
    'a 3.0 $ref hides what stands beside it',
    { schema: '{ $ref: "#/components/schemas/A", maxLength: 2 }', components: '{ A: { type: string } }' },
    { $ref: '#/definitions/A' },
  ],
  [
    'a 3.1 $ref adds to what stands beside it',
    {
      schema: '{ $ref: "#/components/schemas/A", maxLength: 2 }',
      components: '{ A: { type: string } }',
      version: '3.1.0',
    },
    { allOf: [{ $ref: '#/definitions/A' }, { maxLength: 2 }] },
  ],
  [
    'the property named "" stays',
    { schema: '{ type: object, properties: { "": { type: string } } }' },
    { type: 'object', properties: { '': { type: 'string' } } },
  ],
  [
    'a property named like a keyword is a property',
    { schema: '{ properties: { nullable: { type: string }, $ref: { type: string } } }' },
    { properties: { nullable: { type: 'string' }, $ref: { type: 'string' } } },
  ],
  [
    'writeOnly is never in an answer',
    {
      schema:
        '{ type: object, required: [id, pin], properties: { id: { type: string }, pin: { type: string, writeOnly: true } } }',
    },
    { type: 'object', required: ['id'], properties: { id: { type: 'string' }, pin: false } },
  ],
  [
    'readOnly is not required in a request, and marked there',
    {
      schema: '{ type: object, required: [id], properties: { id: { type: string, readOnly: true } } }',
      direction: 'request',
    },
    { type: 'object', properties: { id: { type: 'string', readOnly: true } } },
  ],
  [
    'readOnly behind a reference counts',
    {
      schema: '{ required: [id], properties: { id: { $ref: "#/components/schemas/Id" } } }',
      components: '{ Id: { type: string, readOnly: true } }',
      direction: 'request',
    },
    { properties: { id: { allOf: [{ $ref: '#/definitions/Id' }], readOnly: true } } },
  ],
  [
    'prefixItems become items',
    { schema: '{ type: array, prefixItems: [{ type: string }] }', version: '3.1.0' },
    { type: 'array', items: [{ type: 'string' }] },
  ],
  [
    'dependentRequired becomes dependencies',
    { schema: '{ dependentRequired: { a: [b] } }', version: '3.1.0' },
    { dependencies: { a: ['b'] } },
  ],
  [
    'additionalProperties: false stays',
    { schema: '{ type: object, additionalProperties: false }' },
    { type: 'object', additionalProperties: false },
  ],
  [
    'a discriminator binds each branch to its value',
    {
      schema:
        '{ oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }], discriminator: { propertyName: kind, mapping: { meow: "#/components/schemas/Cat" } } }',
      components: '{ Cat: { type: object }, Dog: { type: object } }',
    },
    {
      oneOf: [
        {
          allOf: [
            { $ref: '#/definitions/Cat' },
            { required: ['kind'], properties: { kind: { enum: ['meow'] } } },
          ],
        },
        {
          allOf: [
            { $ref: '#/definitions/Dog' },
            { required: ['kind'], properties: { kind: { enum: ['Dog'] } } },
          ],
        },
      ],
    },
  ],
];

describe('translating a schema for the script host', () => {
  for (const [sentence, given, want] of table) {
    it(sentence, () => deepStrictEqual(translate(given).translated, want));
  }

  it('keeps recursion as a reference to itself', () => {
    const { definitions } = translate({
      schema: '{ $ref: "#/components/schemas/Node" }',
      components: '{ Node: { type: object, properties: { next: { $ref: "#/components/schemas/Node" } } } }',
    });
    deepStrictEqual(definitions, {
      Node: { type: 'object', properties: { next: { $ref: '#/definitions/Node' } } },
    });
  });

  it('keeps one name for each direction apart', () => {
    const components =
      '{ A: { type: object, required: [id], properties: { id: { type: string, readOnly: true } } } }';
    const schema = '{ $ref: "#/components/schemas/A" }';
    deepStrictEqual(translate({ schema, components, direction: 'response' }).definitions, {
      A: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
    });
    deepStrictEqual(translate({ schema, components, direction: 'request' }).definitions, {
      A: { type: 'object', properties: { id: { type: 'string', readOnly: true } } },
    });
  });

  it('drops a pattern that is no regular expression and says so, with its property', () => {
    const { translated, reports } = translate({
      schema: '{ type: object, properties: { code: { type: string, pattern: "^[A-" } } }',
    });
    deepStrictEqual(translated, { type: 'object', properties: { code: { type: 'string' } } });
    deepStrictEqual(reports, [
      '/s/properties/code/pattern: the pattern ^[A- of code is no regular expression; it is not checked',
    ]);
  });

  it('keeps a pattern that needs the u flag', () => {
    deepStrictEqual(translate({ schema: '{ pattern: "^\\\\p{L}+$" }' }).translated, { pattern: '^\\p{L}+$' });
  });

  it('names a format that nobody knows, and no other', () => {
    const { reports } = translate({
      schema:
        '{ properties: { a: { format: json }, b: { format: int64 }, c: { format: uuid }, d: { format: int32 } } }',
    });
    deepStrictEqual(reports, ['/s/properties/a/format: nobody knows the format json; it is not checked']);
  });

  it('names a pattern of properties that the script host cannot read', () => {
    const { translated, reports } = translate({
      schema: "{ patternProperties: { '^x-': { type: string }, '^[': {}, '^\\p{L}': {} } }",
      version: '3.1.0',
    });
    deepStrictEqual(translated, { patternProperties: { '^x-': { type: 'string' } } });
    deepStrictEqual(reports, [
      '/s/patternProperties/^[: the pattern ^[ cannot be expressed for the script host; it is not checked',
      '/s/patternProperties/^\\p{L}: the pattern ^\\p{L} cannot be expressed for the script host; it is not checked',
    ]);
  });

  it('drops a keyword with a value of the wrong kind and says so', () => {
    const { translated, reports } = translate({ schema: '{ type: string, minLength: "3" }' });
    deepStrictEqual(translated, { type: 'string' });
    deepStrictEqual(reports, ['/s/minLength: minLength must be a whole number from 0; it is not checked']);
  });
});
