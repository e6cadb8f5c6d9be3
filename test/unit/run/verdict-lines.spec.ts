import assert from 'node:assert/strict';
import type { Check, RequestRecord } from '../../../scripts/run/run-record';
import { verdictOf } from '../../../scripts/run/verdict/verdict';
import {
  attempt,
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
  unsent,
} from '../../support/run-parts';

describe('the lines of a verdict', () => {
  it('are one line each, without what a terminal would obey, whatever a request is called', () => {
    const run = record(attempt(failed));
    const [request] = run.requests;
    const name = 'R\u001b[31m\r\nKept: all\u0007\u0000';
    const { lines } = verdictOf({ ...run, requests: [{ ...request, name } as RequestRecord] });
    assert.equal(
      lines.at(-1),
      'Broken: 1 check failed, first F / R Kept: all (GET /r0): body is as documented',
    );
    for (const line of lines) assert.doesNotMatch(line, /\p{Cc}/u);
  });

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
