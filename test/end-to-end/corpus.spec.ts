import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import Ajv from 'ajv';
import type { PostmanItem } from '../../scripts/collection/postman';
import { planContract } from '../../scripts/collection/probes/plan-contract';
import { findContractProblems } from '../../scripts/contract/findings/find-contract-problems';
import { readContract } from '../../scripts/contract/read-contract';
import type { Checks } from '../../scripts/postman/script-data';
import { itemsOf, probesOf } from '../support/build-document';
import { findCorpus, type Promised, promisesOf } from '../support/corpus';
import { type Generated, generateFrom } from '../support/generated';
import { readProjectFile } from '../support/project';
import { operationOf } from '../support/wire-run';

const corpus = findCorpus();

describe('public contracts', () => {
  if (corpus === undefined) {
    it('are beside the project (skipped: there is no folder ../shared/corpus)');
    return;
  }
  const { folder, files } = corpus;
  for (const file of files) {
    describe(file, () => {
      let generated: Generated;
      let promises: Promised[];
      before(async () => {
        generated = await generateFrom(file, folder);
        promises = promisesOf(folder, file);
      });

      it("becomes a collection that satisfies Postman's schema, and environments", () => {
        const schema = JSON.parse(readProjectFile('test/fixtures/postman-collection-2.1.0.schema.json'));
        const validate = new Ajv({ strict: false }).compile(schema);
        assert.ok(validate(generated.collection), JSON.stringify(validate.errors?.slice(0, 3)));
        assert.ok(generated.environments.length > 0);
      });

      it('is told of with file and line only', async () => {
        const { document } = await readContract({ spec: file, cwd: folder });
        for (const { file, line } of [...generated.warnings, ...findContractProblems(document)]) {
          assert.ok(file !== undefined && line !== undefined);
        }
      });

      it('has a request for each of its operations, once', () => {
        const keys = itemsOf(generated.collection).map(operationOf);
        assert.deepEqual(keys.sort(), promises.map(({ key }) => key).sort());
      });

      it('has each documented answer checked: status, media type, body and headers', () => {
        const checks = checksByOperation(generated);
        for (const promised of promises) assertChecks(checks.get(promised.key), promised);
      });

      it('has each documented answer saved with its request', () => {
        const saved = new Map(
          itemsOf(generated.collection).map((item) => [operationOf(item), item.response]),
        );
        for (const { key, answers } of promises) {
          for (const status of Object.keys(answers)) {
            const isThere = saved
              .get(key)
              ?.some(({ name }) => name === status || name.startsWith(`${status} `));
            assert.ok(isThere, `${key} ${status}`);
          }
        }
      });

      it('has what a request needs left out by a probe, where that has to be refused', () => {
        const probes = probeLines(generated);
        for (const { key, required, refusesInput, sharesUrl } of promises) {
          if (!refusesInput || sharesUrl || required.length === 0) continue;
          assert.ok(
            required.some((place) => probes.includes(`${key} missing-parameter ${place}`)),
            `${key}: ${required}`,
          );
        }
      });

      it('has a probe, or a reason why there is none, for each of its operations', () => {
        const { probes, leftOut } = planContract(generated.contract);
        const told = new Set(leftOut.map(({ operation }) => operation));
        for (const { key } of promises) assert.ok(told.has(key) || (probes.get(key) ?? []).length > 0, key);
      });
    });
  }
});

function checksByOperation({ collection }: Generated): Map<string, Checks> {
  return new Map(
    itemsOf(collection).map((item) => {
      const checks = checksOf(item);
      return [checks.operation, checks];
    }),
  );
}

/** What a request's own test script is called with. */
function checksOf({ event }: PostmanItem): Checks {
  const calls: Checks[] = [];
  const contract = { check: (_pm: unknown, checks: Checks) => calls.push(checks) };
  runInNewContext(event.flatMap(({ script }) => script.exec).join('\n'), { contract, pm: {} });
  const [checks] = calls;
  assert.ok(checks !== undefined && calls.length === 1);
  return checks;
}

function assertChecks(checks: Checks | undefined, { key, answers, headers, sharesUrl }: Promised): void {
  assert.ok(checks !== undefined, key);
  if (!sharesUrl) assert.deepEqual(Object.keys(checks.answers).sort(), Object.keys(answers).sort(), key);
  for (const [status, types] of Object.entries(answers)) {
    const checked: Record<string, unknown> | undefined = checks.answers[status];
    assert.ok(checked !== undefined, `${key} ${status}`);
    for (const [type, isSaid] of Object.entries(types)) {
      const schema: unknown = checked[type];
      assert.ok(schema !== undefined, `${key} ${status} ${type}`);
      // of what is no JSON nothing but its type is checked
      if (isSaid && /[/+]json\b/.test(type))
        assert.equal(typeof schema, 'object', `${key} ${status} ${type}`);
    }
    const named: string[] = Object.keys(checks.headers?.[status] ?? {}).map((name) => name.toLowerCase());
    if (!sharesUrl) assert.deepEqual(named.sort(), headers[status] ?? [], `${key} ${status}`);
  }
}

/** `GET /a missing-parameter query limit` */
function probeLines({ collection }: Generated): string[] {
  return probesOf(collection).map(({ folder, probe }) => {
    const [, key] = /^Contract: `([^`]+)`/m.exec(folder.description ?? '') ?? [];
    const [, kind, place] = /^Probe: `([^`]+)` at `([^`]+)`/m.exec(probe.request.description ?? '') ?? [];
    return `${key} ${kind} ${place}`;
  });
}
