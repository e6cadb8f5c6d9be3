import assert from 'node:assert/strict';
import { cpSync, mkdirSync } from 'node:fs';
import { leftOutProbes } from '../../scripts/collection/probes/left-out-probes';
import { coverageOf } from '../../scripts/run/coverage/coverage-of';
import { runNewman } from '../../scripts/run/newman/run-newman';
import { mergeRecords } from '../../scripts/run/reports/merge-records';
import type { RunRecord, Shard } from '../../scripts/run/run-record';
import { verdictOf } from '../../scripts/run/verdict/verdict';
import { check, lastLine, ok, useWorkplace } from '../support/contract-workplace';
import { jsonReportProblems } from '../support/json-report-problems';
import { novaPost } from '../support/nova-post';
import { folder, request } from '../support/postman-parts';
import { runCommand } from '../support/run-command';
import { withValues } from '../support/run-nova-post';
import { withStandIn } from '../support/with-stand-in';

describe('shards of a run', () => {
  it('merged are equal to one whole run: requests, checks, coverage and verdict', async function () {
    this.timeout(600_000); // two whole runs
    const { contract } = await novaPost();
    const whole = await runOnItsOwn();
    const shards: RunRecord[] = [];
    for (const index of [1, 2, 3]) shards.push(await runOnItsOwn({ index, of: 3 }));
    const sizes = shards.map(({ requests }) => requests.length);
    assert.ok(Math.max(...sizes) - Math.min(...sizes) < 5, sizes.join());

    const merged = mergeRecords(shards);
    assert.deepEqual(linesOf(merged), linesOf(whole));
    const coverage = (record: RunRecord) => coverageOf(record, contract, leftOutProbes(contract));
    assert.deepEqual(coverage(merged), coverage(whole));
    assert.deepEqual(verdictOf(merged), verdictOf(whole));
    assert.deepEqual(merged.leftBehind, []);
  });

  describe('npm run merge-reports', () => {
    const { path, read, runAgainstServer, write } = useWorkplace();
    const broken = request('broken', { test: check });
    const shard = async (index: number, ...items: ReturnType<typeof folder>[]) => {
      await runAgainstServer(items, '--shard', `${index}/2`, '--report-dir', `shard-${index}`);
    };
    const merge = (...args: string[]) => runCommand('merge-reports', args, { cwd: path('.') });

    it('ends as one run would have, and writes its reports', async () => {
      const items = [folder('A', ok), folder('B', broken)];
      await shard(1, ...items);
      await shard(2, ...items);
      assert.deepEqual(jsonReportProblems(JSON.parse(read('shard-2/contract-run.json'))), []);
      const result = await merge('shard-1', 'shard-2', '--out', 'merged');
      const last = 'Broken: 1 check failed, first B / broken (GET /broken): status is 200';
      assert.equal(lastLine(result.stdout), last, result.stderr);
      assert.equal(result.exitCode, 1);
      const { verdict, requests } = JSON.parse(read('merged/contract-run.json'));
      assert.equal(verdict.lines.at(-1), last);
      assert.deepEqual(
        requests.map(({ name }: { name: string }) => name),
        ['ok', 'broken'],
      );
      assert.match(read('merged/contract-run.junit.xml'), /<testsuites name="Small collection" tests="2"/);
    });

    it('ends with 2 where a shard is missing, and where a folder holds no report', async () => {
      await shard(1, folder('A', ok), folder('B', broken));
      mkdirSync(path('odd'));
      const report = JSON.parse(read('shard-1/contract-run.json'));
      write('odd/contract-run.json', { ...report, requests: [null] });
      mkdirSync(path('empty'));
      cpSync(path('env.json'), path('empty/contract-run.json'));
      const lasts: [string[], string][] = [
        [['shard-1'], 'Not tested: shard 2/2 is missing'],
        [['shard-1', 'shard-1'], 'Not tested: shard 1/2 is there twice'],
        [['shard-1', 'none'], 'Not tested: none/contract-run.json: there is no such file'],
        [['shard-1', 'empty'], 'Not tested: empty/contract-run.json: this is no report of a run, version 1'],
        [
          ['odd'],
          'Not tested: odd/contract-run.json: this is no report of a run, version 1: /requests/0 must be object',
        ],
      ];
      for (const [folders, last] of lasts) {
        const result = await merge(...folders, '--out', 'merged');
        assert.equal(lastLine(result.stdout), last, result.stderr);
        assert.equal(result.exitCode, 2);
      }
    });
  });
});

/** The project's collection, against a stand-in that nobody else uses. */
async function runOnItsOwn(shard?: Shard): Promise<RunRecord> {
  const { contract, collection, environment } = await novaPost();
  return withStandIn({ contract }, ({ url: baseUrl, expiredJwt }) =>
    runNewman({
      collection,
      environment: withValues(environment('stand-in'), { baseUrl, expiredJwt }),
      folders: [],
      shard,
      colour: false,
      write: () => {},
    }),
  );
}

/** Folder and name, status, and each check with its result. */
function linesOf({ requests }: RunRecord): string[] {
  return requests.map(({ folder: around, name, attempts }) => {
    const judged = attempts.flatMap(({ status, checks }) => [
      `${status}`,
      ...checks.map((each) => `${each.name}: ${each.result}`),
    ]);
    return [...around, name, ...judged].join(' | ');
  });
}
