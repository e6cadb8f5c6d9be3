import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { artefactText } from '../../scripts/collection/files/artefacts';
import type { PostmanCollection, PostmanItem } from '../../scripts/collection/postman';
import { runNewman } from '../../scripts/run/newman/run-newman';
import type { JsonObject } from '../../scripts/spec/document';
import type { StandIn } from '../../scripts/stand-in/start-stand-in';
import { itemsOf, withoutProbes } from '../support/build-document';
import { findCorpus, onStandIn, promisesOf } from '../support/corpus';
import { type Generated, generateFrom } from '../support/generated';
import { installedProgram, runProgram } from '../support/run-program';
import { withScratchFolder } from '../support/scratch-folder';
import { withStandIn } from '../support/with-stand-in';

const corpus = findCorpus();
const postman = installedProgram('postman');
/** Above so many operations, newman without the probes has to do: all of it takes minutes, and is for `CORPUS=all`. */
const MANY = 100;
const isWhole = (operations: number) => operations <= MANY || process.env.CORPUS === 'all';

describe('public contracts in their hosts, against a stand-in that is built from them', function () {
  this.timeout(600_000);
  if (corpus === undefined) {
    it('(skipped: there is no folder ../shared/corpus)');
    return;
  }
  const { folder, files } = corpus;
  for (const file of files) {
    describe(file, () => {
      let generated: Generated;
      before(async () => {
        generated = await generateFrom(file, folder);
      });

      it('newman is green, and makes every check of every request', () =>
        onItsStandIn(generated, async (standIn) => {
          const { collection, environment } = whatRuns(generated, standIn);
          const record = await runNewman({
            collection,
            environment,
            folders: [],
            colour: false,
            write: () => {},
          });
          const broken = record.requests.flatMap(({ name, attempts }) => {
            const [attempt, ...others] = attempts;
            const isWell =
              attempt?.sent === true &&
              others.length === 0 &&
              attempt.scriptErrors.length === 0 &&
              attempt.checks.length > 0 &&
              attempt.checks.every(({ result }) => result === 'passed');
            return isWell ? [] : [{ name, attempts }];
          });
          assert.deepEqual(broken, []);
          const plain = new Map(
            record.requests
              .filter(({ tests }) => tests?.probe === undefined)
              .map(({ tests, attempts }) => [
                tests?.operation,
                attempts[0]?.checks.map(({ name }) => name) ?? [],
              ]),
          );
          for (const { key, answers } of promisesOf(folder, file)) {
            const checks = plain.get(key) ?? [];
            assert.ok(checks.includes('status is documented and a success'), key);
            const success = Object.entries(answers).find(([status]) => /^2/.test(status))?.[1] ?? {};
            const isSaid = Object.entries(success).every(([type, said]) => said && /[/+]json\b/.test(type));
            if (isSaid && Object.keys(success).length > 0) {
              assert.ok(checks.includes('body satisfies its schema'), `${key}: ${checks}`);
            }
          }
        }));

      it('the Postman CLI is green', async function () {
        if (postman === undefined) return skip(this, 'the Postman CLI is not installed');
        if (!isWhole(generated.contract.operations.length)) return skip(this, 'only with CORPUS=all');
        await onItsStandIn(generated, (standIn) => {
          const { collection, environment } = whatRuns(generated, standIn);
          const texts = { 'c.json': JSON.stringify(collection), 'e.json': JSON.stringify(environment) };
          return withScratchFolder(texts, async (scratch) => {
            const args = ['collection', 'run', 'c.json', '-e', 'e.json'];
            const { exitCode, output } = await runProgram(postman, args, scratch);
            assert.equal(exitCode, 0, output.slice(-5_000));
            assert.ok(standIn.requests.length >= itemsOf(generated.collection).length);
          });
        });
      });

      it('the Postman CLI migrates each of its requests, and has nothing to say about them', async function () {
        if (postman === undefined) return skip(this, 'the Postman CLI is not installed');
        await withScratchFolder(
          { 'c.json': generated.artefacts.slice(0, 1).map(artefactText).join('') },
          async (scratch) => {
            const migrated = await runProgram(
              postman,
              ['collection', 'migrate', 'c.json', '-o', 'new'],
              scratch,
            );
            assert.equal(migrated.exitCode, 0, migrated.output);
            const written = readdirSync(join(scratch, 'new'), { recursive: true, encoding: 'utf8' });
            const requests = written.filter((name) => name.endsWith('.request.yaml'));
            assert.equal(requests.length, countRequests(generated.collection));
            const lint = await runProgram(postman, ['collection', 'lint', 'new', '-f', 'warning'], scratch);
            assert.match(lint.output, /No issues found/);
            assert.equal(lint.exitCode, 0, lint.output);
          },
        );
      });
    });
  }
});

function onItsStandIn<T>({ contract }: Generated, use: (standIn: StandIn) => Promise<T>): Promise<T> {
  return withStandIn({ contract }, use);
}

function whatRuns({ collection, environments, contract }: Generated, { url }: StandIn) {
  const [environment] = environments;
  assert.ok(environment);
  const all = isWhole(contract.operations.length) ? collection : withoutProbes(collection);
  return {
    collection: all as unknown as JsonObject,
    environment: onStandIn(environment, url) as unknown as JsonObject,
  };
}

function countRequests({ item }: { item: (PostmanCollection['item'][number] | PostmanItem)[] }): number {
  return item.reduce((sum, entry) => sum + ('item' in entry ? countRequests(entry) : 1), 0);
}

function skip(context: Mocha.Context, reason: string): void {
  console.log(`      skipped: ${reason}`);
  context.skip();
}
