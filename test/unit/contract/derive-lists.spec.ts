import { deepEqual } from 'node:assert/strict';
import type { List } from '../../../scripts/contract/life-cycles/life-cycles';
import { describeDocument, documentWith } from '../../support/describe-document';

const items = (fields: string) => `{ type: array, items: { type: object, properties: { ${fields} } } }`;
const text = '{ type: string }';
const number = '{ type: integer }';

/** The list at GET /pets whose answer has that schema. */
function listOf(answer: string, parameters: string[] = [], path = '/pets', rest = ''): List | undefined {
  const query = parameters.map((parameter) => `{ in: query, ${parameter} }`).join(', ');
  const { contract } = describeDocument(
    documentWith(`paths:
  ${path}:
    get:
      parameters: [${query}]
      responses: { "200": { description: Pets, content: { application/json: { schema: ${answer} } } } }
${rest}`),
  );
  return contract.lifeCycles.lists[`GET ${path}`];
}

const object = (...members: string[]) => `{ type: object, properties: { ${members.join(', ')} } }`;
const counted = (...members: string[]) => object(`pets: ${items(`id: ${text}`)}`, ...members);

describe('an operation answers a list', () => {
  it('that is the answer itself', () => {
    deepEqual(listOf(items(`id: ${text}`)), { items: '', filters: {}, of: undefined, paging: undefined });
  });

  it('that is the one property with objects', () => {
    deepEqual(
      listOf(object(`notes: { type: array, items: ${text} }`, `"a/b": ${items(`id: ${text}`)}`))?.items,
      '/a~1b',
    );
  });

  it('in allOf and behind references', () => {
    const rest = `components:
  schemas:
    Page: { type: object, properties: { total: ${number} } }
    Pet: { type: object, properties: { id: ${text}, parent: { $ref: "#/components/schemas/Pet" } } }`;
    const answer = `{ allOf: [{ $ref: "#/components/schemas/Page" }, { properties: { pets: { type: array, nullable: true, items: { $ref: "#/components/schemas/Pet" } } } }] }`;
    const list = listOf(answer, [], '/pets', rest);
    deepEqual([list?.items, list?.paging?.total], ['/pets', '/total']);
  });

  const none: [what: string, answer: string, path?: string][] = [
    ['texts', `{ type: array, items: ${text} }`],
    ['one thing with an id, and a list in it', object(`id: ${text}`, `toys: ${items(`id: ${text}`)}`)],
    ['two lists', object(`cats: ${items(`id: ${text}`)}`, `dogs: ${items(`id: ${text}`)}`)],
    ['nothing that is known', '{}'],
    ['what is at one path with a parameter', items(`id: ${text}`), '/pets/{id}'],
  ];
  for (const [what, answer, path] of none) {
    it(`not where it answers ${what}`, () => deepEqual(listOf(answer, [], path), undefined));
  }

  it('of what is made at the same path, if the items have its id', () => {
    const make = `    post:
      responses: { "201": { description: Made, content: { application/json: { schema: ${object(`id: ${text}`)} } } } }
  /pets/{id}: { delete: { parameters: [{ name: id, in: path, required: true, schema: ${text} }], responses: { "204": { description: Gone } } } }`;
    deepEqual(listOf(items(`id: ${text}`), [], '/pets', make)?.of, { variable: 'petId', id: '/id' });
    deepEqual(listOf(items(`name: ${text}`), [], '/pets', make)?.of, undefined);
  });
});

describe('a query parameter filters a list', () => {
  const fields = `id: ${text}, number: ${text}, countryCode: ${text}, divisionCategory: ${text}, status: { type: string, enum: [open, shut] }, latitude: { type: number }, open: { type: boolean }, tags: { type: array, items: ${text} }, owner: { type: object, properties: { id: ${text} } }`;
  const filters: [parameter: string, expected: Record<string, string>][] = [
    [`name: "ids[]", schema: ${number}`, { 'ids[]': '/id' }],
    [`name: ids, schema: { type: array, items: ${text} }`, { ids: '/id' }],
    [`name: "numbers[]", schema: ${text}`, { 'numbers[]': '/number' }],
    [`name: "countryCodes[]", schema: { type: array, items: ${text} }`, { 'countryCodes[]': '/countryCode' }],
    [`name: country_codes, schema: { type: array, items: ${text} }`, { country_codes: '/countryCode' }],
    [
      `name: "divisionCategories[]", schema: { type: array, items: ${text} }`,
      { 'divisionCategories[]': '/divisionCategory' },
    ],
    [
      'name: "statuses[]", schema: { type: array, items: { type: string, enum: [open] } }',
      { 'statuses[]': '/status' },
    ],
    ['name: status, schema: { type: string, enum: [open] }', { status: '/status' }],
    ['name: open, schema: { type: boolean }', { open: '/open' }],
    ['name: status, schema: { type: string, enum: [asc, desc] }', {}],
    ['name: "statuses[]", schema: { type: array, items: { type: string, enum: [ok] } }', {}],
    ['name: latitude, schema: { type: number }', {}],
    [`name: number, schema: ${text}`, {}],
    [`name: ids, schema: ${text}`, {}],
    [`name: tags, schema: { type: array, items: ${text} }`, {}],
    [`name: "owners[]", schema: { type: array, items: ${text} }`, {}],
    [`name: "refs[]", schema: { type: array, items: ${text} }`, {}],
  ];
  for (const [parameter, expected] of filters) {
    it(`${parameter}: ${Object.values(expected)[0] ?? 'by none'}`, () =>
      deepEqual(listOf(items(fields), [parameter])?.filters, expected));
  }
});

describe('paging', () => {
  const page = 'name: page, schema: { type: integer }';
  const limit = 'name: limit, schema: { type: integer }';

  it('is known by its parameters and by what the answer counts', () => {
    const counters = ['current_page', 'per_page', 'last_page', 'total'].map((name) => `${name}: ${number}`);
    deepEqual(listOf(counted(...counters), [limit, page])?.paging, {
      page: { parameter: 'page', at: '/current_page' },
      size: { parameter: 'limit', at: '/per_page' },
      pages: '/last_page',
      total: '/total',
    });
  });

  it('has other names, and stands in an object of its own', () => {
    const meta = `meta: ${object(`currentPage: ${number}`, `pageSize: ${number}`, `totalPages: ${number}`, `totalItems: ${number}`)}`;
    const size = 'name: per_page, schema: { type: integer }';
    deepEqual(listOf(counted(meta), [size, page])?.paging, {
      page: { parameter: 'page', at: '/meta/currentPage' },
      size: { parameter: 'per_page', at: '/meta/pageSize' },
      pages: '/meta/totalPages',
      total: '/meta/totalItems',
    });
  });

  it('may have counters only, or a parameter only', () => {
    const unknown = { parameter: undefined, at: undefined };
    deepEqual(listOf(counted(`total: ${number}`))?.paging, {
      page: unknown,
      size: unknown,
      pages: undefined,
      total: '/total',
    });
    deepEqual(listOf(counted(), [limit])?.paging, {
      page: unknown,
      size: { parameter: 'limit', at: undefined },
      pages: undefined,
      total: undefined,
    });
  });

  const none: [what: string, answer: string, parameters: string[]][] = [
    ['there is nothing of the kind', counted(`count: ${number}`), ['name: q, schema: { type: string }']],
    ['it goes by offset', counted(`total: ${number}`), [limit, 'name: offset, schema: { type: integer }']],
    ['it goes by marker', counted(`limit: ${number}`), [limit, 'name: marker, schema: { type: string }']],
    [
      'the first page is 0',
      counted(`total: ${number}`),
      [limit, 'name: page, schema: { type: integer, minimum: 0 }'],
    ],
    ['the counters are texts', counted(`total: ${text}`), []],
    ['the numbers are those of something else', counted(`order: ${object(`size: ${number}`)}`), []],
  ];
  for (const [what, answer, parameters] of none) {
    it(`is not known where ${what}`, () => deepEqual(listOf(answer, parameters)?.paging, undefined));
  }
});
