import { json, judgeThings, type ThingCase, thing } from '../support/script-host-things';

const cases: ThingCase[] = [
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

judgeThings('contract.check of what is not the API’s answer', cases);
