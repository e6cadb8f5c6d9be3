import assert from 'node:assert/strict';
import { stableId } from '../../scripts/collection/stable-id';
import { faults } from '../../scripts/stand-in/faults';
import { novaPost } from '../support/nova-post';
import { operationOf, runNovaPost } from '../support/run-nova-post';
import { withStandIn } from '../support/with-stand-in';
import { lifeCycleTable } from './life-cycle-table';

const status = 'status is documented and a success';

describe('the kill table of life cycles', () => {
  for (const { fault, folder, failed } of lifeCycleTable) {
    it(`${fault}: noticed in ${folder}`, async () => {
      const { contract } = await novaPost();
      const chosen = faults.filter(({ name }) => name === fault);
      await withStandIn({ contract, faults: chosen }, async (standIn) => {
        const { record, verdict } = await runNovaPost(standIn, {
          folders: [stableId('nova-post', 'folder', folder)],
        });
        const names = record.requests.flatMap((request) =>
          (request.attempts.at(-1)?.checks ?? [])
            .filter(({ result }) => result === 'failed')
            .map(({ name }) => `${operationOf(request)}: ${name}`),
        );
        // a use of what was forgotten is answered with 404, which is no success
        const told = [...new Set(names)].filter((name) => !name.endsWith(status));
        assert.deepEqual(told, failed);
        assert.equal(verdict.exitCode, 1);
      });
    });
  }
});
