import { check, ok } from './contract-workplace';
import { folder, request } from './postman-parts';
import { signJwt } from './script-host-server';

const conversion = 'Convert an amount into other currencies';
/** One call of the project's own collection, against a server that the test plays. */
const ownCall = ['--folder', conversion, '--no-probes'];
const place = `Services / ${conversion} (POST /exchange-rates/conversion)`;
const skip = 'pm.execution.skipRequest();';
const says = (name: string) => request('ok', { test: `${check} pm.test.skip('${name}');` });
const broken = request('broken', { test: check });
export const jwt = { status: 200, body: JSON.stringify({ jwt: signJwt() }) };

/** A way in which a run can end. */
export interface Situation {
  situation: string;
  /** The collection; absent: the project's own. */
  items?: ReturnType<typeof request>[];
  /** A file of this text in place of the collection. */
  file?: string;
  args?: string[];
  /** On top of a baseUrl and an apiKey. */
  values?: Record<string, string>;
  /** What the server answers to everything but the login, and to the login. */
  answers?: { status: number; body?: string };
  login?: { status: number; body?: string };
  exitCode: number;
  /** `HOST` stands for the server's host and port. */
  last: string;
}

export const situations: Situation[] = [
  { situation: 'every check passes', items: [ok], exitCode: 0, last: 'Kept: 1 check passed on 1 request' },
  {
    situation: 'the stand-in keeps the contract',
    args: ['--env', 'stand-in', ...ownCall],
    exitCode: 0,
    last: 'Kept: 3 checks passed on 1 request',
  },
  {
    situation: 'a known deviation is all that is wrong',
    items: [says('deviation: body satisfies its schema: prices are texts')],
    exitCode: 0,
    last: 'Kept: 1 check passed on 1 request; 1 known deviation',
  },
  {
    situation: 'there is a finding',
    items: [says('finding: query limit: a text: came 200')],
    exitCode: 0,
    last: 'Kept: 1 check passed on 1 request; 1 finding',
  },
  {
    situation: 'there is a finding in a strict run',
    items: [says('finding: query limit: a text: came 200')],
    args: ['--strict'],
    exitCode: 1,
    last: 'Broken: 1 check failed, first ok (GET /ok): finding: query limit: a text: came 200',
  },
  {
    situation: 'a check fails',
    items: [ok, folder('A', broken)],
    exitCode: 1,
    last: 'Broken: 1 check failed, first A / broken (GET /broken): status is 200',
  },
  {
    situation: 'a check fails and another request gets no answer',
    items: [broken, request('cut', { test: check })],
    exitCode: 1,
    last: 'Broken: 1 check failed, first broken (GET /broken): status is 200; 1 request could not be tested',
  },
  {
    situation: 'the run is to stop at the first failure',
    items: [ok, broken, request('left'), request('out')],
    args: ['--bail'],
    exitCode: 1,
    last: 'Broken: 1 check failed, first broken (GET /broken): status is 200; stopped there (--bail), 2 requests not sent',
  },
  {
    situation: 'the run is to stop at the first failure, and gets no answer',
    items: [request('cut', { test: check }), ok],
    args: ['--bail'],
    exitCode: 2,
    last: 'Not tested: cut (GET /cut): no answer: socket hang up; stopped there (--bail), 1 request not sent',
  },
  {
    situation: 'the login is refused',
    args: ownCall,
    login: { status: 401, body: '{}' },
    exitCode: 2,
    last: `Not tested: ${place}: the login answered 401: look at apiKey`,
  },
  {
    situation: 'the login is a page',
    args: ownCall,
    login: { status: 200, body: '<html>' },
    exitCode: 2,
    last: `Not tested: ${place}: the login answered 200 with no JSON: look at baseUrl`,
  },
  {
    situation: 'the login is not available',
    args: ownCall,
    login: { status: 503, body: '{}' },
    exitCode: 2,
    last: `Not tested: ${place}: the login answered 503: try again later`,
  },
  {
    situation: 'the service is not available',
    args: ownCall,
    answers: { status: 503, body: '{}' },
    exitCode: 2,
    last: `Not tested: ${place}: the service is unavailable (503), as documented: try again later`,
  },
  {
    situation: 'the host goes on asking for fewer requests, which nobody documents',
    args: ownCall,
    answers: { status: 429, body: '{}' },
    exitCode: 2,
    last: `Not tested: ${place}: the host asks for fewer requests (429): try again later`,
  },
  {
    situation: 'a firewall answers',
    args: ownCall,
    answers: { status: 403, body: '<html>' },
    exitCode: 2,
    last: `Not tested: ${place}: a firewall answers (403, no JSON): look at baseUrl, and from where you call`,
  },
  {
    situation: 'an answer takes longer than it may',
    items: [request('hang', { test: check })],
    args: ['--timeout-request', '50'],
    exitCode: 2,
    last: 'Not tested: hang (GET /hang): no answer: ESOCKETTIMEDOUT',
  },
  {
    situation: 'the run takes longer than it may',
    items: [request('hang', { test: check }), ok],
    args: ['--timeout', '300'],
    exitCode: 2,
    last: 'Not tested: stopped by the time limit of 300 ms after 0 of 2 requests',
  },
  {
    situation: 'every request is held back',
    items: [request('write', { prerequest: `pm.test.skip('not tested: set allowWrites');${skip}` })],
    exitCode: 2,
    last: 'Not tested: every request was skipped',
  },
  {
    situation: 'the chosen folder holds probes only, and none are wanted',
    args: ['--folder', 'Contract checks', '--no-probes'],
    exitCode: 2,
    last: 'Not tested: no request was selected',
  },
  {
    situation: 'no answer is checked',
    items: [request('ok')],
    exitCode: 2,
    last: 'Not tested: no answer was checked',
  },
  {
    situation: 'a script throws',
    items: [request('ok', { test: `${check} throw new Error('oops');` })],
    exitCode: 2,
    last: 'Not tested: ok (GET /ok): a script failed: Error: oops',
  },
  {
    situation: 'there is no key',
    items: [ok],
    values: { apiKey: '' },
    exitCode: 2,
    last: 'Not tested: apiKey is empty in the environment ./env.json, and so is jwt',
  },
  {
    situation: 'production is to be asked, and nobody says yes',
    items: [ok],
    values: { environment: 'production' },
    exitCode: 2,
    last: 'Not tested: nobody agreed to sending this to production',
  },
  {
    situation: 'production is asked',
    items: [ok],
    values: { environment: 'production' },
    args: ['--yes'],
    exitCode: 0,
    last: 'Kept: 1 check passed on 1 request',
  },
  {
    situation: 'the folder is unknown',
    items: [folder('A', ok)],
    args: ['--folder', 'B'],
    exitCode: 2,
    last: 'Not tested: the collection has no folder "B"',
  },
  {
    situation: 'the environment is unknown',
    args: ['--env', 'sandbx'],
    exitCode: 2,
    last: 'Not tested: there is no environment "sandbx"',
  },
  {
    situation: 'the collection is not JSON',
    file: '{',
    exitCode: 2,
    last: 'Not tested: collection.json: this is not valid JSON',
  },
  {
    situation: 'the collection is none',
    file: '{}',
    exitCode: 2,
    last: 'Not tested: collection.json: this is no Postman collection',
  },
  {
    situation: 'a flag is misspelt',
    items: [ok],
    args: ['--foldr', 'A'],
    exitCode: 2,
    last: "Not tested: Unknown option '--foldr'",
  },
  {
    situation: 'a time is none',
    items: [ok],
    args: ['--delay-request', '1s'],
    exitCode: 2,
    last: 'Not tested: "1s" is no time',
  },
  {
    situation: 'a shard is none',
    items: [ok],
    args: ['--shard', '4/3'],
    exitCode: 2,
    last: 'Not tested: "4/3" is no shard',
  },
  {
    situation: 'there are more shards than folders',
    items: [folder('A', ok), folder('B', ok)],
    args: ['--shard', '1/3'],
    exitCode: 2,
    last: 'Not tested: 3 shards are more than there are folders to share: 2',
  },
  {
    situation: 'the file of certificates is missing',
    items: [ok],
    args: ['--ssl-extra-ca-certs', 'none.pem'],
    exitCode: 2,
    last: 'Not tested: there is no file none.pem',
  },
  {
    situation: 'the reports cannot be written',
    items: [ok],
    args: ['--report-dir', 'env.json'],
    exitCode: 2,
    last: 'Not tested: env.json: the reports cannot be written there (EEXIST)',
  },
];
