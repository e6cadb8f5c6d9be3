import { deepStrictEqual } from 'node:assert/strict';
import { orderOperations } from '../../../../scripts/collection/life-cycles/order-operations';
import type { LifeCycles } from '../../../../scripts/contract/life-cycles/life-cycles';
import type { Operation } from '../../../../scripts/contract/model';
import { operation, parameter } from '../../../support/contract-parts';
import { cycleContract } from '../../../support/cycle-contract';

const nothing: LifeCycles = { variables: [], resources: [], lists: {}, order: [], readsBack: {}, notNow: {} };

function keysOf(operations: Operation[], lifeCycles = cycleContract.lifeCycles): string[] {
  return orderOperations(operations, { ...cycleContract, lifeCycles }).map(({ key }) => key);
}

function ofTag(wanted: string): Operation[] {
  return cycleContract.operations.filter(({ tag }) => tag === wanted);
}

describe('the order of operations in a folder', () => {
  it('goes from what needs nothing over makers, changes and reads to what deletes', () => {
    deepStrictEqual(keysOf(ofTag('Parcels')), [
      'GET /depots',
      'POST /parcels',
      'POST /parcels/returns',
      'PUT /parcels/{id}',
      'GET /parcels/{number}/label',
      'GET /parcels',
      'DELETE /parcels/{id}',
    ]);
  });

  it('adds to a thing before it is read, and takes out of it before it is deleted', () => {
    deepStrictEqual(keysOf(ofTag('Batches')), [
      'POST /batches',
      'POST /batches/{id}/parcels',
      'GET /batches',
      'DELETE /batches/{id}/parcels',
      'DELETE /batches/{id}',
    ]);
  });

  it('takes a POST to nothing in particular for a maker, also where nothing is known of it', () => {
    const operations = ['DELETE /a/{id}', 'POST /a/{id}/b', 'PATCH /a', 'POST /a', 'GET /a'].map((key) =>
      operation({ key }),
    );
    deepStrictEqual(keysOf(operations, nothing), [
      'GET /a',
      'POST /a',
      'PATCH /a',
      'POST /a/{id}/b',
      'DELETE /a/{id}',
    ]);
  });

  it('puts the login first of all', () => {
    const login = { ...cycleContract.operations[0], operation: 'GET /z', apiKey: { in: 'query', name: 'k' } };
    const operations = [
      operation({ key: 'GET /a', writes: false }),
      operation({ key: 'GET /z', writes: false }),
    ];
    const contract = { ...cycleContract, login: login as never };
    deepStrictEqual(
      orderOperations(operations, contract).map(({ key }) => key),
      ['GET /z', 'GET /a'],
    );
  });

  it("keeps the contract's order among equals", () => {
    const keys = ['GET /b', 'GET /a', 'POST /b', 'POST /a', 'DELETE /b/{id}', 'DELETE /a/{id}'];
    deepStrictEqual(
      keysOf(
        keys.map((key) => operation({ key })),
        nothing,
      ),
      keys,
    );
  });

  it('puts a read that gives a variable before the read that needs it', () => {
    const files = operation({ key: 'GET /parcels/{number}/files' });
    const file = operation({ key: 'GET /parcels/{number}/files/{file}', parameters: [] });
    const path = (name: string) => parameter('path', name, true, 'x', { required: true });
    const lifeCycles: LifeCycles = {
      ...nothing,
      variables: [
        {
          name: 'fileId',
          description: '',
          source: { kind: 'answer', from: [{ operation: files.key, in: 'body', at: '/0/id' }] },
          example: 'x',
          places: [{ operation: file.key, in: 'path', name: 'file' }],
        },
        {
          name: 'parcelNumber',
          description: '',
          source: { kind: 'answer', from: [{ operation: 'POST /parcels', in: 'body', at: '/number' }] },
          example: 'x',
          places: [files, file].map(({ key }) => ({ operation: key, in: 'path', name: 'number' })),
        },
      ],
    };
    const operations = [
      { ...file, parameters: [path('number'), path('file')] },
      { ...files, parameters: [path('number')] },
      operation({ key: 'POST /parcels' }),
    ];
    deepStrictEqual(keysOf(operations, lifeCycles), ['POST /parcels', files.key, file.key]);
  });

  it('needs only the first of several that give a variable to have gone before', () => {
    const id = { name: 'id', in: 'path' as const };
    const change = operation({ key: 'PUT /a/{id}' });
    const parameters = [parameter('path', 'id', true, 7, { required: true })];
    const lifeCycles: LifeCycles = {
      ...nothing,
      variables: [
        {
          name: 'version',
          description: '',
          source: {
            kind: 'answer',
            from: ['POST /a', 'GET /a'].map((key) => ({ operation: key, in: 'body', at: '/version' })),
          },
          example: 1,
          places: [{ ...id, operation: change.key }],
        },
      ],
      order: [[change.key, 'GET /a']],
    };
    const operations = [
      { ...change, parameters },
      operation({ key: 'GET /a' }),
      operation({ key: 'POST /a' }),
    ];
    deepStrictEqual(keysOf(operations, lifeCycles), ['POST /a', 'PUT /a/{id}', 'GET /a']);
  });

  it("lets the profile's pairs go before the kinds", () => {
    const lifeCycles: LifeCycles = { ...nothing, order: [['DELETE /a/{id}/b', 'POST /a/{id}/c']] };
    const operations = ['POST /a', 'POST /a/{id}/c', 'DELETE /a/{id}/b'].map((key) => operation({ key }));
    deepStrictEqual(keysOf(operations, lifeCycles), ['POST /a', 'DELETE /a/{id}/b', 'POST /a/{id}/c']);
  });

  it('falls back on the kinds where pairs run in a circle', () => {
    const order: LifeCycles['order'] = [
      ['DELETE /a/{id}', 'POST /a'],
      ['POST /a', 'DELETE /a/{id}'],
      ['GET /a', 'POST /a'],
    ];
    const operations = ['DELETE /a/{id}', 'POST /a', 'GET /a'].map((key) => operation({ key }));
    deepStrictEqual(keysOf(operations, { ...nothing, order }), ['GET /a', 'POST /a', 'DELETE /a/{id}']);
  });

  it('is not disturbed by pairs of another folder', () => {
    const lifeCycles: LifeCycles = { ...nothing, order: [['POST /z', 'GET /a']] };
    deepStrictEqual(keysOf([operation({ key: 'GET /a' })], lifeCycles), ['GET /a']);
  });
});
