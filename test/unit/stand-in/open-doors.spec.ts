import assert from 'node:assert/strict';
import { decodeJwt, UnsecuredJWT } from 'jose';
import { faults } from '../../../scripts/stand-in/faults/faults';
import type { StandIn } from '../../../scripts/stand-in/start-stand-in';
import { logIn, withStandIn } from '../../support/with-stand-in';

type Send = (standIn: StandIn) => Promise<{ target: string; init?: RequestInit }>;

const noon = Date.UTC(2026, 0, 2, 12);
const login = '/clients/authorization';
const withJwt = (jwt: string) => ({ target: '/parcels', init: { headers: { Authorization: jwt } } });
const post =
  (body: string, type = 'application/json'): Send =>
  async (standIn) => ({
    target: '/parcels',
    init: { method: 'POST', body, headers: { Authorization: await logIn(standIn), 'Content-Type': type } },
  });

/** Name of the fault, the request that it takes, and the status without the fault. */
const doors: [name: string, send: Send, refused: number][] = [
  ['takes-no-jwt', async () => ({ target: '/parcels' }), 401],
  ['takes-not-a-jwt', async () => withJwt('not-a-jwt'), 401],
  ['takes-other-signature', async (standIn) => withJwt(`${(await logIn(standIn)).slice(0, -6)}AAAAAA`), 401],
  [
    'takes-unsigned-jwt',
    async (standIn) => withJwt(new UnsecuredJWT(decodeJwt(await logIn(standIn))).encode()),
    401,
  ],
  ['takes-expired-jwt', async (standIn) => withJwt(standIn.expiredJwt), 401],
  ['takes-no-key', async () => ({ target: login }), 422],
  ['takes-empty-key', async () => ({ target: `${login}?apiKey=` }), 422],
  ['takes-wrong-key', async () => ({ target: `${login}?apiKey=NOBODY-HAS-IT` }), 401],
  ['takes-not-json', post('{'), 422],
  ['takes-missing-body', post(''), 422],
  ['takes-missing-field', post('{}'), 422],
  ['takes-wrong-type', post('{"weight":"1"}'), 422],
  ['takes-wrong-media-type', post('a', 'text/plain'), 422],
  ['takes-other-method', async () => ({ target: '/parcels', init: { method: 'PATCH' } }), 405],
];

describe('each door of the stand-in', () => {
  for (const [name, send, refused] of doors) {
    it(`is shut, and open with ${name} and no other fault`, async () => {
      for (const fault of faults.filter((each) => each.name.startsWith('takes-'))) {
        await withStandIn({ faults: [fault], now: () => noon }, async (standIn) => {
          const { target, init } = await send(standIn);
          const { status } = await fetch(`${standIn.url}${target}`, init);
          if (fault.name === name) assert.ok(status < 300, `${status}`);
          else if (!fault.name.includes('parameter')) assert.equal(status, refused, fault.name);
        });
      }
    });
  }

  it('stays shut to a jwt of its own that has ended', async () => {
    await withStandIn({ now: () => noon }, async ({ url, expiredJwt }) => {
      const { exp = 0 } = decodeJwt(expiredJwt);
      assert.ok(exp * 1000 < noon);
      const answer = await fetch(`${url}/parcels`, { headers: { Authorization: expiredJwt } });
      assert.equal(answer.status, 401);
      assert.match(await answer.text(), /the jwt has expired/);
    });
  });
});
