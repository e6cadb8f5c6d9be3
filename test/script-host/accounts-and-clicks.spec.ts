import { itCycles } from '../support/script-host-cycle';
import {
  allKept,
  change,
  create,
  created,
  notFound,
  notKept,
  onExample,
  oneMade,
  print,
  read,
  readDeleted,
  remove,
} from '../support/script-host-shipments';

describe('what is kept for one account', () => {
  const kept = { shipmentId: '7', shipmentNumber: 'N-7', registryId: 'R-7' };
  const dropped = { shipmentId: null, shipmentNumber: null, registryId: null, capturedFor: null };

  itCycles([
    {
      title: 'is dropped where another apiKey or baseUrl is set',
      requests: [{ name: 'status', send: 'GET /status' }, remove, read],
      environment: { ...kept, capturedFor: 'another account' },
      wire: ['GET /status', 'GET /shipments/100'],
      outcomes: ['status: kept', `delete: ${notKept('shipmentId')}`, 'read: kept'],
      left: dropped,
      alsoInCli: true,
    },
    {
      title: 'is dropped in the middle of a run, when a row has another apiKey',
      requests: [change, create],
      data: [{ apiKey: 'key-1' }, { apiKey: 'key-1' }, { apiKey: 'key-2' }],
      answers: oneMade,
      wire: [created, 'PUT /shipments/7 {"number":"N-7"}', created, created],
      outcomes: [
        `change: ${notKept('shipmentId')}`,
        ...allKept('create', 'change', 'create'),
        `change: ${notKept('shipmentId')}`,
        'create: kept',
      ],
    },
    {
      title: 'stays where it was set by a person, and nothing is known of an account',
      requests: [change],
      environment: kept,
      wire: ['PUT /shipments/7 {"number":"N-7"}'],
      outcomes: allKept('change'),
      left: { ...kept, capturedFor: null },
    },
  ]);
});

describe('a person who clicks', () => {
  itCycles([
    {
      title: 'create, print, delete, gets the label of what was created',
      requests: [remove, print, create, readDeleted],
      clicks: ['create', 'print', 'delete', 'read deleted'],
      answers: { ...oneMade, 'GET /shipments/7': [notFound] },
      wire: [created, 'GET /shipments/print?numbers[]=N-7', 'DELETE /shipments/7', 'GET /shipments/7'],
      outcomes: allKept('create', 'print', 'delete', 'read deleted'),
    },
    {
      title: 'print and delete only is told what to send first',
      requests: [remove, print],
      clicks: ['print', 'delete'],
      answers: { 'GET /shipments/print': [notFound] },
      wire: ['GET /shipments/print?numbers[]=EX-1'],
      outcomes: [
        `print: ${onExample("shipmentNumber is only the contract's example")}`,
        `delete: ${notKept('shipmentId')}`,
      ],
    },
    {
      title: 'create, print, delete, without an environment, gets the same',
      requests: [remove, print, create],
      clicks: ['create', 'print', 'delete'],
      noEnvironment: true,
      answers: oneMade,
      wire: [created, 'GET /shipments/print?numbers[]=N-7', 'DELETE /shipments/7'],
      outcomes: allKept('create', 'print', 'delete'),
    },
  ]);
});
