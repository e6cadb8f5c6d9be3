import assert from 'node:assert/strict';
import { junitReport } from '../../../scripts/run/reports/junit-report';
import type { Attempt, RunRecord } from '../../../scripts/run/run-record';
import { casesIn, junitProblems, parse, type XmlNode } from '../../support/junit-problems';

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

function read(report: string): XmlNode {
  assert.deepEqual(junitProblems(report), []);
  return parse(report, () => {}) ?? assert.fail('no root');
}

/** Name, outcome, its type and its text, of each case. */
function outcomes(report: string): (string | undefined)[][] {
  return casesIn(read(report)).map(({ attributes, children: [outcome] }) =>
    outcome === undefined
      ? [attributes.name]
      : [attributes.name, outcome.name, outcome.attributes.type, outcome.text],
  );
}

describe('junitReport', () => {
  it('has a name where the collection has none', () => {
    const report = junitReport({ ...record('R', sent), collection: '' });
    assert.equal(read(report).attributes.name, 'a collection without a name');
  });

  it('has a suite for each operation and a case for each check', () => {
    const report = junitReport(
      record('R', {
        ...sent,
        at: '2026-01-31T12:00:00.250Z',
        took: 500,
        checks: [
          { name: 'status', result: 'passed' },
          { name: 'body', result: 'failed', message: 'no id\nat /0' },
          { name: 'not tested: the login was refused', result: 'failed', message: '401' },
          { name: 'not tested: writes are off', result: 'skipped' },
        ],
      }),
    );
    assert.equal(
      report,
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="C" tests="4" failures="1" errors="1" time="0.500">
  <testsuite name="GET /r" tests="4" failures="1" errors="1" skipped="1" time="0.500" timestamp="2026-01-31T12:00:00" hostname="localhost">
    <testcase classname="GET /r" name="F / R: status" time="0.125"/>
    <testcase classname="GET /r" name="F / R: body" time="0.125">
      <failure type="broken" message="no id">no id
at /0</failure>
    </testcase>
    <testcase classname="GET /r" name="F / R: not tested: the login was refused" time="0.125">
      <error type="not tested" message="401">401</error>
    </testcase>
    <testcase classname="GET /r" name="F / R: not tested: writes are off" time="0.125">
      <skipped type="skipped" message="writes are off">writes are off</skipped>
    </testcase>
  </testsuite>
</testsuites>
`,
    );
    assert.deepEqual(junitProblems(report), []);
  });

  it('puts what tests one operation into one suite: plain calls, probes and life cycles', () => {
    const checks = [{ name: 'status', result: 'passed' } as const];
    const { requests, ...rest } = record('R', { ...sent, checks });
    const probe = { ...requests[0], name: 'P', operation: 'GET /v.1/:id' };
    const tests = { operation: 'GET /v.1/{id}', sends: [] };
    const plain = { ...probe, name: 'Q', tests };
    const report = read(
      junitReport({ ...rest, requests: [probe, ...requests, plain] as RunRecord['requests'] }),
    );
    assert.deepEqual(
      report.children.map(({ attributes, children }) => [
        attributes.name,
        ...children.map((each) => `${each.attributes.classname} ${each.attributes.name}`),
      ]),
      [
        ['GET /v.1/{id}', 'GET /v_1/{id} F / P: status', 'GET /v_1/{id} F / Q: status'],
        ['GET /r', 'GET /r F / R: status'],
      ],
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
    assert.deepEqual(outcomes(junitReport(run)), [
      [
        'F / R: finding: query limit: a text: came 200',
        'skipped',
        'finding',
        'query limit: a text: came 200',
      ],
      ['F / R: deviation: body: no longer happens', 'skipped', 'deviation', 'body: no longer happens'],
    ]);
    const [strict] = outcomes(junitReport(run, { strict: true }));
    assert.deepEqual(strict?.slice(1), ['failure', 'finding', 'query limit: a text: came 200']);
  });

  it('shows what kept a request from being tested as an error', () => {
    const errors = (attempts: Attempt[]) =>
      outcomes(junitReport(record('R', ...attempts))).map(([, element, type, text]) => [element, type, text]);
    assert.deepEqual(errors([]), [['error', 'not tested', 'never reached']]);
    assert.deepEqual(errors([{ ...sent, ended: false }]), [['error', 'not tested', 'did not end']]);
    assert.deepEqual(errors([{ ...sent, sent: false }]), [
      ['error', 'not tested', 'skipped without a reason'],
    ]);
    assert.deepEqual(errors([{ ...sent, error: 'ECONNREFUSED', scriptErrors: ['TypeError'] }]), [
      ['error', 'not tested', 'ECONNREFUSED'],
      ['error', 'not tested', 'TypeError'],
    ]);
  });

  it('says what stopped the run', () => {
    const report = junitReport({ ...record('R'), interrupted: 'SIGINT' });
    assert.deepEqual(outcomes(report)[0], ['the run comes to its end', 'error', 'stopped', 'SIGINT']);
  });

  it('shows no error where a request was answered at its second attempt', () => {
    const again = [{ name: 'not tested: no answer; sent again', result: 'skipped' } as const];
    const checks = [{ name: 'status', result: 'passed' } as const];
    const report = junitReport(
      record('R', { ...sent, error: 'socket hang up', checks: again }, { ...sent, checks }),
    );
    assert.deepEqual(outcomes(report), [
      ['F / R: not tested: no answer; sent again (attempt 1)', 'skipped', 'skipped', 'no answer; sent again'],
      ['F / R: status (attempt 2)'],
    ]);
  });

  it('gives no two cases one name: rows, attempts and checks that share theirs are numbered', () => {
    const checks = [1, 2].map(() => ({ name: 'status', result: 'passed' }) as const);
    const { requests, ...rest } = record('R', { ...sent, checks });
    const rows = requests.flatMap((each) => [1, 2].map((row) => ({ ...each, row })));
    assert.deepEqual(outcomes(junitReport({ ...rest, requests: rows })).flat(), [
      'F / R: status (row 1)',
      'F / R: status (row 1) (2)',
      'F / R: status (row 2)',
      'F / R: status (row 2) (2)',
    ]);
    assert.deepEqual(outcomes(junitReport({ ...rest, requests: [...requests, ...requests] })).length, 4);
  });

  it('escapes what XML gives a meaning, and replaces what XML cannot hold', () => {
    const text = '<a & "b">\u0000\u001b\ud800\n\r\t😀]]>';
    const report = junitReport(record(text, { ...sent, scriptErrors: [text] }));
    assert.ok(
      report.includes(
        '&lt;a &amp; &quot;b&quot;&gt;\ufffd\ufffd\ufffd&#10;&#13;&#9;😀]]&gt;: the scripts run"',
      ),
    );
    const [[name, , , found] = []] = outcomes(report);
    const left = '<a & "b">\ufffd\ufffd\ufffd\n\r\t😀]]>';
    assert.equal(name, `F / ${left}: the scripts run`);
    assert.equal(found, left);
  });
});
