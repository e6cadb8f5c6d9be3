import assert from 'node:assert/strict';
import { checkCall } from '../support/script-host-collection';
import { hosts, openScriptHost, type ScriptHost } from '../support/script-host-sandbox';
import { type JwtOptions, signJwt } from '../support/script-host-server';

const parts = 'jwt has three readable parts';
const signed = 'jwt is signed';
const alive = 'jwt has not ended';
const life = 'jwt lives as long as promised';
const unreadable = (came: string) => ({
  [parts]: `promises a jwt at /data/jwt (header.claims.signature); came ${came}`,
});
const shortLife = (came: string) => ({ [life]: `promises a jwt of 3600 s; came ${came}` });

/** The jwt in the answer, and the checks that fail. */
const cases: [string, unknown, Record<string, string>][] = [
  ['is kept', signJwt(), {}],
  ['is kept where it lives a tenth longer', signJwt({ exp: 3960 }), {}],
  ['is kept where it lives a tenth less', signJwt({ exp: 3240 }), {}],
  ['fails where it lives longer than that', signJwt({ exp: 3961 }), shortLife('one of 3961 s')],
  ['fails where it lives less than that', signJwt({ exp: 3239 }), shortLife('one of 3239 s')],
  ['is kept with another alg', signJwt({ alg: 'RS256' }), {}],
  ['fails without exp', signJwt({ exp: null }), shortLife('no exp in its claims')],
  ['is kept without iat', signJwt({ iat: null }), {}],
  ['is kept without iat where little of its life is left', signJwt({ iat: null, exp: 1800 }), {}],
  ['fails where it is missing', undefined, unreadable('nothing')],
  ['fails where it is empty', '', unreadable('an empty string')],
  ['fails where it is no text', 4, unreadable('another number')],
  ['fails where it has two parts', signJwt().split('.', 2).join('.'), unreadable('another string')],
  ['fails where its header is not readable', `x${signJwt()}`, unreadable('another string')],
  ['fails where its claims are a text', 'e30.ImEi.c2ln', unreadable('another string')],
  [
    'fails without alg',
    'e30.e30.c2ln',
    { [signed]: 'promises a signed jwt; came alg missing', ...shortLife('no exp in its claims') },
  ],
  [
    'fails where alg is none',
    signJwt({ alg: 'None' }),
    { [signed]: 'promises a signed jwt; came alg "None"' },
  ],
  [
    'fails without a signature',
    signJwt().replace(/[^.]*$/, ''),
    { [signed]: 'promises a signed jwt; came alg "HS256" with no signature' },
  ],
];

for (const name of hosts) {
  describe(`the jwt in a login’s answer in ${name}`, () => {
    let host: ScriptHost;
    before(async () => {
      host = await openScriptHost(name);
    });
    after(() => host.close());

    const failuresFor = async (
      jwt: unknown,
      headers: Record<string, string> = {},
      code = 200,
      source?: string,
    ) => {
      const answers = { '200': { 'application/json': true }, '401': { 'application/json': true } };
      const promised = { at: '/data/jwt', lifetime: 3600, ...(source && { source }) };
      const verdicts = await host.judge(checkCall({ operation: 'GET /login', answers, jwt: promised }), {
        code,
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ data: { jwt } }),
      });
      return Object.fromEntries(
        verdicts.flatMap(({ name: check, message }) => (message === undefined ? [] : [[check, message]])),
      );
    };

    for (const [title, jwt, failed] of cases) {
      it(title, async () => {
        const told = Object.entries(failed).map(([check, message]) => [check, `GET /login: ${message}`]);
        assert.deepEqual(await failuresFor(jwt), Object.fromEntries(told));
      });
    }

    it('is judged by the server’s time', async () => {
      const begun: JwtOptions = { iat: -7200, exp: -3600 };
      const then = new Date(Date.now() - 5400_000).toUTCString();
      assert.deepEqual(await failuresFor(signJwt(begun), { date: then }), {});
      assert.match(
        (await failuresFor(signJwt(begun)))[alive] ?? '',
        /promises a jwt for use; its exp is \d+$/,
      );
    });

    it('fails without iat where more is left than was promised', async () => {
      const date = new Date().toUTCString();
      const [message] = Object.values(await failuresFor(signJwt({ iat: null, exp: 86_400 }), { date }));
      assert.match(message ?? '', /promises a jwt of 3600 s; came one of 86\d\d\d s$/);
    });

    it('fails with the page that promises its life', async () => {
      const source = 'https://example.com/jwt';
      const message = Object.values(await failuresFor(signJwt({ exp: 60 }), {}, 200, source)).join();
      assert.equal(
        message,
        'GET /login: promises a jwt of 3600 s (https://example.com/jwt); came one of 60 s',
      );
    });

    it('is not judged where the login is refused', async () => {
      assert.deepEqual(Object.keys(await failuresFor('', {}, 401)), ['status is documented and a success']);
    });
  });
}
