import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JsonObject } from '../../scripts/spec/document';
import { answer, check, lastLine, ok, useWorkplace } from '../support/contract-workplace';
import { jsonReportProblems } from '../support/json-report-problems';
import { junitProblems } from '../support/junit-problems';
import { withLoopbackServer } from '../support/loopback-server';
import { collection, environment, folder, request } from '../support/postman-parts';
import { runCommand } from '../support/run-command';

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
  const { path, write, read, run, runAgainstServer } = useWorkplace();

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
        cwd: path('.'),
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
    const json = JSON.parse(read('new/reports/contract-run.json'));
    assert.deepEqual(jsonReportProblems(json), []);
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
    const junit = read('new/reports/contract-run.junit.xml');
    assert.match(junit, /<testsuites name="Small collection" tests="3" failures="1" errors="1" time="/);
    assert.deepEqual(junitProblems(junit), []);
  });

  it('writes all reports of a run that is interrupted, and the summary of a GitHub job', async () => {
    write('collection.json', collection([ok, request('hang', { test: check })]));
    let stop = () => {};
    const hang = (incoming: IncomingMessage, response: ServerResponse) => {
      if (incoming.url === '/hang') stop();
      else answer(incoming, response);
    };
    await withLoopbackServer(hang, async (baseUrl) => {
      write('env.json', environment({ baseUrl }));
      const args = '--env ./env.json --collection collection.json --report-dir reports'.split(' ');
      return runCommand('contract', args, {
        cwd: path('.'),
        env: { GITHUB_STEP_SUMMARY: path('step.md') },
        onStart: (child) => {
          stop = () => child.kill('SIGTERM');
        },
      });
    });
    const json = JSON.parse(read('reports/contract-run.json'));
    assert.deepEqual(jsonReportProblems(json), []);
    assert.equal(json.verdict.result, 'not tested');
    const junit = read('reports/contract-run.junit.xml');
    assert.deepEqual(junitProblems(junit), []);
    assert.match(junit, /name="the run comes to its end"[^<]*>\s*<error type="stopped" message="SIGTERM"/);
    const says = /^## ⚠️ Not tested: stopped by SIGTERM after 1 of 2 requests\n/;
    assert.match(read('reports/contract-run.md'), says);
    assert.match(read('step.md'), says);
  });

  it('keeps its verdict where a reporter fails, and says what failed', async () => {
    const result = await runAgainstServer([ok], '-r', 'json', '--reporter-json-export', './env.json/no.json');
    assert.equal(lastLine(result.stdout), 'Kept: 1 check passed on 1 request');
    assert.match(result.stdout, /\nreporter json: Error: (EEXIST|ENOTDIR)/);
    assert.equal(result.exitCode, 0);
  });

  it('says in one line that it knows no coverage of another collection', async () => {
    const result = await runAgainstServer([ok], '--report-dir', 'reports');
    const lines = result.stdout.trimEnd().split('\n');
    assert.equal(
      lines.at(-2),
      "coverage: left out, for --collection is not made from the project's contract",
    );
    assert.deepEqual(readdirSync(path('reports')), [
      'contract-run.json',
      'contract-run.junit.xml',
      'contract-run.md',
    ]);
  });

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
      return runCommand('contract', args, { cwd: path('.'), env });
    });
    assert.equal(result.exitCode, 0, result.stdout);
  });
});
