import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import type { JsonObject } from '../../scripts/spec/document';
import { noticedBy } from '../support/fault-table';
import { generateFrom } from '../support/generated';
import { planTrials } from '../support/plan-trials';
import { sharedFile } from '../support/project';
import { repeatPerFault } from '../support/repeat-per-fault';
import { runTrials, type Tried } from '../support/run-trials';

/** Contracts of others, and how many of their faults are tried: one in so many. `KILL=all` tries them all. */
const contracts = [
  { file: '01-petstore.yaml', oneIn: 1 },
  { file: '06-adyen-payment40.json', oneIn: 8 },
  { file: '05-box-2025.json', oneIn: 40 },
];
const readme = sharedFile('corpus', 'README.md');

describe("other people's contracts, without a profile", function () {
  this.timeout(300_000);
  if (readme === undefined) {
    it('are beside the project (skipped: there is no folder ../shared/corpus)');
    return;
  }
  for (const { file, oneIn } of contracts) {
    describe(file, () => {
      let tried: Tried[] = [];
      before(async () => {
        tried = await tryContract(file, process.env.KILL === 'all' ? 1 : oneIn);
      });

      it('are kept by a stand-in that keeps them: no request and no probe fails', () => {
        const sound = tried.filter(({ fault }) => fault === undefined);
        const alarms = sound.filter(({ failed, passed }) => failed.length > 0 || passed.length === 0);
        assert.deepEqual(alarms.map(describeTrial), []);
        // a stand-in that takes everything would be found out here
        assert.deepEqual(
          sound.flatMap(({ skipped }) => skipped),
          [],
        );
        assert.ok(sound.length > 0);
      });

      it('are noticed to be broken, by every fault that strikes', () => {
        const struck = tried.filter((trial) => trial.struck);
        const unnoticed = struck.filter((trial) => noticedBy({ ...trial, fault: '' }).length === 0);
        assert.deepEqual(unnoticed.map(describeTrial), []);
        assert.ok(struck.length > 0);
      });
    });
  }
});

async function tryContract(file: string, oneIn: number): Promise<Tried[]> {
  const { contract, collection, environments } = await generateFrom(file, dirname(readme ?? ''));
  const plan = planTrials(contract);
  let count = 0;
  const repeated = await repeatPerFault(collection as unknown as JsonObject, async (sent) => {
    const chosen = await plan(sent);
    return chosen.filter((fault) => fault === undefined || count++ % oneIn === 0);
  });
  return runTrials(contract, repeated, environments[0] as unknown as JsonObject);
}

function describeTrial({ fault, operation, probe, failed, skipped, errors }: Tried): unknown {
  return { fault: fault?.name, operation, probe, failed, skipped, errors };
}
