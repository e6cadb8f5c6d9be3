import assert from 'node:assert/strict';
import { HEAD, only, placeOf, refused, withOperation, withSchemas } from '../../support/small-document';

describe('validateDocument: versions', () => {
  const cases: [what: string, text: string, want: unknown[], words: RegExp][] = [
    ['a list', '- openapi', ['NOT_OPENAPI', 1, ''], /a list/],
    ['a text', 'just words', ['NOT_OPENAPI', 1, ''], /just words/],
    ['an object of another kind', '\nname: x\nversion: 1', ['NOT_OPENAPI', 2, ''], /`name`, `version`/],
    ['Swagger 1.2', "info: {}\nswagger: '1.2'", ['UNSUPPORTED_VERSION', 2, '/swagger'], /"1\.2"/],
    ['OpenAPI 3.2', 'openapi: 3.2.0', ['UNSUPPORTED_VERSION', 1, '/openapi'], /3\.2\.0/],
    ['a version that is a number', 'openapi: 3.1', ['UNSUPPORTED_VERSION', 1, '/openapi'], /number 3\.1/],
  ];
  for (const [what, text, want, words] of cases) {
    it(`refuses ${what}`, async () => {
      const problem = await only(refused(text));
      assert.deepEqual(placeOf(problem), want);
      assert.match(problem.message, words);
      assert.ok(problem.expected);
    });
  }

  it('tells how to go on with Swagger 1.2', async () => {
    assert.match((await only(refused("swagger: '1.2'"))).hint ?? '', /convert/);
  });

  it('knows a misspelt `openapi`', async () => {
    assert.match((await only(refused('openApi: 3.0.3'))).hint ?? '', /`openApi`/);
  });
});

describe('validateDocument: structure', () => {
  const cases: [what: string, text: string, line: number, pointer: string, words: RegExp][] = [
    ['no paths', HEAD, 1, '', /lacks `paths`/],
    ['a method in capitals', `${HEAD}paths:\n  /a:\n    Get: {}`, 5, '/paths/~1a/Get', /found `Get`/],
    ['paths that are a list', `${HEAD}paths: []`, 3, '/paths', /a list/],
    ['a path item that is a text', `${HEAD}paths:\n  /a: todo`, 4, '/paths/~1a', /todo/],
    ['an operation that is nothing', `${HEAD}paths:\n  /a:\n    get:\n`, 5, '/paths/~1a/get', /nothing/],
    [
      'parameters that are an object',
      withOperation('parameters: {}'),
      6,
      '/paths/~1a/get/parameters',
      /an object/,
    ],
    [
      'a parameter without a name',
      withOperation('parameters:\n  - in: query'),
      7,
      '/paths/~1a/get/parameters/0',
      /lacks `name`/,
    ],
    [
      'a parameter without a place',
      withOperation('parameters: [{name: q}]'),
      6,
      '/paths/~1a/get/parameters/0',
      /lacks `in`/,
    ],
    [
      'a parameter in a place of Swagger 2.0',
      withOperation('parameters:\n  - name: q\n    in: body'),
      8,
      '/paths/~1a/get/parameters/0/in',
      /`body`/,
    ],
    ['responses that are a list', withOperation('responses: []'), 6, '/paths/~1a/get/responses', /a list/],
    [
      'a response that is a text',
      withOperation('responses:\n  200: Fine'),
      7,
      '/paths/~1a/get/responses/200',
      /Fine/,
    ],
    [
      'a schema that is a number',
      withSchemas('A:\n  items: 3'),
      7,
      '/components/schemas/A/items',
      /number 3/,
    ],
    [
      'a server without a url',
      `${HEAD}paths: {}\nservers: [{description: x}]`,
      4,
      '/servers/0',
      /lacks `url`/,
    ],
  ];
  for (const [what, text, line, pointer, words] of cases) {
    it(`refuses ${what}`, async () => {
      const problem = await only(refused(text));
      assert.deepEqual(placeOf(problem), ['INVALID_DOCUMENT', line, pointer]);
      assert.equal(problem.severity, 'error');
      assert.match(problem.message, words);
      assert.ok(problem.expected ?? problem.hint);
    });
  }

  it('looks into what a reference leads to', async () => {
    const problem = await only(
      refused(`${withOperation("parameters: [{$ref: '#/x-shared/p'}]")}x-shared:\n  p: {name: q}\n`),
    );
    assert.deepEqual(placeOf(problem), ['INVALID_DOCUMENT', 8, '/x-shared/p']);
  });

  it('tells everything at once', async () => {
    const problems = await refused(
      withOperation("parameters: {}\nresponses:\n  '200': {$ref: '#/nowhere'}\nrequestBody: x"),
    );
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [
        ['INVALID_DOCUMENT', 6],
        ['INVALID_DOCUMENT', 9],
        ['DANGLING_REF', 8],
      ],
    );
  });

  it('tells twenty problems and how many more there are', async () => {
    const paths = Array.from({ length: 25 }, (_, index) => `  /p${index}: x`).join('\n');
    const problems = await refused(`${HEAD}paths:\n${paths}\n`);
    assert.equal(problems.length, 21);
    assert.equal(problems.at(-1)?.message, 'and 5 more');
  });
});
