import assert from 'node:assert/strict';
import { junitReport } from '../../../scripts/run/reports/junit-report';
import type { Attempt, RunRecord } from '../../../scripts/run/run-record';

const sent: Attempt = {
  ended: true,
  sent: true,
  status: 200,
  scriptErrors: [],
  scriptRequests: 0,
  checks: [],
};

function record(name: string, ...attempts: Attempt[]): RunRecord {
  const request = { id: '1', name, folder: ['F'], operation: 'GET /r', attempts };
  return { collection: 'C', environment: 'E', requests: [request] };
}

describe('junitReport', () => {
  it('has a suite for each request and a case for each check', () => {
    const report = junitReport(
      record('R', {
        ...sent,
        checks: [
          { name: 'status', result: 'passed' },
          { name: 'body', result: 'failed', message: 'no id' },
          { name: 'not tested: the login was refused', result: 'failed', message: '401' },
          { name: 'not tested: writes are off', result: 'skipped' },
        ],
      }),
    );
    assert.equal(
      report,
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="C" tests="4" failures="1" errors="1" skipped="1">
  <testsuite name="F / R" tests="4" failures="1" errors="1" skipped="1">
    <testcase classname="GET /r" name="status"/>
    <testcase classname="GET /r" name="body"><failure message="no id"/></testcase>
    <testcase classname="GET /r" name="not tested: the login was refused"><error message="401"/></testcase>
    <testcase classname="GET /r" name="not tested: writes are off"><skipped message="writes are off"/></testcase>
  </testsuite>
</testsuites>
`,
    );
  });

  it('tells findings and known deviations apart from what was skipped', () => {
    const run = record('R', {
      ...sent,
      checks: [
        { name: 'finding: query limit: a text: came 200', result: 'skipped' },
        { name: 'deviation: body: no longer happens', result: 'skipped' },
      ],
    });
    const lines = junitReport(run).split('\n').slice(3, 5);
    assert.deepEqual(lines, [
      '    <testcase classname="GET /r" name="finding: query limit: a text: came 200"><skipped type="finding" message="finding: query limit: a text: came 200"/></testcase>',
      '    <testcase classname="GET /r" name="deviation: body: no longer happens"><skipped type="deviation" message="deviation: body: no longer happens"/></testcase>',
    ]);
  });

  it('shows a finding of a strict run as a failure', () => {
    const checks = [{ name: 'finding: query limit: a text: came 200', result: 'skipped' } as const];
    const report = junitReport(record('R', { ...sent, checks }), { strict: true });
    assert.match(report, /tests="1" failures="1" errors="0" skipped="0"/);
    assert.match(report, /<failure message="query limit: a text: came 200"\/>/);
  });

  it('shows what kept a request from being tested as an error', () => {
    const errors = (attempts: Attempt[]) =>
      [...junitReport(record('R', ...attempts)).matchAll(/<error message="([^"]*)"/g)].map(
        (found) => found[1],
      );
    assert.deepEqual(errors([]), ['never reached']);
    assert.deepEqual(errors([{ ...sent, ended: false }]), ['did not end']);
    assert.deepEqual(errors([{ ...sent, sent: false }]), ['skipped without a reason']);
    assert.deepEqual(errors([{ ...sent, error: 'ECONNREFUSED', scriptErrors: ['TypeError'] }]), [
      'ECONNREFUSED',
      'TypeError',
    ]);
  });

  it('shows no error where a request was answered at its second attempt', () => {
    const again = [{ name: 'not tested: no answer; sent again', result: 'skipped' } as const];
    const checks = [{ name: 'status', result: 'passed' } as const];
    const report = junitReport(
      record('R', { ...sent, error: 'socket hang up', checks: again }, { ...sent, checks }),
    );
    assert.match(report, /tests="2" failures="0" errors="0" skipped="1"/);
  });

  it('names the row of data in the suite', () => {
    const checks = [{ name: 'status', result: 'passed' } as const];
    const { requests, ...rest } = record('R', { ...sent, checks });
    const report = junitReport({
      ...rest,
      requests: requests.flatMap((each) => [1, 2].map((row) => ({ ...each, row }))),
    });
    const suites = [...report.matchAll(/<testsuite name="([^"]*)"/g)].map((found) => found[1]);
    assert.deepEqual(suites, ['F / R (row 1)', 'F / R (row 2)']);
    assert.doesNotMatch(report, /attempt/);
  });

  it('tells attempts apart', () => {
    const checks = [{ name: 'status', result: 'passed' } as const];
    const report = junitReport(record('R', { ...sent, checks }, { ...sent, checks }));
    assert.match(report, /name="status \(attempt 1\)"/);
    assert.match(report, /name="status \(attempt 2\)"/);
  });

  it('escapes what XML gives a meaning, and replaces what XML cannot hold', () => {
    const report = junitReport(record('<a & "b">\u0000\u001b\ud800\n😀'));
    assert.ok(report.includes('name="F / &lt;a &amp; &quot;b&quot;&gt;\ufffd\ufffd\ufffd&#10;😀"'), report);
  });
});
