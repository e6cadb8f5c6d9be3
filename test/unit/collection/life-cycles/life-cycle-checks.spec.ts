import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { buildChecks } from '../../../../scripts/collection/answers/build-checks';
import { buildProbesFolder } from '../../../../scripts/collection/probes/build-probes-folder';
import type { Contract } from '../../../../scripts/contract/model';
import type { Checks } from '../../../../scripts/postman/script-data';
import { cycleContract } from '../../../support/cycle-contract';
import { smallContract } from '../../../support/small-contract';

function checksOf(key: string, contract: Contract = cycleContract): Checks {
  const operation = contract.operations.find((each) => each.key === key);
  if (operation === undefined) throw new Error(`there is no ${key}`);
  return buildChecks(operation, contract);
}

describe('what is checked of a life cycle', () => {
  it('is what a list says of itself and of what was created', () => {
    deepStrictEqual(checksOf('GET /parcels').list, {
      items: '/items',
      filters: { 'ids[]': '/id' },
      of: { variable: 'parcelId', id: '/id' },
      paging: {
        page: { parameter: 'page', at: '/current_page' },
        size: { parameter: 'limit' },
        total: '/total',
      },
    });
    deepStrictEqual(checksOf('GET /batches').list, {
      items: '/items',
      of: { variable: 'batchId', id: '/id' },
    });
    deepStrictEqual(checksOf('GET /depots').list, undefined);
  });

  it('is what reads back as it was sent', () => {
    deepStrictEqual(checksOf('PUT /parcels/{id}').readsBack, {
      variable: 'parcelId',
      fields: { '/note': '/note' },
    });
  });

  it('is not what a test cannot bring about', () => {
    deepStrictEqual(checksOf('POST /parcels/returns').notTested, {
      404: 'the parcel must have been delivered',
    });
    const notNow = { 'POST /test-api-keys': { '409': 'several clients share the phone' } };
    const contract = { ...smallContract, lifeCycles: { ...smallContract.lifeCycles, notNow } };
    deepStrictEqual(checksOf('POST /test-api-keys', contract).notTested, {
      409: 'several clients share the phone',
      429: "today's key was made already (the documented daily limit)",
    });
  });

  it('is not left out of probes: a refusal is what they look for', () => {
    const folders = JSON.stringify(buildProbesFolder(cycleContract));
    strictEqual(folders.includes('the parcel must have been delivered'), false);
    strictEqual(folders.includes('readsBack'), true);
  });
});
