import assert from 'node:assert/strict';
import { mostObjects } from '../../../scripts/stand-in/state/store';
import { parts, withDepot } from '../../support/depot-client';
import { depotContract } from '../../support/depot-contract';
import { logIn, withStandIn } from '../../support/with-stand-in';

const noon = Date.UTC(2026, 0, 2, 12);
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('a thing that a request makes', () => {
  it('has an id and a number of its own that look like the documented ones, and what was sent', async () => {
    await withDepot({ now: () => noon }, async ({ call }) => {
      const first = await call('POST /parcels', { state: 'sent', note: 'mine' });
      assert.deepEqual(first, {
        status: 201,
        body: {
          id: 100002,
          number: 'SHPL0000000002',
          state: 'sent',
          note: 'mine',
          lockVersion: 1,
          createdAt: '2026-01-02T12:00:00.000000Z',
          updatedAt: '2026-01-02T12:00:00.000000Z',
          deletedAt: null,
        },
      });
      const second = await call('POST /parcels', { state: 'new' });
      assert.deepEqual(parts(second, '/id', '/number'), [100003, 'SHPL0000000003']);
      const crate = await call('POST /crates', { name: 'Big' });
      assert.match(String(parts(crate, '/id')), uuid);
      assert.deepEqual(parts(crate, '/number', '/name', '/created_at'), [
        '106-00000002',
        'Big',
        '2026-01-02 12:00:00',
      ]);
    });
  });

  it('shares its numbers with others of its kind, whoever makes them', async () => {
    await withDepot({}, async ({ call, makeParcel }) => {
      const { number } = await makeParcel();
      const returned = await call('POST /parcels/returns', { number });
      // the body's number names the parcel that comes back
      assert.deepEqual(returned.body, { id: 100003, number: 'SHPL0000000003' });
      assert.equal((await makeParcel()).id, 100004);
      assert.equal((await call('DELETE /parcels/100003')).status, 200);
    });
  });

  it('is there for a read, with what the list shows of it', async () => {
    await withDepot({}, async ({ call }) => {
      await call('POST /parcels', {
        state: 'new',
        note: 'mine',
        sender: { name: 'Bela', depotId: 12, secret: 'x' },
      });
      const read = await call('GET /parcels/100002');
      assert.deepEqual(parts(read, '/id', '/note', '/number'), [100002, 'mine', 'SHPL0000000002']);
      const list = await call('GET /parcels');
      assert.deepEqual(parts(list, '/items/0/id', '/items/0/note', '/items/0/sender'), [
        '100002',
        'mine',
        { name: 'Bela', depotId: '12' },
      ]);
    });
  });

  it('keeps its own id and number when it is changed; its version counts, and it was updated', async () => {
    let now = noon;
    await withDepot({ now: () => now }, async ({ call, makeParcel }) => {
      await makeParcel({ note: 'first' });
      now += 60_000;
      const changed = await call('PUT /parcels/100002', { note: 'second', number: 'MINE0000000009' });
      assert.equal(changed.status, 202);
      assert.deepEqual(changed.body, {
        id: 100002,
        number: 'SHPL0000000002',
        state: 'new',
        note: 'second',
        lockVersion: 2,
        createdAt: '2026-01-02T12:00:00.000000Z',
        updatedAt: '2026-01-02T12:01:00.000000Z',
        deletedAt: null,
      });
      assert.deepEqual((await call('GET /parcels/100002')).body, changed.body);
      assert.deepEqual(parts(await call('GET /parcels'), '/items/0/note'), ['second']);
    });
  });

  it('is gone when it is deleted: for a read, a change, a second deletion, and from the list', async () => {
    await withDepot({ now: () => noon }, async ({ call, makeParcel, standIn }) => {
      await makeParcel();
      assert.deepEqual(await call('DELETE /parcels/100002'), {
        status: 200,
        body: { deletedAt: '2026-01-02T12:00:00.000000Z' },
      });
      const refused = { status: 404, body: { errors: { '': 'path parameter id: there is no such thing' } } };
      assert.deepEqual(await call('GET /parcels/100002'), refused);
      assert.deepEqual(await call('PUT /parcels/100002', { note: 'x' }), refused);
      assert.deepEqual(await call('DELETE /parcels/100002'), refused);
      assert.deepEqual(parts(await call('GET /parcels'), '/items'), [[]]);
      assert.equal((await makeParcel()).id, 100003);
      assert.deepEqual(standIn.stored(), { 'POST /parcels': 1, 'POST /crates': 0 });
    });
  });

  it('is refused for its input first, and for its id then', async () => {
    await withDepot({}, async ({ call, standIn }) => {
      assert.equal((await call('PUT /parcels/100001', { note: 7 })).status, 422);
      assert.equal((await call('PUT /parcels/100001', { note: 'x' })).status, 404);
      assert.equal((await fetch(`${standIn.url}/parcels/100001`)).status, 401);
    });
  });

  it('is not taken for another that its example names', async () => {
    await withDepot({}, async ({ call }) => {
      const body = { errors: { '': 'body: /number: there is no such thing' } };
      assert.deepEqual(await call('POST /parcels/returns', { number: 'SHPL0000000001' }), {
        status: 422,
        body,
      });
      assert.equal((await call('GET /parcels/tracking?numbers[]=SHPL0000000001')).status, 404);
      // nothing is asked for: as it is documented
      assert.deepEqual(parts(await call('GET /parcels/tracking'), '/items/0/number'), ['SHDE0000000009']);
    });
  });

  it('is what an answer about it names: by fields like its variables, or like its id and number', async () => {
    await withDepot({}, async ({ call, makeParcel }) => {
      await makeParcel();
      await makeParcel();
      const query = 'numbers[]=SHPL0000000003&numbers[]=SHPL0000000002';
      const place = { id: 'here', number: '1/1' };
      assert.deepEqual((await call(`GET /parcels/tracking?${query}`)).body, {
        items: [
          { number: 'SHPL0000000003', place },
          { number: 'SHPL0000000002', place },
        ],
      });
      assert.deepEqual((await call('GET /parcels/SHPL0000000003/files')).body, [
        { parcelId: 100003, file: { id: 'f-1' } },
      ]);
    });
  });

  it('has a list that others are added to and taken from, and that they leave when they are deleted', async () => {
    await withDepot({}, async ({ call, makeParcel }) => {
      for (let count = 0; count < 3; count++) await makeParcel();
      const made = await call('POST /crates', { name: 'Big', parcels: ['100002'] });
      const [id, parcels] = parts(made, '/id', '/parcels');
      const two = { parcelId: '100002', parcelNumber: 'SHPL0000000002' };
      const three = { parcelId: '100003', parcelNumber: 'SHPL0000000003' };
      assert.deepEqual(parcels, [two]);
      const added = await call(`POST /crates/${id}/parcels`, { parcels: ['100003', '100002'] });
      assert.deepEqual(parts(added, '/id', '/name', '/parcels'), [id, 'Big', [two, three]]);
      const less = await call(`DELETE /crates/${id}/parcels`, { parcels: ['100002'] });
      assert.deepEqual(parts(less, '/parcels'), [[three]]);
      assert.deepEqual(parts(await call('GET /crates'), '/0/parcels'), [[three]]);
      await call('DELETE /parcels/100003');
      assert.deepEqual(parts(await call('GET /crates'), '/0/parcels'), [[]]);
      const unknown = await call(`POST /crates/${id}/parcels`, { parcels: ['100004', '100003'] });
      assert.deepEqual(unknown, {
        status: 422,
        body: { errors: { '': 'body: /parcels/0: there is no such thing' } },
      });
      assert.deepEqual((await call(`DELETE /crates/${id}`)).status, 204);
      assert.equal((await call(`POST /crates/${id}/parcels`, { parcels: ['100004'] })).status, 404);
    });
  });

  it('is left as documented where what was sent would break the answer', async () => {
    await withDepot({}, async ({ makeParcel }) => {
      const parcel = await makeParcel({ note: 'longer than twenty letters', state: 'new' });
      assert.equal(parcel.note, '');
    });
  });

  it('is seen by everybody who uses the stand-in, as in one account', async () => {
    const apiKeys = ['PUBLIC-KEY', 'OTHER-KEY'];
    await withDepot({ apiKeys }, async ({ makeParcel, standIn }) => {
      await makeParcel();
      const headers = { Authorization: await logIn(standIn, 'OTHER-KEY') };
      assert.equal((await fetch(`${standIn.url}/parcels/100002`, { headers })).status, 200);
    });
  });

  it('comes fifty times at once, each another one', async () => {
    await withDepot({}, async ({ call, makeParcel, standIn }) => {
      const made = await Promise.all(Array.from({ length: 50 }, () => makeParcel()));
      const ids = made.map(({ id }) => Number(id));
      assert.deepEqual(
        ids.sort((a, b) => a - b),
        Array.from({ length: 50 }, (_, index) => 100002 + index),
      );
      const twice = ids.flatMap((id) => [id, id]);
      const deleted = await Promise.all(twice.map((id) => call(`DELETE /parcels/${id}`)));
      const count = (status: number) => deleted.filter((came) => came.status === status).length;
      assert.deepEqual([count(200), count(404)], [50, 50]);
      assert.deepEqual(standIn.stored(), { 'POST /parcels': 0, 'POST /crates': 0 });
    });
  });

  it('is one of a thousand at most: the oldest goes', async () => {
    await withDepot({}, async ({ call, makeParcel, standIn }) => {
      for (let round = 0; round < mostObjects / 50; round++) {
        await Promise.all(Array.from({ length: 50 }, () => makeParcel()));
      }
      assert.equal((await call('GET /parcels/100002')).status, 200);
      await makeParcel();
      assert.equal(standIn.stored()['POST /parcels'], 1000);
      assert.equal((await call('GET /parcels/100002')).status, 404);
      assert.equal((await call('GET /parcels/100003')).status, 200);
    });
  });
});

describe('a contract without life cycles', () => {
  it('is answered with its examples, whatever the ids are', async () => {
    const { lifeCycles } = depotContract;
    const contract = {
      ...depotContract,
      lifeCycles: { ...lifeCycles, variables: [], resources: [], lists: {} },
    };
    await withDepot({ contract }, async ({ call, standIn }) => {
      assert.deepEqual(parts(await call('POST /parcels', { state: 'sent' }), '/id'), [100001]);
      assert.deepEqual(parts(await call('GET /parcels/7'), '/id'), [100001]);
      assert.deepEqual(parts(await call('GET /parcels?limit=5'), '/perPage'), [1]);
      const deleted = await call('DELETE /parcels/7');
      assert.deepEqual(deleted.body, { deletedAt: '2025-01-01T10:00:00.000000Z' });
      assert.deepEqual(standIn.stored(), {});
    });
  });

  it('and an operation that they do not speak of', async () => {
    await withDepot({}, async ({ call }) => {
      assert.deepEqual(await call('POST /prices'), { status: 200, body: { price: 31 } });
    });
  });
});

describe('a store of its own', () => {
  it('is what a request finds in place of the common one', async () => {
    await withStandIn({ contract: depotContract }, async (first) => {
      const headers = { Authorization: await logIn(first), 'Content-Type': 'application/json' };
      const make = (url: string, more: Record<string, string>) =>
        fetch(`${url}/parcels`, {
          method: 'POST',
          headers: { ...headers, ...more },
          body: '{"state":"new"}',
        });
      await make(first.url, {});
      const fork = first.store.fork();
      assert.deepEqual(fork.counts(), { 'POST /parcels': 1, 'POST /crates': 0 });

      await withDepot(
        { storeFor: (request) => (request.headers['x-own'] === undefined ? undefined : fork) },
        async ({ call, standIn }) => {
          assert.equal((await call('GET /parcels/100002')).status, 404);
          assert.equal((await call('GET /parcels/100002', undefined, { 'X-Own': '1' })).status, 200);
          await call('DELETE /parcels/100002', undefined, { 'X-Own': '1' });
          assert.deepEqual(fork.counts()['POST /parcels'], 0);
          assert.deepEqual(standIn.stored()['POST /parcels'], 0);
        },
      );
      assert.deepEqual(first.stored()['POST /parcels'], 1);
    });
  });
});
