import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../scripts/spec/document';
import { withLoopbackServer } from '../support/loopback-server';
import { collection, environment, request } from '../support/postman-parts';
import { runCommand } from '../support/run-command';
import { searchSecrets } from '../support/search-secrets';

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const secrets = {
  apiKey: `K3y+of/the=shop${'0123456789abcdef'.repeat(4)}`,
  phone: '+380501112233',
  // no jwt by its looks: its name alone makes it a secret
  expiredJwt: `expired.${'c2lnbmF0dXJl'.repeat(3)}`,
  jwt: `${part({ alg: 'HS256' })}.${part({ exp: 4102444800, iss: 'x'.repeat(60) })}.${'c2lnbmF0dXJl'.repeat(4)}`,
};

/** A collection that gives everything away that it knows. */
const chatty = collection([
  request('one', {
    prerequest: `
      const baseUrl = pm.environment.get('baseUrl');
      const apiKey = pm.environment.get('apiKey');
      pm.sendRequest(baseUrl + '/login?apiKey=' + encodeURIComponent(apiKey), (error, answer) => {
        const jwt = answer.json().jwt;
        console.log(answer.json(), 'the jwt is ' + jwt, Buffer.from(jwt).toString('base64'));
        pm.environment.set('jwt', jwt);
      });
      console.log(pm.environment.get('expiredJwt'));
      console.log(apiKey, { apiKey, phone: pm.environment.get('phone') });
      console.warn('raw: ' + baseUrl + '/login?apiKey=' + apiKey + '&phone=' + pm.environment.get('phone'));
      console.error(encodeURIComponent(apiKey).toLowerCase(), Buffer.from('user:' + apiKey).toString('base64'));`,
    test: `
      const { apiKey, phone, jwt } = pm.environment.toObject();
      console.info(pm.request.headers.toString(), pm.response.json(), pm.environment.toObject());
      pm.test('status is 200, ' + jwt, () => pm.response.to.have.status(200));
      pm.test('not equal to ' + apiKey, () => pm.expect([jwt, phone, apiKey].join()).to.equal(''));
      pm.test.skip('finding: ' + phone + ': came 200');
      pm.test.skip('deviation: body: ' + pm.environment.get('expiredJwt'));
      pm.test.skip('not tested: ' + phone + ' & ' + Buffer.from(jwt).toString('base64'));
      throw new Error('thrown with ' + encodeURIComponent(apiKey) + ' and ' + jwt);`,
  }),
]);

describe('secrets in a run', () => {
  let at: string;
  before(() => {
    at = mkdtempSync(join(tmpdir(), 'contract-secrets-'));
    write('collection.json', chatty);
  });
  after(() => rmSync(at, { recursive: true }));

  it('are in what plain newman prints: the search finds them', async () => {
    const output = await withLoopbackServer(answer, async (baseUrl) => {
      const { jwt: _, ...values } = secrets;
      write('env.json', environment({ baseUrl, ...values }));
      const args = [require.resolve('newman/bin/newman.js'), 'run', 'collection.json', '-e', 'env.json'];
      const child = spawn(process.execPath, args, { cwd: at, stdio: ['ignore', 'pipe', 'inherit'] });
      let text = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      await once(child, 'close');
      return text;
    });
    const found = new Set(searchSecrets(output, secrets).map(({ name }) => name));
    assert.deepEqual([...found].sort(), ['apiKey', 'expiredJwt', 'jwt', 'phone']);
  });

  it('are nowhere in what the command prints and reports', async () => {
    const result = await withLoopbackServer(answer, (baseUrl) => {
      write('env.json', environment({ baseUrl, apiKey: '', phone: '', expiredJwt: secrets.expiredJwt }));
      return runCommand(
        'contract',
        '--env ./env.json --collection collection.json --report-dir reports --baseline base.yaml'.split(' '),
        { cwd: at, env: { NOVAPOST_API_KEY: secrets.apiKey, NOVAPOST_PHONE: secrets.phone } },
      );
    });
    const texts: Record<string, string> = { stdout: result.stdout, stderr: result.stderr };
    texts.baseline = readFileSync(join(at, 'base.yaml'), 'utf8');
    for (const name of readdirSync(join(at, 'reports'))) {
      texts[name] = readFileSync(join(at, 'reports', name), 'utf8');
    }
    assert.deepEqual(Object.keys(texts), [
      'stdout',
      'stderr',
      'baseline',
      'contract-run.json',
      'contract-run.junit.xml',
      'contract-run.md',
    ]);
    assert.match(texts.baseline, /check: not equal to \*\*\*/);
    for (const [name, text] of Object.entries(texts))
      assert.deepEqual(searchSecrets(text, secrets), [], name);
    assert.equal(result.exitCode, 1);
    assert.match(result.stdout, /\nBroken: 1 check failed, first one \(GET \/one\): not equal to \*\*\*/);
  });

  function write(name: string, value: JsonObject): void {
    writeFileSync(join(at, name), JSON.stringify(value));
  }
});

function answer(incoming: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify(incoming.url?.startsWith('/login') ? { jwt: secrets.jwt } : { echo: secrets.jwt }),
  );
}
