import assert from 'node:assert/strict';
import { parseText } from '../../../scripts/spec/parse/parse-text';
import { validateDocument } from '../../../scripts/spec/validate/validate-document';
import { HEAD, only, placeOf, warned, withOperation, withSchemas } from '../../support/small-document';

const RESPONSES = "responses: {'200': {description: Fine}}";

describe('validateDocument: warnings against the OpenAPI specification', () => {
  const cases: [what: string, text: string, line: number, pointer: string, words: RegExp, more?: RegExp][] = [
    ['info without a title', "openapi: 3.0.0\ninfo: {version: '1'}\npaths: {}", 2, '/info', /lacks `title`/],
    [
      'a version that is a number',
      'openapi: 3.0.0\ninfo: {title: a, version: 1}\npaths: {}',
      2,
      '/info/version',
      /number 1/,
      /a text/,
    ],
    ['a path without a slash', `${HEAD}paths:\n  a: {}`, 4, '/paths/a', /`\/`/],
    ['an unknown method', `${HEAD}paths:\n  /a:\n    gett: {}`, 5, '/paths/~1a/gett', /`gett`/, /get/],
    [
      'an operation without responses',
      `${HEAD}paths: {/a: {get: {}}}`,
      3,
      '/paths/~1a/get',
      /lacks `responses`/,
    ],
    [
      'a blank in a reference',
      withSchemas("A: {$ref: '#/components/schemas/B%20c'}\nB: {$ref: '#/components/schemas/B c'}\nB c: {}"),
      7,
      '/components/schemas/B/$ref',
      /no url/,
      /%20/,
    ],
    ['a misspelt type', withSchemas('A:\n  type: strin'), 7, '/components/schemas/A/type', /strin/, /string/],
    [
      'a type of 3.1 in 3.0',
      withSchemas("A: {type: [string, 'null']}"),
      6,
      '/components/schemas/A/type',
      /a list/,
    ],
    [
      'a required flag on a property',
      withSchemas('A: {required: true}'),
      6,
      '/components/schemas/A/required',
      /true/,
    ],
    [
      'a path parameter that is not required',
      withOperation(`parameters:\n  - {name: a, in: path, required: false, schema: {}}\n${RESPONSES}`),
      7,
      '/paths/~1a/get/parameters/0/required',
      /false/,
    ],
    [
      'a parameter with neither schema nor content',
      withOperation(`parameters:\n  - {name: a, in: query}\n${RESPONSES}`),
      7,
      '/paths/~1a/get/parameters/0',
      /`schema` or `content`/,
    ],
    [
      'an apiKey scheme without a name',
      `${HEAD}paths: {}\ncomponents: {securitySchemes: {J: {type: apiKey, in: header}}}`,
      4,
      '/components/securitySchemes/J',
      /lacks `name`/,
    ],
    [
      'a security scheme of an unknown type',
      `${HEAD}paths: {}\ncomponents: {securitySchemes: {J: {type: basic}}}`,
      4,
      '/components/securitySchemes/J/type',
      /basic/,
      /apiKey, http, oauth2, openIdConnect/,
    ],
  ];
  for (const [what, text, line, pointer, words, more] of cases) {
    it(`one, the most telling, for ${what}`, async () => {
      const warning = await only(warned(text));
      assert.deepEqual(placeOf(warning), ['INVALID_DOCUMENT', line, pointer]);
      assert.equal(warning.severity, 'warning');
      assert.match(warning.message, words);
      if (more !== undefined) assert.match(`${warning.expected} ${warning.hint}`, more);
    });
  }

  it('the same for 3.1', async () => {
    const text = `${HEAD.replace('3.0.3', '3.1.0')}paths: {}\ncomponents:\n  securitySchemes:\n    J: {type: apiKey, in: header}\n`;
    const warning = await only(warned(text));
    assert.deepEqual(placeOf(warning), ['INVALID_DOCUMENT', 6, '/components/securitySchemes/J']);
    assert.match(warning.message, /lacks `name`/);
  });

  it('none for a document that keeps it', async () => {
    assert.deepEqual(await warned(withOperation(RESPONSES)), []);
  });

  it('leaves the document as it was', async () => {
    const { located } = parseText(withOperation(RESPONSES), 'a.yaml');
    const before = JSON.stringify(located.value);
    const { document } = await validateDocument(located, 'a');
    assert.equal(JSON.stringify(document.value), before);
  });
});
