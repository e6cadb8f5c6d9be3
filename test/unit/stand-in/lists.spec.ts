import assert from 'node:assert/strict';
import { itemsOnPage, pageAsked, withCounters } from '../../../scripts/stand-in/state/list-page';
import { type Came, type Depot, parts, withDepot } from '../../support/depot-client';

type List = { items: { id: unknown }[] };

const ids = ({ body }: Came) => (body as unknown as List).items.map(({ id }) => Number(id) - 100_000);
function counters({ body }: Came): object {
  const { items: _items, ...rest } = body as unknown as List;
  return rest;
}

/** Parcels 2 to 6, of which 3 and 5 are sent. */
async function fill({ makeParcel }: Depot): Promise<void> {
  for (const state of ['new', 'sent', 'new', 'sent', 'new']) await makeParcel({ state });
}

describe('a list', () => {
  const cases: [query: string, want: number[], counted: object][] = [
    ['', [6, 5, 4, 3, 2], { total: 5, page: 1, perPage: 15, lastPage: 1, from: 1, to: 5 }],
    ['limit=2', [6, 5], { total: 5, page: 1, perPage: 2, lastPage: 3, from: 1, to: 2 }],
    ['limit=2&page=3', [2], { total: 5, page: 3, perPage: 2, lastPage: 3, from: 5, to: 5 }],
    ['limit=5&page=2', [], { total: 5, page: 2, perPage: 5, lastPage: 1, from: null, to: null }],
    // as the vendor's framework has it: what is below 1 asks for nothing
    ['limit=0&page=-1', [6, 5, 4, 3, 2], { total: 5, page: 1, perPage: 15, lastPage: 1, from: 1, to: 5 }],
    ['ids[]=100003', [3], { total: 1, page: 1, perPage: 15, lastPage: 1, from: 1, to: 1 }],
    ['ids[]=100003&ids[]=100006', [6, 3], { total: 2, page: 1, perPage: 15, lastPage: 1, from: 1, to: 2 }],
    ['numbers[]=SHPL0000000004', [4], { total: 1, page: 1, perPage: 15, lastPage: 1, from: 1, to: 1 }],
    ['states[]=sent&limit=1', [5], { total: 2, page: 1, perPage: 1, lastPage: 2, from: 1, to: 1 }],
    ['states[]=back', [], { total: 0, page: 1, perPage: 15, lastPage: 1, from: null, to: null }],
    ['states[]=new&ids[]=100003', [], { total: 0, page: 1, perPage: 15, lastPage: 1, from: null, to: null }],
    ['ids[]=100001', [], { total: 0, page: 1, perPage: 15, lastPage: 1, from: null, to: null }],
  ];
  it('shows what lives, the newest first, filtered and paged as its parameters say', async () => {
    await withDepot({}, async (depot) => {
      await fill(depot);
      for (const [query, want, counted] of cases) {
        const came = await depot.call(`GET /parcels?${query}`);
        assert.deepEqual([came.status, ids(came), counters(came)], [200, want, counted], query);
      }
    });
  });

  it('of a dictionary has an item for every value that its filters may ask for', async () => {
    await withDepot({}, async ({ call }) => {
      const items = async (query: string) => parts(await call(`GET /depots?${query}`), '/items')[0];
      assert.deepEqual(await items('countryCodes[]=CZ&limit=1'), [
        { id: 1002, countryCode: 'CZ', open: true, name: 'One' },
      ]);
      assert.deepEqual(await items('open=false'), [
        { id: 1004, countryCode: 'PL', open: false, name: 'One' },
      ]);
      const all = await call('GET /depots?page=2&limit=3');
      assert.deepEqual(counters(all), { total: 4, page: 2, perPage: 3, lastPage: 2, from: 4, to: 4 });
      assert.deepEqual(await items('countryCodes[]=DE&open=false'), []);
    });
  });
});

describe('a page', () => {
  const paging = {
    page: { parameter: 'page', at: '/meta/page' },
    size: { parameter: undefined, at: undefined },
    pages: '/meta/pages',
    total: undefined,
  };

  it('has the size of the contract where the request names none, else 15', () => {
    const textsOf = (name: string) => (name === 'page' ? ['2'] : []);
    assert.deepEqual(pageAsked(paging, textsOf, 4), { page: 2, size: 4 });
    assert.deepEqual(pageAsked(paging, textsOf, undefined), { page: 2, size: 15 });
    assert.deepEqual(itemsOnPage([1, 2, 3, 4, 5], { page: 2, size: 4 }), [5]);
  });

  it('counts in the places that the contract has, and leaves out the range that it may not empty', () => {
    const answer = { meta: { page: 9, pages: 9, from: 1, to: 1 } };
    const asked = { page: 3, size: 4 };
    const keeps = (candidate: unknown) => !JSON.stringify(candidate).includes('null');
    assert.deepEqual(withCounters(answer, paging, asked, { total: 10, count: 2 }, keeps), {
      meta: { page: 3, pages: 3, from: 9, to: 10 },
    });
    assert.deepEqual(withCounters(answer, paging, asked, { total: 0, count: 0 }, keeps), {
      meta: { page: 3, pages: 1, from: 1, to: 1 },
    });
  });
});
