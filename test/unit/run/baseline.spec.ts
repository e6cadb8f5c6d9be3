import assert from 'node:assert/strict';
import { parse } from 'yaml';
import type { Check, RequestRecord, RunRecord } from '../../../scripts/run/run-record';
import { baseline } from '../../../scripts/run/verdict/baseline';
import { verdictOf } from '../../../scripts/run/verdict/verdict';

const at = new Date('2026-11-25T23:59:00Z');

function request(parts: Partial<RequestRecord>, ...checks: Check[]): RequestRecord {
  return {
    id: '1',
    name: 'R',
    folder: [],
    operation: 'GET /parcels/:id',
    attempts: [{ ended: true, sent: true, status: 200, scriptErrors: [], scriptRequests: 0, checks }],
    ...parts,
  };
}

function baselineOf(...requests: RequestRecord[]): string {
  const record: RunRecord = { collection: 'C', environment: 'Sandbox', requests };
  return baseline(record, verdictOf(record), at);
}

describe('baseline', () => {
  it('lists each check of an operation that failed once, for 90 days', () => {
    const failed = (message: string): Check => ({ name: 'body is as documented', result: 'failed', message });
    const tests = { operation: 'POST /parcels', sends: [] };
    const text = baselineOf(
      request({}, failed('GET /parcels/{id}: promises\n  a number: "1"'), {
        name: 'status',
        result: 'passed',
      }),
      request({}, failed('GET /parcels/{id}: promises more')),
      request({ tests }, failed('POST /parcels (sent: no body): promises 400')),
    );
    assert.equal(
      text,
      `# Checks that failed in a run against Sandbox on 2026-11-25, as known deviations.
# Read them, say in each reason why the contract is wrong there, and move the list into the profile.
# Broken: 3 checks failed, first R (GET /parcels/:id): body is as documented
deviations:
  - check: body is as documented
    operation: GET /parcels/{id}
    reason: 'promises a number: "1"'
    until: 2027-02-23
  - check: body is as documented
    operation: POST /parcels
    reason: "(sent: no body): promises 400"
    until: 2027-02-23
`,
    );
  });

  it('lists nothing that breaks no contract: findings, known deviations, and what was not tested', () => {
    const text = baselineOf(
      request(
        {},
        { name: 'finding: a text: came 200', result: 'skipped' },
        { name: 'deviation: body: prices are texts', result: 'skipped' },
        { name: 'not tested: the login was refused', result: 'failed', message: '401' },
      ),
    );
    assert.deepEqual(parse(text), { deviations: [] });
  });

  it('cuts a long message, and stays one line for each value', () => {
    const check: Check = { name: 'body', result: 'failed', message: 'long\n'.repeat(1000) };
    const [deviation] = parse(baselineOf(request({}, check))).deviations;
    assert.equal(deviation.reason.length, 201);
    assert.ok(deviation.reason.endsWith('…'));
  });
});
