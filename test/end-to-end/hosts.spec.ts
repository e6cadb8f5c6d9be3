import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { faults } from '../../scripts/stand-in/faults/faults';
import { novaPost } from '../support/nova-post';
import { PROJECT } from '../support/project';
import { installedProgram, runProgram } from '../support/run-program';
import { protectedCalls, wireOf } from '../support/wire';
import { withStandIn } from '../support/with-stand-in';

const files = [
  'collections/nova-post.postman_collection.json',
  '-e',
  'environments/stand-in.postman_environment.json',
];
/** Commands of the README, by the name of their program, and how they name a folder. */
const hosts: [name: string, program: string, args: string[], folderFlag: string][] = [
  ['newman run', 'newman', ['run', ...files], '--folder'],
  ['postman collection run', 'postman', ['collection', 'run', ...files], '-i'],
];

for (const [name, program, args, folderFlag] of hosts) {
  describe(`${name} on the committed files`, () => {
    const path = installedProgram(program) ?? '';
    before(function () {
      if (path !== '') return;
      console.log(`      skipped: ${program} is not installed`);
      this.skip();
    });

    it('is green on all 42 requests and the probes, with one login that gives a jwt', async () => {
      const { contract } = await novaPost();
      await withStandIn({ contract }, async (standIn) => {
        const { exitCode, output } = await runProgram(path, [...args, '--env-var', `baseUrl=${standIn.url}`]);
        assert.equal(exitCode, 0, output);
        // 42 calls, 3 in Before, 4 lists and 4 deletions in After, 4 look-ups; 7 pages, 7 probes on a limit or with an
        // example, and 4 deletions
        assert.equal(output.match(/\[20[0-4] [A-Z]/g)?.length, 42 + 3 + 8 + 4 + 7 + 7 + 4);
        const wire = wireOf(standIn);
        // the calls, 3 in Before, 17 in After, 4 look-ups; 374 probes but for the 39 that need an expired jwt, and
        // the deletion of what 4 of them create
        const plain = 42 + 3 + 17 + 4;
        assert.equal(wire.length, plain + 374 - 39 + 4);
        assert.equal(new Set(wire.slice(0, plain)).size, 42);
        assert.equal(wire[0], 'login');
        const calls = standIn.requests.slice(0, plain);
        const sent = protectedCalls({ requests: calls }).map(({ headers }) => headers.authorization);
        assert.equal(sent.length, plain - 2);
        assert.deepEqual(standIn.stored()['POST /shipments'], 0);
        assert.equal(new Set(sent).size, 1);
        assert.match(sent[0] ?? '', /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
      });
    });

    it('is green against `npm run stand-in` as it starts by default', async function () {
      if (!(await isFree(4010))) {
        console.log('      skipped: port 4010 is in use');
        return this.skip();
      }
      await withStandInCommand(async () => {
        // one folder is enough: the test above sends all
        const { exitCode, output } = await runProgram(path, [...args, folderFlag, 'Pickups']);
        assert.equal(exitCode, 0, output);
        // the login, 2 look-ups, 1 call in Before, the folder's 8, a list and a deletion in After
        assert.equal(output.match(/\[20[0-4] [A-Z]/g)?.length, 1 + 2 + 1 + 8 + 2);
      });
    });

    it('is red where the stand-in breaks the contract', async () => {
      const { contract } = await novaPost();
      const chosen = faults.filter((fault) => fault.name === 'login-empty-object');
      await withStandIn({ contract, faults: chosen }, async (standIn) => {
        const { exitCode } = await runProgram(path, [...args, '--env-var', `baseUrl=${standIn.url}`]);
        assert.equal(exitCode, 1);
        assert.deepEqual(wireOf(standIn), ['login', 'POST /test-api-keys']);
      });
    });
  });
}

/** Runs something while the command of the stand-in serves, on its default port. */
async function withStandInCommand(use: () => Promise<void>): Promise<void> {
  const command = [join('scripts', 'start.cjs'), 'stand-in'];
  const child: ChildProcess = spawn(process.execPath, command, {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = once(child, 'close');
  try {
    const stdout = child.stdout ?? child;
    const [line] = (await Promise.race([once(stdout, 'data'), end])) as [unknown];
    assert.match(String(line), /at http:\/\/127\.0\.0\.1:4010\/v\.1\.0;/);
    await use();
  } finally {
    child.kill('SIGTERM');
    await end;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const isListening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  if (isListening) await new Promise((resolve) => server.close(resolve));
  return isListening;
}
