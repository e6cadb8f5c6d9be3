import type { AnswerPlace, Variable } from '../../scripts/contract/life-cycles/life-cycles';
import type { Contract, Operation } from '../../scripts/contract/model';
import { errors, json, operation, parameter, response } from './contract-parts';
import { smallContract } from './small-contract';

const id = parameter('path', 'id', { type: 'integer' }, 7, { required: true });
const gone: Operation['responses'] = [{ status: '204', description: 'Gone', content: [] }];

function body(sample: { [name: string]: unknown }): NonNullable<Operation['requestBody']> {
  return { required: true, description: '', content: [json({ type: 'object' }, sample as never)] };
}

function answering(status: string, sample: object): Operation['responses'] {
  return [response(status, json({ type: 'object' }, sample as never)), ...errors('400', '401', '404')];
}

function fromAnswer(operationKey: string, at: string): Variable['source'] {
  const from: AnswerPlace[] = [{ operation: operationKey, in: 'body', at }];
  return { kind: 'answer', from };
}

/**
 * Parcels, and batches that need parcels; by hand, as it is derived from a document and a profile. The operations
 * stand in an order that does not work.
 */
export const cycleContract: Contract = {
  ...smallContract,
  name: 'Parcels',
  slug: 'parcels',
  tags: [
    { name: 'Batches', description: '' },
    { name: 'Parcels', description: '' },
  ],
  login: undefined,
  testKey: undefined,
  operations: [
    operation({
      key: 'DELETE /parcels/{id}',
      summary: 'Delete a parcel',
      parameters: [id],
      responses: [...gone, ...errors('404')],
    }),
    operation({
      key: 'GET /parcels/{number}/label',
      summary: 'Print a label',
      parameters: [parameter('path', 'number', { type: 'string' }, 'P 7', { required: true })],
      responses: answering('200', {}),
    }),
    operation({
      key: 'GET /parcels',
      summary: 'List parcels',
      parameters: [
        parameter('query', 'ids[]', { type: 'array', items: { type: 'integer' } }, [7, 8]),
        parameter('query', 'limit', { type: 'integer', minimum: 1, maximum: 50 }, 10),
        parameter('query', 'page', { type: 'integer', minimum: 1 }, 1),
      ],
      responses: answering('200', { items: [] }),
    }),
    operation({
      key: 'PUT /parcels/{id}',
      summary: 'Change a parcel',
      parameters: [id],
      requestBody: body({ note: 'a' }),
      responses: answering('200', {}),
    }),
    operation({
      key: 'POST /parcels/returns',
      summary: 'Return a parcel',
      requestBody: body({ number: 'P 7' }),
      responses: answering('201', { id: 9 }),
    }),
    operation({
      key: 'POST /parcels',
      summary: 'Create a parcel',
      requestBody: body({ depot: 12, weight: 1.5, note: '{{depotId}}' }),
      responses: answering('201', { id: 7, number: 'P 7' }),
    }),
    operation({
      key: 'GET /depots',
      summary: 'List depots',
      parameters: [parameter('query', 'country', { type: 'string' }, 'PL')],
      responses: answering('200', { items: [{ id: 12 }] }),
    }),
    operation({
      key: 'DELETE /batches/{id}/parcels',
      tag: 'Batches',
      summary: 'Take parcels out',
      parameters: [id],
      requestBody: body({ parcels: [7] }),
      responses: answering('200', {}),
    }),
    operation({
      key: 'DELETE /batches/{id}',
      tag: 'Batches',
      summary: 'Delete a batch',
      parameters: [id],
      responses: [...gone, ...errors('401')],
    }),
    operation({
      key: 'POST /batches/{id}/parcels',
      tag: 'Batches',
      summary: 'Add parcels',
      parameters: [id],
      requestBody: body({ parcels: [7] }),
      responses: answering('200', {}),
    }),
    operation({
      key: 'GET /batches',
      tag: 'Batches',
      summary: 'List batches',
      responses: answering('200', { items: [] }),
    }),
    operation({
      key: 'POST /batches',
      tag: 'Batches',
      summary: 'Create a batch',
      requestBody: body({ parcels: [7] }),
      responses: answering('201', { id: 3 }),
    }),
  ],
  lifeCycles: {
    variables: [
      {
        name: 'parcelId',
        description: 'id of what POST /parcels made',
        source: fromAnswer('POST /parcels', '/id'),
        example: 7,
        places: [
          { operation: 'GET /parcels', in: 'query', name: 'ids[]' },
          { operation: 'PUT /parcels/{id}', in: 'path', name: 'id' },
          { operation: 'DELETE /parcels/{id}', in: 'path', name: 'id' },
          { operation: 'POST /batches', in: 'body', name: '/parcels/0' },
          { operation: 'POST /batches/{id}/parcels', in: 'body', name: '/parcels/0' },
          { operation: 'DELETE /batches/{id}/parcels', in: 'body', name: '/parcels/0' },
        ],
      },
      {
        name: 'parcelNumber',
        description: 'number of what POST /parcels made',
        source: fromAnswer('POST /parcels', '/number'),
        example: 'P 7',
        places: [
          { operation: 'GET /parcels/{number}/label', in: 'path', name: 'number' },
          { operation: 'POST /parcels/returns', in: 'body', name: '/number' },
        ],
      },
      {
        name: 'returnId',
        description: '',
        source: fromAnswer('POST /parcels/returns', '/id'),
        example: 9,
        places: [],
      },
      {
        name: 'batchId',
        description: '',
        source: fromAnswer('POST /batches', '/id'),
        example: 3,
        places: [
          { operation: 'POST /batches/{id}/parcels', in: 'path', name: 'id' },
          { operation: 'DELETE /batches/{id}/parcels', in: 'path', name: 'id' },
          { operation: 'DELETE /batches/{id}', in: 'path', name: 'id' },
        ],
      },
      {
        name: 'depotId',
        description: '',
        source: {
          kind: 'lookUp',
          operation: 'GET /depots',
          query: [['country', '{{country}}']],
          at: '/items/0/id',
        },
        example: 12,
        places: [{ operation: 'POST /parcels', in: 'body', name: '/depot' }],
      },
      { name: 'country', description: 'Two letters', source: { kind: 'value' }, example: 'PL', places: [] },
      { name: 'unused', description: '', source: { kind: 'value' }, example: true, places: [] },
    ],
    resources: [
      { maker: 'POST /parcels', id: '/id', variable: 'parcelId', deleter: 'DELETE /parcels/{id}' },
      { maker: 'POST /parcels/returns', id: '/id', variable: 'returnId', deleter: 'DELETE /parcels/{id}' },
      { maker: 'POST /batches', id: '/id', variable: 'batchId', deleter: 'DELETE /batches/{id}' },
    ],
    lists: {
      'GET /parcels': {
        items: '/items',
        filters: { 'ids[]': '/id' },
        of: { variable: 'parcelId', id: '/id' },
        paging: {
          page: { parameter: 'page', at: '/current_page' },
          size: { parameter: 'limit', at: undefined },
          pages: undefined,
          total: '/total',
        },
      },
      'GET /batches': {
        items: '/items',
        filters: {},
        of: { variable: 'batchId', id: '/id' },
        paging: undefined,
      },
    },
    order: [],
    readsBack: { 'PUT /parcels/{id}': { variable: 'parcelId', fields: { '/note': '/note' } } },
    notNow: { 'POST /parcels/returns': { '404': 'the parcel must have been delivered' } },
  },
};
