import type { Contract, Schema } from '../../scripts/contract/model';
import { errors, json, operation, parameter, response } from './contract-parts';
import { depotLifeCycles } from './depot-life-cycles';
import { smallContract } from './small-contract';

const text: Schema = { type: 'string' };
const moment: Schema = { type: ['string', 'null'], format: 'date-time' };
const stamps = { createdAt: moment, updatedAt: moment, deletedAt: moment };
const dates = {
  createdAt: '2025-01-01T10:00:00.000000Z',
  updatedAt: '2025-01-01T10:00:00.000000Z',
  deletedAt: null,
};

const parcel = { id: 100001, number: 'SHPL0000000001', state: 'new', note: '', lockVersion: 1, ...dates };
const parcelFields: Record<string, Schema> = {
  id: { type: 'integer' },
  number: { type: 'string', pattern: '^[A-Z]{4}\\d{10}$' },
  state: { type: 'string', enum: ['new', 'sent', 'back'] },
  note: { type: ['string', 'null'], maxLength: 20 },
  lockVersion: { type: 'integer' },
  ...stamps,
};
/** In the list ids are texts, as in the wild. */
const listedParcel = {
  ...parcel,
  id: '100001',
  lockVersion: undefined,
  sender: { name: 'Anna', depotId: '' },
};
const crate = {
  id: '00000000-0000-0000-0000-000000000001',
  number: '106-00000001',
  name: 'Sample',
  parcels: [{ parcelId: '00000000-0000-0000-0000-000000000002', parcelNumber: 'SHPL0000000001' }],
  created_at: '2025-01-01 10:00:00',
};
const crateSchema: Schema = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    number: text,
    name: text,
    parcels: {
      type: 'array',
      items: { type: 'object', properties: { parcelId: text, parcelNumber: text } },
    },
    created_at: text,
  },
};

const plain = (value: object) => JSON.parse(JSON.stringify(value));
const object = (properties: Record<string, Schema>, required: string[] = []): Schema =>
  ({ type: 'object', required, properties }) as Schema;
const page = (items: Schema): Schema =>
  object({
    total: { type: 'integer', minimum: 0 },
    page: { type: 'integer', minimum: 1 },
    perPage: { type: 'integer', minimum: 1 },
    lastPage: { type: 'integer', minimum: 1 },
    from: { type: ['integer', 'null'] },
    to: { type: ['integer', 'null'] },
    items: { type: 'array', items },
  });
const paged = (...items: object[]) =>
  plain({ total: 1, page: 1, perPage: 1, lastPage: 1, from: null, to: null, items });
const body = (schema: Schema, sample: object) => ({
  required: true,
  description: '',
  content: [json(schema, plain(sample))],
});

const id = parameter('path', 'id', text, '100001', { required: true });
const limit = parameter('query', 'limit', { type: 'integer', default: 15 }, 15);
const pageNumber = parameter('query', 'page', { type: 'integer' }, 1);
const texts = (name: string, ...members: string[]) =>
  parameter('query', name, { type: 'array', items: members.length > 0 ? { enum: members } : text }, ['x']);
const refusals = errors('401', '404', '422');
const listOfParcels: Schema = { type: 'array', items: text };

const operations = [
  operation({
    key: 'POST /parcels',
    requestBody: body(
      object(
        { state: parcelFields.state ?? true, note: { type: ['string', 'null'] }, sender: { type: 'object' } },
        ['state'],
      ),
      { state: 'new' },
    ),
    responses: [response('201', json(object(parcelFields, ['id']), parcel)), ...refusals],
  }),
  operation({
    key: 'GET /parcels',
    parameters: [
      limit,
      pageNumber,
      texts('ids[]'),
      texts('numbers[]'),
      texts('states[]', 'new', 'sent', 'back'),
    ],
    responses: [
      response(
        '200',
        json(
          page(
            object({
              ...parcelFields,
              id: text,
              sender: object({ name: text, depotId: text }),
            }),
          ),
          paged(listedParcel),
        ),
      ),
      ...refusals,
    ],
  }),
  operation({
    key: 'GET /parcels/{id}',
    parameters: [id],
    responses: [response('200', json(object(parcelFields), parcel)), ...refusals],
  }),
  operation({
    key: 'PUT /parcels/{id}',
    parameters: [id],
    requestBody: body(object({ state: parcelFields.state ?? true, note: text, number: text }), { note: 'x' }),
    responses: [response('202', json(object(parcelFields), { ...parcel, lockVersion: 7 })), ...refusals],
  }),
  operation({
    key: 'DELETE /parcels/{id}',
    parameters: [id],
    responses: [
      response('200', json(object({ deletedAt: moment }), { deletedAt: '2025-01-01T10:00:00.000000Z' })),
      ...refusals,
    ],
  }),
  operation({
    key: 'POST /parcels/returns',
    requestBody: body(object({ number: text }, ['number']), { number: 'SHPL0000000001' }),
    responses: [
      response(
        '201',
        json(object({ id: { type: 'integer' }, number: text }), { id: 100002, number: 'SHPL0000000002' }),
      ),
      ...refusals,
    ],
  }),
  operation({
    key: 'GET /parcels/tracking',
    parameters: [texts('numbers[]')],
    responses: [
      response(
        '200',
        json(
          object({
            items: {
              type: 'array',
              items: object({ number: text, place: object({ id: text, number: text }) }),
            },
          }),
          { items: [{ number: 'SHDE0000000009', place: { id: 'here', number: '1/1' } }] },
        ),
      ),
      ...refusals,
    ],
  }),
  operation({
    key: 'GET /parcels/{parcelNumber}/files',
    parameters: [parameter('path', 'parcelNumber', text, 'SHPL0000000001', { required: true })],
    responses: [
      response(
        '200',
        json(
          { type: 'array', items: object({ parcelId: { type: 'integer' }, file: object({ id: text }) }) },
          [{ parcelId: 100001, file: { id: 'f-1' } }],
        ),
      ),
      ...refusals,
    ],
  }),
  operation({
    key: 'POST /crates',
    requestBody: body(object({ name: text, parcels: listOfParcels }, ['name']), { name: 'Sample' }),
    responses: [response('200', json(crateSchema, crate)), ...refusals],
  }),
  operation({
    key: 'GET /crates',
    responses: [response('200', json({ type: 'array', items: crateSchema }, [crate])), ...refusals],
  }),
  ...['POST', 'DELETE'].map((method) =>
    operation({
      key: `${method} /crates/{id}/parcels`,
      parameters: [id],
      requestBody: body(object({ parcels: listOfParcels }, ['parcels']), { parcels: [] }),
      responses: [response('200', json(crateSchema, crate)), ...refusals],
    }),
  ),
  operation({
    key: 'DELETE /crates/{id}',
    parameters: [id],
    responses: [response('204'), ...refusals],
  }),
  operation({
    key: 'GET /depots',
    parameters: [
      limit,
      pageNumber,
      texts('countryCodes[]', 'PL', 'CZ', 'DE'),
      parameter('query', 'open', { type: 'boolean' }, true),
    ],
    responses: [
      response(
        '200',
        json(
          page(object({ id: { type: 'integer' }, countryCode: text, open: { type: 'boolean' }, name: text })),
          paged({ id: 1001, countryCode: 'PL', open: true, name: 'One' }),
        ),
      ),
      ...refusals,
    ],
  }),
  operation({
    key: 'POST /prices',
    writes: false,
    responses: [response('200', json(object({ price: { type: 'number' } }), { price: 31 })), ...refusals],
  }),
];

/** A contract whose calls depend on each other: parcels with returns, crates of parcels, a dictionary of depots. */
export const depotContract: Contract = {
  ...smallContract,
  name: 'Depot',
  slug: 'depot',
  operations: [...smallContract.operations.filter(({ tag }) => tag === 'Authorization'), ...operations],
  testKey: undefined,
  lifeCycles: depotLifeCycles,
};
