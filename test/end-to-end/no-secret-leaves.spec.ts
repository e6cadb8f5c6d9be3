import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { echoServer } from '../support/echo-server';
import { leakyCollection, leakySecrets } from '../support/leaky-collection';
import { leakyRuns } from '../support/leaky-runs';
import { withLoopbackServer } from '../support/loopback-server';
import { environment } from '../support/postman-parts';
import { PROJECT } from '../support/project';
import { runCommand } from '../support/run-command';
import { searchSecrets } from '../support/search-secrets';

const { apiKey, phone, expiredJwt, jwt, password } = leakySecrets;
const reporters = ['-r', 'cli,json,junit,progress,emojitrain,htmlextra,dump'];
const options = [
  ...['--reporter-dump-export', 'dump.txt', '--reporter-htmlextra-export', 'html/report.html'],
  ...[
    '--reporter-htmlextra-logs',
    '--reporter-htmlextra-showEnvironmentData',
    '--reporter-json-export',
    'all.json',
  ],
];

describe('a run of which no secret leaves', () => {
  let at: string;
  beforeEach(() => {
    at = mkdtempSync(join(tmpdir(), 'no-secret-leaves-'));
    for (const folder of ['tmp', 'home', 'node_modules/newman-reporter-dump']) {
      mkdirSync(join(at, folder), { recursive: true });
    }
    cpSync(
      join(PROJECT, 'test/fixtures/newman-reporter-dump.js'),
      join(at, 'node_modules/newman-reporter-dump/index.js'),
    );
    writeFileSync(join(at, 'collection.json'), JSON.stringify(leakyCollection));
  });
  afterEach(() => rmSync(at, { recursive: true }));

  for (const { goes, folder, args = [], exitCode, says, kill } of leakyRuns) {
    it(`goes ${goes}`, async () => {
      const seen = new Map<string, string>();
      const result = await run(folder, args, (child, path) => {
        if (existsSync(`/proc/${child.pid}/cmdline`)) {
          seen.set('arguments', readFileSync(`/proc/${child.pid}/cmdline`, 'utf8'));
        }
        if (path === '/hang' && kill !== undefined) child.kill(kill);
      });
      assert.match(result.stdout.trimEnd().split('\n').at(-1) ?? '', says);
      assert.equal(result.exitCode, exitCode, result.stderr);
      for (const name of ['stdout', 'stderr'] as const) seen.set(name, result[name]);
      assertSealed(new Map([...seen, ...filesAt(at)]), [
        ...[
          'dump.txt',
          'html/report.html',
          'all.json',
          'reports/contract-run.json',
          'reports/contract-run.junit.xml',
        ],
        ...['stdout', ...(process.platform === 'linux' ? ['arguments'] : [])],
      ]);
    });
  }

  it('ends at once at the second SIGINT', async () => {
    const result = await run('interrupted', [], (child, path) => {
      if (path !== '/hang') return;
      child.kill('SIGINT');
      child.kill('SIGINT');
    });
    assertSealed(new Map([['stdout', result.stdout], ['stderr', result.stderr], ...filesAt(at)]), [
      'dump.txt',
    ]);
  });

  it('ends with a crash of the process around it', async () => {
    writeFileSync(
      join(at, 'crash.js'),
      `const key = process.env.NOVAPOST_API_KEY;
      const timer = setInterval(() => {
        if (process.stdout.write.name !== 'value') return; // newman does not run yet
        clearInterval(timer);
        throw new Error('crashed with ' + key);
      }, 5);`,
    );
    const result = await run('interrupted', [], () => {}, {
      NODE_OPTIONS: `--require ${join(at, 'crash.js')}`,
    });
    assert.match(result.stdout, /\nNot tested: Error: crashed with \*\*\* \(and 2 more\)\n$/);
    assert.equal(result.exitCode, 2);
    assertSealed(new Map([['stdout', result.stdout], ['stderr', result.stderr], ...filesAt(at)]), ['stdout']);
  });

  it('is one that plain newman does not give: the search finds what leaves there', async () => {
    const seen = new Map<string, string>();
    await withServer(
      () => child,
      (path) => {
        if (path === '/login') seen.set('arguments', readFileSync(`/proc/${child?.pid}/cmdline`, 'utf8'));
      },
      async (baseUrl) => {
        writeFileSync(join(at, 'plain.json'), JSON.stringify(environment({ baseUrl, phone, expiredJwt })));
        const script = [
          require.resolve('newman/bin/newman.js'),
          'run',
          'collection.json',
          '-e',
          'plain.json',
        ];
        const args = [
          '--env-var',
          `apiKey=${apiKey}`,
          '--folder',
          'failing',
          '--export-environment',
          'exported.json',
        ];
        child = spawn(
          process.execPath,
          [...script, ...args, ...reporters, ...options, '--reporter-junit-export', 'junit.xml'],
          {
            cwd: at,
            env: { ...process.env, NODE_PATH: join(at, 'node_modules') },
            stdio: ['ignore', 'pipe', 'ignore'],
          },
        );
        let text = '';
        child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        await once(child, 'close');
        seen.set('stdout', text);
      },
    );
    for (const [name, text] of filesAt(at)) seen.set(name, text);
    const found = Object.fromEntries(
      [...seen].map(([name, text]) => [
        name,
        [...new Set(searchSecrets(text, leakySecrets).map((each) => each.name))].sort(),
      ]),
    );
    const all = ['apiKey', 'expiredJwt', 'jwt', 'password', 'phone', 'signature'];
    if (process.platform === 'linux') assert.deepEqual(found.arguments, ['apiKey']);
    for (const name of ['stdout', 'all.json', 'dump.txt', 'html/report.html', 'exported.json']) {
      assert.deepEqual(found[name], all, name);
    }
    // that one shows no urls
    assert.deepEqual(
      found['junit.xml'],
      all.filter((name) => name !== 'password'),
    );
    const bytes = searchSecrets(seen.get('all.json') ?? '', { jwt }).map(({ spelling }) => spelling);
    assert.ok(bytes.includes('bytes'), 'the json report has the jwt as a list of bytes');
  });

  let child: ChildProcess | undefined;

  function withServer<T>(
    of: () => ChildProcess | undefined,
    onRequest: (path: string, child: ChildProcess) => void,
    use: (baseUrl: string) => Promise<T>,
  ): Promise<T> {
    const answer = echoServer({
      jwt,
      onRequest(path) {
        const sender = of();
        if (sender !== undefined) onRequest(path, sender);
      },
    });
    return withLoopbackServer(answer, (baseUrl) => use(baseUrl.replace('//', `//me:${password}@`)));
  }

  /** Runs a folder with every reporter. Key and phone come from the process's variables. */
  function run(
    folder: string,
    args: string[],
    onRequest: (child: ChildProcess, path: string) => void,
    env: Record<string, string> = {},
  ) {
    return withServer(
      () => child,
      (path, sender) => onRequest(sender, path),
      (baseUrl) => {
        writeFileSync(
          join(at, 'env.json'),
          JSON.stringify(environment({ baseUrl, apiKey: '', phone: '', jwt: '' })),
        );
        const chosen = ['--env', './env.json', '--collection', 'collection.json', '--folder', folder];
        const reports = [
          '--report-dir',
          'reports',
          ...reporters,
          ...options,
          '--reporter-dump-export',
          join(at, 'dump.txt'),
        ];
        return runCommand('contract', [...chosen, ...reports, ...args], {
          cwd: at,
          env: {
            ...{
              NOVAPOST_API_KEY: apiKey,
              NOVAPOST_PHONE: phone,
              TMPDIR: join(at, 'tmp'),
              HOME: join(at, 'home'),
            },
            ...env,
          },
          onStart(started) {
            child = started;
          },
        });
      },
    );
  }
});

/** Nothing of this holds a secret, and these are among it and not empty. */
function assertSealed(seen: Map<string, string>, names: string[]): void {
  for (const name of names) assert.ok((seen.get(name) ?? '').length > 0, `${name} is there`);
  for (const [name, text] of seen) assert.deepEqual(searchSecrets(text, leakySecrets), [], name);
}

function filesAt(folder: string): [string, string][] {
  return (
    readdirSync(folder, { recursive: true, withFileTypes: true })
      // what was given holds some
      .filter(({ name }) => !['env.json', 'plain.json'].includes(name))
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')])
  );
}
