import type { Probe } from '../../scripts/postman/script-data';
import {
  all,
  credentials,
  few,
  html,
  input,
  itJudges,
  ok,
  page,
  problem,
  refusal,
} from '../support/script-host-probe-cases';
import { signJwt } from '../support/script-host-server';

const documented = 'status is documented';
const refused = 'is refused';
const accepted = 'is accepted';
const noSuccess = 'is no success';
const type = 'media type is as documented';
const body = 'body satisfies its schema';

const limit: Probe = {
  sends: 'query limit: 100, its maximum',
  expects: 'acceptance',
  statuses: ['400', '422'],
  otherwise: 'broken',
};
const method: Probe = { sends: 'method PUT', expects: 'no success', statuses: ['405'], otherwise: 'broken' };
const login: Probe = { ...credentials, sends: 'no apiKey', noJwtAt: '/jwt' };

const firewall = 'a firewall answers (403, no JSON): look at baseUrl, and from where you call';
const busy = 'the host asks for fewer requests (429): try again later';
const down = 'the service is unavailable (503), as documented: try again later';

itJudges('contract.probe', [
  {
    title: 'a value on the limit that is accepted is kept',
    probe: limit,
    answered: ok,
    kept: [documented, accepted, type, body],
  },
  {
    title: 'a value on the limit may find nothing',
    probe: limit,
    answered: refusal(404),
    kept: [documented, accepted, type, body],
  },
  {
    title: 'a value on the limit that is refused is broken',
    probe: limit,
    answered: refusal(400),
    kept: [documented, type, body],
    failed: { [accepted]: 'promises to accept it; came 400: {"title":"no"}' },
  },
  {
    title: 'a value on the limit that is refused may be a finding',
    probe: { ...limit, otherwise: 'finding' },
    answered: refusal(400),
    kept: [documented, type, body],
    skipped: ['finding: query limit: 100, its maximum: came 400'],
  },
  {
    title: 'a value on the limit that breaks the server is broken',
    probe: limit,
    answered: refusal(500),
    kept: [documented, type, body],
    failed: { [accepted]: 'promises to accept it; came 500: {"title":"no"}' },
  },
  {
    title: 'a value on the limit that is answered with an unknown status is broken by that',
    probe: limit,
    answered: { code: 502, headers: html, body: page },
    kept: [],
    failed: { [documented]: `promises ${all}; came 502, which is not documented: ${page}` },
  },
  {
    title: 'a 405 with Allow is right, in any shape',
    probe: method,
    answered: { code: 405, headers: { ...html, allow: 'GET' }, body: page },
    kept: [documented, noSuccess],
  },
  {
    title: 'a 405 without Allow is a finding',
    probe: method,
    answered: { code: 405 },
    kept: [documented],
    skipped: ['finding: method PUT: came 405 without Allow'],
  },
  {
    title: 'another refusal of an unknown method is a finding, documented or not',
    probe: method,
    answered: { code: 404, headers: html, body: page },
    kept: [documented],
    skipped: ['finding: method PUT: came 404'],
  },
  {
    title: 'so is a firewall’s',
    probe: method,
    answered: { code: 403, headers: html, body: page },
    checks: few,
    kept: [documented],
    skipped: ['finding: method PUT: came 403'],
  },
  {
    title: 'so is a 501',
    probe: method,
    answered: { code: 501 },
    kept: [documented],
    skipped: ['finding: method PUT: came 501'],
  },
  {
    title: 'a success of an unknown method is broken',
    probe: method,
    answered: { code: 204 },
    kept: [documented],
    failed: { [noSuccess]: 'promises no such method; came 204' },
  },
  {
    title: 'a 500 for an unknown method is broken, whatever other methods document',
    probe: method,
    answered: refusal(500),
    kept: [],
    failed: { [documented]: `promises ${all}; came 500, which is not documented: {"title":"no"}` },
  },
  {
    title: 'a redirect for an unknown method is broken',
    probe: method,
    answered: { code: 302, headers: { location: '/sign-in' } },
    kept: [],
    failed: { [documented]: `promises ${all}; came 302, which leads to /sign-in` },
  },
  {
    title: 'a login that refuses gives no jwt',
    probe: login,
    answered: refusal(401),
    kept: [documented, 'gives no jwt', refused, type, body],
  },
  {
    title: 'a refusal with a jwt in it is broken',
    probe: login,
    answered: { ...refusal(401), body: JSON.stringify({ title: 'no', jwt: signJwt() }) },
    kept: [documented, refused, type, body],
    failed: { 'gives no jwt': 'promises a jwt for the right key only; came one at /jwt' },
  },
  {
    title: 'a success with a jwt in it is broken twice, and shows nothing of it',
    probe: login,
    answered: { ...ok, body: JSON.stringify({ id: 1, jwt: signJwt() }) },
    kept: [documented, type, body],
    failed: {
      'gives no jwt': 'promises a jwt for the right key only; came one at /jwt',
      [refused]: 'promises to refuse it with 401 or 403; came 200: {"id":1,"jwt":"(hidden)"}',
    },
  },
  {
    title: 'a word about the jwt is none',
    probe: login,
    answered: { ...refusal(401), body: '{"title":"no","jwt":"is missing"}' },
    kept: [documented, 'gives no jwt', refused, type, body],
  },
  {
    title: 'a documented 503 is not tested',
    probe: credentials,
    answered: { code: 503 },
    checks: { answers: { '200': {}, '503': {} } },
    kept: [],
    failed: { [`not tested: ${down}`]: '' },
  },
  {
    title: 'a 429 that nobody documents is not tested',
    probe: input,
    answered: { code: 429 },
    checks: few,
    kept: [],
    failed: { [`not tested: ${busy}`]: '' },
  },
  {
    title: 'a firewall’s 403 is not tested',
    probe: credentials,
    answered: { code: 403, headers: html, body: page },
    checks: few,
    kept: [],
    failed: { [`not tested: ${firewall}`]: '' },
  },
  {
    title: 'a documented 403 as a page is broken by its media type',
    probe: credentials,
    answered: { code: 403, headers: html, body: page },
    checks: { answers: { '200': {}, '403': { 'application/json': problem } } },
    kept: [documented, refused],
    failed: { [type]: 'promises application/json with 403; came text/html' },
  },
  {
    title: 'no answer is not tested',
    probe: input,
    answered: {},
    kept: [],
    failed: {
      'not tested: the host gives no answer: look at baseUrl': '',
    },
  },
  {
    title: 'a status that says “not now” is skipped with its reason',
    probe: input,
    answered: refusal(429),
    checks: { notTested: { '429': 'the daily limit is reached' } },
    kept: [],
    skipped: ['not tested: the daily limit is reached'],
  },
  {
    title: 'a deviation is shown, and not red',
    probe: credentials,
    answered: ok,
    checks: { deviations: { [refused]: { reason: 'a known open door' } } },
    kept: [documented, type, body],
    skipped: ['deviation: is refused: a known open door'],
  },
  {
    title: 'the time limit holds for a probe',
    probe: method,
    answered: { code: 405, headers: { allow: 'GET' }, responseTime: 2001 },
    checks: { timeLimit: 2000 },
    kept: [documented, noSuccess],
    failed: { 'answer comes in time': 'promises an answer within 2000 ms; came after 2001 ms' },
  },
]);
