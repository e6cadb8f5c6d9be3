import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { runNewman } from '../../../scripts/run/newman/run-newman';
import type { Attempt, RunRecord } from '../../../scripts/run/run-record';
import type { JsonObject } from '../../../scripts/spec/document';
import { withLoopbackServer } from '../../support/loopback-server';
import { collection, environment, folder, request } from '../../support/postman-parts';

const status = "pm.test('status is 200', () => pm.response.to.have.status(200));";
const login =
  "pm.sendRequest(pm.environment.get('baseUrl') + '/login', (error, answer) => pm.environment.set('jwt', answer.json().jwt))";

/** Answers 200 with `{}`; on `/broken` 500. */
function answer(incoming: IncomingMessage, response: ServerResponse): void {
  response.writeHead(incoming.url === '/broken' ? 500 : 200, { 'content-type': 'application/json' });
  response.end(incoming.url === '/login' ? '{"jwt":"an-opaque-jwt"}' : '{}');
}

async function run(parts: JsonObject, folders: string[] = []): Promise<RunRecord & { output: string }> {
  return withLoopbackServer(answer, async (baseUrl) => {
    let output = '';
    const record = await runNewman({
      collection: parts,
      environment: environment({ baseUrl }),
      folders,
      colour: false,
      write: (text) => {
        output += text;
      },
    });
    return { ...record, output };
  });
}

/** When it began, and how long it took, differ each time. */
function timeless({ at: _, took: __, ...attempt }: Attempt): Attempt {
  return attempt;
}

describe('runNewman', () => {
  it('records status and checks of each request', async () => {
    const { requests } = await run(
      collection([folder('F', request('one', { test: status })), request('broken', { test: status })]),
    );
    assert.deepEqual(
      requests.map(({ name, attempts }) => [name, attempts.map(timeless)]),
      [
        [
          'one',
          [
            {
              ended: true,
              sent: true,
              status: 200,
              scriptErrors: [],
              scriptRequests: 0,
              checks: [{ name: 'status is 200', result: 'passed' }],
            },
          ],
        ],
        [
          'broken',
          [
            {
              ended: true,
              sent: true,
              status: 500,
              scriptErrors: [],
              scriptRequests: 0,
              checks: [
                {
                  name: 'status is 200',
                  result: 'failed',
                  message: 'expected response to have status code 200 but got 500',
                },
              ],
            },
          ],
        ],
      ],
    );
  });

  it('tells when a request was sent and how long its answer took', async () => {
    const { requests } = await run(collection([request('one', { test: status })]));
    const { at = '', took = -1 } = requests[0]?.attempts[0] ?? {};
    assert.ok(Math.abs(Date.parse(at) - Date.now()) < 60_000, at);
    assert.ok(took >= 0);
  });

  it('keeps apart what a request sends and what its scripts send', async () => {
    const { requests } = await run(collection([request('one', { prerequest: login })]));
    assert.equal(requests[0]?.attempts[0]?.scriptRequests, 1);
    assert.equal(requests[0]?.attempts[0]?.status, 200);
  });

  it('keeps the checks of a request that a script skips, with their reason', async () => {
    const prerequest = "pm.test.skip('not tested: no reason to'); pm.execution.skipRequest();";
    const { requests } = await run(collection([request('one', { prerequest, test: status })]));
    assert.deepEqual(requests[0]?.attempts.map(timeless), [
      {
        ended: true,
        sent: false,
        scriptErrors: [],
        scriptRequests: 0,
        checks: [{ name: 'not tested: no reason to', result: 'skipped' }],
      },
    ]);
  });

  it('takes a repeated request as one with two attempts', async () => {
    const again = `${status}
      const times = Number(pm.variables.get('times') || 0);
      pm.variables.set('times', times + 1);
      if (times === 0) pm.execution.setNextRequest(pm.info.requestId);`;
    const { requests } = await run(
      collection([request('one', { test: again }), request('two', { test: status })]),
    );
    assert.deepEqual(
      requests.map(({ attempts }) => attempts.length),
      [2, 1],
    );
  });

  it('lists the requests that a script left out by ending the run', async () => {
    const test = 'pm.execution.setNextRequest(null);';
    const { requests } = await run(collection([request('one', { test }), request('two')]));
    assert.deepEqual(
      requests.map(({ attempts }) => attempts.length),
      [1, 0],
    );
  });

  it('notices what scripts throw: at once, in a callback, or as a syntax error; each once', async () => {
    const inCallback =
      "pm.sendRequest(pm.environment.get('baseUrl'), () => { throw new TypeError('late'); });";
    const { requests } = await run(
      collection([
        request('one', { prerequest: "throw new Error('at once');" }),
        request('two', { prerequest: inCallback }),
        request('three', { test: 'let = ;' }),
      ]),
    );
    assert.deepEqual(
      requests.map(({ attempts }) => attempts[0]?.scriptErrors),
      [['Error: at once'], ['TypeError: late'], ["SyntaxError: Unexpected token ';'"]],
    );
  });

  it('runs nothing but the chosen folder, both of two with one name', async () => {
    const parts = collection([
      folder('A', request('one')),
      folder('B', request('two')),
      folder('A', request('three')),
    ]);
    const { requests, output } = await run(parts, ['A']);
    assert.deepEqual(
      requests.map(({ name, attempts }) => [name, attempts.length]),
      [
        ['one', 1],
        ['three', 1],
      ],
    );
    assert.ok(!output.includes('two'));
  });

  it('says why there was no answer', async () => {
    const destroy = (incoming: IncomingMessage) => incoming.socket.destroy();
    const record = await withLoopbackServer(destroy, (baseUrl) =>
      runNewman({
        collection: collection([request('one', { test: status })]),
        environment: environment({ baseUrl }),
        folders: [],
        colour: false,
        write: () => {},
      }),
    );
    const [first] = record.requests[0]?.attempts ?? [];
    assert.equal(first?.error, 'socket hang up');
    assert.equal(first?.status, undefined);
  });

  it('hides a jwt that came with a login, though nothing about its shape betrays it', async () => {
    const prerequest = login.replace(
      '=> pm',
      '=> { console.log(answer.json()); throw new Error(answer.json().jwt); pm',
    );
    const { output, requests } = await run(
      collection([request('one', { prerequest: `${prerequest.slice(0, -1)} })` })]),
    );
    assert.match(output, /\{ jwt: '\*\*\*' \}/);
    assert.deepEqual(requests[0]?.attempts[0]?.scriptErrors, ['Error: ***']);
  });

  it('prints no colours when it shall not, and gives the process its output back', async () => {
    const before = process.stdout.write;
    const { output } = await run(collection([request('broken', { test: status })]));
    assert.ok(!output.includes('\u001b'));
    assert.equal(process.stdout.write, before);
  });

  it('tells what requests create and neither they nor scripts delete', async () => {
    const deletes =
      "pm.sendRequest({ url: pm.environment.get('baseUrl') + '/two/7', method: 'DELETE' }, () => {});";
    const maker = (name: string, scripts: { test?: string } = {}) =>
      request(name, scripts, {
        request: {
          method: 'POST',
          url: { raw: `{{baseUrl}}/${name}`, host: ['{{baseUrl}}'], path: [name] },
          description: `Contract: \`POST /${name}\`\n\nDeleted by: \`DELETE /${name}/{id}\` (id at \`/id\`)`,
        },
      });
    const made = (incoming: IncomingMessage, response: ServerResponse) => {
      response.writeHead(incoming.method === 'POST' ? 201 : 204);
      response.end(incoming.method === 'POST' ? '{"id":7}' : '');
    };
    await withLoopbackServer(made, async (baseUrl) => {
      const { leftBehind } = await runNewman({
        collection: collection([maker('one'), maker('two', { test: deletes })]),
        environment: environment({ baseUrl }),
        folders: [],
        colour: false,
        write: () => {},
      });
      assert.deepEqual(leftBehind, [
        { operation: 'POST /one', id: '7', deleteBy: `DELETE ${baseUrl}/one/7` },
      ]);
    });
  });

  it('stops at once, with what had ended by then', async () => {
    const controller = new AbortController();
    const hang = (incoming: IncomingMessage, response: ServerResponse) => {
      if (incoming.url === '/hang') controller.abort('SIGINT');
      else answer(incoming, response);
    };
    const record = await withLoopbackServer(hang, (baseUrl) =>
      runNewman({
        collection: collection([request('one'), request('hang'), request('three')]),
        environment: environment({ baseUrl }),
        folders: [],
        colour: false,
        write: () => {},
        signal: controller.signal,
      }),
    );
    assert.equal(record.interrupted, 'SIGINT');
    assert.deepEqual(
      record.requests.map(({ attempts }) => attempts.map(({ ended }) => ended)),
      [[true], [false], []],
    );
  });
});
