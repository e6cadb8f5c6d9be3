import assert from 'node:assert/strict';
import { stableId } from '../../scripts/collection/stable-id';
import type { Operation } from '../../scripts/contract/model';
import type { JsonObject } from '../../scripts/spec/document';
import { jsonOf, jsonReply } from '../../scripts/stand-in/answers/reply';
import type { Fault } from '../../scripts/stand-in/faults/fault';
import { faults } from '../../scripts/stand-in/faults/faults';
import { withOtherScript } from '../support/alter-collection';
import { novaPost } from '../support/nova-post';
import { operationOf, runNovaPost } from '../support/run-nova-post';
import { withStandIn } from '../support/with-stand-in';
import { lifeCycleTable } from './life-cycle-table';

interface Shown {
  /** `PUT /registry/{id}/rename: is refused`, each once. */
  failed: string[];
  exit: number;
}

describe('the kill table of life cycles', () => {
  for (const { fault, folder, strikes, failed } of lifeCycleTable) {
    it(`${fault}: noticed in ${folder}`, async () => {
      assert.deepEqual(await show(named(fault), folder, { strikes }), { failed, exit: 1 });
    });
  }

  it('has a list that goes on showing what was deleted', async () => {
    const failed = [`GET /registry: ${gone}`];
    assert.deepEqual(await show(showsDeleted(), 'Registers', {}), { failed, exit: 1 });
  });
});

const gone = 'no longer lists what was deleted';

/** A kind of check taken out of the scripts: then nothing in the folder notices the fault. */
const losses: [
  check: string,
  from: string,
  to: string,
  fault: () => Fault,
  folder: string,
  strikes?: string,
][] = [
  [
    'lists what was created',
    'item === undefined\n      ? `promises the',
    'false\n      ? `promises the',
    () => named('list-leaves-out'),
    'Registers',
  ],
  [
    'reads back as sent',
    "verdict('reads back as sent', readBackProblem(item, fields))",
    "verdict('reads back as sent', undefined)",
    () => named('loses-changes'),
    'Registers',
  ],
  [
    'no longer lists what was deleted',
    'isThere\n      ? `promises to list',
    'false\n      ? `promises to list',
    showsDeleted,
    'Registers',
  ],
  [
    'lists only what was asked for',
    "for', strayProblem(items, asked))",
    "for', undefined)",
    () => named('list-ignores-filter'),
    'Shipments',
    'GET /shipments',
  ],
  [
    'counts what it lists',
    "problems.length > 0 ? problems.join('; ') : undefined);\n}",
    'undefined);\n}',
    () => named('list-counts-wrong'),
    'Registers',
  ],
  [
    'gives what later requests need',
    'missingProblem(contract.missing)',
    'undefined',
    () => named('makes-no-id'),
    'Registers',
    'POST /registry',
  ],
  [
    'is refused, after a deletion',
    'else if (outcome !== undefined) {',
    'else if (outcome === null) {',
    () => named('deletes-twice'),
    'Registers',
  ],
];

describe('each kind of check of the life cycles is needed: without it nothing notices', () => {
  for (const [check, from, to, faultOf, folder, strikes] of losses) {
    it(check, async () => {
      const whole = await show(faultOf(), folder, { strikes });
      assert.deepEqual(
        [...new Set(whole.failed.map((line) => line.replace(/^.*?: /, '')))],
        [check.replace(/, .*/, '')],
      );
      assert.equal(whole.exit, 1);
      const alter = (collection: JsonObject) => withOtherScript(collection, from, to);
      assert.deepEqual(await show(faultOf(), folder, { strikes, alter }), { failed: [], exit: 0 });
    });
  }
});

async function show(
  fault: Fault,
  folder: string,
  { strikes, alter }: { strikes?: string | undefined; alter?: (collection: JsonObject) => JsonObject },
): Promise<Shown> {
  const { contract } = await novaPost();
  const faultFor = (_: unknown, { key }: Operation) =>
    strikes === undefined || strikes === key ? fault : undefined;
  return withStandIn({ contract, faultFor }, async (standIn) => {
    const { record, verdict } = await runNovaPost(standIn, {
      folders: [stableId('nova-post', 'folder', folder)],
      ...(alter && { alter }),
    });
    const failed = record.requests.flatMap((request) =>
      (request.attempts.at(-1)?.checks ?? [])
        .filter(({ result }) => result === 'failed')
        .map(({ name }) => `${operationOf(request)}: ${name}`),
    );
    return { failed: [...new Set(failed)], exit: verdict.exitCode };
  });
}

function named(name: string): Fault {
  const fault = faults.find((each) => each.name === name);
  assert.ok(fault, name);
  return fault;
}

/** The last answer of the list that had something in it, over and over: it agrees with itself. */
function showsDeleted(): Fault {
  let shown: JsonObject | undefined;
  return {
    name: 'shows-deleted',
    breaks: 'lists what is deleted',
    concerns: ({ key }) => key === 'GET /registry',
    spoil(reply) {
      const page = jsonOf(reply) as JsonObject;
      if (page.total !== 0) shown = page;
      return page.total === 0 && shown !== undefined ? jsonReply(reply.status, shown) : reply;
    },
  };
}
