import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../scripts/spec/document';
import { withLoopbackServer } from '../support/loopback-server';
import { collection, environment, folder, request } from '../support/postman-parts';
import { type CommandResult, runCommand } from '../support/run-command';

const check = "pm.test('status is 200', () => pm.response.to.have.status(200));";
const ok = request('ok', { test: check });
const skip = 'pm.execution.skipRequest();';
const refused = "pm.test('not tested: the login was refused', () => { throw new Error('look at apiKey'); });";

/** What stands in the collection, what the process ends with, and the last line that it prints. */
const situations: [string, JsonObject[], number, string][] = [
  ['every check passes', [folder('A', ok), ok], 0, 'Kept: 2 checks passed on 2 requests'],
  [
    'a check fails',
    [ok, folder('A', request('broken', { test: check }))],
    1,
    'Broken: 1 check failed, first A / broken (GET /broken): status is 200',
  ],
  [
    'the login is refused',
    [
      request('first', { prerequest: `${refused}${skip}`, test: check }),
      request('second', { prerequest: `pm.test.skip('not tested: no jwt');${skip}`, test: check }),
    ],
    2,
    'Not tested: first (GET /first): the login was refused: look at apiKey',
  ],
  [
    'a promise in a check is rejected, which newman alone dies of',
    [request('ok', { test: `${check} pm.test('async', async () => { throw new Error('oops'); });` }), ok],
    2,
    'Not tested: ok (GET /ok): a script failed: unhandled rejection: Error: oops',
  ],
];

describe('npm run contract', () => {
  let at: string;
  beforeEach(() => {
    at = mkdtempSync(join(tmpdir(), 'contract-command-'));
  });
  afterEach(() => rmSync(at, { recursive: true }));

  for (const [situation, items, exitCode, last] of situations) {
    it(`ends with ${exitCode} when ${situation}`, async () => {
      const result = await runAgainstServer(items);
      assert.equal(lastLine(result.stdout), last);
      assert.equal(result.exitCode, exitCode, result.stdout);
      assert.equal(result.stderr, '');
    });
  }

  it('runs the named folders only', async () => {
    const items = [folder('A', ok), folder('B', request('broken', { test: check })), folder('C', ok)];
    const result = await runAgainstServer(items, '--folder', 'A', '--folder', 'C');
    assert.equal(lastLine(result.stdout), 'Kept: 2 checks passed on 2 requests');
  });

  it('ends with 2 and a summary when it is interrupted', async () => {
    write('collection.json', collection([ok, request('hang', { test: check }), request('left')]));
    let stop = () => {};
    const hang = (incoming: IncomingMessage, response: ServerResponse) => {
      if (incoming.url === '/hang') stop();
      else answer(incoming, response);
    };
    const result = await withLoopbackServer(hang, async (baseUrl) => {
      write('env.json', environment({ baseUrl }));
      return runCommand('contract', ['--env', './env.json', '--collection', 'collection.json'], {
        cwd: at,
        onStart: (child) => {
          stop = () => child.kill('SIGINT');
        },
      });
    });
    assert.equal(lastLine(result.stdout), 'Not tested: stopped by SIGINT after 1 of 3 requests');
    assert.equal(result.exitCode, 2);
  });

  it('writes what happened to the folder of reports, which it makes', async () => {
    const items = [ok, request('broken', { test: check }), request('mute', { prerequest: skip })];
    await runAgainstServer(items, '--report-dir', 'new/reports');
    const json = JSON.parse(readFileSync(join(at, 'new/reports/contract-run.json'), 'utf8'));
    assert.equal(json.verdict.exitCode, 1);
    assert.deepEqual(
      json.requests.map(({ name, attempts }: { name: string; attempts: { status?: number }[] }) => [
        name,
        attempts[0]?.status,
      ]),
      [
        ['ok', 200],
        ['broken', 500],
        ['mute', undefined],
      ],
    );
    const junit = readFileSync(join(at, 'new/reports/contract-run.junit.xml'), 'utf8');
    assert.match(junit, /<testsuites name="Small collection" tests="3" failures="1" errors="1" skipped="0">/);
  });

  /** What a person gave, and what the message says about it. */
  const badInputs: [string, string[], RegExp][] = [
    ['an unknown flag', ['--foo'], /^error USAGE: Unknown option '--foo'\. Hint: .*--help/],
    ['a flag without its value', ['--env'], /^error USAGE: Option '--env <value>' argument missing\. Hint:/],
    ['a word too many', ['sandbox'], /^error USAGE: Unexpected argument 'sandbox'.* npm takes for itself/],
    [
      'an unknown folder',
      ['--env', './env.json', '--collection', 'ok.json', '--folder', 'B'],
      /^error USAGE: the collection has no folder "B"\. Expected: one of "A"\.\n$/,
    ],
    [
      'a missing collection',
      ['--env', './env.json', '--collection', 'none.json'],
      /^error UNREADABLE_SOURCE none\.json: there is no such file\. Hint: .*npm run generate/,
    ],
    [
      'a collection that is no collection',
      ['--env', './env.json', '--collection', 'env.json'],
      /^error NOT_POSTMAN env\.json: this is no Postman collection\. .*npm run generate/,
    ],
    [
      'a missing environment',
      ['--env', './none.json', '--collection', 'ok.json'],
      /^error UNREADABLE_SOURCE \.\/none\.json: there is no such file\. Hint: .*npm run generate/,
    ],
    [
      'an environment that is not JSON',
      ['--env', './broken.json', '--collection', 'ok.json'],
      /^error INVALID_SYNTAX \.\/broken\.json:2: this is not valid JSON\. Hint: .*npm run generate/,
    ],
    [
      'an empty environment',
      ['--env', './empty.json', '--collection', 'ok.json'],
      /^error EMPTY_SOURCE \.\/empty\.json: the file is empty\./,
    ],
    [
      'no apiKey and no jwt',
      ['--env', './keyless.json', '--collection', 'ok.json'],
      /^error USAGE: apiKey is empty in the environment \.\/keyless\.json, .*NOVAPOST_API_KEY/,
    ],
    [
      'writes to production',
      ['--env', 'production', '--allow-writes', '--collection', 'ok.json'],
      /^error USAGE: --allow-writes is not enough to write to production\. Hint: .*name of the host/,
    ],
    [
      'a folder of reports that is a file',
      ['--env', './env.json', '--collection', 'ok.json', '--report-dir', 'ok.json'],
      /^error UNWRITABLE ok\.json: the reports cannot be written there \(EEXIST\)\./,
    ],
  ];
  for (const [input, args, message] of badInputs) {
    it(`ends with 2 and one line about ${input}`, async () => {
      // nothing listens there: a run would end otherwise
      write('env.json', environment({ baseUrl: 'http://127.0.0.1:1' }));
      write(
        'keyless.json',
        environment({ baseUrl: 'http://127.0.0.1:1', apiKey: '', phone: '380501112233' }),
      );
      write('ok.json', collection([folder('A', ok)]));
      writeFileSync(join(at, 'broken.json'), '{\n  "values": [,]\n}\n');
      writeFileSync(join(at, 'empty.json'), '');
      const result = await run(...args);
      assert.match(result.stderr, message);
      assert.equal(result.stderr.trimEnd().split('\n').length, 1, result.stderr);
      assert.equal(result.stdout, '');
      assert.equal(result.exitCode, 2);
    });
  }

  it('prints its usage when asked', async () => {
    const result = await run('--help');
    assert.match(result.stdout, /^npm run contract -- \[--env NAME\|FILE\]/);
    assert.equal(result.exitCode, 0);
  });

  it('takes apiKey and phone from the process, and allowWrites from a flag', async () => {
    const values = ['apiKey', 'phone', 'allowWrites'].map((name) => `pm.environment.get('${name}')`);
    const test = `pm.test('values', () => pm.expect([${values}].join(' ')).to.equal('k1-abcdef p1-abcdef true'));`;
    write('collection.json', collection([request('ok', { test })]));
    const result = await withLoopbackServer(answer, async (baseUrl) => {
      write('env.json', environment({ baseUrl, apiKey: '', phone: '', allowWrites: 'false' }));
      const args = ['--env', './env.json', '--collection', 'collection.json', '--allow-writes'];
      const env = { NOVAPOST_API_KEY: 'k1-abcdef\n', NOVAPOST_PHONE: 'p1-abcdef' };
      return runCommand('contract', args, { cwd: at, env });
    });
    assert.equal(result.exitCode, 0, result.stdout);
  });

  function write(name: string, value: JsonObject): void {
    writeFileSync(join(at, name), JSON.stringify(value));
  }

  function run(...args: string[]): Promise<CommandResult> {
    return runCommand('contract', args, { cwd: at });
  }

  function runAgainstServer(items: JsonObject[], ...args: string[]): Promise<CommandResult> {
    write('collection.json', collection(items));
    return withLoopbackServer(answer, (baseUrl) => {
      write('env.json', environment({ baseUrl }));
      return run('--env', './env.json', '--collection', 'collection.json', ...args);
    });
  }
});

/** 200, unless the path says otherwise. */
function answer(incoming: IncomingMessage, response: ServerResponse): void {
  response.writeHead(incoming.url === '/broken' ? 500 : 200, { 'content-type': 'application/json' });
  response.end('{}');
}

function lastLine(text: string): string | undefined {
  return text.trimEnd().split('\n').at(-1);
}
