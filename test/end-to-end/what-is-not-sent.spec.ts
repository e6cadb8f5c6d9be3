import assert from 'node:assert/strict';
import { selectRequests } from '../../scripts/run/select-requests';
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
          assert.deepEqual(wire.filter(isWrite), []);
          const name = hostOf(hosts[host]);
          assertSkipped(record, {
            [testKey]: [
              `not tested: ${testKey} is for the sandbox only, and ${name} is ${plays}: change baseUrl`,
            ],
            ...skipped(`this writes, and ${name} is ${plays}: set allowWrites to ${name} to send it`),
          });
          assert.match(
            verdict.lines.at(-1) ?? '',
            /^Kept: \d+ checks passed on \d+ requests; \d+ requests skipped$/,
          );
          assert.equal(verdict.exitCode, 0);
        }));
    }

    it(`to ${host}: with allowWrites of its name, writes go; a key is never asked for`, () =>
      withThreeHosts(async (hosts) => {
        const { record, wire } = await runOn(hosts, host, hostOf(hosts[host]));
        assert.deepEqual([...new Set(wire.filter(isWrite))].sort(), [...writes].sort());
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
  it('writes nothing as it ships, says what to set, and is kept', () =>
    withThreeHosts(async (hosts) => {
      const { record, verdict, wire } = await runOn(hosts, 'sandbox', 'false');
      assert.deepEqual(wire.filter(isWrite), []);
      assertSkipped(record, {
        [testKey]: ['not tested: a run does not spend the key of the day: send this request by itself'],
        ...skipped('this writes: set the variable allowWrites to true to send it'),
      });
      assert.match(
        verdict.lines.at(-1) ?? '',
        /^Kept: \d+ checks passed on \d+ requests; \d+ requests skipped$/,
      );
      assert.equal(verdict.exitCode, 0);
    }));

  it('writes with allowWrites true, and asks for no key in a run', () =>
    withThreeHosts(async (hosts) => {
      const { wire } = await runOn(hosts, 'sandbox', 'true');
      assert.deepEqual([...new Set(wire.filter(isWrite))].sort(), [...writes].sort());
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

/** Besides these only reads are skipped, for want of an id that a write would have given. */
function assertSkipped(record: Parameters<typeof checksOf>[0], expected: Record<string, string[]>): void {
  const shown = checksOf(record, ['skipped']);
  for (const [operation, checks] of Object.entries(expected)) assert.deepEqual(shown[operation], checks);
  for (const [operation, checks] of Object.entries(shown)) {
    if (expected[operation] === undefined) assert.match(checks.join(), /^not tested: /);
  }
}

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
