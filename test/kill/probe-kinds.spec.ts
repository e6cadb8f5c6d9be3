import assert from 'node:assert/strict';
import type { Contract } from '../../scripts/contract/model';
import type { JsonObject } from '../../scripts/spec/document';
import { faults } from '../../scripts/stand-in/faults/faults';
import { withOtherScript } from '../support/alter-collection';
import { noticedBy } from '../support/fault-table';
import { generateFrom } from '../support/generated';
import { novaPost } from '../support/nova-post';
import { repeatPerFault } from '../support/repeat-per-fault';
import { runTrials } from '../support/run-trials';
import { withScratchFolder } from '../support/scratch-folder';

interface Api {
  contract: Contract;
  collection: JsonObject;
  environment: JsonObject;
}

/** A kind of check taken out of the scripts; a fault that it alone notices, or of which it tells most. */
interface Loss {
  kind: string;
  edit: [from: string, to: string];
  fault: string;
  /** Sends the fault's request: a probe of this kind, or a plain call of the small contract. */
  probe: string | undefined;
  whole: string[];
  left: string[];
}

const isJudged: Loss['edit'] = ['else if (outcome !== undefined) {', 'else if (outcome === null) {'];
const headers: Loss['edit'] = [
  "as documented', headersProblem(pm, code, promised, namedSchemas(checks))",
  "as documented', undefined",
];

const losses: Loss[] = [
  loss('is refused', isJudged, 'takes-expired-jwt', 'expired-jwt', ['is refused'], []),
  loss('is accepted', isJudged, 'refuses-examples', 'example', ['is accepted'], []),
  loss('is no success', isJudged, 'takes-other-method', 'other-method', ['is no success'], []),
  loss(
    'finding',
    ["if (outcome === 'finding') pm.test.skip(finding);", "if (outcome === 'finding') {}"],
    'takes-out-of-bounds',
    'out-of-bounds',
    ['finding'],
    [],
  ),
  loss(
    'counts what it lists',
    ["problems.length > 0 ? problems.join('; ') : undefined);\n}", 'undefined);\n}'],
    'ignores-page',
    'paging',
    ['counts what it lists'],
    [],
  ),
  loss(
    'gives no jwt',
    ['givenProblem(answer, probe.noJwtAt)', 'undefined'],
    'takes-wrong-key',
    'wrong-key',
    ['gives no jwt', 'is refused'],
    ['is refused'],
  ),
  loss(
    'status of a refusal',
    ['needsNoDocument ? undefined : undocumentedProblem(pm, known, checks)', 'undefined'],
    'refusal-undocumented-status',
    'no-jwt',
    ['status is documented'],
    [],
  ),
  loss(
    'headers that must be there',
    headers,
    'missing-headers',
    undefined,
    ['headers are as documented'],
    [],
  ),
  loss('headers by their schema', headers, 'wrong-headers', undefined, ['headers are as documented'], []),
  loss(
    'time limit',
    ['timeProblem(pm, timeLimit)', 'undefined'],
    'too-slow',
    undefined,
    ['answer comes in time'],
    [],
  ),
];

describe('each kind of check of probes, headers and time is needed', () => {
  for (const { kind, edit, fault, probe, whole, left } of losses) {
    it(`${kind}: ${fault}`, async () => {
      const api = await (probe === undefined ? smallApi() : realApi());
      const [from, to] = edit;
      const altered = { ...api, collection: withOtherScript(api.collection, from, to) };
      assert.deepEqual(await noticedIn(api, fault, probe), whole);
      assert.deepEqual(await noticedIn(altered, fault, probe), left);
    });
  }
});

/** What the first request of this kind shows of the fault. */
async function noticedIn(
  { contract, collection, environment }: Api,
  name: string,
  probe: string | undefined,
) {
  const fault = faults.find((each) => each.name === name);
  let count = 0;
  const repeated = await repeatPerFault(collection, async (sent) =>
    sent.probe?.kind === probe && count++ === 0 ? [fault] : [],
  );
  const [trial] = await runTrials(contract, repeated, environment);
  assert.ok(trial?.struck);
  return noticedBy({ ...trial, fault: name });
}

async function realApi(): Promise<Api> {
  const { contract, collection, environment } = await novaPost();
  return { contract, collection, environment: environment('stand-in') };
}

/** One operation whose answer has headers and must come soon. */
function smallApi(): Promise<Api> {
  const json = (schema: unknown) => ({ content: { 'application/json': { schema } } });
  const spec = {
    openapi: '3.0.3',
    info: { title: 'Counted parcels', version: '1' },
    servers: [{ url: 'https://parcels.example.test' }],
    paths: {
      '/parcels': {
        get: {
          responses: {
            200: {
              description: 'All of them',
              headers: { 'X-Count': { required: true, schema: { type: 'integer', minimum: 0 } } },
              ...json({ type: 'object' }),
            },
          },
        },
      },
    },
  };
  const files = { 'spec.json': JSON.stringify(spec), 'profile.yaml': 'timeLimit: 200\n' };
  return withScratchFolder(files, async (folder) => {
    const { contract, collection, environments } = await generateFrom('spec.json', folder, 'profile.yaml');
    const [environment] = environments;
    return {
      contract,
      collection: collection as unknown as JsonObject,
      environment: environment as unknown as JsonObject,
    };
  });
}

function loss(
  kind: string,
  edit: Loss['edit'],
  fault: string,
  probe: string | undefined,
  whole: string[],
  left: string[],
): Loss {
  return { kind, edit, fault, probe, whole, left };
}
