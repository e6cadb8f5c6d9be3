import assert from 'node:assert/strict';
import { selectRequests } from '../../../scripts/run/select-requests';
import { ProblemError } from '../../../scripts/spec/problem';
import { collection, folder, request } from '../../support/postman-parts';

const whole = collection([
  folder('Parcels', request('one'), folder('Inner', request('two'))),
  request('three'),
  { ...folder('Other', request('four')), id: 'other-id' },
  folder('Parcels', request('five')),
]);

function namesOf(...wanted: string[]): string[] {
  return selectRequests(whole, wanted).requests.map(({ name }) => name);
}

describe('selectRequests', () => {
  it('takes every request, in the order of the collection, when no folder is named', () => {
    assert.deepEqual(namesOf(), ['one', 'two', 'three', 'four', 'five']);
  });

  it('takes all folders of a name, with the folders in them', () => {
    assert.deepEqual(namesOf('Parcels'), ['one', 'two', 'five']);
  });

  it('finds an inner folder, a request by its name and a folder by its id', () => {
    assert.deepEqual(namesOf('Inner', 'three', 'other-id'), ['two', 'three', 'four']);
  });

  it('keeps the folders around a request, and nothing else', () => {
    const { item } = selectRequests(whole, ['two']).collection;
    assert.deepEqual(JSON.parse(JSON.stringify(item, ['name', 'item'])), [
      { name: 'Parcels', item: [{ name: 'Inner', item: [{ name: 'two' }] }] },
    ]);
  });

  it('tells the folders and the operation of a request', () => {
    const post = { method: 'post', url: '{{baseUrl}}/shipments/:id?page={{page}}' };
    const parts = collection([
      folder('A', folder('B', { name: 'x', id: 'x-id', request: post })),
      { name: 'y', id: 'y-id', request: 'https://api.example.com/v1/ping' },
    ]);
    assert.deepEqual(selectRequests(parts, []).requests, [
      { id: 'x-id', name: 'x', folder: ['A', 'B'], operation: 'POST /shipments/:id' },
      { id: 'y-id', name: 'y', folder: [], operation: 'GET /v1/ping' },
    ]);
  });

  const traced = collection([
    folder('Parcels', {
      name: 'plain',
      id: 'plain',
      request: {
        method: 'GET',
        url: { path: ['parcels'], query: [{ key: 'limit', value: '1' }] },
        description:
          'The vendor writes Contract: `GET /other`.\nContract: `GET /other`\n\nContract: `GET /parcels` (operationId `list`)',
      },
    }),
    folder('Contract checks', {
      ...folder('plain', {
        name: 'probe',
        id: 'probe',
        request: {
          method: 'GET',
          url: { path: ['parcels'] },
          description: 'Sends.\n\nProbe: `wrong-type` at `body /a/`b/0`',
        },
      }),
      description: { content: 'Contract: `GET /parcels`', type: 'text/markdown' },
    }),
  ]);

  it('tells what a request tests, by the lines in its description and in its folder', () => {
    const { requests } = selectRequests(traced, []);
    assert.deepEqual(
      requests.map(({ tests }) => tests),
      [
        { operation: 'GET /parcels', sends: ['query limit'] },
        { operation: 'GET /parcels', probe: { kind: 'wrong-type', place: 'body /a/`b/0' }, sends: [] },
      ],
    );
  });

  it('leaves the probes out, and the folders that hold nothing else', () => {
    const { collection: selected, requests } = selectRequests(traced, [], { noProbes: true });
    assert.deepEqual(
      requests.map(({ id }) => id),
      ['plain'],
    );
    assert.deepEqual(JSON.parse(JSON.stringify(selected.item, ['name'])), [{ name: 'Parcels' }]);
  });

  it('refuses a folder that is not there and names those that are', () => {
    assert.throws(
      () => namesOf('Parcels', 'Parcel'),
      (error) => {
        assert.ok(error instanceof ProblemError);
        assert.equal(
          error.message,
          'error USAGE: the collection has no folder "Parcel". Expected: one of "Parcels", "Other".',
        );
        return true;
      },
    );
  });
});
