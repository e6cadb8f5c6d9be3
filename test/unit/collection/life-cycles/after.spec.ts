import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { aroundOf } from '../../../support/build-document';
import { cycleContract } from '../../../support/cycle-contract';
import { around, build, handedOver, itemOf, lineOf, withCycles } from '../../../support/cycle-items';

describe('After', () => {
  it('tries what was deleted, and deletes what else was made', () => {
    deepStrictEqual(around['Parcels/After']?.map(lineOf), [
      'Change a parcel: after its deletion: PUT /parcels/{{deletedParcelId}} {"note":"a"}',
      'Print a label: after its deletion: GET /parcels/{{deletedParcelNumber}}/label',
      'List parcels: after its deletion: GET /parcels?ids[]={{deletedParcelId}}',
      'Delete a parcel: after its deletion: DELETE /parcels/{{deletedParcelId}}',
      'Delete a parcel: DELETE /parcels/{{returnId}}',
    ]);
  });

  it('tries nothing that no refusal is documented for, and deletes what Before made', () => {
    deepStrictEqual(around['Batches/After']?.map(lineOf), [
      'Add parcels: after its deletion: POST /batches/{{deletedBatchId}}/parcels {"parcels":[{{parcelId}}]}',
      'List batches: after its deletion: GET /batches',
      'Delete a parcel: DELETE /parcels/{{parcelId}}',
    ]);
  });

  it('expects every documented refusal but those of who asks', () => {
    const any = { 'application/json': true };
    const item = itemOf('Parcels/After', 'Print a label: after its deletion');
    deepStrictEqual(handedOver(item), [
      'probe',
      {
        sends: 'path parameter number: of what was deleted',
        expects: 'refusal',
        statuses: ['400', '404'],
        otherwise: 'broken',
      },
      { operation: 'GET /parcels/{number}/label', answers: { 200: any, 400: any, 401: any, 404: any } },
    ]);
    strictEqual(
      item.request.description,
      'Contract: `GET /parcels/{number}/label`\n\nProbe: `after-deletion` at `path number`',
    );
  });

  it('takes a refusal that says "not now" elsewhere for one', () => {
    const notNow = { 'PUT /parcels/{id}': { '404': 'the parcel must have been weighed' } };
    const built = aroundOf(build(withCycles({ notNow })));
    const [, , checks] = handedOver(built['Parcels/After']?.[0]) as [
      string,
      unknown,
      { notTested?: unknown },
    ];
    strictEqual(checks.notTested, undefined);
  });

  it('asks the list for what is gone', () => {
    const item = itemOf('Parcels/After', 'List parcels: after its deletion');
    const any = { 'application/json': true };
    deepStrictEqual(handedOver(item), [
      'check',
      {
        operation: 'GET /parcels',
        answers: { 200: any, 400: any, 401: any, 404: any },
        list: {
          items: '/items',
          filters: { 'ids[]': '/id' },
          of: { variable: 'parcelId', id: '/id' },
          paging: {
            page: { parameter: 'page', at: '/current_page' },
            size: { parameter: 'limit' },
            total: '/total',
          },
        },
        gone: { variable: 'parcelId' },
      },
    ]);
    ok(!item.request.description?.includes('Probe:'));
  });

  it('tells what it deletes by a plain check', () => {
    const item = itemOf('Parcels/After', 'Delete a parcel');
    deepStrictEqual(handedOver(item), [
      'check',
      { operation: 'DELETE /parcels/{id}', answers: { 204: {}, 404: { 'application/json': true } } },
    ]);
    strictEqual(
      item.request.description,
      'Deletes what "Return a parcel" made.\n\nContract: `DELETE /parcels/{id}`',
    );
  });

  it('names the makers where one request deletes what several made', () => {
    // Nobody deletes a parcel in its folder then.
    const operations = cycleContract.operations.map((each) =>
      each.key === 'DELETE /parcels/{id}' ? { ...each, tag: 'Waste' } : each,
    );
    const built = aroundOf(build({ operations }));
    deepStrictEqual(built['Parcels/After']?.map(lineOf), [
      'Delete a parcel (Return a parcel): DELETE /parcels/{{returnId}}',
      'Delete a parcel (Create a parcel): DELETE /parcels/{{parcelId}}',
    ]);
    // And where it is deleted, one is made for that.
    deepStrictEqual(
      built['Waste/Before']?.map(({ name }) => name),
      ['Create a parcel'],
    );
    deepStrictEqual(built['Waste/After']?.map(lineOf), [
      'Delete a parcel: after its deletion: DELETE /parcels/{{deletedParcelId}}',
    ]);
  });

  it('keeps what is known to be refused wrongly', () => {
    const deviations = ['is refused', 'body satisfies its schema'].map((check) => ({
      check,
      operation: 'DELETE /parcels/{id}',
      reason: 'it is kind',
      until: undefined,
    }));
    const built = aroundOf(build({ testing: { ...cycleContract.testing, deviations } }));
    const item = built['Parcels/After']?.find(({ name }) => name === 'Delete a parcel: after its deletion');
    const [, , checks] = handedOver(item) as [string, unknown, { deviations: unknown }];
    deepStrictEqual(checks.deviations, { 'is refused': { reason: 'it is kind' } });
  });
});
