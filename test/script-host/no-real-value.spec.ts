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
  register,
  remove,
} from '../support/script-host-shipments';

describe('a request without a real value', () => {
  itCycles([
    {
      title: 'is not sent where it writes, in whatever place it names it',
      requests: [
        change,
        remove,
        register,
        { name: 'by header', send: 'POST /x', headers: { 'X-Id': '{{shipmentId}}' } },
        { name: 'by query', send: 'POST /x?number={{shipmentNumber}}' },
        { name: 'by segment', send: 'DELETE /shipments/{{shipmentId}}' },
        {
          name: 'by form',
          send: 'POST /x',
          body: { mode: 'urlencoded', urlencoded: [{ key: 'id', value: '{{shipmentId}}' }] },
        },
        {
          name: 'by parts',
          send: 'POST /x',
          body: { mode: 'formdata', formdata: [{ key: 'id', value: '{{shipmentId}}', type: 'text' }] },
        },
      ],
      wire: [],
      outcomes: [
        ...['change', 'delete', 'register', 'by header'].map((name) => `${name}: ${notKept('shipmentId')}`),
        `by query: ${notKept('shipmentNumber')}`,
        ...['by segment', 'by form', 'by parts'].map((name) => `${name}: ${notKept('shipmentId')}`),
      ],
      alsoInCli: true,
    },
    {
      title: 'is not sent without an environment either: the example is no real value',
      requests: [change, remove],
      noEnvironment: true,
      wire: [],
      outcomes: ['change', 'delete'].map((name) => `${name}: ${notKept('shipmentId')}`),
      alsoInCli: true,
    },
    {
      title: 'is not sent with what lies in the collection’s variable beside an environment',
      // There it is the fallback for reads, whoever changed it.
      variables: { shipmentId: { from: { 'POST /shipments': '/id' }, example: '99' } },
      requests: [read, remove],
      wire: ['GET /shipments/100'],
      outcomes: ['read: kept', `delete: ${notKept('shipmentId')}`],
    },
    {
      title: 'is sent with it where no environment is selected',
      variables: { shipmentId: { from: { 'POST /shipments': '/id' }, example: '99' } },
      requests: [remove],
      noEnvironment: true,
      wire: ['DELETE /shipments/100'],
      outcomes: allKept('delete'),
    },
    {
      title: 'buys no jwt',
      requests: [{ ...remove, needs: 'jwt' }],
      wire: [],
      outcomes: [`delete: ${notKept('shipmentId')}`],
    },
    {
      title: 'is refused for writing before anything else is said',
      requests: [remove],
      environment: { allowWrites: 'false' },
      wire: [],
      outcomes: [
        'delete: skipped (not tested: this writes: set the variable allowWrites to true to send it)',
      ],
    },
    {
      title: 'falls back on the example where it reads, POST or not',
      requests: [
        read,
        print,
        { name: 'price', send: 'POST /shipments/calculations', body: '{"id":{{shipmentId}}}' },
      ],
      wire: [
        'GET /shipments/100',
        'GET /shipments/print?numbers[]=EX-1',
        'POST /shipments/calculations {"id":100}',
      ],
      outcomes: allKept('read', 'print', 'price'),
    },
    {
      title: 'falls back on the example also where the variable is emptied',
      requests: [read, remove],
      environment: { shipmentId: '' },
      wire: ['GET /shipments/100'],
      outcomes: ['read: kept', `delete: ${notKept('shipmentId')}`],
      alsoInCli: true,
    },
    {
      title: 'is no test where the answer to an example is a documented refusal',
      requests: [
        read,
        {
          name: 'both',
          send: 'GET /shipments/:id?number={{shipmentNumber}}',
          path: { id: '{{shipmentId}}' },
        },
        { name: 'twice', send: 'GET /shipments/:id?id={{shipmentId}}', path: { id: '{{shipmentId}}' } },
      ],
      answers: { 'GET /shipments/100': [notFound] },
      wire: ['GET /shipments/100', 'GET /shipments/100?number=EX-1', 'GET /shipments/100?id=100'],
      outcomes: [
        `read: ${onExample("shipmentId is only the contract's example")}`,
        `both: ${onExample("shipmentId and shipmentNumber are only the contract's examples")}`,
        `twice: ${onExample("shipmentId is only the contract's example")}`,
      ],
      alsoInCli: true,
    },
    {
      title: 'is judged where that refusal is about who asks',
      requests: [read, { ...read, name: 'read 2' }],
      answers: {
        'GET /shipments/100': [
          { status: 401, body: {} },
          { status: 403, body: {} },
        ],
      },
      wire: ['GET /shipments/100', 'GET /shipments/100'],
      outcomes: ['read', 'read 2'].map((name) => `${name}: failed (status is documented and a success)`),
    },
    {
      title: 'is judged where the refusal is not documented, or the server breaks',
      requests: [read, { ...read, name: 'read 2' }].map((request) => ({
        ...request,
        checks: { answers: { '200': { 'application/json': true } } },
      })),
      answers: { 'GET /shipments/100': [notFound, { status: 500, body: {} }] },
      wire: ['GET /shipments/100', 'GET /shipments/100'],
      outcomes: ['read', 'read 2'].map((name) => `${name}: failed (status is documented)`),
    },
    {
      title: 'is judged where a kept value is refused',
      requests: [create, read],
      answers: { ...oneMade, 'GET /shipments/7': [notFound] },
      wire: [created, 'GET /shipments/7'],
      outcomes: ['create: kept', 'read: failed (status is documented and a success)'],
    },
    {
      title: 'is sent with what a person set',
      requests: [remove],
      environment: { shipmentId: '42' },
      wire: ['DELETE /shipments/42'],
      outcomes: allKept('delete'),
      left: { shipmentId: null },
    },
    {
      title: 'is sent with what each row of a data file has',
      requests: [read, remove],
      data: [{ shipmentId: 42 }, { shipmentId: 'a b' }, { shipmentId: '' }],
      wire: [
        'GET /shipments/42',
        'DELETE /shipments/42',
        'GET /shipments/a%20b',
        'DELETE /shipments/a%20b',
        'GET /shipments/100',
      ],
      outcomes: [...allKept('read', 'delete', 'read', 'delete', 'read'), `delete: ${notKept('shipmentId')}`],
      alsoInCli: true,
    },
    {
      title: 'is not asked for what is switched off',
      requests: [
        {
          name: 'off',
          send: 'POST /x',
          body: {
            mode: 'urlencoded',
            urlencoded: [
              { key: 'id', value: '{{shipmentId}}', disabled: true },
              { key: 'a', value: '1' },
            ],
          },
        },
      ],
      wire: ['POST /x a=1'],
      outcomes: allKept('off'),
    },
  ]);
});
