import { answer, fine, items, itLists, type ListCase, things } from '../support/script-host-lists';

const counts = 'counts what it lists';
const content = fine.slice(1);
const page2 = { current_page: 2, per_page: 5, last_page: 3, total: 12 };

itLists('a list that says of itself', [
  { title: 'one page of all', body: answer(3, {}), kept: [...fine, counts] },
  { title: 'nothing', body: answer(0, {}), kept: [...fine, counts] },
  { title: 'a full page', query: 'page=2&limit=5', body: answer(5, page2), kept: [...fine, counts] },
  {
    title: 'the rest on the last page',
    query: 'page=3&limit=5',
    body: answer(2, { ...page2, current_page: 3 }),
    kept: [...fine, counts],
  },
  {
    title: 'a page behind the last one',
    query: 'page=9&limit=5',
    body: answer(0, { ...page2, current_page: 9 }),
    kept: [...fine, counts],
  },
  {
    title: 'a parameter that is written in codes',
    query: 'p%61ge=2&limit=%35',
    body: answer(5, page2),
    kept: [...fine, counts],
  },
  {
    title: 'numbers that come as texts',
    body: answer(3, { per_page: '20', total: '3', current_page: '1', last_page: '1' }),
    kept: [...fine, counts],
  },
  {
    title: 'a limit that was not kept',
    query: 'limit=5',
    body: answer(5, { per_page: 20, total: 5 }),
    kept: fine,
    failed: { [counts]: 'promises 5 at /per_page (limit was sent as 5); came 20' },
  },
  {
    title: 'a page that was not kept',
    query: 'page=2&limit=5',
    body: answer(5, { ...page2, current_page: 1 }),
    kept: fine,
    failed: { [counts]: 'promises 2 at /current_page (the page that was asked for); came 1' },
  },
  {
    title: 'another page than the first, unasked',
    body: answer(5, page2),
    kept: fine,
    failed: { [counts]: 'promises 1 at /current_page (the first page); came 2' },
  },
  {
    title: 'one page too few',
    body: answer(5, { ...page2, current_page: 1, last_page: 2 }),
    kept: fine,
    failed: { [counts]: 'promises 3 at /last_page (12 by 5); came 2' },
  },
  {
    title: 'no page at all of nothing',
    body: answer(0, { last_page: 0 }),
    kept: fine,
    failed: { [counts]: 'promises 1 at /last_page (0 by 20); came 0' },
  },
  {
    title: 'an item too many on a page',
    query: 'page=2&limit=5',
    body: answer(6, page2),
    kept: fine,
    failed: { [counts]: 'promises 5 items on page 2 of 12 by 5; came 6' },
  },
  {
    title: 'a full page in the place of the rest',
    query: 'page=3&limit=11',
    body: answer(11, { current_page: 3, per_page: 11, last_page: 3, total: 23 }),
    kept: fine,
    failed: { [counts]: 'promises 1 item on page 3 of 23 by 11; came 11' },
  },
  {
    title: 'a total that is another number than that of the items',
    body: answer(3, { total: 4 }),
    kept: fine,
    failed: { [counts]: 'promises 4 items on page 1 of 4 by 20; came 3' },
  },
  {
    title: 'all that is wrong at once',
    query: 'page=1&limit=5',
    body: answer(2, { ...page2, last_page: 9 }),
    kept: fine,
    failed: {
      [counts]:
        'promises 1 at /current_page (the page that was asked for); came 2; ' +
        'promises 3 at /last_page (12 by 5); came 9; promises 5 items on page 2 of 12 by 5; came 2',
    },
  },
  {
    title: 'without counters, no more than was asked for',
    checks: {
      list: { items: '/items', paging: { size: { parameter: 'limit' }, page: { parameter: 'page' } } },
    },
    query: 'limit=2',
    body: { items: things(3) },
    kept: fine,
    failed: { [counts]: 'promises 2 items a page; came 3' },
  },
  {
    title: 'counters that are not there, or no numbers, are its schema’s matter',
    body: answer(3, { total: null, per_page: {}, current_page: 'one', last_page: undefined }),
    kept: [...fine, counts],
  },
  { title: 'by nought', body: answer(3, { per_page: 0 }), kept: [...fine, counts] },
  {
    title: 'a limit that is none says nothing',
    query: 'limit=all&page=0',
    body: answer(3, {}),
    kept: [...fine, counts],
  },
  {
    title: 'a known deviation',
    body: answer(3, { total: 4 }),
    checks: { deviations: { [counts]: { reason: 'it counts the deleted ones' } } },
    kept: fine,
    skipped: ['deviation: counts what it lists: it counts the deleted ones'],
  },
  ...[{ items: 1 }, { items: {} }, {}, [], null, 'text', 7].map(
    (body): ListCase => ({
      title: `${JSON.stringify(body)} in its place is its schema’s matter`,
      checks: { answers: { '200': { 'application/json': true } } },
      body,
      kept: fine,
    }),
  ),
]);

itLists('the list that answers a probe:', [
  {
    title: 'a page of an accepted probe counts',
    probe: { expects: 'acceptance' },
    query: 'limit=2&ids[]=7',
    body: answer(3, { per_page: 20 }),
    kept: ['status is documented', 'is accepted', ...content],
    failed: { [counts]: 'promises 2 at /per_page (limit was sent as 2); came 20' },
  },
  {
    title: 'a page of a right probe is kept, and nothing else of the list is judged',
    probe: { expects: 'acceptance' },
    query: 'limit=20&kind=x',
    body: items({ id: 1, kind: 'y' }),
    kept: ['status is documented', 'is accepted', ...content, counts],
  },
  {
    title: 'a limit that should have been refused promises nothing',
    probe: { otherwise: 'finding' },
    query: 'limit=1000&page=-1',
    body: answer(3, {}),
    kept: ['status is documented', ...content, counts],
    skipped: ['finding: limit: came 200'],
  },
  {
    title: 'the counters of such an answer have to agree all the same',
    probe: { otherwise: 'finding' },
    query: 'limit=1000',
    body: answer(3, { total: 4 }),
    kept: ['status is documented', ...content],
    failed: { [counts]: 'promises 4 items on page 1 of 4 by 20; came 3' },
    skipped: ['finding: limit: came 200'],
  },
  {
    title: 'a refusal has no pages',
    probe: {},
    code: 404,
    body: answer(3, { total: 4 }),
    kept: ['status is documented', 'is refused', ...content],
  },
]);
