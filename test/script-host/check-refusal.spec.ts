import type { Probe } from '../../scripts/postman/script-data';
import {
  all,
  credentials,
  few,
  html,
  input,
  itJudges,
  json,
  ok,
  page,
  refusal,
  withDefault,
} from '../support/script-host-probe-cases';

const documented = 'status is documented';
const refused = 'is refused';
const type = 'media type is as documented';
const body = 'body satisfies its schema';

const strictInput: Probe = { ...input, otherwise: 'broken' };
const byDefault: Probe = { ...input, statuses: ['default'] };

itJudges('a probe that is to be refused', [
  {
    title: 'a documented refusal in its documented shape is kept',
    probe: credentials,
    answered: refusal(401),
    kept: [documented, refused, type, body],
  },
  {
    title: 'a refusal in another shape is broken by its body',
    probe: credentials,
    answered: { ...refusal(401), body: '{"id":1}' },
    kept: [documented, refused, type],
    failed: {
      [body]: `promises a schema that the body breaks at the root (required: should have required property 'title'), came an object`,
    },
  },
  {
    title: 'a refusal as a page is broken by its media type',
    probe: credentials,
    answered: { code: 401, headers: html, body: page },
    kept: [documented, refused],
    failed: { [type]: 'promises application/json with 401; came text/html' },
  },
  {
    title: 'an open door is broken',
    probe: credentials,
    answered: { ...ok, body: '{"id":1,"phone":"49151"}' },
    kept: [documented, type, body],
    failed: { [refused]: 'promises to refuse it with 401 or 403; came 200: {"id":1,"phone":"(hidden)"}' },
  },
  {
    title: 'an open door is told with a status that nobody documents, too',
    probe: credentials,
    answered: { code: 202, headers: json, body: '{}' },
    kept: [],
    failed: {
      [documented]: `promises ${all}; came 202, which is not documented: {}`,
      [refused]: 'promises to refuse it with 401 or 403; came 202: {}',
    },
  },
  {
    title: 'another documented refusal is a finding',
    probe: credentials,
    answered: refusal(404),
    kept: [documented, type, body],
    skipped: ['finding: no jwt: came 404'],
  },
  {
    title: 'a refusal with a status that nobody documents is broken',
    probe: credentials,
    answered: refusal(422),
    checks: few,
    kept: [],
    failed: { [documented]: 'promises 200, 401; came 422, which is not documented: {"title":"no"}' },
  },
  {
    title: 'a redirect to a sign-in page is broken, and says where it leads to',
    probe: credentials,
    answered: { code: 302, headers: { location: 'https://example.com/sign-in?from=things' } },
    checks: few,
    kept: [],
    failed: { [documented]: 'promises 200, 401; came 302, which leads to https://example.com/sign-in' },
  },
  {
    title: '“default” does not document a redirect',
    probe: input,
    answered: { code: 302, headers: { location: '/sign-in' } },
    checks: withDefault,
    kept: [],
    failed: { [documented]: 'promises 200, default; came 302, which leads to /sign-in' },
  },
  {
    title: 'a documented redirect is no refusal',
    probe: credentials,
    answered: { code: 302, headers: { location: '/sign-in' } },
    kept: [documented, 'body is empty'],
    failed: { [refused]: 'promises to refuse it with 401 or 403; came 302, which leads to /sign-in' },
  },
  {
    title: 'a 500 is no refusal, even where it is documented',
    probe: input,
    answered: refusal(500),
    kept: [documented, type, body],
    failed: { [refused]: 'promises to refuse it with 400 or 4XX; came 500: {"title":"no"}' },
  },
  {
    title: 'a 500 that nobody documents is broken',
    probe: input,
    answered: { code: 500, headers: html, body: page },
    checks: few,
    kept: [],
    failed: { [documented]: `promises 200, 401; came 500, which is not documented: ${page}` },
  },
  {
    title: 'a refused input is kept',
    probe: input,
    answered: refusal(400),
    kept: [documented, refused, type, body],
  },
  {
    title: 'a range stands for its statuses',
    probe: input,
    answered: refusal(422),
    kept: [documented, refused, type, body],
  },
  {
    title: 'a range does not stand for a status with a meaning of its own',
    probe: input,
    answered: refusal(404),
    kept: [documented, type, body],
    skipped: ['finding: query limit: a text in place of an integer: came 404'],
  },
  {
    title: 'the default may be the refusal',
    probe: byDefault,
    answered: refusal(422),
    checks: withDefault,
    kept: [documented, refused, type, body],
  },
  {
    title: 'the default is no refusal for a 500',
    probe: byDefault,
    answered: refusal(500),
    checks: withDefault,
    kept: [documented, type, body],
    failed: { [refused]: 'promises to refuse it with default; came 500: {"title":"no"}' },
  },
  {
    title: 'a lenient server is a finding, and its answer is judged',
    probe: input,
    answered: { ...ok, body: '{}' },
    kept: [documented, type],
    failed: {
      [body]: `promises a schema that the body breaks at the root (required: should have required property 'id'), came an object`,
    },
    skipped: ['finding: query limit: a text in place of an integer: came 200'],
  },
  {
    title: 'a lenient server is broken where the profile is strict',
    probe: strictInput,
    answered: ok,
    kept: [documented, type, body],
    failed: { [refused]: 'promises to refuse it with 400 or 4XX; came 200: {"id":1}' },
  },
]);
