import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Coverage } from '../../scripts/run/coverage/coverage';
import { novaPost } from '../support/nova-post';
import { type CommandResult, runCommand } from '../support/run-command';
import { withScratchFolder } from '../support/scratch-folder';

const files = ['contract-run.json', 'contract-coverage.json', 'contract-coverage.html'] as const;

describe("npm run contract, on the project's own collection", () => {
  let result: CommandResult;
  let coverage: Coverage;
  let texts: Record<(typeof files)[number], string>;

  before(async () => {
    await withScratchFolder({}, async (cwd) => {
      const args = ['--folder', 'Authorization', '--no-probes', '--report-dir', 'reports'];
      result = await runCommand('contract', args, { cwd });
      const read = (name: string) => readFileSync(join(cwd, 'reports', name), 'utf8');
      texts = Object.fromEntries(files.map((name) => [name, read(name)])) as typeof texts;
      coverage = JSON.parse(texts['contract-coverage.json']);
    });
  });

  it('shows what was tested of the contract above the verdict', async () => {
    const { contract } = await novaPost();
    const lines = result.stdout.trimEnd().split('\n');
    const covered = lines.filter((line) => line.startsWith('coverage: '));
    assert.match(covered[0] ?? '', new RegExp(`^coverage: operations +2 of +${contract.operations.length} `));
    assert.equal(lines.indexOf(covered.at(-1) ?? ''), lines.length - 2);
    assert.match(lines.at(-1) ?? '', /^Kept: /);
    assert.equal(result.exitCode, 0);
  });

  it('covers every operation of the contract, with what the run sent', async () => {
    const { contract } = await novaPost();
    assert.deepEqual(
      coverage.operations.map(({ key }) => key),
      contract.operations.map(({ key }) => key),
    );
    const of = (key: string) => coverage.operations.find((operation) => operation.key === key);
    assert.deepEqual(of('GET /clients/authorization')?.call, { state: 'answered', status: 200 });
    assert.deepEqual(of('GET /clients/authorization')?.parameters, [
      { place: 'query apiKey', required: true, sent: true, probed: [] },
    ]);
    assert.deepEqual(of('POST /test-api-keys')?.fields, [
      { place: 'body /phone', required: true, sent: true, probed: [] },
    ]);
    assert.equal(of('GET /divisions')?.call.state, 'not in the run');
  });

  it('gives a reason for each status that was not seen', () => {
    const statuses = coverage.operations.flatMap((operation) => operation.statuses);
    const silent = statuses.filter(({ seen, reason }) => !seen && reason === '');
    assert.deepEqual(silent, []);
  });

  it('writes a page that needs nothing else, with the same verdict', () => {
    const page = texts['contract-coverage.html'];
    const last = result.stdout.trimEnd().split('\n').at(-1) ?? '';
    assert.ok(page.includes(`<p class="verdict kept">${last}</p>`));
    assert.doesNotMatch(page, /<script|<link|<img|src=|url\(/i);
    assert.doesNotMatch(Object.values(texts).join(''), /stand-in-public-key/);
  });
});
