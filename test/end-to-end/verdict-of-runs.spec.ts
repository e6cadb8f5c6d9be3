import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { runNewman } from '../../scripts/run/newman/run-newman';
import { type Verdict, verdictOf } from '../../scripts/run/verdict/verdict';
import type { JsonObject } from '../../scripts/spec/document';
import { withLoopbackServer } from '../support/loopback-server';
import { collection, environment, request } from '../support/postman-parts';

const check = "pm.test('status is 200', () => pm.response.to.have.status(200));";
const ok = request('ok', { test: check });
const skip = 'pm.execution.skipRequest();';

/** What stands in the collection, the exit code, and the last line of the summary. */
const situations: [string, JsonObject[], number, string][] = [
  [
    'every request is held back',
    [request('write', { prerequest: `pm.test.skip('not tested: set allowWrites');${skip}` })],
    2,
    'Not tested: every request was skipped',
  ],
  [
    'one of two requests is held back',
    [ok, request('write', { prerequest: `pm.test.skip('not tested: set allowWrites');${skip}` })],
    0,
    'Kept: 1 check passed on 1 request; 1 request skipped',
  ],
  [
    'a request is skipped without a word',
    [ok, request('mute', { prerequest: skip })],
    2,
    'Not tested: mute (GET /mute): skipped without a reason',
  ],
  ['no answer is checked', [request('ok')], 2, 'Not tested: no answer was checked'],
  ['there is no request at all', [], 2, 'Not tested: no request was selected'],
  [
    'a script throws',
    [request('ok', { prerequest: "throw new Error('oops');", test: check })],
    2,
    'Not tested: ok (GET /ok): a script failed: Error: oops',
  ],
  [
    'a script throws in a callback',
    [
      request('ok', {
        prerequest:
          "pm.sendRequest(pm.environment.get('baseUrl') + '/ok', () => { throw new Error('late'); });",
        test: check,
      }),
    ],
    2,
    'Not tested: ok (GET /ok): a script failed: Error: late',
  ],
  [
    'a script ends the run early',
    [request('ok', { test: `${check} pm.execution.setNextRequest(null);` }), request('left'), request('out')],
    2,
    'Not tested: left (GET /left): never reached (and 1 more)',
  ],
  [
    'a request is repeated',
    [
      request('ok', {
        test: `${check}
          if (!pm.variables.get('again')) pm.execution.setNextRequest(pm.info.requestId);
          pm.variables.set('again', 'yes');`,
      }),
    ],
    0,
    'Kept: 2 checks passed on 1 request',
  ],
  [
    'the service is unavailable',
    [ok, request('unavailable', { test: "pm.test('documented', () => {});" })],
    2,
    'Not tested: unavailable (GET /unavailable): the service is unavailable (503)',
  ],
  [
    'the connection is cut',
    [request('cut', { test: check })],
    2,
    'Not tested: cut (GET /cut): no answer: socket hang up',
  ],
];

describe('the verdict on a run with newman', () => {
  for (const [situation, items, exitCode, last] of situations) {
    it(`is ${exitCode} when ${situation}`, async () => {
      const verdict = await withLoopbackServer(answer, (baseUrl) => judge(items, baseUrl));
      assert.equal(verdict.lines.at(-1), last);
      assert.equal(verdict.exitCode, exitCode);
    });
  }

  it('is 2 when the host cannot be reached', async () => {
    const baseUrl = await withLoopbackServer(answer, async (url) => url);
    const verdict = await judge([ok, request('other', { test: check })], baseUrl);
    const refusal = `connect ECONNREFUSED ${baseUrl.slice('http://'.length)}`;
    assert.equal(verdict.lines.at(-1), `Not tested: ok (GET /ok): no answer: ${refusal} (and 1 more)`);
    assert.equal(verdict.exitCode, 2);
  });
});

async function judge(items: JsonObject[], baseUrl: string): Promise<Verdict> {
  const record = await runNewman({
    collection: collection(items),
    environment: environment({ baseUrl }),
    folders: [],
    colour: false,
    write: () => {},
  });
  return verdictOf(record);
}

/** 200, unless the path says otherwise. */
function answer(incoming: IncomingMessage, response: ServerResponse): void {
  if (incoming.url === '/cut') {
    incoming.socket.destroy();
    return;
  }
  response.writeHead(incoming.url === '/unavailable' ? 503 : 200, { 'content-type': 'application/json' });
  response.end('{}');
}
