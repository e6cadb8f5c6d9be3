import assert from 'node:assert/strict';
import { selectRequests } from '../../../scripts/run/selection/select-requests';
import type { JsonObject } from '../../../scripts/spec/document';
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

  it('tells an operation also of a request that is none', () => {
    const { requests } = selectRequests({ item: [{ name: 'odd', request: null }] }, []);
    assert.deepEqual(
      requests.map(({ operation }) => operation),
      ['GET /'],
    );
  });

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

  it('leaves the probes out that are the same for each row of data', () => {
    const tried = request(
      'tried',
      {},
      {
        request: {
          method: 'GET',
          url: 'x',
          description: 'Contract: `GET /parcels/{id}`\n\nProbe: `after-deletion` at `path id`',
        },
      },
    );
    const parts = collection([...(traced.item as JsonObject[]), folder('After', tried)]);
    const idsOf = (options: object) => selectRequests(parts, [], options).requests.map(({ name }) => name);
    assert.deepEqual(idsOf({ forRows: true }), ['plain', 'tried']);
    assert.deepEqual(idsOf({ forRows: true, noProbes: true }), ['plain']);
  });

  it('tells how that is deleted which a request creates, and a probe of it', () => {
    const lines = 'Contract: `POST /parcels`\n\nDeleted by: `DELETE /parcels/{id}` (id at `/id`)';
    const probe = { method: 'POST', url: 'x', description: 'Probe: `on-limit` at `body /weight`' };
    const parts = collection([
      request('maker', {}, { request: { method: 'POST', url: 'x', description: lines } }),
      {
        ...folder(
          'probes',
          request('probe', {}, { request: probe }),
          request('other', {}, { request: { ...probe, description: 'Contract: `GET /parcels`' } }),
        ),
        description: lines,
      },
    ]);
    assert.deepEqual(
      selectRequests(parts, []).requests.map(({ tests }) => tests?.deletedBy),
      [
        { operation: 'DELETE /parcels/{id}', id: '/id' },
        { operation: 'DELETE /parcels/{id}', id: '/id' },
        undefined,
      ],
    );
  });

  const cycles = collection([
    folder(
      'Parcels',
      request('Create'),
      request('Delete'),
      folder('After', request('Rename: after its deletion')),
    ),
    folder(
      'Lists',
      folder('Before', request('Create')),
      request('Combine'),
      folder('After', request('Delete')),
    ),
    folder('Contract checks', folder('Lists', folder('Combine', request('probe')))),
  ]);
  const chosen = (...wanted: string[]) =>
    selectRequests(cycles, wanted).requests.map(({ folder: around, name }) => [...around, name].join('/'));

  it('takes what a folder does before and after with it', () => {
    assert.deepEqual(chosen('Lists'), [
      'Lists/Before/Create',
      'Lists/Combine',
      'Lists/After/Delete',
      'Contract checks/Lists/Combine/probe',
    ]);
  });

  it('takes a request by its name, and not what repeats it before and after others', () => {
    assert.deepEqual(chosen('Create', 'Delete'), ['Parcels/Create', 'Parcels/Delete']);
    assert.deepEqual(chosen('Rename: after its deletion'), ['Parcels/After/Rename: after its deletion']);
  });

  it('refuses the inside of several folders, and takes it where there is one', () => {
    assert.deepEqual(chosen('Before'), ['Lists/Before/Create']);
    assert.throws(() => chosen('After'), {
      message:
        'error USAGE: "After" stands inside of several folders. Expected: one of the folders around it: "Parcels", "Lists".',
    });
  });

  it('takes a folder at the top that is called After', () => {
    const parts = collection([folder('After', request('one')), folder('A', folder('After', request('two')))]);
    const names = selectRequests(parts, ['After']).requests.map(({ name }) => name);
    assert.deepEqual(names, ['one']);
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
