import { itCycles } from '../support/script-host-cycle';
import {
  allKept,
  change,
  create,
  created,
  made,
  notFound,
  nothingDeleted,
  notKept,
  oneMade,
  print,
  readDeleted,
  remove,
} from '../support/script-host-shipments';

describe('what was deleted', () => {
  itCycles([
    {
      title: 'is forgotten with all that came with it, and tried once more under another name',
      requests: [
        create,
        remove,
        readDeleted,
        { ...print, name: 'print deleted', send: 'GET /shipments/print?numbers[]={{deletedShipmentNumber}}' },
        change,
      ],
      answers: { ...oneMade, 'GET /shipments/7': [notFound] },
      wire: [created, 'DELETE /shipments/7', 'GET /shipments/7', 'GET /shipments/print?numbers[]=N-7'],
      outcomes: [
        ...allKept('create', 'delete', 'read deleted', 'print deleted'),
        `change: ${notKept('shipmentId')}`,
      ],
      left: { shipmentId: null, shipmentNumber: null },
      alsoInCli: true,
    },
    {
      title: 'that can still be read is broken: use after free',
      requests: [create, remove, readDeleted],
      answers: oneMade,
      wire: [created, 'DELETE /shipments/7', 'GET /shipments/7'],
      outcomes: [...allKept('create', 'delete'), 'read deleted: failed (is refused)'],
      says: ['promises to refuse it with 404 or 422; came 200'],
    },
    {
      title: 'is nothing yet: what names it is not sent',
      requests: [readDeleted, { ...readDeleted, name: 'again', send: 'DELETE /shipments/:id' }],
      wire: [],
      outcomes: [`read deleted: ${nothingDeleted}`, `again: ${nothingDeleted}`],
      alsoInCli: true,
    },
    {
      title: 'in vain is kept',
      requests: [create, remove, readDeleted],
      answers: { ...oneMade, 'DELETE /shipments/7': [{ status: 404, body: {} }] },
      wire: [created, 'DELETE /shipments/7'],
      outcomes: [
        'create: kept',
        'delete: failed (status is documented and a success)',
        `read deleted: ${nothingDeleted}`,
      ],
      left: { shipmentId: '7', shipmentNumber: 'N-7' },
    },
    {
      title: 'by its id as a person typed it is forgotten, too',
      requests: [create, { ...remove, path: { id: '7' } }, { ...remove, name: 'delete 2' }],
      answers: oneMade,
      wire: [created, 'DELETE /shipments/7'],
      outcomes: [...allKept('create', 'delete'), `delete 2: ${notKept('shipmentId')}`],
    },
    {
      title: 'is not that which is kept, where another id was typed',
      requests: [create, { ...remove, path: { id: '8' } }, { ...remove, name: 'delete 2' }],
      answers: oneMade,
      wire: [created, 'DELETE /shipments/8', 'DELETE /shipments/7'],
      outcomes: allKept('create', 'delete', 'delete 2'),
    },
    {
      title: 'out of something is not that thing',
      requests: [create, { ...remove, name: 'empty', send: 'DELETE /shipments/:id/parcels' }, remove],
      answers: oneMade,
      wire: [created, 'DELETE /shipments/7/parcels', 'DELETE /shipments/7'],
      outcomes: allKept('create', 'empty', 'delete'),
    },
    {
      title: 'is known by its decoded id',
      requests: [create, remove],
      answers: { 'POST /shipments': [{ body: { id: 'a/b ?é', number: 1 } }] },
      wire: [created, 'DELETE /shipments/a%2Fb%20%3F%C3%A9'],
      outcomes: allKept('create', 'delete'),
      left: { shipmentId: null, shipmentNumber: null },
    },
    {
      title: 'lets the cycle begin anew in the next iteration',
      requests: [create, remove, readDeleted],
      data: [{}, {}],
      answers: {
        'POST /shipments': [made, { body: { id: 8, number: 'N-8' } }],
        'GET /shipments/7': [notFound],
        'GET /shipments/8': [notFound],
      },
      wire: [
        created,
        'DELETE /shipments/7',
        'GET /shipments/7',
        created,
        'DELETE /shipments/8',
        'GET /shipments/8',
      ],
      outcomes: allKept('create', 'delete', 'read deleted', 'create', 'delete', 'read deleted'),
    },
  ]);
});
