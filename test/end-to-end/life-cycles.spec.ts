import assert from 'node:assert/strict';
import type { StandIn } from '../../scripts/stand-in/start-stand-in';
import { novaPost } from '../support/nova-post';
import { checksOf, type Outcome, runNovaPost } from '../support/run-nova-post';
import { withStandIn } from '../support/with-stand-in';

/** Tag folders whose requests create something. */
const cycles = ['Shipments', 'Registers', 'Pickups', 'Webhooks'];

const nothing = {
  'POST /shipments': 0,
  'POST /registry': 0,
  'POST /pickups': 0,
  'POST /tracking-push/subscribers': 0,
};

describe('a run of the life cycles', () => {
  it('calls 42 of 42 operations with live data, sees every documented success, and leaves nothing behind', async () => {
    const { contract } = await novaPost();
    await withStandIn({ contract }, async (standIn) => {
      const { record, verdict } = await runNovaPost(standIn, { noProbes: true });
      assert.equal(verdict.exitCode, 0, verdict.lines.join('\n'));
      assert.deepEqual(checksOf(record, ['failed', 'skipped']), {});
      const seen = new Set(standIn.requests.map(({ operation, status }) => `${operation} ${status}`));
      const promised = contract.operations.flatMap(({ key, responses }) =>
        responses.filter(({ status }) => status.startsWith('2')).map(({ status }) => `${key} ${status}`),
      );
      assert.equal(new Set(promised.map((line) => line.replace(/ \d+$/, ''))).size, 42);
      assert.deepEqual(
        promised.filter((line) => !seen.has(line)),
        [],
      );
      assert.deepEqual(standIn.stored(), nothing);
      assert.deepEqual(record.leftBehind, []);
    });
  });

  it('sends each call of the registers in the order in which it has what it needs', async () => {
    assert.deepEqual(await callsOf('Registers'), [
      'GET /divisions 200',
      'GET /divisions 200',
      'POST /shipments 201',
      'POST /registry 200',
      'PUT /registry/{id}/rename 200',
      'GET /registry 200',
      'DELETE /registry/{id}/shipments 200',
      'POST /registry/{id}/shipments 200',
      'DELETE /registry/{id} 200',
      // after its deletion
      'PUT /registry/{id}/rename 404',
      'GET /registry 200',
      'DELETE /registry/{id} 404',
      'DELETE /shipments/{id} 200',
    ]);
  });

  for (const folder of cycles) {
    it(`is complete in ${folder} alone`, async () => {
      await runFolders([folder], (standIn, { record, verdict }) => {
        assert.equal(verdict.exitCode, 0, verdict.lines.join('\n'));
        assert.deepEqual(checksOf(record, ['failed', 'skipped']), {});
        assert.deepEqual(standIn.stored(), nothing);
      });
    });
  }

  it('looks up the divisions of sender and recipient once, and sends what it finds', async () => {
    await runFolders(['Shipments', 'Registers'], (standIn) => {
      const lookUps = standIn.requests.filter(({ operation }) => operation === 'GET /divisions');
      assert.deepEqual(
        lookUps.map(({ queryString }) => new URLSearchParams(queryString).get('countryCodes[]')),
        ['PL', 'CZ'],
      );
      const bodies = standIn.requests
        .filter(({ operation }) => operation === 'POST /shipments')
        .map(({ body }) => JSON.parse(body));
      assert.deepEqual(
        bodies.map(({ sender, recipient }) => [sender.countryCode, recipient.countryCode]),
        [
          ['PL', 'CZ'],
          ['PL', 'CZ'],
        ],
      );
      for (const { sender, recipient } of bodies) {
        assert.ok(Number.isInteger(sender.divisionId) && Number.isInteger(recipient.divisionId));
        assert.notEqual(sender.divisionId, recipient.divisionId);
      }
    });
  });

  it('asks for a pickup on a day that is still to come', async () => {
    await runFolders(['Pickups'], (standIn) => {
      const [pickup] = standIn.requests
        .filter(({ operation }) => operation === 'POST /pickups')
        .map(({ body }) => JSON.parse(body));
      const from = new Date(pickup.pickedTimeFrom);
      assert.match(pickup.pickedTimeFrom, /^20\d\d-\d\d-\d\dT10:00:00\.000000Z$/);
      assert.ok(from.getTime() > Date.now(), `${pickup.pickedTimeFrom} is over`);
      assert.ok(![0, 6].includes(from.getUTCDay()), `${pickup.pickedTimeFrom} is a weekend`);
    });
  });

  it('does not disturb another run at the same time', async () => {
    const { contract } = await novaPost();
    await withStandIn({ contract }, async (standIn) => {
      const runs = await Promise.all([
        runNovaPost(standIn, { folders: cycles }),
        runNovaPost(standIn, { folders: cycles }),
      ]);
      for (const { record, verdict } of runs) {
        assert.equal(verdict.exitCode, 0, verdict.lines.join('\n'));
        assert.deepEqual(checksOf(record, ['failed', 'skipped']), {});
      }
      assert.deepEqual(standIn.stored(), nothing);
    });
  });

  it('writes nothing where writing is not allowed, and says of reads that they had only an example', async () => {
    const { contract } = await novaPost();
    await withStandIn({ contract }, async (standIn) => {
      const { record, verdict } = await runNovaPost(standIn, {
        folders: cycles,
        values: { allowWrites: 'false' },
      });
      assert.equal(verdict.exitCode, 0, verdict.lines.join('\n'));
      assert.deepEqual(
        standIn.requests.filter(({ method, operation }) => method !== 'GET' && operation !== undefined),
        [],
      );
      assert.deepEqual(checksOf(record, ['failed']), {});
      assert.deepEqual(checksOf(record, ['skipped'])['GET /shipments/print'], [
        "not tested: shipmentNumber is only the contract's example, and the answer is 404: send POST /shipments first",
      ]);
    });
  });
});

async function runFolders(
  folders: string[],
  look: (standIn: StandIn, outcome: Outcome) => void,
): Promise<void> {
  const { contract } = await novaPost();
  await withStandIn({ contract }, async (standIn) => {
    look(standIn, await runNovaPost(standIn, { folders }));
  });
}

/** What arrived from a folder alone, without the login. */
async function callsOf(folder: string): Promise<string[]> {
  let calls: string[] = [];
  await runFolders([folder], (standIn) => {
    calls = standIn.requests.map(({ operation, status }) => `${operation} ${status}`);
  });
  return calls.filter((call) => !call.startsWith('GET /clients/authorization'));
}
