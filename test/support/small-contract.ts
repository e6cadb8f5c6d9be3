import type { Contract, Schema } from '../../scripts/contract/model';
import { errors, json, operation, parameter, response } from './contract-parts';

/** `{"errors": {"": text}}`, the vendor's usual error. */
const errorSchema: Schema = {
  type: 'object',
  properties: { errors: { type: 'object', properties: { '': { type: 'string' } } } },
};
const errorsList: Schema = {
  type: 'object',
  required: ['success', 'errors'],
  additionalProperties: false,
  properties: { success: { type: 'boolean' }, errors: { type: 'array', items: { type: 'string' } } },
};

/** A small contract by hand: a login, a test key, and an operation of every kind that the stages must tell apart. */
export const smallContract: Contract = {
  name: 'Small Parcels',
  slug: 'small-parcels',
  version: '1.0.0',
  description: 'A contract for tests.',
  digits: new Map(),
  servers: [{ url: 'https://sandbox.example.test/v1', description: 'sandbox' }],
  tags: [
    { name: 'Authorization', description: 'Key and jwt.' },
    { name: 'Parcels', description: '' },
  ],
  operations: [
    operation({
      key: 'POST /test-api-keys',
      tag: 'Authorization',
      security: [],
      needsLogin: false,
      requestBody: {
        required: true,
        description: '',
        content: [
          json(
            {
              type: 'object',
              additionalProperties: false,
              required: ['phone'],
              properties: { phone: { type: 'string' } },
            },
            { phone: '490000000000' },
          ),
        ],
      },
      responses: [
        response(
          '200',
          json(
            {
              type: 'object',
              required: ['apiKey', 'createdAt', 'expDate', 'status'],
              properties: {
                apiKey: { type: 'string' },
                createdAt: { type: 'string', format: 'date-time' },
                expDate: { type: 'string', format: 'date-time' },
                status: { type: 'string', enum: ['Active', 'Expired'] },
              },
            },
            {
              apiKey: 'EXAMPLE',
              createdAt: '2025-01-01T09:00:00Z',
              expDate: '2026-01-01T23:59:59Z',
              status: 'Active',
            },
          ),
        ),
        ...['400', '404', '409', '429'].map((status) =>
          response(status, json(errorsList, { success: false, errors: ['Example'] })),
        ),
        response('503', json({ $ref: '#/definitions/Error' }, { errors: { '': 'string' } })),
      ],
    }),
    operation({
      key: 'GET /clients/authorization',
      tag: 'Authorization',
      security: [],
      needsLogin: false,
      parameters: [parameter('query', 'apiKey', { type: 'string' }, 'a-key', { required: true })],
      responses: [
        response(
          '200',
          json(
            { type: 'object', properties: { jwt: { type: 'string' } } },
            { jwt: 'header.payload.signature' },
          ),
        ),
        ...errors('401', '422', '503'),
      ],
    }),
    operation({
      key: 'GET /parcels',
      parameters: [
        parameter('query', 'limit', { type: 'integer', minimum: 1, default: 15 }, 15),
        parameter('query', 'states[]', { type: 'array', items: { enum: ['new', 'done'] } }, ['new']),
        parameter('query', 'ids', { type: 'array', items: { type: 'integer' } }, [1, 2], { explode: false }),
        parameter('query', 'open', { type: 'boolean' }, true),
        parameter('header', 'X-Region', { type: 'string', enum: ['north', 'south'] }, 'north'),
      ],
      responses: [
        response(
          '200',
          json(
            {
              type: 'object',
              required: ['items'],
              properties: { items: { type: 'array', items: { $ref: '#/definitions/Parcel' } } },
            },
            { items: [{ id: 7, state: 'new', weight: 1.5 }] },
          ),
        ),
        ...errors('401', '422', '503'),
      ],
    }),
    operation({
      key: 'POST /parcels',
      requestBody: {
        required: true,
        description: '',
        content: [json({ $ref: '#/definitions/NewParcel' }, { weight: 1.5, note: 'fragile' })],
      },
      responses: [
        response('201', json({ $ref: '#/definitions/Parcel' }, { id: 7, state: 'new', weight: 1.5 })),
        ...errors('401', '422', '503'),
      ],
    }),
    operation({
      key: 'GET /parcels/{id}',
      parameters: [parameter('path', 'id', { type: 'integer', minimum: 1 }, 7, { required: true })],
      responses: [
        response('200', json({ $ref: '#/definitions/Parcel' }, { id: 7, state: 'new', weight: 1.5 })),
        ...errors('401', '404', '503'),
        response(
          '400',
          json(
            { type: 'object', required: ['message'], properties: { message: { type: 'string' } } },
            { message: 'Example' },
          ),
        ),
      ],
    }),
    operation({
      key: 'DELETE /parcels/{id}',
      parameters: [parameter('path', 'id', { type: 'integer', minimum: 1 }, 7, { required: true })],
      responses: [{ status: '204', description: 'Gone', content: [] }, ...errors('401', '404', '422', '503')],
    }),
    operation({
      key: 'GET /parcels/print',
      parameters: [parameter('query', 'numbers[]', { type: 'string' }, 'P1')],
      responses: [
        {
          status: '200',
          description: 'Labels',
          content: [
            {
              type: 'application/pdf',
              schema: { type: 'string', format: 'binary' },
              examples: [],
              sample: '',
            },
          ],
        },
        ...errors('401', '503'),
      ],
    }),
  ],
  definitions: {
    request: {
      NewParcel: {
        type: 'object',
        required: ['weight'],
        properties: { weight: { type: 'number', exclusiveMinimum: 0 }, note: { type: ['string', 'null'] } },
      },
    },
    response: {
      Error: errorSchema,
      Parcel: {
        type: 'object',
        required: ['id', 'state'],
        properties: {
          id: { type: 'integer' },
          state: { type: 'string', enum: ['new', 'done'] },
          weight: { type: 'number' },
        },
      },
    },
  },
  security: [],
  securitySchemes: { JWT: { type: 'apiKey', in: 'header', name: 'Authorization', description: '' } },
  environments: [
    {
      name: 'sandbox',
      baseUrl: 'https://sandbox.example.test/v1',
      allowWrites: false,
      standIn: false,
      apiKey: '',
      phone: '',
    },
    {
      name: 'stand-in',
      baseUrl: 'http://127.0.0.1:4010/v1',
      allowWrites: true,
      standIn: true,
      apiKey: 'PUBLIC-KEY',
      phone: '490000000000',
    },
  ],
  hosts: { 'sandbox.example.test': 'sandbox' },
  loopback: 'sandbox',
  login: {
    operation: 'GET /clients/authorization',
    apiKey: { in: 'query', name: 'apiKey' },
    jwt: '/jwt',
    send: { in: 'header', name: 'Authorization' },
    lifetime: 3600,
    source: 'https://docs.example.test/jwt',
  },
  testKey: { operation: 'POST /test-api-keys', phone: '/phone', apiKey: '/apiKey', dailyLimit: 429 },
  testing: { inputs: 'lenient', probes: 'one', timeLimit: undefined, deviations: [] },
  lifeCycles: {
    variables: [],
    resources: [],
    lists: {},
    order: [],
    readsBack: {},
    notNow: {},
  },
};
