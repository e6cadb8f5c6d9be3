import assert from 'node:assert/strict';
import { selectRequests } from '../../../scripts/run/selection/select-requests';
import { takeShard } from '../../../scripts/run/selection/take-shard';
import type { JsonObject } from '../../../scripts/spec/document';
import { ProblemError } from '../../../scripts/spec/problem';
import { collection, folder, request } from '../../support/postman-parts';

const many = (name: string, count: number) =>
  folder(name, ...Array.from({ length: count }, (_, index) => request(`${name}${index}`)));
const probe = (name: string) =>
  request(name, {}, { description: 'Contract: `GET /p`\n\nProbe: `no-jwt` at `header Authorization`' });
const probes = (name: string, count: number) =>
  folder(name, ...Array.from({ length: count }, (_, index) => probe(`${name}${index}`)));

const whole = collection([
  many('A', 2),
  many('B', 6),
  many('C', 1),
  folder('Checks', folder('T', probes('p', 3), probes('q', 4)), folder('U', probes('r', 2))),
]);

function shard(index: number, of: number, source: JsonObject = whole) {
  return takeShard(selectRequests(source, []), { index, of });
}

describe('takeShard', () => {
  it('deals folders out evenly, and the probes by operation', () => {
    const dealt = [1, 2, 3].map((index) => {
      const { requests } = shard(index, 3);
      return [...new Set(requests.map((each) => each.folder.join('/')))];
    });
    // the largest first, to the shard with the fewest: 6; 4 + 2; 3 + 2 + 1
    assert.deepEqual(dealt, [['B'], ['Checks/T/q', 'Checks/U/r'], ['A', 'C', 'Checks/T/p']]);
  });

  it('leaves nothing out and takes nothing twice', () => {
    const positions = [1, 2, 3, 4].flatMap((index) => shard(index, 4).requests.map((each) => each.position));
    assert.deepEqual(
      positions.sort((one = 0, other = 0) => one - other),
      Array.from({ length: 18 }, (_, index) => index),
    );
  });

  it('cuts the collection to the same requests, in its order', () => {
    const { collection: cut, requests } = shard(2, 3);
    assert.deepEqual(
      selectRequests(cut, []).requests.map(({ name }) => name),
      ['q0', 'q1', 'q2', 'q3', 'r0', 'r1'],
    );
    assert.deepEqual(
      requests.map(({ name, position }) => [name, position]),
      [
        ['q0', 12],
        ['q1', 13],
        ['q2', 14],
        ['q3', 15],
        ['r0', 16],
        ['r1', 17],
      ],
    );
  });

  it('takes a request that stands in no folder for one', () => {
    const loose = collection([request('one'), request('two')]);
    assert.deepEqual(
      [1, 2].map((index) => shard(index, 2, loose).requests.map(({ name }) => name)),
      [['one'], ['two']],
    );
  });

  it('refuses more shards than there is to share', () => {
    assert.throws(
      () => shard(1, 7),
      (error) => error instanceof ProblemError && /^7 shards .*: 6$/.test(error.problems[0]?.message ?? ''),
    );
  });
});
