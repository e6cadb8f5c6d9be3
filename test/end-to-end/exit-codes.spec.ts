import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { check, lastLine, ok, useWorkplace } from '../support/contract-workplace';
import { withLoopbackServer } from '../support/loopback-server';
import { collection, environment, request } from '../support/postman-parts';
import { runCommand } from '../support/run-command';
import { jwt, type Situation, situations } from '../support/run-situations';

describe('the exit code of npm run contract, and its last line', () => {
  const { path, write } = useWorkplace();

  for (const { situation, exitCode, last, ...given } of situations) {
    it(`are ${exitCode}, “${last}” when ${situation}`, async () => {
      const { items, file, args = [], values } = given;
      await withLoopbackServer(answerAs(given), async (baseUrl) => {
        write(
          'env.json',
          environment({ baseUrl, apiKey: 'key-of-the-test', allowWrites: 'true', ...values }),
        );
        if (file !== undefined || items !== undefined)
          write('collection.json', file ?? collection(items ?? []));
        const isOwn = file === undefined && items === undefined;
        const chosen = isOwn ? [] : ['--collection', 'collection.json'];
        const env = args.includes('--env') ? [] : ['--env', './env.json'];
        const result = await runCommand('contract', [...env, ...chosen, ...args], { cwd: path('.') });
        const host = baseUrl.slice('http://'.length);
        assert.equal(lastLine(result.stdout)?.replaceAll(host, 'HOST'), last, result.stdout + result.stderr);
        assert.equal(result.exitCode, exitCode);
      });
    });
  }

  it('are 2 and the refusal when the host cannot be reached', async () => {
    const baseUrl = await withLoopbackServer(answerAs({}), async (url) => url);
    write('env.json', environment({ baseUrl }));
    write('collection.json', collection([ok]));
    const args = ['--env', './env.json', '--collection', 'collection.json'];
    const result = await runCommand('contract', args, { cwd: path('.') });
    const refusal = `connect ECONNREFUSED ${baseUrl.slice('http://'.length)}`;
    assert.equal(lastLine(result.stdout), `Not tested: ok (GET /ok): no answer: ${refusal}`);
    assert.equal(result.exitCode, 2);
  });

  it('are 2 and the signal when the run is interrupted', async () => {
    write('collection.json', collection([ok, request('hang', { test: check })]));
    let stop = () => {};
    const hang = (incoming: IncomingMessage, response: ServerResponse) => {
      if (incoming.url === '/hang') stop();
      else answerAs({})(incoming, response);
    };
    const result = await withLoopbackServer(hang, (baseUrl) => {
      write('env.json', environment({ baseUrl }));
      return runCommand('contract', ['--env', './env.json', '--collection', 'collection.json'], {
        cwd: path('.'),
        onStart: (child) => {
          stop = () => child.kill('SIGTERM');
        },
      });
    });
    assert.equal(lastLine(result.stdout), 'Not tested: stopped by SIGTERM after 1 of 2 requests');
    assert.equal(result.exitCode, 2);
  });
});

/** Whoever asks is to ask again at once. */
function answerAs({ answers, login = jwt }: Pick<Situation, 'answers' | 'login'>) {
  return (incoming: IncomingMessage, response: ServerResponse): void => {
    const url = incoming.url ?? '';
    if (url === '/hang') return;
    if (url === '/cut') {
      incoming.socket.destroy();
      return;
    }
    const usual = { status: url === '/broken' ? 500 : 200, body: '{}' };
    const { status, body = '' } = url.includes('/clients/authorization') ? login : (answers ?? usual);
    response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '0' });
    response.end(body);
  };
}
