import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PROJECT = join(__dirname, '..', '..');

describe('node scripts/start.cjs', () => {
  it('does what ts-node does, whether or not it has kept anything', () => {
    const byTsNode = run('-r', 'ts-node/register/transpile-only', 'scripts/generate.ts', '--check');
    for (let time = 0; time < 2; time += 1) {
      assert.deepEqual(run('scripts/start.cjs', 'generate', '--check'), byTsNode);
    }
    assert.equal(byTsNode.status, 0);
  });

  for (const command of ['contract', 'stand-in']) {
    it(`starts ${command}, whether or not it has kept anything`, () => {
      const byTsNode = run('-r', 'ts-node/register/transpile-only', `scripts/${command}.ts`, '--help');
      for (let time = 0; time < 2; time += 1) {
        assert.deepEqual(run('scripts/start.cjs', command, '--help'), byTsNode);
      }
      assert.equal(byTsNode.status, 0);
    });
  }

  it('runs the checks of the contract as ts-node does', () => {
    const { status, stdout } = run(
      'scripts/start.cjs',
      'contract',
      '--folder',
      'Dictionaries',
      '--no-probes',
    );
    assert.equal(status, 0);
    assert.match(stdout, /Kept: \d+ checks? passed/);
  });

  it('hands on arguments and exit codes', () => {
    const { status, stderr } = run('scripts/start.cjs', 'generate', '--no-such-flag');
    assert.equal(status, 2);
    assert.match(stderr, /^error USAGE: .*no-such-flag/);
  });
});

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { INIT_CWD: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: PROJECT,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
