import assert from 'node:assert/strict';
import { faults } from '../../scripts/stand-in/faults/faults';
import { novaPost } from '../support/nova-post';
import { checksOf, runNovaPost } from '../support/run-nova-post';
import { seeded } from '../support/seeded';
import { withStandIn } from '../support/with-stand-in';
import { killTable, login, pdf, type Row, telling } from './kill-table';

interface Showing {
  /** Checks that do not pass, by the operations that the fault strikes. */
  noticed: Record<string, string[]>;
  /** Operations that it does not strike, and whose checks fail all the same. */
  alarms: string[];
  exit: number;
  logins: number;
}

/** What runs over these operations show of a fault: what one breaks is not what another lacks. */
async function showEach(fault: string, runs: readonly (readonly string[])[]): Promise<Showing> {
  const shown: Showing[] = [];
  for (const operations of runs) shown.push(await show(fault, operations));
  return {
    noticed: Object.assign({}, ...shown.map(({ noticed }) => noticed)),
    alarms: shown.flatMap(({ alarms }) => alarms),
    exit: Math.max(...shown.map(({ exit }) => exit)),
    logins: Math.max(...shown.map(({ logins }) => logins)),
  };
}

/** What a run over these operations shows of a fault. */
async function show(fault: string, operations: readonly string[]): Promise<Showing> {
  const { contract } = await novaPost();
  const chosen = faults.filter(({ name }) => name === fault);
  const { fork, values } = await seeded(contract);
  const store = fork();
  return withStandIn({ contract, faults: chosen, storeFor: () => store }, async (standIn) => {
    const { record, verdict } = await runNovaPost(standIn, { operations, values });
    const wire = standIn.requests.map(({ operation = '', faults: [struck] }) => ({ operation, struck }));
    const isStruck = (operation: string) =>
      wire.some((request) => request.operation === operation && request.struck === fault);
    const notPassed = checksOf(record, ['failed', 'skipped']);
    const struck = [...new Set(wire.map(({ operation }) => operation))].filter(isStruck);
    return {
      noticed: Object.fromEntries(struck.map((operation) => [operation, notPassed[operation] ?? []])),
      alarms: Object.keys(checksOf(record, ['failed'])).filter((operation) => !isStruck(operation)),
      exit: verdict.exitCode,
      logins: wire.filter(({ operation }) => operation === login).length,
    };
  });
}

function expected(rows: readonly Row[]): Showing {
  const noticed = rows.flatMap(({ strikes, noticedBy }) =>
    strikes.map((operation): [string, string[]] => [operation, noticedBy === '' ? [] : [noticedBy]]),
  );
  return {
    noticed: Object.fromEntries(noticed),
    alarms: [],
    exit: Math.max(...rows.map(({ exit }) => exit)),
    logins: Math.max(...rows.map(({ logins }) => logins)),
  };
}

describe('the kill table', () => {
  it('has faults of the stand-in only', () => {
    // the others need a probe, a request of their own, or a time limit: `fault-table.spec.ts`
    const known = faults.map(({ name }) => name);
    assert.deepEqual(
      killTable.map(({ fault }) => fault).filter((fault) => !known.includes(fault)),
      [],
    );
  });

  it('ends with 0 where nothing is broken', async () => {
    assert.deepEqual(await show('none', telling), { noticed: {}, alarms: [], exit: 0, logins: 1 });
  });

  for (const { name, breaks } of faults) {
    const rows = killTable.filter(({ fault }) => fault === name);
    if (rows.length === 0) continue;
    it(`${name}: ${breaks}`, async () => {
      assert.deepEqual(
        await showEach(name, [telling.filter((key) => key !== pdf), [login, pdf]]),
        expected(rows),
      );
    });
  }
});

/** Operations whose success has no JSON body. */
const withoutJson = [
  'GET /shipments/print',
  'GET /shipments/{shipmentNumber}/attachments/{fileId}',
  'DELETE /tracking-push/subscribers/{id}',
];

describe('each of the 42 operations', () => {
  for (const [fault, check, spared] of [
    ['undocumented-status', 'status is documented', [login]],
    ['wrong-type', 'body satisfies its schema', [login, ...withoutJson]],
  ] as const) {
    it(`notices ${fault}, but for ${spared.length}`, async () => {
      const { contract } = await novaPost();
      const operations = contract.operations.map(({ key }) => key);
      const { noticed, alarms } = await showEach(
        fault,
        operations.map((key) => [key]),
      );
      const struck = operations.filter((key) => !spared.includes(key as never));
      assert.deepEqual(Object.keys(noticed).sort(), struck.sort());
      for (const [operation, checks] of Object.entries(noticed)) {
        // the shape of this answer is open: only one that is no object at all breaks it, and that has no id
        const isRoot = fault === 'wrong-type' && operation === 'POST /shipments/light-return';
        const lacks = isRoot ? ['gives what later requests need'] : [];
        assert.deepEqual(checks, [check, ...lacks], operation);
      }
      assert.deepEqual(alarms, []);
    });
  }
});
