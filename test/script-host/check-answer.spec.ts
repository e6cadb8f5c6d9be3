import { json, judgeThings, type ThingCase, thing } from '../support/script-host-things';

const status = 'status is documented and a success';
const documented = 'status is documented';
const type = 'media type is as documented';
const body = 'body satisfies its schema';
const good = { code: 200, headers: json, body: '{"id":1}' };

const cases: ThingCase[] = [
  { title: 'a documented answer is kept', answered: good, kept: [status, type, body] },
  {
    title: 'letter case and parameters of the media type say nothing',
    answered: { ...good, headers: { 'Content-Type': 'Application/JSON ; charset=UTF-8' } },
    kept: [status, type, body],
  },
  {
    title: 'parameters in the contract’s media type say nothing',
    answered: good,
    checks: { answers: { '200': { 'application/json; charset=utf-8': thing } } },
    kept: [status, type, body],
  },
  {
    title: 'null is kept where the contract allows it',
    answered: { ...good, body: '{"id":1,"note":null}' },
    kept: [status, type, body],
  },
  {
    title: 'an empty 204 is kept, whatever its type says',
    answered: { code: 204, headers: json },
    kept: [status, 'body is empty'],
  },
  {
    title: 'a 204 that announces a body fails',
    answered: { code: 204, headers: { ...json, 'content-length': '2' } },
    kept: [status],
    failed: { 'body is empty': 'promises no body with 204; came a Content-Length of 2' },
  },
  {
    title: 'the body of a HEAD is not looked at',
    answered: { method: 'HEAD', code: 200 },
    kept: [status],
  },
  {
    title: 'a documented 403 is no success',
    answered: { code: 403, headers: json, body: '{"id":1}' },
    checks: { answers: { '200': {}, '403': { 'application/json': true } } },
    kept: ['media type is as documented', 'body satisfies its schema'],
    failed: { [status]: 'promises 200, 403; came 403, which is documented, but no success: {"id":1}' },
  },
  {
    title: 'a range stands for its statuses, and a wildcard for its media types',
    answered: { ...good, code: 201 },
    checks: { answers: { '2XX': { '*/*': false, 'application/*': thing } } },
    kept: [status, type, body],
  },
  {
    title: 'the default stands for every status',
    answered: { ...good, code: 202 },
    checks: { answers: { '201': {}, default: { 'application/json': thing } } },
    kept: [status, type, body],
  },
  {
    title: 'an undocumented status fails, and nothing else is judged',
    answered: { code: 500, headers: json, body: '{"message":"sorry"}' },
    kept: [],
    failed: {
      [documented]: 'promises 200, 204, 404, 4XX; came 500, which is not documented: {"message":"sorry"}',
    },
  },
  {
    title: 'a documented failure is no success, and its body is judged',
    answered: { code: 404, headers: { 'content-type': 'application/problem+json' }, body: '{"phone":"0"}' },
    kept: [type],
    failed: {
      [status]:
        'promises 200, 204, 404, 4XX; came 404, which is documented, but no success: {"phone":"(hidden)"}',
      [body]: `promises a schema that the body breaks at the root (required: should have required property 'title'), came an object`,
    },
  },
  {
    title: 'a redirect says where it leads to, without its query',
    answered: { code: 302, headers: { location: 'https://example.com/login?apiKey=key-1' } },
    kept: [],
    failed: {
      [documented]: 'promises 200, 204, 404, 4XX; came 302, which leads to https://example.com/login',
    },
  },
  {
    title: 'a redirect that the contract names is kept',
    answered: { code: 302, headers: { location: '/things/1' } },
    checks: { answers: { '3XX': {} } },
    kept: [status, 'body is empty'],
  },
  {
    title: '“default” does not document a redirect',
    answered: { code: 302, headers: { location: '/sign-in' } },
    checks: { answers: { default: {} } },
    kept: [],
    failed: { [documented]: 'promises default; came 302, which leads to /sign-in' },
  },
  {
    title: 'a 403 in JSON that nobody documents is the API’s',
    answered: { code: 403, headers: json, body: '{"message":"no"}' },
    checks: { answers: { '200': {}, '401': {} } },
    kept: [],
    failed: { [documented]: 'promises 200, 401; came 403, which is not documented: {"message":"no"}' },
  },
  {
    title: 'another JSON type is not the documented one',
    answered: { ...good, headers: { 'content-type': 'application/hal+json' } },
    kept: [status],
    failed: { [type]: 'promises application/json with 200; came application/hal+json' },
  },
  {
    title: 'no media type is not the documented one',
    answered: { code: 200, body: '{"id":1}' },
    kept: [status],
    failed: { [type]: 'promises application/json with 200; came no Content-Type' },
  },
  {
    title: 'text that is not JSON fails',
    answered: { ...good, body: '{"id":' },
    kept: [status, type],
    failed: { [body]: 'promises JSON; came {"id":' },
  },
  {
    title: 'nothing in the place of JSON fails',
    answered: { ...good, body: '' },
    kept: [status, type],
    failed: { [body]: 'promises JSON; came nothing' },
  },
  {
    title: 'a body where none is documented fails',
    answered: { code: 200, headers: json, body: '[]' },
    checks: { answers: { '200': {} } },
    kept: [status],
    failed: { 'body is empty': 'promises no body with 200; came []' },
  },
  {
    title: 'a broken schema is told with its place, its rule and what came',
    answered: { ...good, body: '{"id":"12","jwt":"one.two.three"}' },
    kept: [status, type],
    failed: {
      [body]:
        'promises a schema that the body breaks at /id (type: should be integer), came "12"; ' +
        'at /jwt (type: should be integer), came (hidden)',
    },
  },
  {
    title: 'five errors are told, and the number of the others',
    answered: { ...good, body: '[1,2,3,4,5,6,7]' },
    checks: { answers: { '200': { 'application/json': { items: { enum: ['a'] } } } } },
    kept: [status, type],
    failed: {
      [body]: `promises a schema that the body breaks ${[0, 1, 2, 3, 4]
        .map((at) => `at /${at} (enum: should be one of ["a"]), came ${at + 1}`)
        .join('; ')}; and 2 more`,
    },
  },
  {
    title: 'a PDF is a PDF',
    answered: { code: 200, headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7 …' },
    checks: { answers: { '200': { 'application/pdf': true } } },
    kept: [status, type, 'body is not empty'],
  },
  {
    title: 'a page is no PDF',
    answered: { code: 200, headers: { 'content-type': 'application/pdf' }, body: '<html>' },
    checks: { answers: { '200': { 'application/pdf': true } } },
    kept: [status, type],
    failed: { 'body is not empty': 'promises a PDF; came <html>' },
  },
  {
    title: 'no variable’s secret is shown, however it is written',
    answered: {
      ...good,
      body: '{"id":"a/b c","note":["a%2Fb%20c"],"a/b c":1}',
      environment: { apiKey: 'a/b c' },
    },
    checks: { answers: { '200': { 'application/json': { ...thing, additionalProperties: false } } } },
    kept: [status, type],
    failed: {
      [body]:
        'promises a schema that the body breaks at the root (additionalProperties: should not have "(hidden)"), came an object; ' +
        'at /id (type: should be integer), came "(hidden)"; at /note (type: should be string,null), came an array of 1',
    },
  },
];

judgeThings('contract.check', cases);
