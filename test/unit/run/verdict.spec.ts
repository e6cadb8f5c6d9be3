import assert from 'node:assert/strict';
import type { RunRecord } from '../../../scripts/run/run-record';
import { verdictOf } from '../../../scripts/run/verdict/verdict';
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
});
