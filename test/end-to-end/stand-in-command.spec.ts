import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

interface Run {
  child: ChildProcess;
  output: { stdout: string; stderr: string };
}

function start(...args: string[]): Run {
  const command = [join('scripts', 'start.cjs'), 'stand-in', ...args];
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.on('data', (chunk) => {
      output[name] += chunk;
    });
  }
  return { child, output };
}

async function ended({ child }: Run): Promise<number | null> {
  const [code] = await once(child, 'close');
  return code;
}

/** Runs the command until it says where it listens, then something, then ends it with a signal. */
async function whileItRuns(args: string[], signal: NodeJS.Signals, work: (line: string) => Promise<void>) {
  const run = start(...args);
  const end = ended(run);
  try {
    while (!run.output.stdout.includes('\n')) {
      assert.equal(run.child.exitCode, null, run.output.stderr);
      await Promise.race([once(run.child.stdout ?? run.child, 'data'), end]);
    }
    await work(run.output.stdout);
  } finally {
    run.child.kill(signal);
  }
  return { code: await end, ...run.output };
}

describe('npm run stand-in', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`says in one line where it is and that its key is public, serves, and ends with 0 on ${signal}`, async () => {
      const { code, stdout, stderr } = await whileItRuns(['--port', '0'], signal, async (line) => {
        const [url] = /http:\/\/127\.0\.0\.1:\d+\/v\.1\.0/.exec(line) ?? [];
        const answer = await fetch(`${url}/clients/authorization?apiKey=stand-in-public-key`);
        assert.equal(answer.status, 200);
      });
      assert.match(stdout, /^Nova Post stand-in at \S+; its apiKey stand-in-public-key is public;[^\n]*\n$/);
      assert.equal(stderr, '');
      assert.equal(code, 0);
    });
  }

  it('breaks what it is told to break', async () => {
    const args = ['--port', '0', '--fault', 'login-401', '--fault', 'status-500'];
    const { stdout } = await whileItRuns(args, 'SIGTERM', async (line) => {
      const [url] = /http:\/\/127\.0\.0\.1:\d+\/v\.1\.0/.exec(line) ?? [];
      const answer = await fetch(`${url}/clients/authorization?apiKey=stand-in-public-key`);
      assert.equal(answer.status, 401);
    });
    assert.match(stdout, /, broken by login-401, status-500;/);
  });

  it('explains itself with --help, each fault in a line', async () => {
    const run = start('--help');
    assert.equal(await ended(run), 0);
    assert.match(run.output.stdout, /^npm run stand-in -- /);
    assert.match(run.output.stdout, /^ {2}login-503-twice +the login is unavailable twice, then well$/m);
    assert.equal(run.output.stderr, '');
  });

  const mistakes: [given: string, args: string[], message: RegExp][] = [
    ['an unknown flag', ['--prt', '1'], /'--prt'/],
    ['an argument that is no flag', ['4010'], /'4010'/],
    ['a port that is none', ['--port', 'http'], /"http" is no port.*0 to 65535/],
    ['a port that is too high', ['--port', '65536'], /"65536" is no port/],
    ['a fault without its name', ['--fault'], /--fault/],
    ['an unknown fault', ['--fault', 'login-40'], /"login-40".*did you mean login-401\?.* status-500,/],
  ];
  for (const [given, args, message] of mistakes) {
    it(`ends with 2 and one line for ${given}`, async () => {
      const run = start(...args);
      assert.equal(await ended(run), 2);
      assert.match(run.output.stderr, message);
      assert.match(run.output.stderr, /^[^\n]+\n$/);
      assert.equal(run.output.stdout, '');
    });
  }

  it('ends with 2 and one line when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    try {
      const address = other.address();
      assert.ok(address !== null && typeof address === 'object');
      const run = start('--port', String(address.port));
      assert.equal(await ended(run), 2);
      assert.match(run.output.stderr, new RegExp(`^[^\\n]*port ${address.port} is in use[^\\n]*\\n$`));
    } finally {
      other.close();
    }
  });
});
