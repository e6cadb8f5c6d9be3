import assert from 'node:assert/strict';
import { readProfile } from '../../../scripts/contract/profile/read-profile';
import type { Problem } from '../../../scripts/spec/problem';
import { withScratchFolder } from '../../support/scratch-folder';
import { thrownProblems } from '../../support/thrown-problems';

const refused = (text: string): Promise<readonly Problem[]> =>
  withScratchFolder({ 'p.yaml': text }, (folder) => thrownProblems(() => readProfile('p.yaml', folder)));

/** A profile with one variable; its members begin at line 3. */
const variable = (...members: string[]) =>
  `variables:\n  shop:\n${members.map((line) => `    ${line}\n`).join('')}`;

describe('readProfile: how calls depend on each other', () => {
  it('reads variables of every kind, an order, what reads back, and refusals', async () => {
    const text = `variables:
  shipmentId:
    to: { 'POST /shipments/uploads/{id}': path id, GET /shipments: 'query ids[]' }
  number: { from: { POST /shipments: /number, PUT /shipments: header X-Number } }
  depot:
    lookUp: { send: 'GET /depots?countries[]={{country}}&limit=1', take: /items/0/id }
    to: { POST /shipments: [body /depots/0, header X-Depot] }
  country: { value: PL, description: Where it leaves. }
  from: { date: { workdays: 2, text: '{date}T10:00:00Z' } }
order: [['DELETE /registry/{id}', POST /registry]]
readsBack: { 'PUT /registry/{id}': { /description: /text } }
notNow: [{ operation: POST /returns, statuses: [403, 404], reason: it is late }]
`;
    const { profile } = await withScratchFolder({ 'p.yaml': text }, (folder) =>
      readProfile('p.yaml', folder),
    );
    assert.deepEqual(Object.keys(profile.variables ?? {}), [
      'shipmentId',
      'number',
      'depot',
      'country',
      'from',
    ]);
    assert.deepEqual(profile.variables?.shipmentId?.to, {
      'POST /shipments/uploads/{id}': 'path id',
      'GET /shipments': 'query ids[]',
    });
    assert.deepEqual(profile.variables?.depot?.lookUp, {
      send: 'GET /depots?countries[]={{country}}&limit=1',
      take: '/items/0/id',
    });
    assert.deepEqual(profile.order, [['DELETE /registry/{id}', 'POST /registry']]);
    assert.deepEqual(profile.readsBack, { 'PUT /registry/{id}': { '/description': '/text' } });
    assert.deepEqual(profile.notNow?.[0]?.statuses, [403, 404]);
  });

  const shop = '/variables/shop';
  const place = 'a place in a request, such as path id, query ids[], header X-Id or body /shipments/0';
  const cases: [what: string, text: string, line: number, pointer: string, words: Partial<Problem>][] = [
    ['a variable of nothing', 'variables:\n  shop:\n', 2, shop, { expected: 'an object' }],
    [
      'a name with a dash',
      'variables:\n  shop-id: {value: 1}\n',
      2,
      '/variables/shop-id',
      { hint: 'did you mean shopId' },
    ],
    ['a name of the scripts', 'variables:\n  jwt: {value: a}\n', 2, '/variables/jwt', {}],
    [
      'the name of what is deleted',
      'variables:\n  deletedShop: {value: a}\n',
      2,
      '/variables/deletedShop',
      {},
    ],
    [
      'two sources',
      variable('value: 1', 'date: {workdays: 1, text: "{date}"}'),
      4,
      `${shop}/date`,
      { message: 'shop has `value` and `date`', expected: 'one of from, lookUp, date, value' },
    ],
    [
      'a misspelt source',
      variable('lookup: {send: GET /a, take: /b}'),
      3,
      `${shop}/lookup`,
      { hint: 'did you mean lookUp' },
    ],
    ['no answers', variable('from: {}'), 3, `${shop}/from`, { expected: 'at least 1 in it' }],
    [
      'a misspelt operation',
      variable('from: {post /a: /b}'),
      3,
      `${shop}/from/post ~1a`,
      { hint: 'did you mean POST /a' },
    ],
    [
      'an answer’s field in dots',
      variable('from: {POST /a: b.c}'),
      3,
      `${shop}/from/POST ~1a`,
      { hint: 'did you mean /b/c' },
    ],
    [
      'a request’s place without a word',
      variable('to:', '  POST /a: /b'),
      4,
      `${shop}/to/POST ~1a`,
      { expected: place },
    ],
    [
      'a request’s place with another word',
      variable('to:', '  POST /a: cookie b'),
      4,
      `${shop}/to/POST ~1a`,
      { expected: place },
    ],
    [
      'a request’s place with a colon',
      variable('to:', '  POST /a:', '    - path b', '    - "Query: ids[]"'),
      6,
      `${shop}/to/POST ~1a/1`,
      { hint: 'did you mean query ids[]' },
    ],
    [
      'a body’s place without a slash',
      variable('to:', '  POST /a: body b'),
      4,
      `${shop}/to/POST ~1a`,
      { expected: place },
    ],
    [
      'a lookup that writes',
      variable('lookUp:', '  send: POST /a', '  take: /b'),
      4,
      `${shop}/lookUp/send`,
      { expected: 'a GET with its query, such as GET /divisions?limit=1' },
    ],
    [
      'a lookup of nothing',
      variable('lookUp: {send: GET /a}'),
      3,
      `${shop}/lookUp`,
      { message: '`take` is missing' },
    ],
    [
      'a date without its day',
      variable('date:', '  workdays: 2', '  text: T10:00'),
      5,
      `${shop}/date/text`,
      { expected: 'a text with {date} in it, such as {date}T10:00:00Z' },
    ],
    [
      'a date with a variable in its place',
      variable('date:', '  workdays: 2', '  text: "{{date}}T10:00"'),
      5,
      `${shop}/date/text`,
      { hint: 'did you mean {date}T10:00' },
    ],
    [
      'a day that is today',
      variable('date:', '  workdays: 0', '  text: "{date}"'),
      4,
      `${shop}/date/workdays`,
      { expected: 'a number >= 1' },
    ],
    [
      'a list of values',
      variable('value: [1, 2]'),
      3,
      `${shop}/value`,
      { expected: 'a text or a number or true or false' },
    ],
    ['an order of one', 'order:\n  - [GET /a]\n', 2, '/order/0', { expected: 'at least 2 in it' }],
    [
      'an order of three',
      'order:\n  - [GET /a, GET /b, GET /c]\n',
      2,
      '/order/0',
      { expected: 'at most 2 in it' },
    ],
    [
      'a field that reads back without a slash',
      'readsBack:\n  POST /a:\n    note: /note\n',
      3,
      '/readsBack/POST ~1a/note',
      { hint: 'did you mean /note' },
    ],
    [
      'a refusal that is a success',
      'notNow:\n  - {operation: GET /a, statuses: [200], reason: x}\n',
      2,
      '/notNow/0/statuses/0',
      { expected: 'a number >= 400' },
    ],
    [
      'a refusal without a reason',
      'notNow:\n  - {operation: GET /a, statuses: [404]}\n',
      2,
      '/notNow/0',
      { message: '`reason` is missing' },
    ],
  ];
  for (const [what, text, line, pointer, words] of cases) {
    it(`refuses ${what}`, async () => {
      const [problem, ...others] = await refused(text);
      assert.deepEqual(others, []);
      const place = {
        code: problem?.code,
        file: problem?.file,
        line: problem?.line,
        pointer: problem?.pointer,
      };
      assert.deepEqual(place, { code: 'INVALID_PROFILE', file: 'p.yaml', line, pointer });
      for (const [key, value] of Object.entries(words)) assert.equal(problem?.[key as keyof Problem], value);
    });
  }
});
