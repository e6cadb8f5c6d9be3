import assert from 'node:assert/strict';
import type { Check, RunRecord } from '../../../scripts/run/run-record';
import { verdictOf } from '../../../scripts/run/verdict';
import {
  again,
  attempt,
  consequence,
  failed,
  gone,
  guarded,
  known,
  lenient,
  overdue,
  passed,
  probes,
  record,
  refused,
  silent,
  unsent,
} from '../../support/run-parts';

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
    'two requests were sent again, one of them twice',
    record(
      [
        { ...attempt(again('busy')), status: 429 },
        { ...attempt(again('busy')), status: 429 },
        attempt(passed),
      ],
      attempt(passed),
      [{ ...attempt(again('the host gave no answer')), error: 'socket hang up' }, attempt(passed)],
    ),
    0,
    'Kept: 3 checks passed on 3 requests; 2 requests sent again',
  ],
  [
    'the run stopped at a failure, as it was to',
    { ...record(attempt(failed), [], []), bailed: true },
    1,
    'Broken: 1 check failed, first F / R0 (GET /r0): body is as documented; stopped there (--bail), 2 requests not sent',
  ],
  [
    'the run stopped where it was to, and that was the last request',
    { ...record(attempt(failed)), bailed: true },
    1,
    'Broken: 1 check failed, first F / R0 (GET /r0): body is as documented',
  ],
  [
    'the time was over',
    { ...record(attempt(passed), []), interrupted: 'the time limit of 5 ms' },
    2,
    'Not tested: stopped by the time limit of 5 ms after 1 of 2 requests',
  ],
  [
    'a server is lenient',
    record(attempt(passed, lenient), attempt(lenient)),
    0,
    'Kept: 1 check passed on 2 requests; 2 findings',
  ],
  [
    'a known deviation happens',
    record(attempt(passed, known), unsent(guarded)),
    0,
    'Kept: 1 check passed on 1 request; 1 known deviation; 1 request skipped',
  ],
  [
    'a known deviation is overdue, and another no longer happens',
    record(attempt(passed, overdue), attempt(passed, gone)),
    0,
    'Kept: 2 checks passed on 2 requests; 1 known deviation',
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

  it('counts the requests of all rows of data, and names the row of one', () => {
    const run = record(attempt(passed), attempt(failed), unsent(guarded));
    const requests = run.requests.map((request, index) => ({ ...request, row: index + 1 }));
    assert.deepEqual(verdictOf({ ...run, rows: [{}, {}, {}], requests }).lines, [
      'requests: 2 sent, 1 skipped, of 3 selected in 3 rows',
      'checks: 1 passed, 1 failed',
      'broken: F / R1 (GET /r1, row 2): body is as documented: /id is no string',
      'skipped: 1 request: allowWrites is not true: F / R2 (GET /r2, row 3)',
      'Broken: 1 check failed, first F / R1 (GET /r1, row 2): body is as documented',
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

  it('is 1 in a strict run whose server is lenient', () => {
    const run = record(attempt(passed, lenient));
    const verdict = verdictOf(run, { strict: true });
    assert.equal(
      verdict.lines.at(-1),
      'Broken: 1 check failed, first F / R0 (GET /r0): finding: query limit: a text: came 200',
    );
    assert.equal(verdict.exitCode, 1);
  });

  it('shows one finding of each kind of probe, the most frequent first, apart from what was skipped', () => {
    const requests = [
      ...probes('pattern', attempt(passed, lenient)),
      ...probes('wrong-type', attempt(passed, lenient), attempt(passed, lenient)),
      ...probes('no-jwt', unsent(guarded)),
    ];
    assert.deepEqual(verdictOf({ collection: 'c', environment: 'e', requests }).lines, [
      'requests: 3 sent, 1 skipped, of 4 selected',
      'checks: 3 passed, 0 failed; 3 findings',
      'finding: wrong-type, 2 times, first GET /p0/{id}: query limit: a text: came 200',
      'finding: pattern: GET /p0/{id}: query limit: a text: came 200',
      'skipped: 1 request: allowWrites is not true: Contract checks / no-jwt (GET /p0/:id)',
      'Kept: 3 checks passed on 3 requests; 3 findings; 1 request skipped',
    ]);
  });

  it('names a known deviation with its reason, and one that is overdue or gone on a line of its own', () => {
    const other: Check = { name: 'deviation: media type is as documented: HTML', result: 'skipped' };
    const run = record(attempt(passed, known, other), attempt(passed, overdue), attempt(passed, gone));
    assert.deepEqual(verdictOf(run).lines.slice(1, -1), [
      'checks: 3 passed, 0 failed; 3 known deviations',
      'deviation overdue: GET /r1: body satisfies its schema: overdue since 2026-01-31: prices are texts',
      'deviation gone: GET /r2: body satisfies its schema: no longer happens; take it out of the profile',
      'deviation: GET /r0: body satisfies its schema: prices are texts',
      'deviation: GET /r0: media type is as documented: HTML',
    ]);
  });

  it('calls a deviation gone only where no request of its operation sees it', () => {
    const requests = probes('on-limit', attempt(passed, gone), attempt(passed, known)).map((request) => ({
      ...request,
      tests: { operation: 'GET /p', sends: [] },
    }));
    const { lines } = verdictOf({ collection: 'c', environment: 'e', requests });
    assert.deepEqual(lines.slice(2, -1), ['deviation: GET /p: body satisfies its schema: prices are texts']);
  });

  it('names a few of the many requests that are skipped for one reason', () => {
    const { lines } = verdictOf(
      record(attempt(passed), ...Array.from({ length: 300 }, () => unsent(guarded))),
    );
    assert.equal(
      lines.at(-2),
      'skipped: 300 requests: allowWrites is not true: F / R1 (GET /r1), F / R2 (GET /r2), F / R3 (GET /r3), and 297 more',
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
