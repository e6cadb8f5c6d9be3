import assert from 'node:assert/strict';
import { parse } from 'yaml';
import type { JsonObject } from '../../scripts/spec/document';
import { check, lastLine, ok, useWorkplace } from '../support/contract-workplace';
import { folder, request } from '../support/postman-parts';

describe('npm run contract: findings, deviations and probes', () => {
  const { write, read, runAgainstServer } = useWorkplace();
  const lenient = request('lenient', { test: `${check} pm.test.skip('finding: limit: a text: came 200');` });

  it('counts and lists findings, which are no break unless the run is strict', async () => {
    const result = await runAgainstServer([lenient], '--report-dir', 'reports');
    assert.equal(lastLine(result.stdout), 'Kept: 1 check passed on 1 request; 1 finding');
    assert.equal(result.exitCode, 0);
    const json = JSON.parse(read('reports/contract-run.json'));
    assert.deepEqual(
      json.findings.map(({ operation, reason }: { operation: string; reason: string }) => [
        operation,
        reason,
      ]),
      [['GET /lenient', 'limit: a text: came 200']],
    );
    const junit = read('reports/contract-run.junit.xml');
    assert.match(junit, /<skipped type="finding"/);

    const strict = await runAgainstServer([lenient], '--report-dir', 'reports', '--strict');
    const last = 'Broken: 1 check failed, first lenient (GET /lenient): finding: limit: a text: came 200';
    assert.equal(lastLine(strict.stdout), last);
    assert.equal(strict.exitCode, 1);
    assert.match(read('reports/contract-run.junit.xml'), /failures="1"/);
  });

  it('lists known deviations, and none of them is a break', async () => {
    const known = request('known', { test: `${check} pm.test.skip('deviation: body: prices are texts');` });
    const result = await runAgainstServer([known], '--report-dir', 'reports');
    assert.equal(lastLine(result.stdout), 'Kept: 1 check passed on 1 request; 1 known deviation');
    const json = JSON.parse(read('reports/contract-run.json'));
    assert.deepEqual(json.deviations, [
      { operation: 'GET /known', check: 'body', state: 'happens', reason: 'prices are texts', requests: 1 },
    ]);
  });

  it('leaves the probes out with --no-probes', async () => {
    const probe = request('broken', { test: check });
    const described = { ...(probe.request as JsonObject), description: 'Probe: `length` at `query q`' };
    const checks = {
      ...folder('checks', { ...probe, request: described }),
      description: 'Contract: `GET /ok`',
    };
    const result = await runAgainstServer([ok, checks], '--no-probes');
    assert.equal(lastLine(result.stdout), 'Kept: 1 check passed on 1 request');
  });

  it('writes what failed as a baseline, and ends as the run did', async () => {
    const result = await runAgainstServer(
      [ok, request('broken', { test: check })],
      '--baseline',
      'base.yaml',
    );
    assert.equal(result.exitCode, 1);
    const { deviations } = parse(read('base.yaml'));
    assert.equal(deviations.length, 1);
    assert.equal(deviations[0].check, 'status is 200');
    assert.equal(deviations[0].operation, 'GET /broken');
    assert.match(deviations[0].reason, /expected response to have status code 200 but got 500/);
    assert.match(deviations[0].until, /^\d{4}-\d\d-\d\d$/);
  });

  it('never writes a baseline over a file, and says so before the run', async () => {
    write('base.yaml', 'mine');
    const result = await runAgainstServer([ok], '--baseline', 'base.yaml');
    assert.equal(
      result.stderr,
      'error UNWRITABLE base.yaml: there is a file already. Hint: name a new file, in a folder that you may write to, with --baseline.\n',
    );
    assert.equal(result.stdout, 'Not tested: base.yaml: there is a file already\n');
    assert.equal(result.exitCode, 2);
    assert.equal(read('base.yaml'), 'mine');
  });
});
