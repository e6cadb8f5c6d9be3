import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Contract, Operation } from '../../../scripts/contract/model';
import { readContract } from '../../../scripts/contract/read-contract';
import { createSchemaCheck, type SchemaCheck } from '../../../scripts/stand-in/schema-check';
import type { StandIn } from '../../../scripts/stand-in/start-stand-in';
import { logIn, withStandIn } from '../../support/with-stand-in';

const root = join(__dirname, '..', '..', '..');

/** A request for an operation out of the contract's own samples. */
function sampleRequest(standIn: StandIn, operation: Operation, jwt?: string): Request {
  const url = new URL(standIn.url);
  const headers: Record<string, string> = jwt === undefined ? {} : { Authorization: jwt };
  let path = operation.path;
  for (const { in: place, name, sample } of operation.parameters) {
    if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(String(sample)));
    if (place === 'header') headers[name] = String(sample);
    if (place === 'query') {
      for (const value of [sample].flat()) {
        url.searchParams.append(name, name === 'apiKey' ? 'stand-in-public-key' : String(value));
      }
    }
  }
  url.pathname += path;
  const [media] = operation.requestBody?.content ?? [];
  if (media === undefined) return new Request(url, { method: operation.method, headers });
  headers['Content-Type'] = media.type;
  return new Request(url, { method: operation.method, headers, body: JSON.stringify(media.sample) });
}

/** Checks an answer against what the contract documents for its status; gives back the status. */
async function keptStatus(operation: Operation, answer: Response, check: SchemaCheck): Promise<number> {
  const documented = operation.responses.find(({ status }) => status === String(answer.status));
  const body = Buffer.from(await answer.arrayBuffer());
  const type = answer.headers.get('content-type');
  const media = documented?.content[0];
  assert.ok(documented, `${operation.key}: ${answer.status} is not documented`);
  assert.equal(type, media?.type ?? null, operation.key);
  assert.equal(body.length > 0, media !== undefined, operation.key);
  if (media?.type === 'application/json') {
    assert.deepEqual(check(media.schema ?? true, JSON.parse(body.toString())), [], operation.key);
  }
  if (media?.type === 'application/pdf') assert.equal(body.subarray(0, 5).toString(), '%PDF-');
  return answer.status;
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

  it('answers all 42 operations with their documented success, to the samples of the contract', async () => {
    await withStandIn({ contract }, async (standIn) => {
      const jwt = await logIn(standIn, 'stand-in-public-key');
      const statuses: number[] = [];
      for (const operation of contract.operations) {
        const answer = await fetch(sampleRequest(standIn, operation, jwt));
        statuses.push(await keptStatus(operation, answer, check));
      }
      assert.equal(statuses.length, 42);
      const count = (status: number) => statuses.filter((answered) => answered === status).length;
      assert.deepEqual([count(200), count(201), count(202), count(204)], [36, 4, 1, 1]);
    });
  });

  it('answers 401 in the documented shape to the 40 protected operations without a jwt', async () => {
    await withStandIn({ contract }, async (standIn) => {
      let refused = 0;
      for (const operation of contract.operations) {
        const status = await keptStatus(operation, await fetch(sampleRequest(standIn, operation)), check);
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
        const request = new Request(sampleRequest(standIn, operation, jwt), { body: '{"unfinished":' });
        const status = await keptStatus(operation, await fetch(request), check);
        assert.equal(status, operation.key === 'POST /test-api-keys' ? 400 : 422, operation.key);
      }
    });
  });
});
