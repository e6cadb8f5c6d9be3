import assert from 'node:assert/strict';
import type { Fault } from '../../../scripts/stand-in/faults/fault';
import { faults } from '../../../scripts/stand-in/faults/faults';
import { type Came, type Depot, parts, withDepot } from '../../support/depot-client';
import { depotContract } from '../../support/depot-contract';

function named(name: string): Fault {
  const fault = faults.find((known) => known.name === name);
  assert.ok(fault, `there is no fault ${name}`);
  return fault;
}

/** Runs calls against a stand-in with a fault, and gives back which of them it says to have struck. */
async function struck(name: string, use: (depot: Depot) => Promise<void>): Promise<string[]> {
  return withDepot({ faults: [named(name)] }, async (depot) => {
    await use(depot);
    return depot.standIn.requests
      .filter((request) => request.faults.length > 0)
      .map(({ operation, faults: names }) => `${names.join()} on ${operation}`);
  });
}

const ids = (came: Came) => (parts(came, '/items')[0] as unknown as { id: string }[]).map(({ id }) => id);

/** Two parcels, the first of which is sent. */
async function two({ makeParcel }: Depot): Promise<void> {
  await makeParcel({ state: 'sent' });
  await makeParcel();
}

describe('a stand-in that is unfaithful to what it stores', () => {
  it('forgets what was created', async () => {
    const where = await struck('forgets-created', async ({ call, makeParcel, standIn }) => {
      assert.equal((await makeParcel()).id, 100002);
      assert.equal((await call('GET /parcels/100002')).status, 404);
      assert.equal(standIn.stored()['POST /parcels'], 0);
    });
    assert.deepEqual(where, ['forgets-created on POST /parcels']);
  });

  it('makes no id, and then nothing is left behind', async () => {
    const where = await struck('makes-no-id', async ({ makeParcel, standIn }) => {
      const parcel = await makeParcel();
      assert.ok(!('id' in parcel) && parcel.number === 'SHPL0000000002');
      assert.equal(standIn.stored()['POST /parcels'], 0);
    });
    assert.deepEqual(where, ['makes-no-id on POST /parcels']);
  });

  it('loses changes, and says so only of those that would have changed something', async () => {
    const where = await struck('loses-changes', async ({ call, makeParcel }) => {
      await makeParcel({ note: 'old' });
      await call('PUT /parcels/100002', { note: 'old' });
      assert.deepEqual(parts(await call('PUT /parcels/100002', { note: 'new' }), '/note'), ['new']);
      assert.deepEqual(parts(await call('GET /parcels/100002'), '/note'), ['old']);
      const [id] = parts(await call('POST /crates', { name: 'Big' }), '/id');
      await call(`POST /crates/${id}/parcels`, { parcels: ['100002'] });
      await call(`DELETE /crates/${id}/parcels`, { parcels: ['100002'] });
      assert.deepEqual(parts(await call('GET /crates'), '/0/parcels'), [[]]);
    });
    assert.deepEqual(where, [
      'loses-changes on PUT /parcels/{id}',
      'loses-changes on POST /crates/{id}/parcels',
    ]);
  });

  it('keeps what was deleted', async () => {
    const where = await struck('keeps-deleted', async ({ call, makeParcel, standIn }) => {
      await makeParcel();
      assert.equal((await call('DELETE /parcels/100002')).status, 200);
      assert.equal((await call('GET /parcels/100002')).status, 200);
      assert.equal((await call('DELETE /parcels/100001')).status, 404);
      assert.equal(standIn.stored()['POST /parcels'], 1);
    });
    assert.deepEqual(where, ['keeps-deleted on DELETE /parcels/{id}']);
  });

  it('serves what is deleted, and refuses what never was', async () => {
    const where = await struck('serves-deleted', async ({ call, makeParcel, standIn }) => {
      await makeParcel({ note: 'mine' });
      await call('DELETE /parcels/100002');
      assert.deepEqual(parts(await call('GET /parcels/100002'), '/note'), ['mine']);
      assert.equal((await call('PUT /parcels/100002', { note: 'x' })).status, 202);
      assert.equal((await call('GET /parcels/SHPL0000000002/files')).status, 200);
      assert.equal((await call('GET /parcels/100001')).status, 404);
      assert.equal((await call('DELETE /parcels/100002')).status, 404);
      assert.equal(standIn.stored()['POST /parcels'], 0);
    });
    assert.deepEqual(where, [
      'serves-deleted on GET /parcels/{id}',
      'serves-deleted on PUT /parcels/{id}',
      'serves-deleted on GET /parcels/{parcelNumber}/files',
    ]);
  });

  it('deletes twice', async () => {
    const where = await struck('deletes-twice', async ({ call, makeParcel }) => {
      await makeParcel();
      assert.equal((await call('DELETE /parcels/100002')).status, 200);
      assert.equal((await call('DELETE /parcels/100002')).status, 200);
      assert.equal((await call('GET /parcels/100002')).status, 404);
    });
    assert.deepEqual(where, ['deletes-twice on DELETE /parcels/{id}']);
  });

  const lists: [name: string, quiet: string, query: string, want: string[], total: number][] = [
    ['list-leaves-out', 'ids[]=100009', 'limit=5', ['100002'], 1],
    ['list-leaves-out', 'ids[]=100001', 'ids[]=100002', [], 0],
    ['list-ignores-filter', 'states[]=new&states[]=sent', 'states[]=sent', ['100003', '100002'], 2],
    ['list-counts-wrong', '', 'ids[]=100002', ['100002'], 2],
    ['ignores-limit', 'limit=15', 'limit=1', ['100003', '100002'], 2],
    ['ignores-page', 'page=1', 'limit=1&page=2', ['100003'], 2],
  ];
  for (const [name, quiet, query, want, total] of lists) {
    it(`${name}: ${query}`, async () => {
      const where = await struck(name, async (depot) => {
        await two(depot);
        if (quiet !== '') await depot.call(`GET /parcels?${quiet}`);
        const came = await depot.call(`GET /parcels?${query}`);
        assert.deepEqual([ids(came), parts(came, '/total')], [want, [total]]);
      });
      assert.deepEqual(where, [`${name} on GET /parcels`]);
    });
  }

  it('concerns the operations that it can strike', () => {
    const keysOf = (name: string) =>
      depotContract.operations
        .filter((operation) => named(name).concerns(operation, depotContract))
        .map(({ key }) => key);
    const makers = ['POST /parcels', 'POST /parcels/returns', 'POST /crates'];
    const paged = ['GET /parcels', 'GET /depots'];
    assert.deepEqual(keysOf('forgets-created'), makers);
    assert.deepEqual(keysOf('makes-no-id'), makers);
    assert.deepEqual(keysOf('loses-changes'), [
      'PUT /parcels/{id}',
      'POST /crates/{id}/parcels',
      'DELETE /crates/{id}/parcels',
    ]);
    assert.deepEqual(keysOf('keeps-deleted'), ['DELETE /parcels/{id}', 'DELETE /crates/{id}']);
    assert.deepEqual(keysOf('deletes-twice'), ['DELETE /parcels/{id}', 'DELETE /crates/{id}']);
    assert.deepEqual(keysOf('serves-deleted'), [
      'GET /parcels/{id}',
      'PUT /parcels/{id}',
      'POST /parcels/returns',
      'GET /parcels/tracking',
      'GET /parcels/{parcelNumber}/files',
      'POST /crates',
      'POST /crates/{id}/parcels',
      'DELETE /crates/{id}/parcels',
    ]);
    assert.deepEqual(keysOf('list-leaves-out'), ['GET /parcels', 'GET /crates']);
    for (const name of ['list-ignores-filter', 'list-counts-wrong', 'ignores-limit', 'ignores-page']) {
      assert.deepEqual(keysOf(name), paged, name);
    }
  });
});

describe('a call that another fault breaks', () => {
  for (const name of [
    'status-500',
    'closes-connection',
    'breaks-off',
    'not-json',
    'nested',
    'html-instead',
  ]) {
    it(`has made nothing where nobody was told its id: ${name}`, async () => {
      await withDepot({ faults: [named(name)] }, async ({ call, standIn }) => {
        await call('POST /parcels', { state: 'new' }).catch(() => undefined);
        assert.deepEqual(standIn.stored()['POST /parcels'], 0);
        assert.deepEqual(standIn.requests.at(-1)?.faults, [name]);
      });
    });
  }

  it('has changed and deleted nothing where it failed', async () => {
    const once = { ...named('status-500'), concerns: () => true };
    const isBroken = (method: string | undefined) => method === 'PUT' || method === 'DELETE';
    const faultFor = ({ method }: { method: string }) => (isBroken(method) ? once : undefined);
    await withDepot({ faultFor }, async ({ call, makeParcel }) => {
      await makeParcel({ note: 'old' });
      assert.equal((await call('PUT /parcels/100002', { note: 'new' })).status, 500);
      assert.equal((await call('DELETE /parcels/100002')).status, 500);
      assert.deepEqual(parts(await call('GET /parcels/100002'), '/note'), ['old']);
    });
  });

  it('has been made where its answer was taken by mistake', async () => {
    await withDepot({ faults: [named('takes-missing-field')] }, async ({ call, standIn }) => {
      const came = await call('POST /parcels', {});
      assert.deepEqual([came.status, ...parts(came, '/id')], [201, 100002]);
      assert.deepEqual(standIn.stored()['POST /parcels'], 1);
      assert.equal((await call('DELETE /parcels/100002')).status, 200);
    });
  });

  it('and a refusal of what is gone can be out of shape', async () => {
    await withDepot({ faults: [named('refusal-html')] }, async ({ standIn, call }) => {
      await assert.rejects(call('GET /parcels/100001'));
      assert.deepEqual(standIn.requests.at(-1)?.faults, ['refusal-html']);
    });
  });
});
