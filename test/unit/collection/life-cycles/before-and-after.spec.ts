import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import type { PostmanItem } from '../../../../scripts/collection/postman';
import { aroundOf, isFolder, itemsOf } from '../../../support/build-document';
import { operation } from '../../../support/contract-parts';
import { cycleContract } from '../../../support/cycle-contract';
import {
  around,
  build,
  collection,
  handedOver,
  itemOf,
  lineOf,
  withCycles,
} from '../../../support/cycle-items';

describe('Before', () => {
  it('makes what a folder needs and another one makes', () => {
    deepStrictEqual(around['Batches/Before']?.map(lineOf), [
      'Create a parcel: POST /parcels {"depot":{{depotId}},"weight":1.5,"note":"\\u007b{depotId}}"}',
    ]);
  });

  it('stands first in its folder, and only where something is needed', () => {
    const folders = collection.item.filter(isFolder).slice(0, 2);
    deepStrictEqual(
      folders.map(({ name, item }) => [name, item[0]?.name, item.at(-1)?.name]),
      [
        ['Batches', 'Before', 'After'],
        ['Parcels', 'List depots', 'After'],
      ],
    );
  });

  it('holds its answer against nothing but the statuses', () => {
    const item = itemOf('Batches/Before', 'Create a parcel');
    const any = { 'application/json': true };
    deepStrictEqual(handedOver(item), [
      'check',
      { operation: 'POST /parcels', answers: { 201: any, 400: any, 401: any, 404: any } },
    ]);
    deepStrictEqual(item.response, []);
  });

  it('says what it gives, what it is in the contract, and how that is deleted', () => {
    strictEqual(
      itemOf('Batches/Before', 'Create a parcel').request.description,
      'Gives `parcelId`, `parcelNumber`.\n\nContract: `POST /parcels`\n\nDeleted by: `DELETE /parcels/{id}` (id at `/id`)',
    );
  });

  it('makes nothing that cannot be deleted', () => {
    const resources = cycleContract.lifeCycles.resources.map((resource) =>
      resource.maker === 'POST /parcels' ? { ...resource, deleter: undefined } : resource,
    );
    strictEqual(aroundOf(build(withCycles({ resources })))['Batches/Before'], undefined);
  });

  it('makes first what a maker needs itself, each once, and After deletes them the other way round', () => {
    const loads = ['POST /loads', 'GET /loads/{id}'].map((key) =>
      operation({
        key,
        tag: 'Loads',
        parameters: key.startsWith('POST')
          ? []
          : (cycleContract.operations.find(({ key: other }) => other === 'PUT /parcels/{id}')?.parameters ??
            []),
        requestBody: {
          required: true,
          description: '',
          content: [
            {
              type: 'application/json',
              schema: undefined,
              examples: [],
              sample: { batch: 3, parcel: 7 },
            },
          ],
        },
      }),
    );
    const places = (name: string) => [{ operation: 'POST /loads', in: 'body' as const, name }];
    const variables = cycleContract.lifeCycles.variables.map((variable) => {
      if (variable.name === 'parcelId')
        return { ...variable, places: [...variable.places, ...places('/parcel')] };
      return variable.name === 'batchId'
        ? { ...variable, places: [...variable.places, ...places('/batch')] }
        : variable;
    });
    const built = aroundOf(
      build({ operations: [...cycleContract.operations, ...loads], ...withCycles({ variables }) }),
    );
    deepStrictEqual(
      built['Loads/Before']?.map(({ name }) => name),
      ['Create a parcel', 'Create a batch'],
    );
    deepStrictEqual(built['Loads/After']?.map(lineOf), [
      'Delete a batch: DELETE /batches/{{batchId}}',
      'Delete a parcel: DELETE /parcels/{{parcelId}}',
    ]);
  });

  it('makes a thing rather than read what there is, where both would give it', () => {
    const variables = cycleContract.lifeCycles.variables.map((variable) =>
      variable.name === 'parcelId' && variable.source.kind === 'answer'
        ? {
            ...variable,
            source: {
              ...variable.source,
              from: [
                { operation: 'GET /depots', in: 'body' as const, at: '/items/0/id' },
                ...variable.source.from,
              ],
            },
          }
        : variable,
    );
    deepStrictEqual(
      aroundOf(build(withCycles({ variables })))['Batches/Before']?.map(({ name }) => name),
      ['Create a parcel'],
    );
    const readable = variables.map((variable) =>
      variable.name === 'parcelId' && variable.source.kind === 'answer'
        ? { ...variable, source: { ...variable.source, from: variable.source.from.slice(0, 1) } }
        : variable,
    );
    const built = aroundOf(build(withCycles({ variables: readable })));
    deepStrictEqual(
      built['Batches/Before']?.map(({ name }) => name),
      ['List depots'],
    );
  });

  it('makes nothing out of what only the folder itself makes', () => {
    const places = [{ operation: 'PUT /parcels/{id}', in: 'body' as const, name: '/note' }];
    const variables = cycleContract.lifeCycles.variables.map((variable) =>
      variable.name === 'batchId' ? { ...variable, places: [...variable.places, ...places] } : variable,
    );
    strictEqual(aroundOf(build(withCycles({ variables })))['Parcels/Before'], undefined);
  });
});

describe('life cycles', () => {
  it('leave each plain request where it is, once', () => {
    const keys = itemsOf(collection).map(
      ({ request }) => /Contract: `(.+?)`/.exec(request.description ?? '')?.[1],
    );
    deepStrictEqual(keys.toSorted(), cycleContract.operations.map(({ key }) => key).toSorted());
  });

  it('give everything an id of its own, which stays when others come and go', () => {
    const ids = JSON.stringify(collection).match(/"(id|_postman_id)":"[0-9a-f-]{36}"/g) ?? [];
    strictEqual(new Set(ids).size, ids.length);
    const fewer = aroundOf(
      build({ operations: cycleContract.operations.filter(({ key }) => key !== 'PUT /parcels/{id}') }),
    );
    const idOf = (items: PostmanItem[] | undefined) =>
      items?.find(({ name }) => name === 'Print a label: after its deletion')?.id;
    strictEqual(idOf(fewer['Parcels/After']), idOf(around['Parcels/After']));
  });

  it('of operations without a tag stand beside them', () => {
    const operations = cycleContract.operations
      .filter(({ tag }) => tag === 'Parcels')
      .map((each) => ({ ...each, tag: undefined }));
    const { item } = build({ operations });
    deepStrictEqual(item.map(({ name }) => name).slice(-3), ['Delete a parcel', 'After', 'Contract checks']);
  });

  it('give way to a request of their name', () => {
    const operations = cycleContract.operations.map((each) =>
      each.key === 'POST /batches' ? { ...each, summary: 'Before' } : each,
    );
    const batches = build({ operations }).item.find(({ name }) => name === 'Batches');
    ok(batches !== undefined && isFolder(batches));
    deepStrictEqual(
      batches.item.slice(0, 2).map(({ name }) => name),
      ['Before (life cycle)', 'Before'],
    );
  });

  it('are told of in the description of a maker, plain and among the probes', () => {
    const line = 'Deleted by: `DELETE /batches/{id}` (id at `/id`)';
    const plain = itemsOf(collection).find(({ name }) => name === 'Create a batch');
    ok(plain?.request.description?.endsWith(`\n\nContract: \`POST /batches\`\n\n${line}`));
    const probes = collection.item.find(({ name }) => name === 'Contract checks');
    ok(JSON.stringify(probes).includes(JSON.stringify(`Contract: \`POST /batches\`\n\n${line}`)));
  });
});
