import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SITUATIONS, type Situation, SPEC } from '../support/bad-input';
import { contentOf, timesOf } from '../support/folder-content';
import { type CommandResult, runCommand } from '../support/run-command';

/** As many processes at a time: each is busy with compiling for most of its life. */
const AT_ONCE = 4;

interface Outcome extends CommandResult {
  before: object;
  after: object;
}

describe('npm run generate: bad input ends with 2, one line, and nothing written', () => {
  const outcomes = new Map<string, Outcome>();
  let scratch: string;

  before(async function () {
    this.timeout(120_000);
    scratch = mkdtempSync(join(tmpdir(), 'generate-'));
    const good = join(scratch, 'good');
    mkdirSync(good);
    writeFileSync(join(good, 'spec.yaml'), SPEC);
    const made = await runCommand('generate', ['--spec', 'spec.yaml', '--out', 'good'], { cwd: good });
    assert.equal(made.exitCode, 0, made.stderr);
    const waiting = SITUATIONS.map((situation, index) => ({
      situation,
      folder: join(scratch, String(index)),
    }));
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        outcomes.set(next.situation.it, await outcomeOf(next.situation, good, next.folder));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  });
  after(() => rmSync(scratch, { recursive: true }));

  for (const { it: title, code, place, says } of SITUATIONS) {
    it(title, () => {
      const { exitCode, stdout, stderr, before, after } = outcomes.get(title) ?? assert.fail('was not run');
      assert.deepEqual([exitCode, stdout], [2, '']);
      const [line = '', ...others] = stderr.trimEnd().split('\n');
      assert.deepEqual(others, []);
      const start = `error ${[code, place].filter((part) => part !== undefined).join(' ')}: `;
      assert.equal(line.slice(0, start.length), start);
      assert.match(line.slice(start.length), says);
      assert.deepEqual(after, before);
    });
  }
});

/** Runs a situation in a folder of its own, in which a good `out` stands from an earlier run. */
async function outcomeOf({ files = {}, args }: Situation, good: string, folder: string): Promise<Outcome> {
  cpSync(good, folder, { recursive: true });
  cpSync(join(good, 'good'), join(folder, 'out'), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const look = () => ({ content: contentOf(folder), times: timesOf(folder) });
  const before = look();
  const result = await runCommand('generate', args, { cwd: folder });
  return { ...result, before, after: look() };
}
