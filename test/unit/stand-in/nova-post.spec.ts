import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Contract, Operation } from '../../../scripts/contract/model';
import { readContract } from '../../../scripts/contract/read-contract';
import type { JsonValue } from '../../../scripts/spec/document';
import { createSchemaCheck, type SchemaCheck } from '../../../scripts/stand-in/requests/schema-check';
import { createLiveSamples } from '../../support/live-samples';
import { seedStore } from '../../support/seed-store';
import { logIn, withStandIn } from '../../support/with-stand-in';

const root = join(__dirname, '..', '..', '..');

interface Seen {
  status: number;
  /** Of a JSON answer. */
  value: JsonValue;
}

/** Checks an answer against what the contract documents for its status. */
async function keptAnswer(operation: Operation, answer: Response, check: SchemaCheck): Promise<Seen> {
  const documented = operation.responses.find(({ status }) => status === String(answer.status));
  const body = Buffer.from(await answer.arrayBuffer());
  const type = answer.headers.get('content-type');
  const media = documented?.content[0];
  assert.ok(documented, `${operation.key}: ${answer.status} is not documented`);
  assert.equal(type, media?.type ?? null, operation.key);
  assert.equal(body.length > 0, media !== undefined, operation.key);
  const value: JsonValue = media?.type === 'application/json' ? JSON.parse(body.toString()) : null;
  if (media?.type === 'application/json') {
    assert.deepEqual(check(media.schema ?? true, value), [], operation.key);
  }
  if (media?.type === 'application/pdf') assert.equal(body.subarray(0, 5).toString(), '%PDF-');
  return { status: answer.status, value };
}

describe('the stand-in of the Nova Post contract', () => {
  let contract: Contract;
  let check: SchemaCheck;
  before(async () => {
    const spec = 'spec/nova-post.openapi.yaml';
    const profile = 'spec/nova-post.profile.yaml';
    contract = (await readContract({ spec, profile, cwd: root })).contract;
    check = createSchemaCheck(contract.definitions.response);
  });

  it('answers all 42 operations with their documented success, to samples with live ids', async () => {
    await withStandIn({ contract }, async (standIn) => {
      const jwt = await logIn(standIn, 'stand-in-public-key');
      const samples = createLiveSamples(contract);
      const statuses: number[] = [];
      for (const operation of samples.inOrder) {
        const answer = await fetch(samples.request(standIn, operation, jwt));
        const { status, value } = await keptAnswer(operation, answer, check);
        samples.keep(operation, value);
        statuses.push(status);
      }
      assert.equal(statuses.length, 42);
      const count = (status: number) => statuses.filter((answered) => answered === status).length;
      assert.deepEqual([count(200), count(201), count(202), count(204)], [36, 4, 1, 1]);
    });
  });

  it('has a store that a test can fill: what is kept lives, what is deleted is gone', async () => {
    await withStandIn({ contract }, async (standIn) => {
      const jwt = await logIn(standIn, 'stand-in-public-key');
      const { kept, deleted } = await seedStore(standIn, contract, jwt);
      assert.deepEqual(Object.keys(deleted).sort(), [
        'deletedPickupId',
        'deletedPickupVersion',
        'deletedRegistryId',
        'deletedShipmentId',
        'deletedShipmentNumber',
        'deletedSubscriberId',
      ]);
      // light returns are shipments
      assert.deepEqual(standIn.stored(), {
        'POST /shipments': 4,
        'POST /registry': 2,
        'POST /pickups': 2,
        'POST /tracking-push/subscribers': 2,
      });
      const headers = { Authorization: jwt };
      const print = async (number: unknown) =>
        (await fetch(`${standIn.url}/shipments/print?numbers[]=${number}`, { headers })).status;
      assert.equal(await print(kept.shipmentNumber), 200);
      assert.equal(await print(deleted.deletedShipmentNumber), 404);
    });
  });

  it('answers 401 in the documented shape to the 40 protected operations without a jwt', async () => {
    await withStandIn({ contract }, async (standIn) => {
      let refused = 0;
      for (const operation of contract.operations) {
        const answer = await fetch(createLiveSamples(contract).request(standIn, operation));
        const { status } = await keptAnswer(operation, answer, check);
        if (status === 401) refused += 1;
      }
      assert.equal(refused, 40);
    });
  });

  const refusals: [given: string, target: string, status: number, body: unknown][] = [
    [
      'a number that is none',
      '/divisions?limit=many',
      422,
      { errors: { '': 'query parameter limit: must be integer' } },
    ],
    [
      'a missing parameter',
      '/shipments/international/status?refs[]=1',
      400,
      { message: 'query parameter state: is required' },
    ],
  ];
  for (const [given, target, status, body] of refusals) {
    it(`answers ${given} with ${status} in the shape of that operation`, async () => {
      await withStandIn({ contract }, async (standIn) => {
        const headers = { Authorization: await logIn(standIn, 'stand-in-public-key') };
        const answer = await fetch(`${standIn.url}${target}`, { headers });
        assert.equal(answer.status, status);
        assert.deepEqual(await answer.json(), body);
      });
    });
  }

  it('answers every body that is no JSON with a documented refusal', async () => {
    await withStandIn({ contract }, async (standIn) => {
      const jwt = await logIn(standIn, 'stand-in-public-key');
      for (const operation of contract.operations.filter(({ requestBody }) => requestBody !== undefined)) {
        const request = new Request(createLiveSamples(contract).request(standIn, operation, jwt), {
          body: '{"unfinished":',
        });
        const { status } = await keptAnswer(operation, await fetch(request), check);
        assert.equal(status, operation.key === 'POST /test-api-keys' ? 400 : 422, operation.key);
      }
    });
  });
});
