import type { LifeCycles, Paging } from '../../scripts/contract/life-cycles/life-cycles';

const paging: Paging = {
  page: { parameter: 'page', at: '/page' },
  size: { parameter: 'limit', at: '/perPage' },
  pages: '/lastPage',
  total: '/total',
};
const given = (operationKey: string, at: string) => ({
  kind: 'answer' as const,
  from: [{ operation: operationKey, in: 'body' as const, at }],
});
const at = (operationKey: string, place: 'path' | 'query' | 'body', name: string) => ({
  operation: operationKey,
  in: place,
  name,
});

/** How the calls of the depot contract depend on each other. */
export const depotLifeCycles: LifeCycles = {
  variables: [
    {
      name: 'parcelId',
      description: '',
      source: given('POST /parcels', '/id'),
      example: 100001,
      places: [
        at('GET /parcels/{id}', 'path', 'id'),
        at('PUT /parcels/{id}', 'path', 'id'),
        at('DELETE /parcels/{id}', 'path', 'id'),
        at('GET /parcels', 'query', 'ids[]'),
        at('POST /crates', 'body', '/parcels/0'),
        at('POST /crates/{id}/parcels', 'body', '/parcels/0'),
        at('DELETE /crates/{id}/parcels', 'body', '/parcels/0'),
      ],
    },
    {
      name: 'parcelNumber',
      description: '',
      source: given('POST /parcels', '/number'),
      example: 'SHPL0000000001',
      places: [
        at('GET /parcels/tracking', 'query', 'numbers[]'),
        at('GET /parcels/{parcelNumber}/files', 'path', 'parcelNumber'),
        at('POST /parcels/returns', 'body', '/number'),
      ],
    },
    {
      name: 'returnId',
      description: '',
      source: given('POST /parcels/returns', '/id'),
      example: 100002,
      places: [],
    },
    {
      name: 'crateId',
      description: '',
      source: given('POST /crates', '/id'),
      example: '00000000-0000-0000-0000-000000000001',
      places: [
        at('POST /crates/{id}/parcels', 'path', 'id'),
        at('DELETE /crates/{id}/parcels', 'path', 'id'),
        at('DELETE /crates/{id}', 'path', 'id'),
      ],
    },
  ],
  resources: [
    { maker: 'POST /parcels', id: '/id', variable: 'parcelId', deleter: 'DELETE /parcels/{id}' },
    { maker: 'POST /parcels/returns', id: '/id', variable: 'returnId', deleter: 'DELETE /parcels/{id}' },
    { maker: 'POST /crates', id: '/id', variable: 'crateId', deleter: 'DELETE /crates/{id}' },
  ],
  lists: {
    'GET /parcels': {
      items: '/items',
      filters: { 'ids[]': '/id', 'numbers[]': '/number', 'states[]': '/state' },
      of: { variable: 'parcelId', id: '/id' },
      paging,
    },
    'GET /parcels/tracking': {
      items: '/items',
      filters: { 'numbers[]': '/number' },
      of: undefined,
      paging: undefined,
    },
    'GET /crates': { items: '', filters: {}, of: { variable: 'crateId', id: '/id' }, paging: undefined },
    'GET /depots': {
      items: '/items',
      filters: { 'countryCodes[]': '/countryCode', open: '/open' },
      of: undefined,
      paging,
    },
  },
  order: [],
  readsBack: {},
  notNow: {},
};
