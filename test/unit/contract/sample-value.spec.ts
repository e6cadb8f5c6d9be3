import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import type { JsonValue } from '../../../scripts/spec/document';
import { describeDocument, documentWith } from '../../support/describe-document';

/** The made body of a POST whose schema is `Body`, and what is said about it. */
function bodyOf(schemas: string, required = true): { sample: JsonValue | undefined; said: string[] } {
  const { contract, problems } = describeDocument(
    documentWith(`paths:
  /p:
    post:
      requestBody:
        required: ${required}
        content: { application/json: { schema: { $ref: '#/components/schemas/Body' } } }
      responses: { '204': { description: Fine } }
components:
  schemas:
${schemas.replace(/^(?=.)/gm, '    ')}
`),
  );
  const sample = contract.operations[0]?.requestBody?.content[0]?.sample;
  return { sample, said: problems.map(({ pointer, message }) => `${pointer}: ${message}`) };
}

const table: [what: string, schemas: string, want: JsonValue][] = [
  [
    'leaves out what leads back to the schema',
    `Body: { type: object, properties: { a: { type: integer, example: 1 }, up: { $ref: '#/components/schemas/Body' } } }`,
    { a: 1 },
  ],
  [
    'ends a list where its items lead back',
    `Body: { type: object, required: [down], properties: { down: { type: array, items: { $ref: '#/components/schemas/Body' } } } }`,
    { down: [] },
  ],
  [
    'ends with null where that is allowed',
    `Body: { type: object, required: [up], properties: { up: { nullable: true, allOf: [{ $ref: '#/components/schemas/Body' }] } } }`,
    { up: null },
  ],
  [
    'goes round through another schema once',
    `Body: { type: object, required: [one], properties: { one: { $ref: '#/components/schemas/One' } } }
One: { type: object, required: [b], properties: { b: { type: string }, body: { $ref: '#/components/schemas/Body' } } }`,
    { one: { b: 'string' } },
  ],
  [
    'takes the first alternative that has an end',
    `Body: { oneOf: [{ $ref: '#/components/schemas/Endless' }, { $ref: '#/components/schemas/Plain' }] }
Endless: { type: object, required: [e], properties: { e: { $ref: '#/components/schemas/Endless' } } }
Plain: { type: object, properties: { p: { type: boolean } } }`,
    { p: true },
  ],
  [
    'says by the discriminator which alternative it is',
    `Body:
  oneOf: [{ $ref: '#/components/schemas/Box' }, { $ref: '#/components/schemas/Bag' }]
  discriminator: { propertyName: kind, mapping: { b1: '#/components/schemas/Box' } }
Box: { type: object, required: [kind, size], properties: { kind: { type: string }, size: { type: integer, example: 3 } } }
Bag: { type: object, properties: { kind: { type: string } } }`,
    { kind: 'b1', size: 3 },
  ],
  [
    'merges allOf, and leaves out what is read only in any branch',
    `Body: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { id: { readOnly: true } } }] }
Base: { type: object, required: [id], properties: { id: { type: string }, name: { type: string, example: Ada } } }`,
    { name: 'Ada' },
  ],
  [
    'makes texts of numbers where the schema says text, and numbers of texts',
    `Body: { type: object, properties: { text: { type: string, example: 12 }, flag: { type: string, example: true }, count: { type: integer, example: '7' }, is: { type: boolean, example: 'false' } } }`,
    { text: '12', flag: 'true', count: 7, is: false },
  ],
  [
    'makes a text that matches its pattern',
    `Body: { type: object, properties: { code: { type: string, pattern: '^[A-Z]{2}-[0-9]{3}$' } } }`,
    { code: 'AA-000' },
  ],
];

describe('making a body', () => {
  for (const [what, schemas, want] of table) {
    it(what, () => deepStrictEqual(bodyOf(schemas), { sample: want, said: [] }));
  }

  it('holds only what is required where the body is optional, whichever branch of allOf requires it', () => {
    const schemas = `Body: { allOf: [{ $ref: '#/components/schemas/Base' }, { required: [b] }] }
Base: { type: object, required: [a], properties: { a: { type: integer }, b: { type: integer }, c: { type: integer } } }`;
    deepStrictEqual(bodyOf(schemas, false).sample, { a: 0, b: 0 });
    deepStrictEqual(bodyOf(schemas, true).sample, { a: 0, b: 0, c: 0 });
  });

  it('makes another example where the given one cannot be a text of its pattern, and says so', () => {
    const { sample, said } = bodyOf(
      `Body: { type: object, properties: { code: { type: string, pattern: '^[0-9]{5}$', example: 123 } } }`,
    );
    deepStrictEqual(sample, { code: '00000' });
    strictEqual(said.length, 1);
    match(said[0] ?? '', /^\/components\/schemas\/Body\/properties\/code\/example: the example 123 /);
  });

  it('goes less deep where every schema leads to every other, and as deep everywhere', () => {
    const names = Array.from({ length: 50 }, (_, index) => `P${index}`);
    const links = names.map((name) => `${name}: { $ref: '#/components/schemas/${name}' }`).join(', ');
    const schemas = ['Body', ...names].map(
      (name) =>
        `${name}: { type: object, required: [name], properties: { name: { type: string }, ${links} } }\n`,
    );
    const { sample, said } = bodyOf(schemas.join(''));
    const inside = names.map((name) => [name, { name: 'string' }] as const);
    deepStrictEqual(sample, { name: 'string', ...Object.fromEntries(inside) });
    deepStrictEqual(said, []);
  });

  it('makes no value that is too large to send, and says so', () => {
    const level = (index: number) =>
      `L${index}: { type: object, required: [a, b], properties: { a: { $ref: '#/components/schemas/L${index + 1}' }, b: { $ref: '#/components/schemas/L${index + 1}' } } }\n`;
    const levels = Array.from({ length: 30 }, (_, index) => level(index)).join('');
    const { sample, said } = bodyOf(
      `${levels}L30: { type: string }\nBody: { $ref: '#/components/schemas/L0' }`,
    );
    strictEqual(sample, null);
    strictEqual(said.length, 1);
  });

  it('makes none where only an endless value would do, and says so', () => {
    const { sample, said } = bodyOf(
      `Body: { type: object, required: [b], properties: { b: { $ref: '#/components/schemas/Body' } } }`,
    );
    strictEqual(sample, null);
    strictEqual(said.length, 1);
    match(said[0] ?? '', /endless/);
  });
});
