import { deepEqual, equal } from 'node:assert/strict';
import type { LifeCycles, VariablePlace } from '../../../scripts/contract/life-cycles/life-cycles';
import type { Profile } from '../../../scripts/contract/profile/profile';
import { describeDocument } from '../../support/describe-document';
import { parcelsDocument } from '../../support/parcels-document';

function cyclesOf(profile: Profile): LifeCycles {
  const { contract, problems } = describeDocument(parcelsDocument, profile);
  deepEqual(problems, []);
  return contract.lifeCycles;
}

function variableOf(profile: Profile, name: string) {
  return cyclesOf(profile).variables.find((variable) => variable.name === name);
}

const place = (operation: string, where: VariablePlace['in'], name: string): VariablePlace => ({
  operation,
  in: where,
  name,
});

describe('the profile completes what is derived', () => {
  it('with more places for a derived variable', () => {
    const to = { 'GET /parcels': 'query ids[]', 'POST /parcels': ['body /extra/parent', 'body /note'] };
    const variable = variableOf({ variables: { parcelId: { to } } }, 'parcelId');
    deepEqual(variable?.source, {
      kind: 'answer',
      from: [{ operation: 'POST /parcels', in: 'body', at: '/id' }],
    });
    deepEqual(variable.places, [
      place('PUT /parcels/{id}', 'path', 'id'),
      place('DELETE /parcels/{id}', 'path', 'id'),
      place('GET /parcels', 'query', 'ids[]'),
      place('POST /parcels', 'body', '/extra/parent'),
      place('POST /parcels', 'body', '/note'),
    ]);
  });

  it('with another source in place of the derived one', () => {
    const from = { 'POST /parcels': 'header Location' };
    const profile = { variables: { parcelId: { from } } };
    deepEqual(variableOf(profile, 'parcelId')?.source, {
      kind: 'answer',
      from: [{ operation: 'POST /parcels', in: 'header', at: 'Location' }],
    });
    deepEqual(variableOf(profile, 'parcelId')?.places.length, 2);
  });

  it('and gets the places that it claims', () => {
    const from = { 'POST /parcels': '/version' };
    const to = { 'PUT /parcels/{id}': ['path id', 'header X-Version'] };
    const { variables } = cyclesOf({ variables: { parcelVersion: { from, to } } });
    deepEqual(
      variables.map(({ name, places }) => [name, places]),
      [
        [
          'parcelVersion',
          [place('PUT /parcels/{id}', 'path', 'id'), place('PUT /parcels/{id}', 'header', 'X-Version')],
        ],
        ['parcelId', [place('DELETE /parcels/{id}', 'path', 'id')]],
      ],
    );
  });

  it('with values that are looked up, made or set, each with an example', () => {
    const variables: Profile['variables'] = {
      depot: {
        lookUp: { send: 'GET /depots?countries[]={{country}}&limit=1', take: '/items/0/id' },
        to: { 'POST /parcels': 'body /depot' },
      },
      country: { value: 'CZ', description: 'Where it leaves.', to: { 'POST /parcels': 'body /from' } },
      onDay: { date: { workdays: 2, text: '{date}' }, to: { 'POST /parcels': 'body /on' } },
      parcelVersion: {
        from: { 'POST /parcels': '/version' },
        to: { 'PUT /parcels/{id}': 'header X-Version' },
      },
    };
    deepEqual(
      cyclesOf({ variables }).variables.map(({ name, source, example }) => [name, source.kind, example]),
      [
        ['depot', 'lookUp', 77],
        ['country', 'value', 'CZ'],
        ['onDay', 'date', '2020-01-01'],
        ['parcelVersion', 'answer', 5],
        ['parcelId', 'answer', 'P1'],
      ],
    );
    deepEqual(variableOf({ variables }, 'depot')?.source, {
      kind: 'lookUp',
      operation: 'GET /depots',
      query: [
        ['countries[]', '{{country}}'],
        ['limit', '1'],
      ],
      at: '/items/0/id',
    });
    equal(variableOf({ variables }, 'country')?.description, 'Where it leaves.');
  });

  it('with an example of the right type, where the contract has none', () => {
    const from = { 'POST /parcels': 'header Location' };
    const depot = { from, to: { 'POST /parcels': 'body /depot' } };
    equal(variableOf({ variables: { depot } }, 'depot')?.example, 100);
  });

  it('with a deleter, whose id gets a variable of its own', () => {
    const deleters = [{ operation: 'POST /returns', by: 'DELETE /parcels/{id}', id: '/id' }];
    const { variables, resources } = cyclesOf({ deleters });
    deepEqual(resources, [
      { maker: 'POST /parcels', id: '/id', variable: 'parcelId', deleter: 'DELETE /parcels/{id}' },
      { maker: 'POST /returns', id: '/id', variable: 'returnId', deleter: 'DELETE /parcels/{id}' },
    ]);
    deepEqual(variables.at(-1), {
      name: 'returnId',
      description: "Kept from the answer of POST /returns; until then the contract's example.",
      source: { kind: 'answer', from: [{ operation: 'POST /returns', in: 'body', at: '/id' }] },
      example: 'returnId',
      places: [],
    });
  });

  it('with an order, with what reads back, and with refusals that nobody can help', () => {
    const { order, readsBack, notNow } = cyclesOf({
      order: [['PUT /parcels/{id}', 'GET /parcels']],
      readsBack: { 'POST /parcels': { '/note': '/note' }, 'PUT /parcels/{id}': { '/note': '/size/kg' } },
      notNow: [
        { operation: 'PUT /parcels/{id}', statuses: [409], reason: 'it is busy' },
        { operation: 'DELETE /parcels/{id}', statuses: [403, 422], reason: 'it is late' },
      ],
    });
    deepEqual(order, [['PUT /parcels/{id}', 'GET /parcels']]);
    deepEqual(readsBack, {
      'POST /parcels': { variable: 'parcelId', fields: { '/note': '/note' } },
      'PUT /parcels/{id}': { variable: 'parcelId', fields: { '/note': '/size/kg' } },
    });
    deepEqual(notNow, {
      'PUT /parcels/{id}': { 409: 'it is busy' },
      'DELETE /parcels/{id}': { 403: 'it is late', 422: 'it is late' },
    });
  });
});

describe('a contract that is a part of the profile’s', () => {
  it('leaves out what is not there, with one warning', () => {
    const { contract, problems } = describeDocument(parcelsDocument, {
      variables: {
        parcelId: { to: { 'GET /labels': 'query ids[]', 'GET /parcels': 'query ids[]' } },
        tripId: { from: { 'POST /trips': '/id' }, to: { 'POST /parcels': 'body /note' } },
        cityId: { lookUp: { send: 'GET /cities?limit=1', take: '/0/id' } },
        streetId: { lookUp: { send: 'GET /depots?countries[]={{cityId}}', take: '/items/0/id' } },
        driverId: { to: { 'POST /parcels': 'body /from' } },
      },
      order: [['POST /trips', 'GET /parcels']],
      readsBack: { 'POST /trips': { '/note': '/note' } },
      notNow: [{ operation: 'POST /trips', statuses: [409], reason: 'it is busy' }],
    });
    deepEqual(
      problems.map(({ severity, pointer, message }) => [severity, pointer, message]),
      [
        [
          'warning',
          '/variables/parcelId/to/GET ~1labels',
          'the contract has no operations GET /labels, POST /trips, GET /cities; these parts of the profile are not used',
        ],
      ],
    );
    const { variables, order, readsBack, notNow } = contract.lifeCycles;
    deepEqual(
      variables.map(({ name, places }) => [name, places.length]),
      [['parcelId', 3]],
    );
    deepEqual([order, readsBack, notNow], [[], {}, {}]);
  });
});
