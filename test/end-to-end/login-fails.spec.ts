import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { junitReport } from '../../scripts/run/reports/junit-report';
import { valueAt } from '../../scripts/spec/json-pointer';
import { jsonOf } from '../../scripts/stand-in/answers/reply';
import type { Fault } from '../../scripts/stand-in/faults/fault';
import { faults } from '../../scripts/stand-in/faults/faults';
import type { StandIn } from '../../scripts/stand-in/start-stand-in';
import { novaPost } from '../support/nova-post';
import { runCommand } from '../support/run-command';
import { runNovaPost, withValues } from '../support/run-nova-post';
import { withScratchFolder } from '../support/scratch-folder';
import { searchSecrets } from '../support/search-secrets';
import { withStandIn } from '../support/with-stand-in';

const apiKey = 'K3y+of/the=shop%20&0123456789';
const phone = '490000000000';

interface Case {
  fault: string;
  exit: 0 | 1 | 2;
  /** Last line of the summary; `LOGIN` stands for the request's name. */
  last: string;
  /** Another line of the summary, where the last one does not name the reason. */
  reason?: string;
  logins: number;
  /** Requests on the wire that carry a jwt. */
  calls: number;
}

const LOGIN = 'Authorization / Exchange an API key for a temporary jwt (GET /clients/authorization)';
/** 3 checks of each of the 39 JSON answers and 2 PDFs, 2 of the 204, 4 of the jwt. */
const kept = 'Kept: 203 checks passed on 53 requests';

/** A login that fails for good, whose reason the last line names. */
function untested(fault: string, reason: string, logins = 1): Case {
  return { fault, exit: 2, last: `Not tested: LOGIN: ${reason}`, logins, calls: 0 };
}

/** A login that answers what the contract does not promise. */
function broken(fault: string, check: string, reason: string): Case {
  const last = `Broken: 1 check failed, first LOGIN: ${check}`;
  return { fault, exit: 1, last, reason: `skipped: 51 requests: ${reason}: `, logins: 1, calls: 0 };
}

const cases: Case[] = [
  untested('login-401', 'the login answered 401: look at apiKey'),
  untested('login-422', 'the login answered 422: look at apiKey'),
  untested('login-503', 'the login answered 503: try again later', 4),
  untested('login-closes', 'the login got no answer: look at baseUrl: socket hang up', 4),
  { fault: 'login-503-twice', exit: 0, last: `${kept}; 1 request sent again`, logins: 3, calls: 55 },
  { fault: 'login-closes-once', exit: 0, last: `${kept}; 1 request sent again`, logins: 2, calls: 55 },
  { fault: 'refuses-jwt-once', exit: 0, last: `${kept}; 1 request sent again`, logins: 2, calls: 56 },
  broken('login-html', 'media type is as documented', 'the login answered 200 with no JSON: look at baseUrl'),
  broken(
    'login-empty-object',
    'jwt has three readable parts',
    'the login answered 200 with no jwt at /jwt: look at baseUrl and apiKey',
  ),
  broken('login-redirect', 'status is documented', 'the login answered 302: look at baseUrl'),
];

describe('a run of the whole collection whose login fails', () => {
  for (const { fault, logins } of cases.filter((each) => ['login-401', 'login-503'].includes(each.fault))) {
    it(`${fault}: not one of the probes is sent after ${logins} logins`, async () => {
      await withFault(fault, async (standIn) => {
        await runNovaPost(standIn, { values: { apiKey, phone } });
        const sent = standIn.requests.map(({ operation = '' }) => operation);
        const others = sent.filter((operation) => operation !== 'GET /clients/authorization');
        assert.equal(sent.length - others.length, logins);
        assert.deepEqual(others, ['POST /test-api-keys']);
      });
    });
  }

  for (const expected of cases) {
    it(`${expected.fault}: ends with ${expected.exit} after ${expected.logins} logins`, async () => {
      await withFault(expected.fault, async (standIn, jwts) => {
        const { record, verdict, output } = await runNovaPost(standIn, {
          noProbes: true,
          values: { apiKey, phone },
        });
        assert.equal(verdict.lines.at(-1), expected.last.replace('LOGIN', LOGIN));
        assert.equal(verdict.exitCode, expected.exit);
        const { reason } = expected;
        const isNamed = reason === undefined || verdict.lines.some((line) => line.startsWith(reason));
        assert.ok(isNamed, verdict.lines.join('\n'));
        assertWire(standIn, expected);
        assert.ok(jwts.length > 0 || expected.calls === 0);
        assert.match(output, /clients\/authorization/);
        assertNoSecrets({ output, summary: verdict.lines.join('\n') }, jwts);
        assertNoSecrets({ json: JSON.stringify(record), junit: junitReport(record) }, jwts);
      });
    });
  }
});

describe('npm run contract', () => {
  for (const fault of ['login-401', 'refuses-jwt-once']) {
    const expected = cases.find((each) => each.fault === fault);
    it(`ends with ${expected?.exit} for ${fault}, and shows no secret`, async () => {
      assert.ok(expected);
      const api = await novaPost();
      const environment = JSON.stringify(withValues(api.environment('stand-in'), { phone }));
      await withFault(fault, (standIn, jwts) =>
        withScratchFolder(
          { 'env.json': environment.replace('http://127.0.0.1:4010/v.1.0', standIn.url) },
          async (cwd) => {
            const args = ['--env', './env.json', '--no-probes', '--report-dir', 'reports'];
            const result = await runCommand('contract', args, { cwd, env: { NOVAPOST_API_KEY: apiKey } });
            const lines = result.stdout.trimEnd().split('\n');
            assert.equal(lines.at(-1), expected.last.replace('LOGIN', LOGIN));
            assert.equal(result.exitCode, expected.exit);
            assertWire(standIn, expected);
            const reports = readdirSync(join(cwd, 'reports')).map((name) => [
              name,
              readFileSync(join(cwd, 'reports', name), 'utf8'),
            ]);
            assert.equal(reports.length, 5);
            const { stdout, stderr } = result;
            assertNoSecrets({ stdout, stderr, ...Object.fromEntries(reports) }, jwts);
          },
        ),
      );
    });
  }
});

/** A stand-in with this fault, and the jwts that it gave out. */
async function withFault(
  name: string,
  use: (standIn: StandIn, jwts: readonly string[]) => Promise<void>,
): Promise<void> {
  const { contract } = await novaPost();
  const jwts: string[] = [];
  const listener: Fault = {
    name: 'listener',
    breaks: 'nothing',
    concerns: (operation, { login }) => operation.key === login?.operation,
    spoil(reply) {
      const jwt = valueAt(jsonOf(reply) ?? null, '/jwt');
      if (typeof jwt === 'string') jwts.push(jwt);
      return reply;
    },
  };
  const chosen = [...faults.filter((fault) => fault.name === name), listener];
  assert.equal(chosen.length, 2);
  await withStandIn({ contract, faults: chosen, apiKeys: [apiKey] }, (standIn) => use(standIn, jwts));
}

function assertWire({ requests }: StandIn, expected: Case): void {
  const public_ = ['GET /clients/authorization', 'POST /test-api-keys'];
  const logins = requests.filter(({ operation }) => operation === 'GET /clients/authorization');
  assert.equal(logins.length, expected.logins);
  assert.ok(logins.length <= 4);
  const calls = requests.filter(({ operation = '' }) => !public_.includes(operation));
  assert.equal(calls.length, expected.calls);
  for (const { operation, headers } of calls) {
    assert.match(headers.authorization ?? '', /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/, operation);
  }
}

function assertNoSecrets(texts: Record<string, string>, jwts: readonly string[]): void {
  const secrets = { apiKey, phone, ...Object.fromEntries(jwts.map((jwt, index) => [`jwt ${index}`, jwt])) };
  for (const [name, text] of Object.entries(texts)) assert.deepEqual(searchSecrets(text, secrets), [], name);
}
