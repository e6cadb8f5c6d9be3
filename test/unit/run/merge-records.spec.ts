import assert from 'node:assert/strict';
import { mergeRecords } from '../../../scripts/run/reports/merge-records';
import type { RequestRecord, RunRecord } from '../../../scripts/run/run-record';
import { verdictOf } from '../../../scripts/run/verdict/verdict';
import { ProblemError } from '../../../scripts/spec/problem';
import { attempt, failed, passed } from '../../support/run-parts';

const request = (name: string, position: number, more: Partial<RequestRecord> = {}): RequestRecord => ({
  id: name,
  name,
  folder: ['F'],
  operation: `GET /${name}`,
  position,
  attempts: [attempt(passed)],
  ...more,
});

const shard = (index: number, requests: RequestRecord[], more: Partial<RunRecord> = {}): RunRecord => ({
  collection: 'c',
  environment: 'e',
  shard: { index, of: 2 },
  requests,
  leftBehind: [],
  ...more,
});

const one = shard(1, [request('a', 0), request('d', 3)]);
const two = shard(2, [request('b', 1), request('c', 2)]);

describe('mergeRecords', () => {
  it('puts the requests back into the order of the collection', () => {
    const merged = mergeRecords([two, one]);
    assert.deepEqual(
      merged.requests.map(({ name, position }) => [name, position]),
      ['a', 'b', 'c', 'd'].map((name) => [name, undefined]),
    );
    assert.equal(merged.shard, undefined);
    assert.equal(verdictOf(merged).lines.at(-1), 'Kept: 4 checks passed on 4 requests');
  });

  it('puts the requests of one row of data before those of the next', () => {
    const rows = [{ a: '1' }, { a: '2' }];
    const byRow = (name: string, position: number) => [1, 2].map((row) => request(name, position, { row }));
    const merged = mergeRecords([shard(1, byRow('a', 0), { rows }), shard(2, byRow('b', 1), { rows })]);
    assert.deepEqual(
      merged.requests.map(({ name, row }) => `${name}${row}`),
      ['a1', 'b1', 'a2', 'b2'],
    );
    assert.deepEqual(merged.rows, rows);
  });

  it('is broken by one broken shard, and keeps what each left behind', () => {
    const left = { operation: 'POST /a', id: '1', deleteBy: 'DELETE http://h/a/1' };
    const broken = shard(2, [request('b', 1, { attempts: [attempt(failed)] })], { leftBehind: [left] });
    const merged = mergeRecords([one, broken]);
    assert.equal(verdictOf(merged).exitCode, 1);
    assert.deepEqual(merged.leftBehind, [left]);
  });

  it('tells which shard was stopped', () => {
    const merged = mergeRecords([one, { ...two, interrupted: 'SIGTERM' }]);
    const { exitCode, lines } = verdictOf(merged);
    assert.equal(exitCode, 2);
    assert.equal(lines.at(-1), 'Not tested: stopped by SIGTERM (shard 2/2) after 4 of 4 requests');
  });

  const misfits: [string, RunRecord[], RegExp][] = [
    ['nothing', [], /nothing to merge/],
    ['a missing shard', [two], /^shard 1\/2 is missing$/],
    ['the same shard twice', [one, one], /^shard 1\/2 is there twice$/],
    ['shards of different environments', [one, { ...two, environment: 'f' }], /different runs/],
    ['shards of different numbers', [one, { ...two, shard: { index: 2, of: 3 } }], /different runs/],
    ['a whole run', [{ collection: 'c', environment: 'e', requests: [] }], /is no shard/],
  ];
  for (const [what, records, message] of misfits) {
    it(`refuses ${what}`, () => {
      assert.throws(
        () => mergeRecords(records),
        (error) => error instanceof ProblemError && message.test(error.problems[0]?.message ?? ''),
      );
    });
  }
});
