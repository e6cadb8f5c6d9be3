import { deepStrictEqual, match } from 'node:assert/strict';
import type { JsonValue } from '../../../scripts/spec/document';
import { describeDocument, documentWith } from '../../support/describe-document';

/** The made body and the made answer of a POST, and what is said; `schemas`: `Body` and what it refers to. */
function valuesOf(schemas: string): { sent: JsonValue; answered: JsonValue; said: string[] } {
  const { contract, problems } = describeDocument(
    documentWith(
      `paths:
  /p:
    post:
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Body' } } } }
      responses: { '200': { description: Fine, content: { application/json: { schema: { $ref: '#/components/schemas/Body' } } } } }
components:
  schemas:
${schemas.replace(/^(?=.)/gm, '    ')}
`,
      '3.1.0',
    ),
  );
  const [operation] = contract.operations;
  return {
    sent: operation?.requestBody?.content[0]?.sample ?? null,
    answered: operation?.responses[0]?.content[0]?.sample ?? null,
    said: problems.map(({ code, pointer, message }) => `${code} ${pointer}: ${message}`),
  };
}

const table: [what: string, schemas: string, want: JsonValue][] = [
  ['fills a text up to minLength', 'Body: { type: string, minLength: 9 }', 'stringstr'],
  ['cuts a text to maxLength', 'Body: { type: string, maxLength: 3 }', 'str'],
  [
    'makes a text of a pattern and a length',
    "Body: { type: string, pattern: '^[A-Z]+$', minLength: 4 }",
    'AAAA',
  ],
  [
    'makes a text of a pattern that looks ahead and behind',
    "Body: { type: string, pattern: '^(?!-)[a-z0-9-]{2,5}(?<!-)$' }",
    'aa',
  ],
  ['makes a text of letters of any language', "Body: { type: string, pattern: '^\\p{Lu}\\p{L}*$' }", 'A'],
  ['makes bytes in Base64', 'Body: { type: string, format: byte }', 'dmFsdWUx'],
  ['makes a multiple', 'Body: { type: integer, multipleOf: 7, minimum: 8 }', 14],
  [
    'makes a decimal multiple',
    'Body: { type: number, multipleOf: 0.05, exclusiveMinimum: 0.1, maximum: 0.2 }',
    0.15,
  ],
  ['stays between open bounds', 'Body: { type: number, exclusiveMinimum: 0, exclusiveMaximum: 1 }', 0.5],
  [
    'makes items that differ',
    'Body: { type: array, minItems: 3, uniqueItems: true, items: { type: integer, minimum: 5 } }',
    [5, 6, 7],
  ],
  [
    'makes items of an enum that differ',
    'Body: { type: array, minItems: 2, uniqueItems: true, items: { enum: [a, b] } }',
    ['a', 'b'],
  ],
  [
    'makes objects that differ',
    'Body: { type: array, minItems: 2, uniqueItems: true, items: { type: object, required: [n], properties: { n: { type: integer } } } }',
    [{ n: 0 }, { n: 1 }],
  ],
  [
    'holds an item that contains asks for',
    'Body: { type: array, items: { type: integer }, contains: { minimum: 9 } }',
    [9],
  ],
  [
    'has the items of a tuple, and those behind it',
    'Body: { type: array, minItems: 3, prefixItems: [{ type: integer }, { type: boolean }], items: { type: string } }',
    [0, true, 'string'],
  ],
  [
    'has as many members as minProperties asks for',
    'Body: { type: object, minProperties: 2, additionalProperties: { type: integer, minimum: 3 } }',
    { property1: 3, property2: 3 },
  ],
  [
    'names members as propertyNames asks',
    "Body: { type: object, minProperties: 1, propertyNames: { pattern: '^x-' }, additionalProperties: { type: boolean } }",
    { 'x-': true },
  ],
  [
    'names members as patternProperties asks',
    "Body: { type: object, minProperties: 1, patternProperties: { '^[0-9]{2}$': { type: boolean } }, additionalProperties: false }",
    { '00': true },
  ],
  [
    'has what is required and declared nowhere',
    'Body: { type: object, required: [a, b], properties: { a: { type: integer } } }',
    { a: 0, b: 'string' },
  ],
  [
    'has what another member asks for',
    'Body: { type: object, required: [a], properties: { a: { type: integer } }, dependentRequired: { a: [b] } }',
    { a: 0, b: 'string' },
  ],
  [
    'satisfies the branch behind if',
    `Body:
  type: object
  required: [kind]
  properties: { kind: { enum: [big, small] }, size: { type: integer } }
  if: { properties: { kind: { const: big } } }
  then: { properties: { size: { minimum: 100 } }, required: [size] }`,
    { kind: 'big', size: 100 },
  ],
  [
    'satisfies one alternative only',
    `Body:
  oneOf:
    - { type: object, properties: { a: { type: integer } } }
    - { type: object, required: [b], properties: { b: { type: integer } }, additionalProperties: false }`,
    { a: 0 },
  ],
  [
    'breaks the other alternatives by a member that it need not have',
    `Body:
  oneOf:
    - { type: object, required: [a], properties: { a: { type: integer } } }
    - { type: object, required: [a], properties: { a: { type: integer }, b: { type: boolean } } }`,
    { a: 0, b: 'string' },
  ],
  [
    'breaks the other alternatives by a bound, a step or a type, also in items',
    `Body:
  type: object
  required: [bound, step, type, items]
  properties:
    bound: { oneOf: [{ type: integer, minimum: 5 }, { type: integer, minimum: 3 }] }
    step: { oneOf: [{ type: integer, multipleOf: 6 }, { type: integer, multipleOf: 4 }] }
    type: { oneOf: [{ type: integer }, { type: number }] }
    items: { oneOf: [{ type: array, items: { type: integer } }, { type: array, items: { type: number } }] }`,
    { bound: 3, step: 4, type: 0.5, items: [0.5] },
  ],
  [
    'breaks what not says, also inside',
    'Body: { type: object, required: [a], properties: { a: { type: array, items: { type: integer } } }, not: { properties: { a: { maxItems: 1 } } } }',
    { a: [0, 0] },
  ],
  [
    'is one of those that build on a schema with a discriminator',
    `Body:
  type: object
  required: [by]
  properties: { by: { type: string }, load: { type: array, items: { $ref: '#/components/schemas/Body' } } }
  discriminator: { propertyName: by, mapping: { ship: Sea, truck: '#/components/schemas/Road' } }
Road: { allOf: [{ $ref: '#/components/schemas/Body' }, { type: object, required: [wheels], properties: { wheels: { type: integer } } }] }
Sea: { allOf: [{ $ref: '#/components/schemas/Body' }, { type: object, required: [deck], properties: { deck: { type: boolean } } }] }`,
    { by: 'ship', load: [], deck: true },
  ],
  [
    'has no member that must not be there',
    'Body: { type: object, properties: { old: false, a: { type: integer } } }',
    { a: 0 },
  ],
  ['makes a duration', 'Body: { type: string, format: duration }', 'P1D'],
  ['is not what not says', 'Body: { type: string, not: { enum: [string] } }', ''],
  [
    'joins three levels of allOf, one of them closed',
    `Body: { allOf: [{ $ref: '#/components/schemas/One' }], required: [c], properties: { c: { const: 7 } } }
One: { allOf: [{ $ref: '#/components/schemas/Two' }, { properties: { b: { type: integer, minimum: 2 } } }] }
Two: { type: object, required: [a], properties: { a: { type: integer }, b: {}, c: {} }, additionalProperties: false }`,
    { a: 0, b: 2, c: 7 },
  ],
  [
    'keeps an example, before a default, before an enum',
    `Body:
  type: object
  properties:
    one: { type: string, enum: [a, b, c], default: b, example: c }
    two: { type: string, enum: [a, b, c], default: b }
    three: { type: string, enum: [a, b, c] }
    four: { type: string, examples: [c], default: b }
    five: { const: 5, default: 4 }
    six: { $ref: '#/components/schemas/Shared' }
    seven: { $ref: '#/components/schemas/Shared' }
Shared: { type: integer, default: 40 }`,
    { one: 'c', two: 'b', three: 'a', four: 'c', five: 5, six: 40, seven: 40 },
  ],
  [
    'corrects what of an example breaks its schema, and keeps the rest',
    'Body: { type: object, required: [n, t], properties: { n: { type: integer, maximum: 5 }, t: { type: string } }, example: { n: 9, t: kept } }',
    { n: 0, t: 'kept' },
  ],
  [
    'keeps an example that is none of its format: the author knows what the server takes',
    "Body: { type: string, format: date-time, example: '2026-01-01 10:00' }",
    '2026-01-01 10:00',
  ],
];

describe('a made value', () => {
  for (const [what, schemas, want] of table) {
    it(what, () => deepStrictEqual(valuesOf(schemas), { sent: want, answered: want, said: [] }));
  }

  it('holds what travels in its direction only: in lists, in allOf, in examples', () => {
    const schemas = `Body:
  allOf:
    - { $ref: '#/components/schemas/Thing' }
    - { required: [id, pin], properties: { list: { type: array, items: { $ref: '#/components/schemas/Thing' } } } }
Thing:
  type: object
  required: [id, pin]
  properties: { id: { type: integer, readOnly: true }, pin: { type: integer, writeOnly: true }, name: { type: string } }
  example: { id: 1, pin: 2, name: Ada }`;
    deepStrictEqual(valuesOf(schemas), {
      sent: { pin: 2, name: 'Ada', list: [{ pin: 2, name: 'Ada' }] },
      answered: { id: 1, name: 'Ada', list: [{ id: 1, name: 'Ada' }] },
      said: [],
    });
  });

  it('need not hold what another branch of allOf says does not travel', () => {
    const schemas = `Body: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { id: { readOnly: true }, pin: { writeOnly: true } } }] }
Base: { type: object, required: [id, pin, name], properties: { id: { type: integer }, pin: { type: integer }, name: { type: string } } }`;
    deepStrictEqual(valuesOf(schemas), {
      sent: { pin: 0, name: 'string' },
      answered: { id: 0, name: 'string' },
      said: [],
    });
  });

  it('is told once where there is none, with the place of the rule', () => {
    const { said } = valuesOf(
      'Body: { type: object, required: [n], properties: { n: { type: integer, minimum: 5, maximum: 4 } } }',
    );
    deepStrictEqual(said, [
      'NO_VALUE /components/schemas/Body/properties/n: no value is found that satisfies the schema: its /n breaks `maximum`',
    ]);
  });

  it('is not looked for without end', () => {
    for (const schemas of [
      'Body: { type: array, minItems: 1000000000, items: { type: integer } }',
      'Body: { type: string, minLength: 1000000000 }',
      "Body: { type: object, required: [b], properties: { b: { $ref: '#/components/schemas/Body' } } }",
      'Body: { type: object, minProperties: 1000000000 }',
      `Body: { allOf: [${'{ oneOf: [{ required: [a] }, { required: [b] }, { required: [c] }] },'.repeat(20)} { maxProperties: 0, minProperties: 1 }] }`,
    ]) {
      const { said } = valuesOf(schemas);
      match(said.join('\n'), /^NO_VALUE [^\n]*$/, schemas.slice(0, 60));
    }
  });
});
