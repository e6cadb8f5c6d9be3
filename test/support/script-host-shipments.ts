import type { CycleRequest } from './script-host-cycle';

export const create: CycleRequest = { name: 'create', send: 'POST /shipments', body: '{"a":1}' };
export const read: CycleRequest = {
  name: 'read',
  send: 'GET /shipments/:id',
  path: { id: '{{shipmentId}}' },
};
export const change: CycleRequest = {
  name: 'change',
  send: 'PUT /shipments/:id',
  path: { id: '{{shipmentId}}' },
  body: '{"number":"{{shipmentNumber}}"}',
};
export const remove: CycleRequest = {
  name: 'delete',
  send: 'DELETE /shipments/:id',
  path: { id: '{{shipmentId}}' },
};
export const print: CycleRequest = {
  name: 'print',
  send: 'GET /shipments/print?numbers[]={{shipmentNumber}}',
};
export const register: CycleRequest = {
  name: 'register',
  send: 'POST /registry',
  body: '{"shipments":[{{shipmentId}}]}',
};
export const readDeleted: CycleRequest = {
  name: 'read deleted',
  send: 'GET /shipments/:id',
  path: { id: '{{deletedShipmentId}}' },
  probe: {
    sends: 'path id: what was deleted',
    expects: 'refusal',
    statuses: ['404', '422'],
    otherwise: 'broken',
  },
};

export const made = { body: { id: 7, number: 'N-7' } };
export const oneMade = { 'POST /shipments': [made] };
export const notFound = { status: 404, body: {} };

export const notKept = (name: string) =>
  `skipped (not tested: no ${name} is kept: send POST /shipments first)`;
export const onExample = (names: string) =>
  `skipped (not tested: ${names}, and the answer is 404: send POST /shipments first)`;
export const nothingDeleted = 'skipped (not tested: nothing was deleted that this could be tried on)';
export const created = 'POST /shipments {"a":1}';
export const allKept = (...names: string[]) => names.map((name) => `${name}: kept`);
