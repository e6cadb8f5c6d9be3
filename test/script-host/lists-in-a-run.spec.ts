import type { Checks } from '../../scripts/postman/script-data';
import { type CycleRequest, itCycles } from '../support/script-host-cycle';
import { allKept, create as plain, remove } from '../support/script-host-shipments';

const json = { '2XX': { 'application/json': true }, '4XX': { 'application/json': true } };
const list: Checks['list'] = {
  items: '/items',
  filters: { 'ids[]': '/id', 'numbers[]': '/number' },
  of: { variable: 'shipmentId', id: '/id' },
};
const readsBack = (fields: Record<string, string>): Omit<Checks, 'operation'> => ({
  answers: json,
  readsBack: { variable: 'shipmentId', fields },
});
const create: CycleRequest = {
  ...plain,
  body: '{"sender":{"country":"{{senderCountry}}"},"note":"a"}',
  checks: readsBack({ '/note': '/note', '/sender/country': '/from' }),
};
const rename: CycleRequest = {
  name: 'rename',
  send: 'PUT /shipments/:id',
  path: { id: '{{shipmentId}}' },
  body: '{"note":"b"}',
  checks: readsBack({ '/note': '/note', '/weight': '/weight' }),
};
const all: CycleRequest = {
  name: 'list',
  send: 'GET /shipments?ids[]={{shipmentId}}',
  checks: { answers: json, list },
};
const afterwards: CycleRequest = {
  name: 'list after',
  send: 'GET /shipments?ids[]={{deletedShipmentId}}',
  checks: { answers: json, list, gone: { variable: 'shipmentId' } },
};

const made = { 'POST /shipments': [{ body: { id: 7, number: 'N-7' } }] };
const shows = (...items: object[]) => ({ body: { items } });
const thing = { id: '7', note: 'a', from: 'PL' };
const created = 'POST /shipments {"sender":{"country":"PL"},"note":"a"}';
const asked = 'GET /shipments?ids[]=7';
const renamed = 'PUT /shipments/7 {"note":"b"}';

describe('a list in a run', () => {
  itCycles([
    {
      title: 'shows what was created, changed and deleted',
      requests: [create, all, rename, { ...all, name: 'list 2' }, remove, afterwards],
      answers: {
        ...made,
        'GET /shipments': [shows(thing), shows({ ...thing, note: 'b' }), shows()],
      },
      wire: [created, asked, renamed, asked, 'DELETE /shipments/7', asked],
      outcomes: allKept('create', 'list', 'rename', 'list 2', 'delete', 'list after'),
      alsoInCli: true,
    },
    {
      title: 'that shows none of it is broken each time',
      requests: [create, all, rename, { ...all, name: 'list 2' }, remove, afterwards],
      answers: { ...made, 'GET /shipments': [shows(), shows(thing), shows(thing)] },
      wire: [created, asked, renamed, asked, 'DELETE /shipments/7', asked],
      outcomes: [
        'create: kept',
        'list: failed (lists what was created)',
        'rename: kept',
        'list 2: failed (reads back as sent)',
        'delete: kept',
        'list after: failed (no longer lists what was deleted)',
      ],
      says: ['GET /shipments: promises "b" at /note, as it was sent; came "a"'],
      alsoInCli: true,
    },
    {
      title: 'is not held against a change that was refused, or was another thing’s',
      requests: [create, rename, { ...rename, name: 'rename 8', path: { id: '8' } }, all],
      answers: { ...made, 'PUT /shipments/7': [{ status: 422, body: {} }], 'GET /shipments': [shows(thing)] },
      wire: [created, renamed, 'PUT /shipments/8 {"note":"b"}', asked],
      outcomes: [
        'create: kept',
        'rename: failed (status is documented and a success)',
        'rename 8: kept',
        'list: kept',
      ],
    },
    {
      title: 'is held against what was created last',
      requests: [create, rename, { ...create, name: 'create 2', checks: { answers: json } }, all],
      answers: { ...made, 'GET /shipments': [shows(thing)] },
      wire: [created, renamed, created, asked],
      outcomes: allKept('create', 'rename', 'create 2', 'list'),
    },
    {
      title: 'is not held against what an earlier run has made',
      requests: [rename, all],
      environment: { shipmentId: '7' },
      answers: { 'GET /shipments': [shows()] },
      wire: [renamed, asked],
      outcomes: allKept('rename', 'list'),
    },
    {
      title: 'is not held against what is deleted, and may refuse to be asked for it',
      requests: [create, remove, { ...all, send: 'GET /shipments' }, afterwards],
      answers: { ...made, 'GET /shipments': [shows(), { status: 404, body: {} }] },
      wire: [created, 'DELETE /shipments/7', 'GET /shipments', asked],
      outcomes: allKept('create', 'delete', 'list', 'list after'),
    },
  ]);
});
