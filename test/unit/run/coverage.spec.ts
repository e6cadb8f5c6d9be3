import assert from 'node:assert/strict';
import type { LeftOut } from '../../../scripts/contract/probe-kind';
import type { OperationCoverage } from '../../../scripts/run/coverage/coverage';
import { coverageLines } from '../../../scripts/run/coverage/coverage-lines';
import { coverageOf } from '../../../scripts/run/coverage/coverage-of';
import type { Attempt, Check, RequestRecord, RunRecord } from '../../../scripts/run/run-record';
import { smallContract } from '../../support/small-contract';

const passed: Check = { name: 'status is documented', result: 'passed' };
const guarded: Check = { name: 'not tested: allowWrites is not true', result: 'skipped' };

function answered(status: number, ...checks: Check[]): Attempt {
  return {
    ended: true,
    sent: true,
    status,
    scriptErrors: [],
    scriptRequests: 0,
    checks: [passed, ...checks],
  };
}

function unsent(check: Check): Attempt {
  return { ended: true, sent: false, scriptErrors: [], scriptRequests: 0, checks: [check] };
}

function call(operation: string, attempt: Attempt, sends: string[] = []): RequestRecord {
  return {
    id: operation,
    name: operation,
    folder: [],
    operation,
    tests: { operation, sends },
    attempts: [attempt],
  };
}

function probe(operation: string, kind: string, place: string, attempt: Attempt): RequestRecord {
  const tests = { operation, probe: { kind, place }, sends: [] };
  return {
    id: `${operation} ${kind} ${place}`,
    name: kind,
    folder: [],
    operation,
    tests,
    attempts: [attempt],
  };
}

function coverage(requests: RequestRecord[], leftOut: LeftOut[] = []) {
  const record: RunRecord = { collection: 'C', environment: 'Sandbox', requests };
  return coverageOf(record, smallContract, leftOut);
}

function of(key: string, requests: RequestRecord[], leftOut: LeftOut[] = []): OperationCoverage {
  const found = coverage(requests, leftOut).operations.find((operation) => operation.key === key);
  return found ?? assert.fail(`${key} is not in the coverage`);
}

/** Documented status to the reason why it was not seen; empty: it was. */
function unseen({ statuses }: OperationCoverage): Record<string, string> {
  return Object.fromEntries(statuses.map(({ status, seen, reason }) => [status, seen ? '' : reason]));
}

describe('coverageOf', () => {
  it('has every operation of the contract, also those without a request', () => {
    const { operations } = coverage([]);
    assert.equal(operations.length, 7);
    assert.deepEqual(operations[0]?.call, { state: 'not in the run', reason: 'not in this run' });
  });

  it('tells the documented statuses that were seen, and why the others were not', () => {
    const key = 'GET /parcels';
    const requests = [call(key, answered(200)), probe(key, 'no-jwt', 'header Authorization', answered(401))];
    assert.deepEqual(unseen(of(key, requests)), {
      '200': '',
      '401': '',
      '422': 'no probe of this run is made for it',
      '503': 'not provokable: only a service that is busy or fails says so',
    });
  });

  it('gives the reason of the guard where nothing of an operation was sent', () => {
    const key = 'POST /parcels';
    const requests = [call(key, unsent(guarded)), probe(key, 'missing-body', 'body', unsent(guarded))];
    const leftOut: LeftOut[] = [
      { operation: key, kind: 'no-jwt', place: '', reason: 'no deleter is known', count: 4 },
    ];
    assert.deepEqual(unseen(of(key, requests, leftOut)), {
      '201': 'allowWrites is not true',
      '401': 'no deleter is known',
      '422': 'allowWrites is not true',
      '503': 'not provokable: only a service that is busy or fails says so',
    });
  });

  it('says what came in place of a status that probes were made for', () => {
    const key = 'GET /parcels/{id}';
    const requests = [
      call(key, answered(404)),
      probe(key, 'wrong-type', 'path id', answered(404)),
      probe(key, 'out-of-bounds', 'path id', answered(200)),
    ];
    assert.equal(unseen(of(key, requests))['400'], 'its probes (2) were answered with 200, 404');
    assert.deepEqual(of(key, [call(key, answered(404))]).statuses[0], {
      status: '200',
      seen: false,
      reason: 'the plain call was answered with 404',
    });
  });

  it('lists statuses that nobody documents, but not what the path says to another method', () => {
    const key = 'GET /parcels';
    const requests = [call(key, answered(500)), probe(key, 'other-method', 'method GET', answered(405))];
    assert.deepEqual(of(key, requests).undocumented, [500]);
  });

  it('tells which parameters were sent with the plain call, and which were probed', () => {
    const key = 'GET /parcels';
    const requests = [
      call(key, answered(200), ['query states[]', 'header x-region']),
      probe(key, 'wrong-type', 'query limit', answered(422)),
      probe(key, 'out-of-bounds', 'query limit', answered(422)),
      probe(key, 'wrong-type', 'query open', unsent(guarded)),
    ];
    assert.deepEqual(of(key, requests).parameters, [
      { place: 'query limit', required: false, sent: false, probed: ['wrong-type', 'out-of-bounds'] },
      { place: 'query states[]', required: false, sent: true, probed: [] },
      { place: 'query ids', required: false, sent: false, probed: [] },
      { place: 'query open', required: false, sent: false, probed: [] },
      { place: 'header X-Region', required: false, sent: true, probed: [] },
    ]);
  });

  it('tells the same of the fields of a body, and counts nothing that a guard held back', () => {
    const key = 'POST /parcels';
    const sends = ['body /weight'];
    const fields = (attempt: Attempt) => of(key, [call(key, attempt, sends)]).fields;
    const note = { place: 'body /note', required: false, sent: false, probed: [] };
    const weight = { place: 'body /weight', required: true, probed: [] };
    assert.deepEqual(fields(answered(201)), [{ ...weight, sent: true }, note]);
    assert.deepEqual(fields(unsent(guarded)), [{ ...weight, sent: false }, note]);
  });

  it('sorts the probes by what became of them', () => {
    const key = 'GET /parcels';
    const failed: Check = { name: 'is refused', result: 'failed', message: 'came 200' };
    const lenient: Check = { name: 'finding: limit: a text: came 200', result: 'skipped' };
    const known: Check = { name: 'deviation: is refused: it takes all', result: 'skipped' };
    const down: Attempt = { ...unsent(passed), sent: true, error: 'socket hang up' };
    const attempts = [
      answered(401),
      answered(200, failed),
      answered(200, lenient),
      answered(200, known),
      unsent(guarded),
      down,
    ];
    const requests = attempts.map((attempt, index) => probe(key, 'wrong-type', `query q${index}`, attempt));
    assert.deepEqual(
      of(key, requests).probes.map(({ outcome, status, reason }) => [outcome, status, reason]),
      [
        ['as expected', 401, ''],
        ['broken', 200, 'is refused: came 200'],
        ['finding', 200, 'limit: a text: came 200'],
        ['deviation', 200, 'is refused: it takes all'],
        ['not sent', undefined, 'allowWrites is not true'],
        ['not tested', undefined, 'no answer: socket hang up'],
      ],
    );
  });

  it('counts a probe once, however many rows of data it was sent for, and tells the worst', () => {
    const key = 'GET /parcels/{id}';
    const failed: Check = { name: 'is refused', result: 'failed', message: 'came 200' };
    const rows = [answered(404), answered(200, failed), unsent(guarded)].map((attempt, index) => ({
      ...probe(key, 'after-deletion', 'path id', attempt),
      row: index + 1,
    }));
    const tell = (requests: RequestRecord[]) =>
      of(key, requests).probes.map(({ outcome, status }) => [outcome, status]);
    assert.deepEqual(tell(rows), [['broken', 200]]);
    assert.deepEqual(tell([rows[2], rows[0]].filter((row) => row !== undefined)), [['as expected', 404]]);
  });

  it('tells of the best of several calls, which other folders and rows of data make too', () => {
    const key = 'POST /parcels';
    const best = (...attempts: Attempt[]) =>
      of(
        key,
        attempts.map((attempt, index) => ({ ...call(key, attempt), id: `${index}` })),
      ).call;
    assert.deepEqual(best(unsent(guarded), answered(422), answered(201)), { state: 'answered', status: 201 });
    assert.deepEqual(best(unsent(guarded), answered(422)), { state: 'answered', status: 422 });
    assert.deepEqual(best(unsent(guarded)), { state: 'not sent', reason: 'allowWrites is not true' });
  });

  it('explains with the probes after a deletion why nothing was not found', () => {
    const key = 'GET /parcels/{id}';
    const tried = probe(key, 'after-deletion', 'path id', answered(200));
    assert.equal(unseen(of(key, [tried]))['404'], 'its probes (1) were answered with 200');
    assert.equal(unseen(of(key, []))['404'], 'no probe of this run is made for it');
  });

  it('takes a paging probe for a call as documented', () => {
    const paged = probe('GET /parcels', 'paging', 'query limit', answered(200));
    assert.deepEqual(coverage([call('GET /parcels', answered(404)), paged]).onlyErrors, []);
  });

  it('names operations that only ever answered with errors, be they refused probes or not', () => {
    const { onlyErrors } = coverage([
      call('GET /parcels', answered(404)),
      probe('GET /parcels', 'no-jwt', 'header Authorization', answered(401)),
      call('GET /parcels/{id}', answered(404)),
      probe('GET /parcels/{id}', 'example', 'body', answered(200)),
      call('POST /parcels', unsent(guarded)),
      probe('GET /parcels/print', 'no-jwt', 'header Authorization', answered(401)),
      call('DELETE /parcels/{id}', answered(204)),
    ]);
    assert.deepEqual(onlyErrors, ['GET /parcels']);
  });
});

describe('coverageLines', () => {
  it('are a short table, with the names that a person must know', () => {
    const key = 'GET /parcels';
    const lenient: Check = { name: 'finding: limit: a text: came 200', result: 'skipped' };
    const requests = [
      call(key, answered(404), ['query limit']),
      call('GET /clients/authorization', answered(200), ['query apiKey']),
      probe(key, 'no-jwt', 'header Authorization', answered(401)),
      probe(key, 'wrong-type', 'query limit', answered(200, lenient)),
      probe(key, 'expired-jwt', 'header Authorization', unsent(guarded)),
    ];
    const leftOut: LeftOut[] = [{ operation: key, kind: 'length', place: '', reason: 'none', count: 12 }];
    assert.deepEqual(coverageLines(coverage(requests, leftOut)), [
      'coverage: operations   1 of  7  answered with success',
      // GET /parcels 200 and 401, the login's 200
      'coverage: statuses     3 of 31  documented ones, seen',
      'coverage: parameters   2 of  9  sent or probed',
      'coverage: body fields  0 of  3  sent or probed',
      'coverage: probes       1 of  3  answered as expected; 1 finding; 1 not sent; 12 left out by the generator',
      'coverage: answered with errors only: GET /parcels',
    ]);
  });
});
