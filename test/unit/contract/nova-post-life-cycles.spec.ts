import { deepEqual, equal } from 'node:assert/strict';
import type { LifeCycles } from '../../../scripts/contract/life-cycles/life-cycles';
import { readContract } from '../../../scripts/contract/read-contract';
import { PROJECT } from '../../support/project';

const spec = 'spec/nova-post.openapi.yaml';

/** `GET /shipments query ids[]`, of one variable. */
function placesOf({ variables }: LifeCycles, name: string): string[] {
  const places = variables.find((variable) => variable.name === name)?.places ?? [];
  return places.map((place) => `${place.operation} ${place.in} ${place.name}`);
}

describe('the life cycles of Nova Post', () => {
  let cycles: LifeCycles;
  before(async () => {
    const profile = 'spec/nova-post.profile.yaml';
    const { contract, warnings } = await readContract({ spec, profile, cwd: PROJECT });
    deepEqual(
      warnings.filter(({ code }) => code === 'PROFILE_MISMATCH'),
      [],
    );
    cycles = contract.lifeCycles;
  });

  it('have five makers, each with a deleter', () => {
    deepEqual(
      cycles.resources.map(({ maker, id, variable, deleter }) => `${variable} = ${maker} ${id}, ${deleter}`),
      [
        'shipmentId = POST /shipments /id, DELETE /shipments/{id}',
        'registryId = POST /registry /id, DELETE /registry/{id}',
        'pickupId = POST /pickups /id, DELETE /pickups/{id}',
        'subscriberId = POST /tracking-push/subscribers /id, DELETE /tracking-push/subscribers/{id}',
        'lightReturnId = POST /shipments/light-return /id, DELETE /shipments/{id}',
      ],
    );
  });

  it('without the profile, have four of them', async () => {
    const { contract } = await readContract({ spec, cwd: PROJECT });
    deepEqual(
      contract.lifeCycles.resources.map(({ maker }) => maker),
      ['POST /shipments', 'POST /registry', 'POST /pickups', 'POST /tracking-push/subscribers'],
    );
    deepEqual(
      contract.lifeCycles.variables.map(({ name }) => name),
      ['shipmentId', 'shipmentNumber', 'registryId', 'pickupId', 'subscriberId'],
    );
  });

  it('take a shipment’s id and number wherever one is meant', () => {
    deepEqual(placesOf(cycles, 'shipmentId'), [
      'PUT /shipments/{id} path id',
      'DELETE /shipments/{id} path id',
      'POST /shipments/uploads/{id} path id',
      'GET /shipments query ids[]',
      'GET /shipments/international/status query refs[]',
      'POST /registry body /shipments/0',
      'POST /registry/{id}/shipments body /shipments/0',
      'DELETE /registry/{id}/shipments body /shipments/0',
      'POST /pickups/{id}/shipments body /shipments/0/shipmentId',
      'DELETE /pickups/{id}/shipments body /shipments/0/shipmentId',
    ]);
    deepEqual(placesOf(cycles, 'shipmentNumber'), [
      'GET /shipments/{shipmentNumber}/attachments path shipmentNumber',
      'GET /shipments/{shipmentNumber}/attachments/{fileId} path shipmentNumber',
      'GET /shipments/print query numbers[]',
      'GET /shipments/tracking query numbers[]',
      'GET /shipments/tracking/history query numbers[]',
      'POST /shipments/light-return body /number',
      'POST /tracking-push/subscribers/{id}/numbers body /numbers/0',
      'DELETE /tracking-push/subscribers/{id}/numbers body /numbers/0',
    ]);
  });

  it('know what each list shows, and by what it is filtered', () => {
    deepEqual(
      Object.entries(cycles.lists).map(([key, { of, filters }]) => [
        key,
        of?.variable,
        Object.keys(filters).join(' '),
      ]),
      [
        [
          'GET /divisions',
          undefined,
          'countryCodes[] divisionCategories[] statuses[] prohibitedSending prohibitedIssuance',
        ],
        ['GET /dictionary/measurements', undefined, ''],
        ['GET /dictionary/currencies', undefined, 'codes[]'],
        ['GET /dictionary/classifier', undefined, ''],
        ['GET /shipments', 'shipmentId', 'numbers[] ids[]'],
        ['GET /shipments/tracking/history', undefined, 'numbers[]'],
        ['GET /shipments/{shipmentNumber}/attachments', undefined, ''],
        ['GET /registry', 'registryId', 'ids[] numbers[]'],
        ['GET /pickups', 'pickupId', 'numbers[] ids[]'],
        ['GET /tracking-push/subscribers', 'subscriberId', ''],
      ],
    );
  });

  it('know how lists are paged', () => {
    const paged = {
      page: { parameter: 'page', at: '/current_page' },
      size: { parameter: 'limit', at: '/per_page' },
      pages: '/last_page',
      total: '/total',
    };
    for (const key of ['GET /divisions', 'GET /shipments', 'GET /registry', 'GET /pickups']) {
      deepEqual(cycles.lists[key]?.paging, paged, key);
    }
    equal(cycles.lists['GET /shipments/tracking/history']?.paging, undefined);
  });

  it('let every update be seen', () => {
    deepEqual(
      Object.entries(cycles.readsBack).map(([key, { variable, fields }]) => [key, variable, fields]),
      [
        ['PUT /shipments/{id}', 'shipmentId', { '/note': '/note' }],
        ['POST /registry', 'registryId', { '/description': '/description' }],
        ['PUT /registry/{id}/rename', 'registryId', { '/description': '/description' }],
        ['POST /pickups', 'pickupId', { '/note': '/note' }],
        ['PUT /pickups/{id}', 'pickupId', { '/note': '/note' }],
        [
          'PUT /tracking-push/subscribers/{id}',
          'subscriberId',
          { '/url': '/url', '/isActive': '/is_active' },
        ],
      ],
    );
  });

  it('give each request that writes below an id a variable for it', async () => {
    const { contract } = await readContract({ spec, cwd: PROJECT });
    const writing = contract.operations.filter(({ writes, path }) => writes && path.includes('{'));
    const named = cycles.variables.flatMap(({ places }) => places.filter((place) => place.in === 'path'));
    deepEqual(
      writing.filter(({ key }) => !named.some(({ operation }) => operation === key)).map(({ key }) => key),
      [],
    );
  });
});
