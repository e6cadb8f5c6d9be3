import { deepStrictEqual } from 'node:assert/strict';
import type { PostmanCollection } from '../../scripts/collection/postman';
import { itemsOf } from '../support/build-document';
import { hosts, sendAll, specOf } from '../support/raw-wire';

const id = { name: 'id', in: 'path', required: true, example: 'P1', schema: { type: 'string' } };
const spec = specOf({
  'GET /parcels/{id}': { parameters: [id] },
  'GET /labels/{id}': { parameters: [id] },
});

/** What a person leaves in the variable of the first request. */
const clearings: [how: string, value: string | undefined][] = [
  ['emptied', ''],
  ['filled with blanks', '  '],
  ['that names an empty variable', '{{blank}}'],
  ['whose row was deleted', undefined],
];

for (const [name, send] of hosts) {
  describe(`a path variable, in ${name}`, function () {
    this.timeout(60_000);
    for (const [how, value] of clearings) {
      it(`${how} is one failed check, and its request is not sent`, async () => {
        const change = (collection: PostmanCollection) => {
          const [item] = itemsOf(collection);
          if (item === undefined) throw new Error('there is no request');
          item.request.url.variable = value === undefined ? [] : [{ key: 'id', value }];
        };
        const { requests, run } = await sendAll(spec, { values: { blank: '' }, change }, send);
        deepStrictEqual(
          requests.map(({ line }) => line),
          ['GET /v1/labels/P1'],
        );
        deepStrictEqual(run.outcomes, [
          'GET /parcels/{id}: failed (not tested: the path variable id is empty: give it a value)',
          'GET /labels/{id}: kept',
        ]);
      });
    }
  });
}
