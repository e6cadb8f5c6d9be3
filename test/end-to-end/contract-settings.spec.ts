import assert from 'node:assert/strict';
import { contractFlags, contractUsage } from '../../scripts/cli/contract-flags';
import { check, lastLine, useWorkplace } from '../support/contract-workplace';
import { withLoopbackServer } from '../support/loopback-server';
import { collection, environment, request } from '../support/postman-parts';
import { type CommandResult, runCommand } from '../support/run-command';

/** Tells the values that a run has, in the name of a check. */
const teller = request('ok', {
  test: `const value = (name) => pm.environment.get(name);
    pm.test.skip('finding: ' + ['apiKey', 'phone'].map((name) => (value(name) || '').length).join('-'));`,
});

describe('the settings of npm run contract', () => {
  const { path, write } = useWorkplace();

  /** How long apiKey and phone are; their text is a secret. */
  async function lengths(env: Record<string, string | undefined>): Promise<string | undefined> {
    const result = await runTold([teller], [], env);
    return /finding: plain call: GET \/ok: (\S+)/.exec(result.stdout)?.[1] ?? result.stdout + result.stderr;
  }

  function runTold(
    items: ReturnType<typeof request>[],
    args: string[],
    env: Record<string, string | undefined> = {},
    values: Record<string, string> = {},
  ): Promise<CommandResult> {
    write('collection.json', collection(items));
    return withLoopbackServer(
      (_request, response) => response.end('{}'),
      (baseUrl) => {
        write('env.json', environment({ baseUrl, apiKey: 'of-the-file', phone: '', ...values }));
        const all = ['--env', './env.json', '--collection', 'collection.json', ...args];
        return runCommand('contract', all, { cwd: path('.'), env });
      },
    );
  }

  it('are taken from the process, then from .env, then from the environment', async () => {
    const unset = { NOVAPOST_API_KEY: undefined, NOVAPOST_PHONE: undefined };
    write('.env', '\ufeffNOVAPOST_API_KEY="key of .env"\n# a comment\nNOVAPOST_PHONE=380501112233\n');
    assert.equal(await lengths(unset), '11-12');
    assert.equal(await lengths({ ...unset, NOVAPOST_API_KEY: 'key-of-the-process' }), '18-12');
    assert.equal(await lengths({}), '11-0');
  });

  it('name the proxy, which newman then asks', async () => {
    let asked = '';
    const result = await withLoopbackServer(
      (incoming, response) => {
        asked = incoming.url ?? '';
        response.end('{}');
      },
      (proxy) =>
        runTold(
          [request('ok', { test: check })],
          [],
          { HTTP_PROXY: proxy, NO_PROXY: '' },
          { baseUrl: 'http://api.test' },
        ),
    );
    assert.equal(lastLine(result.stdout), 'Kept: 1 check passed on 1 request');
    assert.equal(asked, 'http://api.test/ok');
  });

  it('name no proxy for the stand-in', async () => {
    const args = ['--folder', 'Convert an amount into other currencies', '--no-probes'];
    const env = { HTTP_PROXY: 'http://127.0.0.1:1', http_proxy: 'http://127.0.0.1:1', NO_PROXY: undefined };
    const result = await runCommand('contract', args, { cwd: path('.'), env });
    assert.equal(lastLine(result.stdout), 'Kept: 3 checks passed on 1 request');
  });

  it('give a pause between requests', async () => {
    const items = [request('one', { test: check }), request('two', { test: check })];
    const times: number[] = [];
    write('collection.json', collection(items));
    await withLoopbackServer(
      (_request, response) => {
        times.push(Date.now());
        response.end('{}');
      },
      (baseUrl) => {
        write('env.json', environment({ baseUrl }));
        const args = ['--env', './env.json', '--collection', 'collection.json', '--delay-request', '300'];
        return runCommand('contract', args, { cwd: path('.') });
      },
    );
    assert.ok((times[1] ?? 0) - (times[0] ?? 0) >= 290, times.join());
  });

  it('show what goes to production before it goes', async () => {
    const items = [request('one', { test: check }), request('two', { test: check })];
    const result = await runTold(items, ['--yes'], {}, { environment: 'production' });
    assert.match(result.stdout, /^PRODUCTION: 127\.0\.0\.1:\d+\n {2}up to 2 requests, .* no probes:\n/);
    assert.equal(result.exitCode, 0);
  });

  it('are all in a help that fits a screen', () => {
    const lines = contractUsage.trim().split('\n');
    assert.ok(lines.length <= 40, `${lines.length} lines`);
    assert.ok(Math.max(...lines.map((line) => line.length)) <= 104);
    for (const flag of Object.keys(contractFlags))
      assert.match(contractUsage, new RegExp(`^  --${flag} `, 'm'));
  });

  it('have no colour and no progress where there is no terminal', async () => {
    const result = await runTold([request('ok', { test: check })], []);
    assert.ok(!result.stdout.includes('\u001b'), result.stdout);
  });
});
