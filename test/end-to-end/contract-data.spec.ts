import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JsonObject } from '../../scripts/spec/document';
import { check, lastLine, useWorkplace } from '../support/contract-workplace';
import { withLoopbackServer } from '../support/loopback-server';
import { collection, environment, folder, request } from '../support/postman-parts';
import { type CommandResult, runCommand } from '../support/run-command';

const made = 'Contract: `POST /parcels`\n\nDeleted by: `DELETE /parcels/{id}` (id at `/id`)';

/** Creates a parcel of `weight`, and keeps its id. */
const create: JsonObject = request(
  'Create',
  { test: `${check.replace(/200/g, '201')} pm.environment.set('parcelId', pm.response.json().id);` },
  {
    request: {
      method: 'POST',
      url: { raw: '{{baseUrl}}/parcels', host: ['{{baseUrl}}'], path: ['parcels'] },
      body: { mode: 'raw', raw: '{"weight": {{weight}}, "to": "{{country}}", "by": "{{phone}}"}' },
      description: made,
    },
  },
);
const remove: JsonObject = request(
  'Delete',
  { test: check.replace(/200/g, '204') },
  {
    request: {
      method: 'DELETE',
      url: {
        raw: '{{baseUrl}}/parcels/:id',
        host: ['{{baseUrl}}'],
        path: ['parcels', ':id'],
        variable: [{ key: 'id', value: '{{parcelId}}' }],
      },
      description: 'Contract: `DELETE /parcels/{id}`',
    },
  },
);
const probe: JsonObject = request(
  'probe',
  { test: check },
  {
    request: { method: 'GET', url: '{{baseUrl}}/probe', description: 'Probe: `wrong-type` at `query limit`' },
  },
);
const checks = folder('Contract checks', {
  ...folder('Create', probe),
  description: 'Contract: `GET /parcels`',
});

describe('npm run contract: rows of data, and what is left behind', () => {
  const { path, write, read } = useWorkplace();
  /** What came, as `POST /parcels {"weight": 1}`. */
  let came: string[];
  beforeEach(() => {
    came = [];
  });

  /** Parcels have the ids 100001, 100002…; `refuses` tells which calls are answered with 500. */
  async function run(
    items: JsonObject[],
    args: string[],
    refuses: (call: string) => boolean = () => false,
    onCall: (call: string, stop: () => void) => boolean = () => true,
  ): Promise<CommandResult> {
    write('collection.json', {
      ...collection(items),
      variable: ['weight', 'country'].map((key) => ({ key, value: '0' })),
    });
    let stop = () => {};
    let last = 100000;
    const answer = async (incoming: IncomingMessage, response: ServerResponse) => {
      let body = '';
      for await (const part of incoming) body += part;
      const call = `${incoming.method} ${incoming.url}`;
      came.push([call, body].filter(Boolean).join(' '));
      if (!onCall(call, stop)) return;
      const status = refuses(call) ? 500 : ({ POST: 201, DELETE: 204 }[incoming.method ?? ''] ?? 200);
      if (status === 201) last += 1;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(status === 201 ? JSON.stringify({ id: last }) : '');
    };
    return withLoopbackServer(answer, (baseUrl) => {
      write('env.json', environment({ baseUrl, phone: '' }));
      const command = ['--env', './env.json', '--collection', 'collection.json', '--report-dir', 'reports'];
      return runCommand('contract', [...command, ...args], {
        cwd: path('.'),
        onStart: (child) => {
          stop = () => child.kill('SIGINT');
        },
      });
    });
  }

  const report = () => JSON.parse(read('reports/contract-run.json'));
  /** The url of the server differs from run to run. */
  const withoutHost = (text: string) => text.replace(/http:\/\/127\.0\.0\.1:\d+/g, 'HOST');
  const linesOf = ({ stdout }: CommandResult) => withoutHost(stdout).trimEnd().split('\n');

  it('sends the requests once for each row, without the probes', async () => {
    write('rows.csv', 'weight,country\n1,PL\n2.5,DE\n3,LT\n');
    const result = await run([folder('Parcels', create, remove), checks], ['--data', 'rows.csv']);
    assert.equal(result.exitCode, 0, result.stdout);
    assert.deepEqual(came, [
      'POST /parcels {"weight": 1, "to": "PL", "by": ""}',
      'DELETE /parcels/100001',
      'POST /parcels {"weight": 2.5, "to": "DE", "by": ""}',
      'DELETE /parcels/100002',
      'POST /parcels {"weight": 3, "to": "LT", "by": ""}',
      'DELETE /parcels/100003',
    ]);
    assert.ok(
      result.stdout.includes('requests: 6 sent, 0 skipped, of 6 selected in 3 rows\n'),
      result.stdout,
    );
    assert.equal(lastLine(result.stdout), 'Kept: 6 checks passed on 6 requests');
    assert.ok(!result.stdout.includes('left behind'));
    const { rows, requests, leftBehind } = report();
    assert.deepEqual(rows, [
      { weight: 1, country: 'PL' },
      { weight: 2.5, country: 'DE' },
      { weight: 3, country: 'LT' },
    ]);
    assert.deepEqual(
      requests.map(({ name, row, attempts }: { name: string; row: number; attempts: object[] }) => [
        name,
        row,
        attempts.length,
      ]),
      [
        ['Create', 1, 1],
        ['Delete', 1, 1],
        ['Create', 2, 1],
        ['Delete', 2, 1],
        ['Create', 3, 1],
        ['Delete', 3, 1],
      ],
    );
    assert.deepEqual(leftBehind, []);
    assert.match(
      read('reports/contract-run.junit.xml'),
      / name="Parcels \/ Create: status is 201 \(row 2\)"/,
    );
  });

  it('lists what could not be deleted, with the calls that delete it', async () => {
    write('rows.json', '[{"weight": 1}, {"weight": 2}, {"weight": 3}]');
    const refuses = (call: string) => call === 'DELETE /parcels/100001' || call === 'DELETE /parcels/100003';
    const result = await run([create, remove], ['--data', 'rows.json'], refuses);
    assert.equal(result.exitCode, 1);
    assert.deepEqual(linesOf(result).slice(-4), [
      'left behind in Small environment:',
      '  DELETE HOST/parcels/100003',
      '  DELETE HOST/parcels/100001',
      'Broken: 2 checks failed, first Delete (DELETE /parcels/:id, row 1): status is 204',
    ]);
    assert.deepEqual(JSON.parse(withoutHost(JSON.stringify(report().leftBehind))), [
      { operation: 'POST /parcels', id: '100003', deleteBy: 'DELETE HOST/parcels/100003' },
      { operation: 'POST /parcels', id: '100001', deleteBy: 'DELETE HOST/parcels/100001' },
    ]);
  });

  it('does not turn red by itself because something is left behind', async () => {
    const result = await run([create], []);
    assert.equal(result.exitCode, 0);
    assert.deepEqual(linesOf(result).slice(-2), [
      '  DELETE HOST/parcels/100001',
      'Kept: 1 check passed on 1 request',
    ]);
  });

  it('lists what is left behind when it is interrupted', async () => {
    write('rows.csv', 'weight,country\n1,PL\n2,DE\n3,LT\n');
    const hangs = (call: string, stop: () => void) => {
      if (call !== 'DELETE /parcels/100002') return true;
      stop();
      return false;
    };
    const result = await run([create, remove], ['--data', 'rows.csv'], () => false, hangs);
    assert.equal(result.exitCode, 2);
    assert.deepEqual(linesOf(result).slice(-3), [
      'left behind in Small environment:',
      '  DELETE HOST/parcels/100002',
      'Not tested: stopped by SIGINT after 3 of 6 requests',
    ]);
  });

  it('hides a column that is named like a secret', async () => {
    write('rows.csv', 'phone,weight\n380501112233,1\n');
    const result = await run([create, remove], ['--data', 'rows.csv']);
    assert.equal(result.exitCode, 0, result.stdout);
    assert.equal(came[0], 'POST /parcels {"weight": 1, "to": "0", "by": "380501112233"}');
    assert.deepEqual(report().rows, [{ phone: '***', weight: 1 }]);
    assert.ok(!`${result.stdout}${read('reports/contract-run.json')}`.includes('380501112233'));
  });

  it('refuses rows before anything is sent', async () => {
    write('rows.csv', 'weight,country\n1,PL\n2\n');
    const result = await run([create, remove], ['--data', 'rows.csv']);
    assert.match(result.stderr, /^error INVALID_DATA rows\.csv:3: the row has 1 of 2 values\. .*\n$/);
    const last = 'Not tested: rows.csv: the row has 1 of 2 values\n';
    assert.deepEqual([came, result.stdout, result.exitCode], [[], last, 2]);
  });

  it('refuses rows for nothing but probes', async () => {
    write('rows.csv', 'weight\n1\n');
    const result = await run([create, checks], ['--data', 'rows.csv', '--folder', 'Contract checks']);
    assert.match(result.stderr, /^error USAGE: the chosen folders hold nothing but probes, .*--data.*\n$/);
    assert.deepEqual([came, result.exitCode], [[], 2]);
  });
});
