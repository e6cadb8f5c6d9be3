import assert from 'node:assert/strict';
import { stableId } from '../../scripts/collection/stable-id';
import type { Operation } from '../../scripts/contract/model';
import type { Fault } from '../../scripts/stand-in/faults/fault';
import { faults } from '../../scripts/stand-in/faults/faults';
import { novaPost } from '../support/nova-post';
import { type Outcome, runNovaPost } from '../support/run-nova-post';
import { withStandIn } from '../support/with-stand-in';

const folders = ['Shipments', 'Registers', 'Pickups', 'Webhooks'].map((name) =>
  stableId('nova-post', 'folder', name),
);

/** What brings a cycle to its middle: the fault strikes what comes then. */
const beginning = [
  'GET /divisions',
  'POST /shipments',
  'POST /registry',
  'POST /pickups',
  'POST /tracking-push/subscribers',
];

/** Under these a deletion is refused or gets no answer, and the server keeps what it has. */
const forbidDeletion = [
  'status-500',
  'redirect-to-login',
  'unavailable-503',
  'closes-connection',
  'resets-connection',
  'breaks-off',
  'refuses-every-jwt',
];

describe('a fault that is switched on in the middle of a life cycle', () => {
  // Each fault in one cycle, in turn; all of them in each cycle take some minutes.
  const everywhere = process.env.EVERY_LIFE_CYCLE !== undefined;
  for (const [index, fault] of faults.entries()) {
    const chosen = everywhere ? folders : folders.slice(index % 4, (index % 4) + 1);
    it(`${fault.name}: nothing stays, or it is listed`, async () => {
      for (const folder of chosen) await holdTo(fault, folder);
    });
  }
});

async function holdTo(fault: Fault, folder: string): Promise<void> {
  const { outcome, stored } = await runWith(fault, folder);
  const listed = (outcome.record.leftBehind ?? []).map(({ id }) => id);
  if (fault.name === 'keeps-deleted') {
    // the server says that it is gone; the requests after the deletion see that it is not
    assert.equal(outcome.verdict.exitCode, 1);
    return;
  }
  assert.deepEqual(
    stored.filter((id) => !listed.includes(id)),
    [],
  );
  if (!forbidDeletion.includes(fault.name)) return assert.deepEqual(stored, []);
  if (fault.name === 'breaks-off') return; // a 204 has nothing to break off
  assert.notDeepEqual(stored, []);
  assert.notEqual(outcome.verdict.exitCode, 0);
}

async function runWith(fault: Fault, folder: string): Promise<{ outcome: Outcome; stored: string[] }> {
  const { contract } = await novaPost();
  const faultFor = (_: unknown, { key }: Operation) => (beginning.includes(key) ? undefined : fault);
  return withStandIn({ contract, faultFor }, async (standIn) => {
    const outcome = await runNovaPost(standIn, { folders: [folder] });
    const kinds = Object.keys(standIn.stored());
    const stored = kinds.flatMap((kind) => standIn.store.objects(kind).map(({ id }) => id));
    return { outcome, stored };
  });
}
