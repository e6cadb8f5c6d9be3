import type { Checks } from '../../scripts/postman/script-data';
import { answer, fine, items, itLists, type ListCase, memory } from '../support/script-host-lists';

const counts = 'counts what it lists';
const only = 'lists only what was asked for';
const there = 'lists what was created';
const back = 'reads back as sent';
const noLonger = 'no longer lists what was deleted';

itLists('a list that was asked for', [
  {
    title: 'those that were asked for',
    query: 'ids[]=1&ids[]=2&kind=a%20b',
    body: items({ id: 1, kind: 'a b' }, { id: '2', kind: 'a b' }),
    kept: [...fine, counts, only],
  },
  {
    title: 'several in one',
    query: 'kind=a,b%7Cc+d',
    body: items(...['a', 'b', 'c', 'd'].map((kind) => ({ kind }))),
    kept: [...fine, counts, only],
  },
  {
    title: 'one of several that an item has',
    query: 'kind=a',
    body: items({ kind: ['b', 'a'] }),
    kept: [...fine, counts, only],
  },
  { title: 'true', query: 'isOpen=true', body: items({ isOpen: true }), kept: [...fine, counts, only] },
  {
    title: 'an item that says nothing of it',
    query: 'kind=a',
    body: items({ id: 1 }, 7, null),
    checks: { answers: { '200': { 'application/json': true } } },
    kept: [...fine, counts, only],
  },
  { title: 'an empty filter', query: 'kind=&ids[]', body: items({ kind: 'b' }), kept: [...fine, counts] },
  {
    title: 'another one',
    query: 'ids[]=1',
    body: items({ id: 1 }, { id: 2 }),
    kept: [...fine, counts],
    failed: { [only]: 'promises ids[] 1; came 2 at /id of item 1' },
  },
  {
    title: 'null',
    query: 'kind=a',
    body: items({ kind: null }),
    kept: [...fine, counts],
    failed: { [only]: 'promises kind a; came null at /kind of item 0' },
  },
  {
    title: 'one of other kinds only',
    query: 'kind=a',
    body: items({ kind: ['b', 'c'] }),
    kept: [...fine, counts],
    failed: { [only]: 'promises kind a; came an array of 2 at /kind of item 0' },
  },
  {
    title: 'false',
    query: 'isOpen=true',
    body: items({ isOpen: false }),
    kept: [...fine, counts],
    failed: { [only]: 'promises isOpen true; came false at /isOpen of item 0' },
  },
]);

const mine = { id: 7, number: 'T-7', note: 'a', weight: 2 };
const free: Partial<Checks> = { list: { items: '', of: { variable: 'thingId', id: '/id' } } };
const anything = { answers: { '200': { 'application/json': true } } };
const lack = 'promises the thingId 7, which this run has made; came 1 without it';
const createdCases: ListCase[] = [
  {
    title: 'that was asked for by its id',
    query: 'ids[]=7',
    body: items(mine),
    kept: [...fine, counts, only, there],
  },
  {
    title: 'that was asked for by its number',
    query: 'numbers[]=T-7',
    body: items(mine),
    kept: [...fine, counts, only, there],
  },
  {
    title: 'that was asked for and is not there',
    query: 'ids[]=7&ids[]=1',
    body: items({ id: 1 }),
    kept: [...fine, counts, only],
    failed: { [there]: lack },
  },
  { title: 'among all', body: items({ id: 1 }, mine), kept: [...fine, counts, there] },
  {
    title: 'among all, by a text',
    body: items({ id: '7' }),
    kept: [...fine, counts, there],
  },
  {
    title: 'not among all',
    query: 'page=1&limit=20',
    body: items({ id: 1 }),
    kept: [...fine, counts],
    failed: { [there]: lack },
  },
  {
    title: 'perhaps on another page',
    body: answer(20, { total: 21, last_page: 2 }),
    kept: [...fine, counts],
  },
  {
    title: 'perhaps on the page before',
    query: 'page=2&ids[]=7',
    body: answer(0, { current_page: 2, total: 1 }),
    kept: [...fine, counts, only],
  },
  {
    title: 'perhaps left out by another filter',
    query: 'kind=b&ids[]=7',
    body: items(),
    kept: [...fine, counts, only],
  },
  {
    title: 'perhaps left out by a parameter that nobody knows',
    query: 'createdBefore=2020-01-01',
    body: items({ id: 1 }),
    kept: [...fine, counts],
  },
  {
    title: 'that another thing’s number asks for',
    query: 'ids[]=8',
    body: items(),
    kept: [...fine, counts, only],
  },
  {
    title: 'that this run has not made',
    locals: {},
    query: 'ids[]=7',
    body: items(),
    kept: [...fine, counts, only],
  },
  {
    title: 'in a list without pages',
    checks: { ...free, ...anything },
    body: [{ id: 1 }, mine],
    kept: [...fine, there],
  },
  {
    title: 'not in a list without pages',
    checks: { ...free, ...anything },
    body: [null],
    kept: fine,
    failed: { [there]: lack },
  },
  {
    title: 'as it was sent',
    locals: memory({ '/note': 'a', '/weight': '2' }),
    body: items(mine),
    kept: [...fine, counts, there, back],
  },
  {
    title: 'otherwise than it was sent',
    locals: memory({ '/note': 'b', '/weight': 2.5, '/phone': '491', '/dim': { a: 1 } }),
    body: items({ ...mine, phone: '492', dim: { a: 2 } }),
    kept: [...fine, counts, there],
    failed: {
      [back]:
        'promises "b" at /note, as it was sent; came "a"; promises 2.5 at /weight, as it was sent; came 2; ' +
        'promises (hidden) at /phone, as it was sent; came (hidden); ' +
        'promises an object at /dim, as it was sent; came an object',
    },
  },
  {
    title: 'without what was sent',
    locals: memory({ '/note': null }),
    body: items({ id: 7 }),
    kept: [...fine, counts, there],
    failed: { [back]: 'promises null at /note, as it was sent; came nothing' },
  },
  {
    title: 'that does not read back and is known for it',
    locals: memory({ '/note': 'b' }),
    body: items(mine),
    checks: { deviations: { [back]: { reason: 'notes are cut' } } },
    kept: [...fine, counts, there],
    skipped: ['deviation: reads back as sent: notes are cut'],
  },
];

itLists(
  'what this run has made:',
  createdCases.map((each) => ({ locals: memory(), ...each })),
);

const deleted = { deletedThingId: '7' };
const afterwards: Partial<Checks> = { gone: { variable: 'thingId' } };
itLists('what was deleted:', [
  {
    title: 'not there',
    locals: deleted,
    checks: afterwards,
    body: items({ id: 1 }),
    kept: [...fine, counts, noLonger],
  },
  {
    title: 'not there, as a documented refusal says',
    locals: deleted,
    checks: afterwards,
    code: 404,
    body: {},
    kept: [noLonger, ...fine.slice(1)],
  },
  {
    title: 'there',
    locals: deleted,
    checks: afterwards,
    body: items({ id: 1 }, mine),
    kept: [...fine, counts],
    failed: { [noLonger]: 'promises to list the thingId 7 no longer; it is there' },
  },
  {
    title: 'there, with the time of its end',
    locals: deleted,
    checks: afterwards,
    body: items({ ...mine, deletedAt: '2026-11-27' }),
    kept: [...fine, counts, noLonger],
  },
  {
    title: 'there, with the time of its end, spelt otherwise',
    locals: deleted,
    checks: afterwards,
    body: items({ ...mine, deleted_at: 1 }),
    kept: [...fine, counts, noLonger],
  },
  {
    title: 'there, with no time of its end',
    locals: deleted,
    checks: afterwards,
    body: items({ ...mine, deletedAt: null }),
    kept: [...fine, counts],
    failed: { [noLonger]: 'promises to list the thingId 7 no longer; it is there' },
  },
  {
    title: 'that nothing was',
    locals: {},
    checks: afterwards,
    body: items(mine),
    kept: [...fine, counts],
    skipped: ['not tested: nothing was deleted that this could be tried on'],
  },
]);
