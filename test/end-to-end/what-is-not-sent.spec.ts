import assert from 'node:assert/strict';
import { selectRequests } from '../../scripts/run/selection/select-requests';
import { checksOf, runNovaPost } from '../support/run-nova-post';
import { runInNewman } from '../support/script-host-run';
import { hostOf, type ThreeHosts, withThreeHosts } from '../support/three-hosts';
import { wireOf } from '../support/wire';

const apiKey = 'stand-in-public-key';
const phone = '490000000000';
const testKey = 'POST /test-api-keys';

/** Every operation that creates, changes or deletes something, by hand. */
const writes = [
  'POST /shipments',
  'POST /shipments/light-return',
  'PUT /shipments/{id}',
  'DELETE /shipments/{id}',
  'POST /shipments/uploads/{id}',
  'POST /registry',
  'POST /registry/{id}/shipments',
  'DELETE /registry/{id}/shipments',
  'PUT /registry/{id}/rename',
  'DELETE /registry/{id}',
  'POST /pickups',
  'PUT /pickups/{id}',
  'DELETE /pickups/{id}',
  'POST /pickups/{id}/shipments',
  'DELETE /pickups/{id}/shipments',
  'PUT /pickups/{id}/status',
  'POST /tracking-push/subscribers',
  'PUT /tracking-push/subscribers/{id}',
  'DELETE /tracking-push/subscribers/{id}',
  'POST /tracking-push/subscribers/{id}/numbers',
  'DELETE /tracking-push/subscribers/{id}/numbers',
  'POST /tracking-push/subscribers/test-webhook',
];

/** In the order of the folders, with what creates in Before and what clears up in After. */
const written = [
  'POST /shipments',
  'POST /shipments/light-return',
  'PUT /shipments/{id}',
  'POST /shipments/uploads/{id}',
  'DELETE /shipments/{id}',
  'DELETE /shipments/{id}',
  'POST /shipments',
  'POST /registry',
  'PUT /registry/{id}/rename',
  'DELETE /registry/{id}/shipments',
  'POST /registry/{id}/shipments',
  'DELETE /registry/{id}',
  'DELETE /shipments/{id}',
  'POST /shipments',
  'POST /pickups',
  'PUT /pickups/{id}',
  'POST /pickups/{id}/shipments',
  'PUT /pickups/{id}/status',
  'DELETE /pickups/{id}/shipments',
  'DELETE /pickups/{id}',
  'DELETE /shipments/{id}',
  'POST /shipments',
  'POST /tracking-push/subscribers',
  'POST /tracking-push/subscribers/test-webhook',
  'PUT /tracking-push/subscribers/{id}',
  'POST /tracking-push/subscribers/{id}/numbers',
  'DELETE /tracking-push/subscribers/{id}/numbers',
  'DELETE /tracking-push/subscribers/{id}',
  'DELETE /shipments/{id}',
];

const onExample =
  "not tested: shipmentNumber is only the contract's example, and the answer is 404: send POST /shipments first";
const notDelivered = 'not tested: the proof of delivery is there once the shipment is delivered';
const notDeleted = 'not tested: nothing was deleted that this could be tried on';

/** Reads that say nothing where nothing was written: with the contract's ids, and after a deletion. */
const skippedReads = {
  'GET /shipments/international/status': [
    'not tested: only shipments from Ukraine to other countries have this status',
  ],
  'GET /shipments/print': [onExample],
  'GET /shipments/tracking/history': [onExample],
  'GET /shipments/tracking': [onExample],
  'GET /shipments/{shipmentNumber}/attachments': [notDelivered],
  'GET /shipments/{shipmentNumber}/attachments/{fileId}': [notDelivered],
  'GET /shipments': [notDeleted],
  'GET /registry': [notDeleted],
  'GET /pickups': [notDeleted],
  'GET /tracking-push/subscribers': [notDeleted],
};

/** 19 calls, two look-ups for a price, and the list after a deletion that takes no id. */
const reads = 19 + 2 + 1;
/** 53 requests but for the one for a key, and four look-ups. */
const all = 53 - 1 + 4;

/** The sandbox's environment, its baseUrl changed to another host, and what that host is. */
const changed = [
  ['production', 'production'],
  ['unknown', 'a host that the contract does not know'],
] as const;

describe('the sandbox environment with its baseUrl changed', () => {
  for (const [host, plays] of changed) {
    const settings: [string, (hosts: ThreeHosts) => string][] = [
      ['true', () => 'true'],
      ['empty', () => ''],
      ['the name of another host', ({ sandbox }) => hostOf(sandbox)],
    ];
    for (const [title, allowWrites] of settings) {
      it(`to ${host}: with allowWrites ${title}, nothing is written`, () =>
        withThreeHosts(async (hosts) => {
          const { record, verdict, wire } = await runOn(hosts, host, allowWrites(hosts));
          assert.equal(wire.length, reads);
          assert.deepEqual(wire.filter(isWrite), []);
          const name = hostOf(hosts[host]);
          assert.deepEqual(checksOf(record, ['skipped']), {
            [testKey]: [
              `not tested: ${testKey} is for the sandbox only, and ${name} is ${plays}: change baseUrl`,
            ],
            ...skippedReads,
            ...skipped(`this writes, and ${name} is ${plays}: set allowWrites to ${name} to send it`),
          });
          assert.match(
            verdict.lines.at(-1) ?? '',
            /^Kept: \d+ checks passed on 20 requests; 33 requests skipped$/,
          );
          assert.equal(verdict.exitCode, 0);
        }));
    }

    it(`to ${host}: with allowWrites of its name, writes go; a key is never asked for`, () =>
      withThreeHosts(async (hosts) => {
        const { record, wire } = await runOn(hosts, host, hostOf(hosts[host]));
        assert.equal(wire.length, all);
        assert.deepEqual(wire.filter(isWrite), written);
        assert.deepEqual(Object.keys(checksOf(record, ['skipped'])), [testKey]);
      }));

    it(`to ${host}: a key is not asked for by itself either`, () =>
      withThreeHosts(async (hosts) => {
        const values = { baseUrl: hosts[host].url, apiKey, phone, allowWrites: hostOf(hosts[host]) };
        const { outcomes } = await sendAlone(hosts, values);
        assert.deepEqual(hosts[host].requests, []);
        assert.match(
          outcomes.join(),
          /^Create or renew a sandbox API key: skipped \(.* is for the sandbox only/,
        );
      }));
  }
});

describe('the sandbox environment', () => {
  it('writes nothing with allowWrites false, says what to set, and is kept', () =>
    withThreeHosts(async (hosts) => {
      const { record, verdict, wire } = await runOn(hosts, 'sandbox', 'false');
      assert.equal(wire.length, reads);
      assert.deepEqual(wire.filter(isWrite), []);
      assert.deepEqual(checksOf(record, ['skipped']), {
        [testKey]: ['not tested: a run does not spend the key of the day: send this request by itself'],
        ...skippedReads,
        ...skipped('this writes: set the variable allowWrites to true to send it'),
      });
      assert.match(
        verdict.lines.at(-1) ?? '',
        /^Kept: \d+ checks passed on 20 requests; 33 requests skipped$/,
      );
      assert.equal(verdict.exitCode, 0);
    }));

  it('writes with allowWrites true, and asks for no key in a run', () =>
    withThreeHosts(async (hosts) => {
      const { wire } = await runOn(hosts, 'sandbox', 'true');
      assert.equal(wire.length, all);
      assert.deepEqual(wire.filter(isWrite), written);
    }));

  it('gets its apiKey from the request for one, sent alone', () =>
    withThreeHosts(async (hosts) => {
      const values = { baseUrl: hosts.sandbox.url, apiKey: 'an-old-key', phone: '490000000001' };
      const { outcomes, environment } = await sendAlone(hosts, values);
      assert.deepEqual(outcomes, ['Create or renew a sandbox API key: kept']);
      assert.deepEqual(wireOf(hosts.sandbox), [testKey]);
      assert.equal(hosts.sandbox.requests[0]?.body.replace(/\s/g, ''), '{"phone":"490000000001"}');
      assert.equal(environment.apiKey, 'STAND-IN-TEST-KEY-1');
    }));
});

function isWrite(operation: string): boolean {
  return writes.includes(operation) || operation === testKey;
}

function skipped(reason: string): Record<string, string[]> {
  return Object.fromEntries(writes.map((operation) => [operation, [`not tested: ${reason}`]]));
}

/** Runs everything in the sandbox's environment; no host but the one that is meant hears of it. */
async function runOn(hosts: ThreeHosts, host: 'sandbox' | 'production' | 'unknown', allowWrites: string) {
  const values = { apiKey, phone, allowWrites };
  const outcome = await runNovaPost(hosts[host], { api: hosts.api, env: 'sandbox', noProbes: true, values });
  const others = [hosts.sandbox, hosts.production, hosts.unknown].filter((other) => other !== hosts[host]);
  assert.ok(others.every(({ requests }) => requests.length === 0));
  return { ...outcome, wire: wireOf(hosts[host]) };
}

/** Sends the request for a key and no other, as a person does. */
function sendAlone({ api }: ThreeHosts, environment: Record<string, string>) {
  const { collection } = selectRequests(api.collection, ['Create or renew a sandbox API key']);
  return runInNewman({ collection, environment });
}
