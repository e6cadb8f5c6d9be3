import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../support/run-command';
import { withScratchFolder } from '../support/scratch-folder';
import { SMALL } from '../support/small-files';

const SERVERS = 'servers:\n  - url: https://api.example.test/v1\n';
/** A schema on line 15, to which no operation leads. */
const ODD = `${SMALL}${SERVERS}components:\n  schemas:\n    Left: {}\n`;
/** A pattern that is none is told as a warning, as ever. */
const WARNED = `${SMALL}          content: { application/json: { schema: { type: string, pattern: '[' } } }\n${SERVERS}`;

const FINDING =
  'UNREACHABLE spec.yaml:15 #/components/schemas/Left: no operation leads to the schema Left. Hint: refer to it, or take it out.\n';

const generate = (text: string, ...flags: string[]) =>
  withScratchFolder({ 'spec.yaml': text }, async (folder) => {
    const result = await runCommand('generate', ['--spec', 'spec.yaml', '--out', 'out', ...flags], {
      cwd: folder,
    });
    return { ...result, wrote: existsSync(join(folder, 'out')) };
  });

describe('npm run generate, and what is odd in a contract', () => {
  it('lists it under a heading of its own and goes on', async () => {
    const { exitCode, stderr, wrote } = await generate(ODD);
    assert.deepEqual([exitCode, wrote], [0, true]);
    assert.equal(stderr, `1 finding about the contract itself:\nfinding ${FINDING}`);
  });

  it('refuses the contract under --strict, and writes nothing', async () => {
    const { exitCode, stdout, stderr, wrote } = await generate(ODD, '--strict');
    assert.deepEqual([exitCode, stdout, wrote], [2, '', false]);
    assert.equal(
      stderr,
      `1 finding about the contract itself, errors under --strict: nothing is written:\nerror ${FINDING}`,
    );
  });

  it('takes a contract with warnings only under --strict', async () => {
    const { exitCode, stderr, wrote } = await generate(WARNED, '--strict');
    assert.deepEqual([exitCode, wrote], [0, true]);
    assert.match(stderr, /^(warning [^\n]*\n)+$/);
  });

  it("finds nothing in the project's own contract", async () => {
    await withScratchFolder({}, async (folder) => {
      const { exitCode, stderr } = await runCommand('generate', ['--out', 'out', '--strict'], {
        cwd: folder,
      });
      assert.equal(exitCode, 0);
      assert.doesNotMatch(stderr, /finding/);
    });
  });
});
