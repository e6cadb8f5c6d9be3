import assert from 'node:assert/strict';
import type { Attempt, Check, RequestRecord, RunRecord } from '../../../scripts/run/run-record';
import { verdictOf } from '../../../scripts/run/verdict';

const passed: Check = { name: 'status is documented', result: 'passed' };
const failed: Check = { name: 'body is as documented', result: 'failed', message: '/id is no string' };
const refused: Check = { name: 'not tested: the login was refused', result: 'failed', message: '401' };
const silent: Check = {
  name: 'not tested: no answer, look at baseUrl',
  result: 'failed',
  message: 'no answer, look at baseUrl',
};
const consequence: Check = { name: 'not tested: the login failed earlier', result: 'skipped' };
const guarded: Check = { name: 'not tested: allowWrites is not true', result: 'skipped' };

function attempt(...checks: Check[]): Attempt {
  return { ended: true, sent: true, status: 200, scriptErrors: [], scriptRequests: 0, checks };
}

function unsent(...checks: Check[]): Attempt {
  return { ended: true, sent: false, scriptErrors: [], scriptRequests: 0, checks };
}

function record(...attempts: (Attempt | Attempt[])[]): RunRecord {
  const requests = attempts.map(
    (each, index): RequestRecord => ({
      id: `${index}`,
      name: `R${index}`,
      folder: ['F'],
      operation: `GET /r${index}`,
      attempts: Array.isArray(each) ? each : [each],
    }),
  );
  return { collection: 'c', environment: 'e', requests };
}

const situations: [string, RunRecord, number, string][] = [
  ['every check passes', record(attempt(passed), attempt(passed)), 0, 'Kept: 2 checks passed on 2 requests'],
  [
    'a guard holds a request back',
    record(attempt(passed), unsent(guarded)),
    0,
    'Kept: 1 check passed on 1 request; 1 request skipped',
  ],
  [
    'an answer says "not now", which is documented',
    record(attempt(passed), { ...attempt(guarded), status: 429 }),
    0,
    'Kept: 1 check passed on 2 requests',
  ],
  [
    'the second attempt passes and the first stood aside',
    record([{ ...attempt(consequence), status: 401 }, attempt(passed)]),
    0,
    'Kept: 1 check passed on 1 request',
  ],
  [
    'the first attempt got no answer and the second passes',
    record([{ ...unsent(consequence), sent: true, error: 'socket hang up' }, attempt(passed)]),
    0,
    'Kept: 1 check passed on 1 request',
  ],
  [
    'the service was unavailable at the first attempt only',
    record([{ ...attempt(consequence), status: 503 }, attempt(passed)]),
    0,
    'Kept: 1 check passed on 1 request',
  ],
  [
    'a check fails',
    record(attempt(passed), attempt(passed, failed)),
    1,
    'Broken: 1 check failed, first F / R1 (GET /r1): body is as documented',
  ],
  [
    'a check fails in the first of two attempts',
    record([attempt(failed), attempt(passed)]),
    1,
    'Broken: 1 check failed, first F / R0 (GET /r0): body is as documented',
  ],
  [
    'a check fails and something is not tested',
    record(attempt(failed), unsent(refused)),
    1,
    'Broken: 1 check failed, first F / R0 (GET /r0): body is as documented; 1 request could not be tested',
  ],
  [
    'the login is refused',
    record(attempt(passed), unsent(refused), unsent(consequence)),
    2,
    'Not tested: F / R1 (GET /r1): the login was refused: 401',
  ],
  [
    'there is no answer, and the checks fail for the lack of it',
    record({ ...unsent(failed), sent: true, error: 'connect ECONNREFUSED' }),
    2,
    'Not tested: F / R0 (GET /r0): no answer: connect ECONNREFUSED',
  ],
  [
    'there is no answer, and a check says what to look at',
    record({ ...unsent(silent), sent: true, error: 'connect ECONNREFUSED' }),
    2,
    'Not tested: F / R0 (GET /r0): no answer, look at baseUrl: connect ECONNREFUSED',
  ],
  [
    'a script throws',
    record({ ...attempt(passed), scriptErrors: ['TypeError: x is undefined'] }),
    2,
    'Not tested: F / R0 (GET /r0): a script failed: TypeError: x is undefined',
  ],
  [
    'the service is unavailable, as documented',
    record(attempt(passed), { ...attempt(passed), status: 503 }),
    2,
    'Not tested: F / R1 (GET /r1): the service is unavailable (503)',
  ],
  [
    'requests are never reached',
    record(attempt(passed), [], []),
    2,
    'Not tested: F / R1 (GET /r1): never reached (and 1 more)',
  ],
  [
    'a request does not end',
    record(attempt(passed), { ...attempt(), ended: false }),
    2,
    'Not tested: F / R1 (GET /r1): did not end',
  ],
  [
    'a request is skipped and nobody says why',
    record(attempt(passed), unsent()),
    2,
    'Not tested: F / R1 (GET /r1): skipped without a reason',
  ],
  ['everything is skipped', record(unsent(guarded)), 2, 'Not tested: every request was skipped'],
  ['nothing is checked', record(attempt(), attempt()), 2, 'Not tested: no answer was checked'],
  ['nothing is selected', record(), 2, 'Not tested: no request was selected'],
  [
    'newman gives up',
    { ...record(attempt(passed)), error: 'Script execution timed out' },
    2,
    'Not tested: Script execution timed out',
  ],
  [
    'the run is stopped',
    { ...record(attempt(failed), []), interrupted: 'SIGINT' },
    2,
    'Not tested: stopped by SIGINT after 1 of 2 requests; 1 check had failed so far',
  ],
];

describe('verdictOf', () => {
  for (const [situation, run, exitCode, last] of situations) {
    it(`is ${exitCode} when ${situation}`, () => {
      const verdict = verdictOf(run);
      assert.equal(verdict.lines.at(-1), last);
      assert.equal(verdict.exitCode, exitCode);
    });
  }

  it('counts, names each failed check, and groups the rest by reason', () => {
    const run = record(attempt(passed, failed), unsent(refused), unsent(guarded), unsent(guarded), attempt());
    assert.deepEqual(verdictOf(run).lines.slice(0, -1), [
      'requests: 2 sent, 3 skipped, of 5 selected; 1 sent without a check',
      'checks: 1 passed, 1 failed',
      'broken: F / R0 (GET /r0): body is as documented: /id is no string',
      'not tested: 1 request: the login was refused: 401: F / R1 (GET /r1)',
      'skipped: 2 requests: allowWrites is not true: F / R2 (GET /r2), F / R3 (GET /r3)',
    ]);
  });

  it('names the requests that were never reached', () => {
    const run = record(attempt(passed), [], []);
    assert.ok(
      verdictOf(run).lines.includes(
        'not tested: 2 requests: never reached: F / R1 (GET /r1), F / R2 (GET /r2)',
      ),
    );
  });

  it('stays short when much goes wrong', () => {
    const long: Check = { name: 'body', result: 'failed', message: 'a\n'.repeat(1000) };
    const { lines } = verdictOf(record(...Array.from({ length: 40 }, () => attempt(long))));
    assert.equal(lines.length, 9);
    assert.ok(lines.includes('broken: 35 more'));
    assert.ok(lines.every((line) => line.length < 500 && !line.includes('\n')));
  });
});
