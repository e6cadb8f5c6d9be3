import type { Checks } from '../../scripts/postman/script-data';
import { checkCall } from '../support/script-host-collection';
import { type Answered, hosts, openScriptHost, type ScriptHost } from '../support/script-host-sandbox';
import { assertVerdicts, type Expected } from '../support/script-host-verdicts';

const thing = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer' }, note: { type: ['string', 'null'] }, jwt: { type: 'integer' } },
};
const json = { 'content-type': 'application/json' };
const problem = { 'application/problem+json': { type: 'object', required: ['title'] } };

const checks: Checks = {
  operation: 'GET /things',
  answers: { '200': { 'application/json': thing }, '204': {}, '404': problem, '4XX': { 'text/plain': true } },
  notTested: { '429': 'the daily limit is reached' },
};

interface Case extends Expected {
  title: string;
  answered: Answered;
  checks?: Partial<Checks>;
}

const cases: Case[] = [
  {
    title: 'a 429 that is not documented is not the API’s',
    answered: { code: 429, headers: { 'content-type': 'text/html' }, body: '<html>' },
    checks: { answers: { '200': { 'application/json': thing } }, notTested: {} },
    kept: [],
    failed: { 'not tested: the host asks for fewer requests (429): try again later': '' },
  },
  {
    title: 'a documented 503 is not tested, and says so in red',
    answered: { code: 503, headers: json, body: '{}' },
    checks: { answers: { '200': {}, '503': { 'application/json': thing } } },
    kept: [],
    failed: {
      'not tested: the service is unavailable (503), as documented: try again later': '',
    },
  },
  {
    title: 'a 503 that nobody documents is not the API’s',
    answered: { code: 503 },
    checks: { answers: { '200': {} } },
    kept: [],
    failed: { 'not tested: the service is unavailable (503): try again later': '' },
  },
  {
    title: 'a documented 429 is not tested, and says so in red',
    answered: { code: 429, headers: json, body: '{}' },
    checks: { answers: { '200': {}, '429': { 'application/json': thing } }, notTested: {} },
    kept: [],
    failed: {
      'not tested: the host asks for fewer requests (429), as documented: try again later': '',
    },
  },
  {
    title: 'a page in the place of the documented JSON of a 403 is a firewall’s',
    answered: { code: 403, headers: { 'content-type': 'text/html' }, body: '<html>' },
    checks: { answers: { '200': {}, '403': { 'application/json': thing } } },
    kept: [],
    failed: {
      'not tested: a firewall answers (403, no JSON): look at baseUrl, and from where you call': '',
    },
  },
  {
    title: 'a 403 that nobody documents, and that is no JSON, is a firewall’s',
    answered: { code: 403, headers: { 'content-type': 'text/html' }, body: '<html>' },
    checks: { answers: { '200': {}, '401': {} } },
    kept: [],
    failed: {
      'not tested: a firewall answers (403, no JSON): look at baseUrl, and from where you call': '',
    },
  },
  {
    title: 'a status that says “not now” is skipped with its reason',
    answered: { code: 429, headers: json, body: '{}' },
    kept: [],
    skipped: ['not tested: the daily limit is reached'],
  },
  {
    title: 'no answer is not the API’s',
    answered: {},
    kept: [],
    failed: { 'not tested: the host gives no answer: look at baseUrl': '' },
  },
];

for (const name of hosts) {
  describe(`contract.check of what is not the API’s answer in ${name}`, () => {
    let host: ScriptHost;
    before(async () => {
      host = await openScriptHost(name);
    });
    after(() => host.close());

    for (const { title, answered, checks: more, ...expected } of cases) {
      it(title, async () => {
        const verdicts = await host.judge(checkCall({ ...checks, ...more }), answered);
        assertVerdicts(verdicts, expected, 'GET /things');
      });
    }
  });
}
