import { deepStrictEqual } from 'node:assert/strict';
import { placesOf } from '../../../support/contract-findings';

const HEAD = "openapi: 3.0.3\ninfo: { title: Parcels, version: '1' }\n";
const answers = (responses: string) =>
  placesOf('NO_ANSWER', `${HEAD}paths:\n  /a:\n    get:\n      responses: ${responses}\n`);
const RESPONSES = '/paths/~1a/get/responses';

describe('answers that promise nothing', () => {
  it('tells an operation that documents failures only', () => {
    deepStrictEqual(answers("{ '400': { description: Bad }, 5XX: { description: Worse } }"), [RESPONSES]);
  });

  for (const status of ['200', '2XX', '302', '101', 'default']) {
    it(`takes ${status} for a success`, () => {
      deepStrictEqual(answers(`{ '${status}': { description: Fine }, '400': { description: Bad } }`), []);
    });
  }

  it('tells a JSON answer without a schema', () => {
    deepStrictEqual(answers("{ '200': { description: Fine, content: { application/json: {} } } }"), [
      `${RESPONSES}/200/content/application~1json`,
    ]);
    deepStrictEqual(
      answers("{ '200': { description: Fine, content: { application/hal+json: { example: { a: 1 } } } } }")
        .length,
      1,
    );
  });

  it('keeps quiet about a schema that says little, about bytes, and about failures', () => {
    deepStrictEqual(
      answers("{ '200': { description: Fine, content: { application/json: { schema: {} } } } }"),
      [],
    );
    deepStrictEqual(
      answers("{ '200': { description: Fine, content: { image/png: {}, text/csv: {} } } }"),
      [],
    );
    deepStrictEqual(
      answers(
        "{ '200': { description: Fine }, '400': { description: Bad, content: { application/json: {} } } }",
      ),
      [],
    );
  });
});

describe('server urls', () => {
  it('with a query or a fragment lose it: a path would stand behind', () => {
    deepStrictEqual(
      placesOf(
        'SERVER',
        `${HEAD}servers: [{ url: 'https://a.test/v1?k=1' }, { url: 'https://b.test#x' }]\npaths: {}\n`,
      ),
      ['/servers/0/url', '/servers/1/url'],
    );
  });

  const servers = (list: string) => placesOf('SERVER', `${HEAD}servers: ${list}\npaths: {}\n`);

  it('tells a url without a host, also one of an operation', () => {
    deepStrictEqual(servers('[{ url: https://a.example.test }, { url: /v1 }]'), ['/servers/1/url']);
    deepStrictEqual(
      placesOf(
        'SERVER',
        `${HEAD}paths: { /a: { servers: [{ url: v1 }], get: { responses: { '200': { description: Fine } } } } }\n`,
      ),
      ['/paths/~1a/servers/0/url'],
    );
  });

  it('tells a name that no variable declares, and a default that is none of its enum', () => {
    deepStrictEqual(servers('[{ url: "https://{region}.example.test" }]'), ['/servers/0/url']);
    deepStrictEqual(
      servers('[{ url: "https://{r}.example.test", variables: { r: { default: us, enum: [eu, asia] } } }]'),
      ['/servers/0/variables/r/default'],
    );
  });

  it('keeps quiet about declared variables, ports, and urls without a scheme', () => {
    deepStrictEqual(servers('[{ url: "{scheme}://a.test", variables: { scheme: { default: https } } }]'), []);
    deepStrictEqual(
      servers(
        '[{ url: "https://{r}.test:8443/v1/", variables: { r: { default: eu, enum: [eu] } } }, { url: //a.test }]',
      ),
      [],
    );
  });
});
