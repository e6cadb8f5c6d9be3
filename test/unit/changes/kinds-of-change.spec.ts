import { deepStrictEqual } from 'node:assert/strict';
import type { JsonObject, JsonValue } from '../../../scripts/spec/document';
import { changeLines, changesBetween, documentOf } from '../../support/changes-between';

const limit = (schema: JsonObject, more: JsonObject = {}): JsonObject => ({
  parameters: [{ name: 'limit', in: 'query', schema, ...more }],
});
const body = (schema: JsonObject, required = true): JsonObject => ({
  requestBody: { required, content: { 'application/json': { schema } } },
});
const bodyOf = (...types: string[]): JsonObject => ({
  requestBody: { content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'object' } }])) },
});
const object = (properties: JsonObject, ...required: string[]): JsonObject => ({
  type: 'object',
  properties,
  ...(required.length > 0 ? { required } : {}),
});
const answers = (...statuses: string[]): JsonObject => ({
  responses: Object.fromEntries(statuses.map((status) => [status, { description: 'An answer' }])),
});
const answer = (schema: JsonObject): JsonObject => ({
  responses: { 200: { description: 'Fine', content: { 'application/json': { schema } } } },
});
const header = (...headers: JsonObject[]): JsonObject => ({
  responses: {
    200: { description: 'Fine', headers: Object.fromEntries(headers.map((one) => ['X-Count', one])) },
  },
});
const security = (...alternatives: JsonObject[]): JsonObject => ({ security: alternatives });

const text: JsonObject = { type: 'string' };
const whole: JsonObject = { type: 'integer' };
const card = { $ref: '#/components/schemas/Card' };
const cash = { $ref: '#/components/schemas/Cash' };

const components: JsonObject = {
  securitySchemes: {
    key: { type: 'apiKey', in: 'header', name: 'X-Key' },
    user: { type: 'http', scheme: 'basic' },
    oauth: { type: 'oauth2', flows: {} },
  },
  schemas: {
    Card: { type: 'object', required: ['number'], properties: { number: text } },
    Cash: { type: 'object' },
  },
};

/** What changes, two operations, and what is told when the second replaces the first, and the other way round. */
const TABLE: [string, JsonObject, JsonObject, string[], string[]][] = [
  [
    'a required parameter',
    {},
    limit(whole, { required: true }),
    ['BREAK stricter: query `limit` is new and required (integer)'],
    ['BREAK stricter: query `limit` is gone'],
  ],
  [
    'an optional parameter',
    {},
    limit({ type: 'integer', maximum: 9 }),
    ['looser: query `limit` is new (integer, at most 9)'],
    ['BREAK stricter: query `limit` is gone'],
  ],
  [
    'whether a parameter is required',
    limit(whole),
    limit(whole, { required: true }),
    ['BREAK stricter: query `limit` is required now'],
    ['looser: query `limit` is no longer required'],
  ],
  [
    'the name of a parameter',
    limit(whole),
    { parameters: [{ name: 'size', in: 'query', schema: whole }] },
    ['BREAK different: query `limit` is gone, query `size` is new: renamed?'],
    ['BREAK different: query `size` is gone, query `limit` is new: renamed?'],
  ],
  [
    'the place of a parameter',
    limit(whole),
    { parameters: [{ name: 'limit', in: 'header', schema: whole }] },
    ['BREAK stricter: query `limit` is gone', 'looser: header `limit` is new (integer)'],
    ['BREAK stricter: header `limit` is gone', 'looser: query `limit` is new (integer)'],
  ],
  [
    'the spelling of a header, which is none',
    { parameters: [{ name: 'X-Trace', in: 'header', schema: text }] },
    { parameters: [{ name: 'x-trace', in: 'header', schema: text }] },
    [],
    [],
  ],
  [
    'a cookie',
    {},
    { parameters: [{ name: 'session', in: 'cookie', required: true, schema: text }] },
    ['BREAK stricter: cookie `session` is new and required (string)'],
    ['BREAK stricter: cookie `session` is gone'],
  ],
  [
    'the type of a parameter to one that takes more',
    limit(whole),
    limit({ type: 'number' }),
    ['looser: query `limit`: number, was integer'],
    ['BREAK stricter: query `limit`: integer, was number'],
  ],
  [
    'the type of a parameter to another one, which says all',
    limit({ type: 'string', maxLength: 3 }),
    limit({ type: 'boolean' }),
    ['BREAK different: query `limit`: boolean, was string'],
    ['BREAK different: query `limit`: string, was boolean'],
  ],
  [
    'a format',
    limit(text),
    limit({ type: 'string', format: 'date' }),
    ['BREAK stricter: query `limit`: now format `date`'],
    ['looser: query `limit`: no longer format `date`'],
  ],
  [
    'a format to another one',
    limit({ type: 'string', format: 'date' }),
    limit({ type: 'string', format: 'date-time' }),
    ['BREAK different: query `limit`: format `date-time`, was format `date`'],
    ['BREAK different: query `limit`: format `date`, was format `date-time`'],
  ],
  [
    'the values of a parameter',
    limit({ type: 'string', enum: ['a', 'b'] }),
    limit({ type: 'string', enum: ['b', 'c'] }),
    ['BREAK stricter: query `limit`: no longer `a`', 'looser: query `limit`: now also `c`'],
    ['BREAK stricter: query `limit`: no longer `c`', 'looser: query `limit`: now also `a`'],
  ],
  [
    'whether there is a list of values',
    limit(text),
    limit({ type: 'string', enum: ['a', 'b'] }),
    ['BREAK stricter: query `limit`: now only `a`, `b`'],
    ['looser: query `limit`: no longer only `a`, `b`'],
  ],
  [
    'an upper bound',
    limit({ type: 'integer', maximum: 100 }),
    limit({ type: 'integer', maximum: 50 }),
    ['BREAK stricter: query `limit`: at most 50, was at most 100'],
    ['looser: query `limit`: at most 100, was at most 50'],
  ],
  [
    'whether the bound itself may be sent',
    limit({ type: 'integer', minimum: 0 }),
    limit({ type: 'integer', minimum: 0, exclusiveMinimum: true }),
    ['BREAK stricter: query `limit`: over 0, was at least 0'],
    ['looser: query `limit`: at least 0, was over 0'],
  ],
  [
    'both bounds, one up and one up',
    limit({ type: 'string', minLength: 1, maxLength: 5 }),
    limit({ type: 'string', minLength: 2, maxLength: 6 }),
    ['BREAK different: query `limit`: 2 to 6 characters, was 1 to 5 characters'],
    ['BREAK different: query `limit`: 1 to 5 characters, was 2 to 6 characters'],
  ],
  [
    'a pattern',
    limit({ type: 'string', pattern: '^a' }),
    limit({ type: 'string', pattern: '^b' }),
    ['BREAK different: query `limit`: like `^b`, was like `^a`'],
    ['BREAK different: query `limit`: like `^a`, was like `^b`'],
  ],
  [
    'the step of a number',
    limit({ type: 'number', multipleOf: 0.01 }),
    limit({ type: 'number', multipleOf: 0.1 }),
    ['BREAK stricter: query `limit`: a multiple of 0.1, was a multiple of 0.01'],
    ['looser: query `limit`: a multiple of 0.01, was a multiple of 0.1'],
  ],
  [
    'what is in the list of a parameter',
    limit({ type: 'array', items: { type: 'string', enum: ['a', 'b'] } }),
    limit({ type: 'array', uniqueItems: true, items: { type: 'string', enum: ['a'] } }),
    ['BREAK stricter: query `limit`: no item twice', 'BREAK stricter: query `limit` items: no longer `b`'],
    ['looser: query `limit`: an item may come twice', 'looser: query `limit` items: now also `b`'],
  ],
  [
    'how a list is written',
    limit({ type: 'array', items: whole }),
    limit({ type: 'array', items: whole }, { explode: false }),
    ['BREAK different: query `limit`: style `form`, was the usual style'],
    ['BREAK different: query `limit`: the usual style, was style `form`'],
  ],
  [
    'whether a parameter is deprecated',
    limit(whole),
    limit(whole, { deprecated: true }),
    ['different: query `limit` is deprecated now'],
    ['different: query `limit` is no longer deprecated'],
  ],
  [
    'rules that there are no words for',
    limit({ not: { enum: ['a'] } }),
    limit({ not: { enum: ['b'] } }),
    ['LOOK different: query `limit`: other rules, which this file does not tell'],
    ['LOOK different: query `limit`: other rules, which this file does not tell'],
  ],

  [
    'a required body',
    {},
    body(object({})),
    ['BREAK stricter: a body is new and required'],
    ['BREAK stricter: the body is gone'],
  ],
  [
    'whether a body is required',
    body(object({}), false),
    body(object({})),
    ['BREAK stricter: the body is required now'],
    ['looser: the body is no longer required'],
  ],
  [
    'the media types of a body',
    bodyOf('application/json'),
    bodyOf('application/json', 'application/xml'),
    ['looser: body as `application/xml` is new'],
    ['BREAK stricter: body as `application/xml` is gone'],
  ],
  [
    'a required field of a body',
    body(object({ a: text })),
    body(object({ a: text, b: whole }, 'b')),
    ['BREAK stricter: body `b` is new and required (integer)'],
    ['BREAK stricter: body `b` is gone'],
  ],
  [
    'an optional field of a body, with what is in it',
    body(object({ a: text })),
    body(object({ a: text, b: object({ c: text }, 'c') })),
    ['looser: body `b` is new (object)'],
    ['BREAK stricter: body `b` is gone'],
  ],
  [
    'whether a field deep in a body is required',
    body(object({ parcels: { type: 'array', items: object({ width: whole }) } })),
    body(object({ parcels: { type: 'array', items: object({ width: whole }, 'width') } })),
    ['BREAK stricter: body `parcels[].width` is required now'],
    ['looser: body `parcels[].width` is no longer required'],
  ],
  [
    'the name of a field of a body, with what is in it',
    body(object({ from: object({ city: text }) })),
    body(object({ sender: object({ city: text }) })),
    ['BREAK different: body `from` is gone, `sender` is new: renamed?'],
    ['BREAK different: body `sender` is gone, `from` is new: renamed?'],
  ],
  [
    'two fields for two others of one type, which may be either',
    body(object({ a: text, b: text })),
    body(object({ c: text, d: text })),
    [
      'BREAK stricter: body `a` is gone',
      'BREAK stricter: body `b` is gone',
      'looser: body `c` is new (string)',
      'looser: body `d` is new (string)',
    ],
    [
      'BREAK stricter: body `c` is gone',
      'BREAK stricter: body `d` is gone',
      'looser: body `a` is new (string)',
      'looser: body `b` is new (string)',
    ],
  ],
  [
    'whether a field of a body may be null',
    body(object({ a: text })),
    body(object({ a: { type: 'string', nullable: true } })),
    ['looser: body `a`: null as well'],
    ['BREAK stricter: body `a`: null no longer'],
  ],
  [
    'whether a body may have other fields',
    body({ type: 'object' }),
    body({ type: 'object', additionalProperties: false }),
    ['BREAK stricter: body: no other fields'],
    ['looser: body: other fields as well'],
  ],
  [
    'the forms of a body',
    body({ oneOf: [card, { type: 'string', maxLength: 3 }] }),
    body({ oneOf: [card, { type: 'string', maxLength: 3 }, cash] }),
    ['looser: body `<Cash>` is new'],
    ['BREAK stricter: body `<Cash>` is gone'],
  ],
  [
    'what only the server sets, which nobody sends',
    body(object({ a: text })),
    body(object({ a: text, id: { type: 'string', readOnly: true } }, 'id')),
    [],
    [],
  ],

  [
    'a status of success',
    answers('200'),
    answers('200', '202'),
    ['promises more: answer 202 is new'],
    ['BREAK promises less: answer 202 is gone'],
  ],
  [
    'statuses of failure',
    answers('200', '404', '503'),
    answers('200'),
    ['promises less: answers 404, 503 are gone'],
    ['promises more: answers 404, 503 are new'],
  ],
  [
    'a status for a range that has it',
    answers('201'),
    answers('2XX'),
    ['promises less: answer 201 is gone (2XX is left)', 'promises more: answer 2XX is new'],
    ['BREAK promises less: answer 2XX is gone', 'promises more: answer 201 is new'],
  ],
  [
    'the media type of an answer',
    { responses: { 200: { description: 'Fine', content: { 'application/json': {} } } } },
    { responses: { 200: { description: 'Fine', content: { 'text/csv': {} } } } },
    [
      'BREAK promises less: answer 200 as `application/json` is gone',
      'promises more: answer 200 as `text/csv` is new',
    ],
    [
      'BREAK promises less: answer 200 as `text/csv` is gone',
      'promises more: answer 200 as `application/json` is new',
    ],
  ],
  [
    'a field of an answer',
    answer(object({ a: text })),
    answer(object({ a: text, b: whole })),
    ['promises more: answer 200 `b` is new (integer)'],
    ['BREAK promises less: answer 200 `b` is gone'],
  ],
  [
    'the name of a field of an answer',
    answer(object({ items: { type: 'array', items: object({ id: whole }) } })),
    answer(object({ items: { type: 'array', items: object({ key: whole }) } })),
    ['BREAK different: answer 200 `items[].id` is gone, `items[].key` is new: renamed?'],
    ['BREAK different: answer 200 `items[].key` is gone, `items[].id` is new: renamed?'],
  ],
  [
    'whether a field of an answer is promised',
    answer(object({ a: text }, 'a')),
    answer(object({ a: text })),
    ['BREAK promises less: answer 200 `a` may be missing now'],
    ['promises more: answer 200 `a` is always there now'],
  ],
  [
    'whether a field of an answer may be null',
    answer(object({ a: text })),
    answer(object({ a: { type: 'string', nullable: true } })),
    ['BREAK promises less: answer 200 `a`: null as well'],
    ['promises more: answer 200 `a`: null no longer'],
  ],
  [
    'the values that come in an answer',
    answer(object({ a: { type: 'string', enum: ['x'] } })),
    answer(object({ a: { type: 'string', enum: ['x', 'y'] } })),
    ['BREAK promises less: answer 200 `a`: now also `y`'],
    ['promises more: answer 200 `a`: no longer `y`'],
  ],
  [
    'the type of an answer itself',
    answer({ type: 'array', items: text }),
    answer(object({ a: text })),
    [
      'BREAK different: answer 200: object, was array',
      'BREAK promises less: answer 200 `[]` may be anything now',
      'promises more: answer 200 `a` is new (string)',
    ],
    [
      'BREAK different: answer 200: array, was object',
      'BREAK promises less: answer 200 `a` is gone',
      'promises more: answer 200 `[]`: string, was any',
    ],
  ],
  [
    'the forms of an answer',
    answer({ oneOf: [card, { type: 'string', maxLength: 3 }] }),
    answer({ oneOf: [card, { type: 'string', maxLength: 3 }, cash] }),
    ['BREAK promises less: answer 200 `<Cash>` is new'],
    ['promises more: answer 200 `<Cash>` is gone'],
  ],
  [
    'whether an answer may have other fields, for which readers are ready',
    answer({ type: 'object', additionalProperties: false }),
    answer({ type: 'object' }),
    ['promises less: answer 200: other fields as well'],
    ['promises more: answer 200: no other fields'],
  ],
  [
    'a header of an answer',
    header(),
    header({ schema: whole }),
    ['promises more: answer 200 header `X-Count` is new'],
    ['BREAK promises less: answer 200 header `X-Count` is gone'],
  ],
  [
    'whether a header is promised, and its type',
    header({ required: true, schema: whole }),
    header({ schema: text }),
    [
      'BREAK promises less: answer 200 header `X-Count` may be missing now',
      'BREAK different: answer 200 header `X-Count`: string, was integer',
    ],
    [
      'BREAK different: answer 200 header `X-Count`: integer, was string',
      'promises more: answer 200 header `X-Count` is always there now',
    ],
  ],

  [
    'whether credentials are needed',
    security(),
    security({ key: [] }),
    ['BREAK stricter: credentials: `key` (apiKey, header `X-Key`), was none'],
    ['looser: credentials: none, was `key` (apiKey, header `X-Key`)'],
  ],
  [
    'another way to get in',
    security({ key: [] }),
    security({ key: [] }, { user: [] }),
    [
      'looser: credentials: `key` (apiKey, header `X-Key`) or `user` (http `basic`), was `key` (apiKey, header `X-Key`)',
    ],
    [
      'BREAK stricter: credentials: `key` (apiKey, header `X-Key`), was `key` (apiKey, header `X-Key`) or `user` (http `basic`)',
    ],
  ],
  [
    'a scope',
    security({ oauth: ['read'] }),
    security({ oauth: ['read', 'write'] }),
    ['BREAK stricter: credentials: `oauth` (oauth2, `read`, `write`), was `oauth` (oauth2, `read`)'],
    ['looser: credentials: `oauth` (oauth2, `read`), was `oauth` (oauth2, `read`, `write`)'],
  ],
  [
    'whether the operation is deprecated',
    {},
    { deprecated: true },
    ['different: the operation is deprecated now'],
    ['different: the operation is no longer deprecated'],
  ],
  [
    'words, which are no contract',
    { summary: 'One', description: 'a' },
    { summary: 'Other', description: 'b' },
    [],
    [],
  ],
];

function documentWithOne(operation: JsonObject): JsonObject {
  const post: JsonValue = { responses: { 200: { description: 'Fine' } }, ...operation };
  return documentOf({ '/things': { post } }, components);
}

describe('what generate tells of a change of', () => {
  for (const [name, before, after, there, back] of TABLE) {
    it(name, () => {
      const [one, other] = [documentWithOne(before), documentWithOne(after)];
      deepStrictEqual(changeLines(changesBetween(one, other)), there);
      deepStrictEqual(changeLines(changesBetween(other, one)), back);
    });
  }
});
