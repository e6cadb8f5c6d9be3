import assert from 'node:assert/strict';
import { followCreated } from '../../../scripts/run/newman/follow-created';
import type { NewmanEvent, NewmanListener } from '../../../scripts/run/newman/newman-events';
import { leftBehindLines } from '../../../scripts/run/reports/left-behind-lines';
import type { LeftBehind } from '../../../scripts/run/run-record';
import type { SelectedRequest } from '../../../scripts/run/selection/select-requests';

const maker: SelectedRequest = {
  id: 'maker',
  name: 'Create',
  folder: [],
  operation: 'POST /parcels',
  tests: {
    operation: 'POST /parcels',
    sends: [],
    deletedBy: { operation: 'DELETE /parcels/{id}', id: '/data/id' },
  },
};
const other: SelectedRequest = { id: 'other', name: 'Other', folder: [], operation: 'DELETE /parcels/:id' };

interface Sent {
  position?: number;
  byScript?: boolean;
  method: string;
  url: string;
  status?: number;
  body?: string;
  /** Its code, where it has one. */
  error?: boolean | string;
}

const at = 'https://api.example.com/v1';
const post = (id: string | number): Sent => ({
  position: 0,
  method: 'POST',
  url: `${at}/parcels?apiKey=K3y`,
  status: 201,
  body: JSON.stringify({ data: { id } }),
});
const deletion = (url: string, more: Partial<Sent> = {}): Sent => ({
  position: 1,
  method: 'DELETE',
  url,
  status: 204,
  ...more,
});

/** What is left after these calls. */
function left(...calls: Sent[]): LeftBehind[] {
  const listeners: NewmanListener[] = [];
  const created = followCreated([maker, other], { on: (_event, listener) => listeners.push(listener) });
  for (const [index, { position = 0, byScript, method, url, status, body = '', error }] of calls.entries()) {
    const event: NewmanEvent = {
      cursor: { position, iteration: 0, ref: `${index}`, ...(byScript ? { scriptId: 's' } : {}) },
      request: { method, url: { toString: () => url } },
      ...(status === undefined ? {} : { response: { code: status, text: () => body } }),
    };
    for (const listener of listeners) {
      const failure = { message: 'socket hang up', ...(typeof error === 'string' ? { code: error } : {}) };
      listener(error ? failure : null, event);
    }
  }
  return created();
}

const one = { operation: 'POST /parcels', id: '1', deleteBy: `DELETE ${at}/parcels/1` };

describe('followCreated', () => {
  it('tells what was created, the latest first, with the call that deletes it and no key', () => {
    const strange = {
      operation: 'POST /parcels',
      id: 'a/b 1',
      deleteBy: `DELETE ${at}/parcels/a%2Fb%201`,
    };
    assert.deepEqual(left(post(1), post('a/b 1')), [strange, one]);
  });

  const endings: [string, Sent, LeftBehind[]][] = [
    ['a request deletes it', deletion(`${at}/parcels/1`), []],
    ['a script deletes it', deletion(`${at}/parcels/1?force=true`, { position: 0, byScript: true }), []],
    ['the deletion is refused', deletion(`${at}/parcels/1`, { status: 500 }), [one]],
    ['the deletion gets no answer', { method: 'DELETE', url: `${at}/parcels/1`, error: true }, [one]],
    ['another one is deleted', deletion(`${at}/parcels/12`), [one]],
    ['it is deleted on another host', deletion('https://api.example.org/v1/parcels/1'), [one]],
    ['it is only read', { ...deletion(`${at}/parcels/1`), method: 'GET' }, [one]],
  ];
  for (const [situation, call, expected] of endings) {
    it(`${expected.length === 0 ? 'forgets it' : 'still has it'} when ${situation}`, () => {
      assert.deepEqual(left(post(1), call), expected);
    });
  }

  it('finds the deletion of an id that is encoded', () => {
    assert.deepEqual(left(post('a/b'), deletion(`${at}/parcels/a%2fb`)), []);
    assert.deepEqual(left(post('ü'), deletion(`${at}/parcels/ü`)), []);
  });

  it('has nothing of a refused or unanswered request, of a script, or of a probe with another method', () => {
    assert.deepEqual(left({ ...post(1), status: 422 }), []);
    assert.deepEqual(left({ ...post(1), error: true }), []);
    assert.deepEqual(left({ ...post(1), byScript: true }), []);
    assert.deepEqual(left({ ...post(1), method: 'PATCH' }), []);
    assert.deepEqual(left({ ...post(1), position: 1 }), []);
  });

  it('tells that something may have been created where the answer was lost, not where no host was reached', () => {
    const lost = { operation: 'POST /parcels', unanswered: true };
    for (const code of ['ECONNRESET', 'ESOCKETTIMEDOUT']) {
      assert.deepEqual(left({ ...post(1), error: code }), [lost], code);
    }
    assert.deepEqual(left(post(1), { ...post(2), error: 'ECONNRESET' }), [lost, one]);
    assert.deepEqual(left({ ...post(1), error: 'ECONNREFUSED' }), []);
    assert.deepEqual(left(post(1), deletion(`${at}/parcels/1`, { error: 'ECONNRESET' })), [one]);
  });

  it('tells that something was created whose id nobody knows', () => {
    for (const body of ['', '<html>', '{"data":{}}', '{"data":{"id":""}}', '{"data":{"id":null}}']) {
      assert.deepEqual(left({ ...post(1), body }), [{ operation: 'POST /parcels' }], body);
    }
    assert.equal(left({ ...post(1), body: '' }, { ...post(1), body: '' }).length, 2);
  });

  it('knows the same thing created twice, and deleted and created anew', () => {
    assert.deepEqual(left(post(1), post(1)), [one]);
    assert.deepEqual(left(post(1), deletion(`${at}/parcels/1`), post(1)), [one]);
  });
});

describe('leftBehindLines', () => {
  const record = { collection: 'C', environment: 'Small sandbox', requests: [] };

  it('are none where nothing is left', () => {
    assert.deepEqual(leftBehindLines(record), []);
    assert.deepEqual(leftBehindLines({ ...record, leftBehind: [] }), []);
  });

  it('name all calls that delete what is left, in their order', () => {
    const leftBehind: LeftBehind[] = [
      one,
      { operation: 'POST /lists' },
      { operation: 'POST /lost', unanswered: true },
    ];
    assert.deepEqual(leftBehindLines({ ...record, leftBehind }), [
      'left behind in Small sandbox:',
      '  DELETE https://api.example.com/v1/parcels/1',
      '  what POST /lists created: its answer does not tell the id',
      '  perhaps what POST /lost was to create: its answer was lost, look there',
    ]);
  });
});
