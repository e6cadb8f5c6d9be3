import { type Cycle, itCycles } from '../support/script-host-cycle';
import {
  allKept,
  change,
  create,
  created,
  made,
  notKept,
  oneMade,
  print,
  read,
  register,
  remove,
} from '../support/script-host-shipments';

describe('what an answer gives', () => {
  itCycles([
    {
      title: 'is kept in the environment, and sent by what needs it',
      requests: [create, read, change, print],
      answers: oneMade,
      wire: [
        created,
        'GET /shipments/7',
        'PUT /shipments/7 {"number":"N-7"}',
        'GET /shipments/print?numbers[]=N-7',
      ],
      outcomes: allKept('create', 'read', 'change', 'print'),
      left: { shipmentId: '7', shipmentNumber: 'N-7' },
      alsoInCli: true,
    },
    {
      title: 'is kept in the collection where no environment is selected, in the place of the example',
      requests: [
        { ...read, name: 'read before' },
        create,
        read,
        change,
        remove,
        { ...read, name: 'read after' },
      ],
      noEnvironment: true,
      answers: oneMade,
      wire: [
        'GET /shipments/100',
        created,
        'GET /shipments/7',
        'PUT /shipments/7 {"number":"N-7"}',
        'DELETE /shipments/7',
        'GET /shipments/100',
      ],
      outcomes: allKept('read before', 'create', 'read', 'change', 'delete', 'read after'),
      alsoInCli: true,
    },
    {
      title: 'keeps all digits of an integer that no double holds',
      requests: [create, read, register],
      answers: {
        ...oneMade,
        'POST /shipments': [
          {
            headers: { 'Content-Type': 'application/json' },
            body: '{"ratio": 0.12345678901234567890, "id": 1379505554728411139, "number": "N-\\"7"}',
          },
        ],
        'POST /registry': [{ headers: { 'X-Registry': 'r/1' }, body: {} }],
      },
      wire: [
        created,
        'GET /shipments/1379505554728411139',
        'POST /registry {"shipments":[1379505554728411139]}',
      ],
      outcomes: allKept('create', 'read', 'register'),
      left: { shipmentId: '1379505554728411139', registryId: 'r/1' },
    },
    {
      title: 'may come in a header',
      requests: [
        create,
        register,
        { name: 'rename', send: 'PUT /registry/:id', path: { id: '{{registryId}}' } },
      ],
      answers: { ...oneMade, 'POST /registry': [{ headers: { 'X-Registry': 'r/1' }, body: {} }] },
      wire: [created, 'POST /registry {"shipments":[7]}', 'PUT /registry/r%2F1'],
      outcomes: allKept('create', 'register', 'rename'),
      left: { registryId: 'r/1' },
    },
    {
      title: 'is that of the latest success; a refusal takes nothing away',
      requests: [create, { ...create, name: 'create 2' }, { ...create, name: 'create 3' }, read],
      answers: {
        'POST /shipments': [made, { body: { id: 8, number: 'N-8' } }, { status: 422, body: { id: 9 } }],
      },
      wire: [created, created, created, 'GET /shipments/8'],
      outcomes: [
        ...allKept('create', 'create 2'),
        'create 3: failed (status is documented and a success)',
        'read: kept',
      ],
      left: { shipmentId: '8', shipmentNumber: 'N-8' },
    },
    {
      title: 'is that of what a person made, not of a repeated 401',
      requests: [
        { ...create, needs: 'jwt', name: 'create 0' },
        { ...create, needs: 'jwt' },
      ],
      answers: {
        'POST /shipments': [made, { status: 401, body: { id: 1 } }, { body: { id: 8, number: 'N-8' } }],
      },
      wire: ['login', created, created, 'login', created],
      outcomes: [
        'create 0: kept',
        'create: skipped (not tested: the kept jwt was refused with 401 and is dropped; a run sends this request again)',
        'create: kept',
      ],
      left: { shipmentId: '8', shipmentNumber: 'N-8' },
    },
    ...[
      ['nothing', { number: 'N-8' }],
      ['null', { id: null, number: 'N-8' }],
      ['an empty text', { id: ' ', number: 'N-8' }],
      ['an object', { id: {}, number: 'N-8' }],
      ['true', { id: true, number: 'N-8' }],
      ['the name of a variable', { id: '{{apiKey}}', number: 'N-8' }],
    ].map(
      ([what, body]): Cycle => ({
        title: `that should give an id and gives ${what} is broken, and the old id is forgotten`,
        requests: [create, { ...create, name: 'create 2' }, remove],
        answers: { 'POST /shipments': [made, { body: body as object }] },
        wire: [created, created],
        outcomes: [
          'create: kept',
          'create 2: failed (gives what later requests need)',
          `delete: ${notKept('shipmentId')}`,
        ],
        left: { shipmentId: null, shipmentNumber: 'N-8' },
        says: ['POST /shipments: promises a text or a number for shipmentId at /id; came none'],
      }),
    ),
    {
      title: 'that is no JSON gives nothing, and is broken by its media type alone',
      requests: [create, { ...create, name: 'create 2' }, remove],
      answers: { 'POST /shipments': [made, { body: '<html>', headers: { 'content-type': 'text/html' } }] },
      wire: [created, created],
      outcomes: [
        'create: kept',
        'create 2: failed (media type is as documented)',
        `delete: ${notKept('shipmentId')}`,
      ],
      left: { shipmentId: null, shipmentNumber: null },
    },
    {
      title: 'may be known not to give it: a deviation',
      requests: [
        {
          ...create,
          checks: {
            answers: { '200': { 'application/json': true } },
            deviations: { 'gives what later requests need': { reason: 'numbers come later' } },
          },
        },
      ],
      answers: { 'POST /shipments': [{ body: { id: 7 } }] },
      wire: [created],
      outcomes: ['create: skipped (deviation: gives what later requests need: numbers come later)'],
      left: { shipmentId: '7', shipmentNumber: null },
    },
    {
      title: 'of a read is kept where it is there, and not promised',
      requests: [read, { ...read, name: 'read 2' }, remove],
      variables: { shipmentId: { from: { 'GET /shipments/{id}': '/id' }, example: '100' } },
      answers: { 'GET /shipments/100': [{ body: { id: 55 } }], 'GET /shipments/55': [{ body: {} }] },
      wire: ['GET /shipments/100', 'GET /shipments/55', 'DELETE /shipments/55'],
      outcomes: allKept('read', 'read 2', 'delete'),
    },
  ]);
});
