import assert from 'node:assert/strict';
import { checkCall } from '../support/script-host-collection';
import { hosts, openScriptHost, type ScriptHost } from '../support/script-host-sandbox';

const rule = (schema: object, definitions?: object) => ({ schema, definitions });

/** What a schema says of a value, where Ajv 6 by itself says something else. */
const rules: [string, { schema: object; definitions?: object | undefined }, unknown, boolean][] = [
  ['a required name of Object.prototype is missed', rule({ required: ['constructor'] }), {}, false],
  ['a required name of Object.prototype is found', rule({ required: ['toString'] }), { toString: 1 }, true],
  ['0.07 is a multiple of 0.01', rule({ multipleOf: 0.01 }), 0.07, true],
  ['an amount of millions is a multiple of 0.01', rule({ multipleOf: 0.01 }), 123456789.07, true],
  ['0.075 is no multiple of 0.01', rule({ multipleOf: 0.01 }), 0.075, false],
  ['\\p{L} is a letter', rule({ pattern: '^\\p{L}+$' }), 'Ярослав', true],
  ['a digit is not', rule({ pattern: '^\\p{L}+$' }), '4', false],
  ['a dot is one character beyond the first plane', rule({ pattern: '^.$' }), '😀', true],
  ['a pattern that is illegal with u works without', rule({ pattern: '^\\d\\-\\d$' }), '1-2', true],
  ['and refuses', rule({ pattern: '^\\d\\-\\d$' }), '1+2', false],
  ['a pattern says nothing of numbers', rule({ pattern: '^a$' }), 4, true],
  ['false allows nothing', rule({ not: {} }), {}, false],
  [
    'a definition may refer to itself',
    rule({ $ref: '#/definitions/Tree' }, { Tree: { items: { $ref: '#/definitions/Tree' }, type: 'array' } }),
    [[], [[]]],
    true,
  ],
  [
    'and holds at every depth',
    rule({ $ref: '#/definitions/Tree' }, { Tree: { items: { $ref: '#/definitions/Tree' }, type: 'array' } }),
    [[], [[4]]],
    false,
  ],
  ['the empty name is a name', rule({ properties: { '': { type: 'string' } } }), { '': 4 }, false],
];

const kinds = Object.fromEntries(
  ['letter', 'parcel', 'pallet', 'cargo'].map((kind) => [
    kind,
    {
      type: 'object',
      required: ['kind', 'width'],
      properties: { kind: { const: kind }, width: { maximum: 9 } },
    },
  ]),
);
const anyKind = { oneOf: Object.keys(kinds).map((kind) => ({ $ref: `#/definitions/${kind}` })) };
const party = { required: ['id'], anyOf: [{ required: ['phone'] }, { required: ['email'] }] };

/** What is said of a value that breaks a schema. */
const messages: [string, { schema: object; definitions?: object | undefined }, unknown, string][] = [
  [
    'a field that is for requests only is told, and not shown',
    rule({ properties: { password: false } }),
    { password: 'swordfish' },
    'at /password (should not be in an answer), came (hidden)',
  ],
  [
    'of a choice, the branch is told whose fixed value came',
    rule(anyKind, kinds),
    { kind: 'pallet', width: 10 },
    'at the root (oneOf: should match exactly one), came an object, ' +
      'the nearest of 4 breaks at /width (maximum: should be <= 9), came 10',
  ],
  [
    'a choice deep below is told with its place, and what stands beside it, too',
    rule(
      { properties: { size: { type: 'string' }, items: { items: anyKind }, date: { type: 'string' } } },
      kinds,
    ),
    { size: 4, items: [{ kind: 'letter', width: 1 }, { kind: 'parcel' }], date: 5 },
    'at /size (type: should be string), came 4; ' +
      'at /items/1 (oneOf: should match exactly one), came an object, ' +
      "the nearest of 4 breaks at /items/1 (required: should have required property 'width'), came an object; " +
      'at /date (type: should be string), came 5',
  ],
  [
    'a choice in a choice is told from the outside in',
    rule({ anyOf: [{ type: 'string' }, { type: 'object', properties: { a: anyKind } }] }, kinds),
    { a: { kind: 'cargo', width: 12 } },
    'at the root (anyOf: should match some schema in anyOf), came an object, the nearest of 2 breaks ' +
      'at /a (oneOf: should match exactly one), came an object, the nearest of 4 breaks ' +
      'at /a/width (maximum: should be <= 9), came 12',
  ],
  [
    'what a choice says is not taken for what its neighbours say',
    rule(party),
    {},
    "at the root (required: should have required property 'id'), came an object; " +
      'at the root (anyOf: should match some schema in anyOf), came an object, ' +
      "the nearest of 2 breaks at the root (required: should have required property 'phone'), came an object",
  ],
  [
    'a value that fits two branches is told',
    rule({ oneOf: [{ type: 'number' }, { minimum: 2 }, { type: 'string' }] }),
    4,
    'at the root (oneOf: should match exactly one, matches more), came 4',
  ],
];

for (const name of hosts) {
  describe(`a body and its schema in ${name}`, () => {
    let host: ScriptHost;
    before(async () => {
      host = await openScriptHost(name);
    });
    after(() => host.close());

    const problemOf = async (schema: object, value: unknown, definitions: object = {}) => {
      const answers = { '200': { 'application/json': schema as never } };
      const call = checkCall({ operation: 'GET /things', answers, definitions: definitions as never });
      const headers = { 'content-type': 'application/json' };
      const verdicts = await host.judge(call, { code: 200, headers, body: JSON.stringify(value) });
      const verdict = verdicts.find((one) => one.name === 'body satisfies its schema');
      assert.ok(verdict !== undefined);
      return verdict.message;
    };

    for (const [title, { schema, definitions }, value, isKept] of rules) {
      it(title, async () => {
        assert.equal((await problemOf(schema, value, definitions)) === undefined, isKept);
      });
    }

    for (const [title, { schema, definitions }, value, message] of messages) {
      it(title, async () => {
        assert.equal(
          await problemOf(schema, value, definitions),
          `GET /things: promises a schema that the body breaks ${message}`,
        );
      });
    }

    describe('with schemas that requests share', () => {
      const shared = {
        Box: {
          type: 'object',
          properties: { lid: { $ref: '#/definitions/a~1b%20c' }, size: { $ref: '#/definitions/Size' } },
        },
        'a/b c': { type: 'object', properties: { box: { $ref: '#/definitions/Box' } } },
        Size: { type: 'integer' },
        Choice: { oneOf: [{ $ref: '#/definitions/Size' }, { $ref: '#/definitions/Box' }] },
        Never: { $ref: '#/definitions/nobody-has-it' },
      };
      const problemIn = async (schema: object, value: unknown, definitions: object = {}) => {
        const answers = { '200': { 'application/json': schema as never } };
        const call = checkCall({ operation: 'GET /things', answers, definitions: definitions as never });
        const script = `contract.shared = () => (${JSON.stringify(shared)});\n${call}`;
        const headers = { 'content-type': 'application/json' };
        const verdicts = await host.judge(script, { code: 200, headers, body: JSON.stringify(value) });
        assert.deepEqual(verdicts.map((one) => one.name).slice(2), ['body satisfies its schema']);
        return verdicts.at(-1)?.message?.replace('GET /things: promises a schema that the body breaks ', '');
      };
      const box = { $ref: '#/definitions/Box' };

      it('follows them to their end', async () => {
        assert.equal(await problemIn(box, { lid: { box: { size: 1 } } }), undefined);
        assert.equal(
          await problemIn(box, { lid: { box: { size: 'S' } } }),
          'at /lid/box/size (type: should be integer), came "S"',
        );
      });

      it('follows them out of the branch of a choice', async () => {
        assert.equal(
          await problemIn({ $ref: '#/definitions/Choice' }, { size: 'S' }),
          'at the root (oneOf: should match exactly one), came an object, ' +
            'the nearest of 2 breaks at /size (type: should be integer), came "S"',
        );
      });

      it('follows as many of them as a value goes through, in a circle of thousands', async () => {
        const circle = Array.from({ length: 3000 }, (_, index) => {
          const next = { $ref: `#/definitions/P${(index + 1) % 3000}` };
          return [`P${index}`, { type: 'object', properties: { next, at: { const: index } } }];
        });
        const [first, parts] = [{ $ref: '#/definitions/P0' }, Object.fromEntries(circle)];
        assert.equal(await problemIn(first, { at: 0, next: { at: 1, next: { at: 2 } } }, parts), undefined);
        assert.equal(
          await problemIn(first, { at: 0, next: { at: 1, next: { at: 9 } } }, parts),
          'at /next/next/at (const: should be 2), came 9',
        );
      });

      it("prefers the request's own", async () => {
        const own = { Size: { enum: ['S', 'M'] } };
        assert.equal(await problemIn(box, { size: 'S' }, own), undefined);
        assert.equal(
          await problemIn(box, { size: 1 }, own),
          'at /size (enum: should be one of ["S","M"]), came 1',
        );
      });
    });

    for (const [what, schema] of [
      ['a pattern that nobody can read', { pattern: '(' }],
      ['a reference to a schema that is not there', { $ref: '#/definitions/Thing' }],
    ] as const) {
      it(`${what} fails a check`, async () => {
        const answers = { '200': { 'application/json': schema } };
        const call = checkCall({ operation: 'GET /things', answers });
        const answered = { code: 200, headers: { 'content-type': 'application/json' }, body: '"a"' };
        const failed = (await host.judge(call, answered)).filter(({ message }) => message !== undefined);
        assert.deepEqual(
          failed.map((one) => one.name),
          ["the contract's checks run"],
        );
      });
    }
  });
}
