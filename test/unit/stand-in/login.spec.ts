import assert from 'node:assert/strict';
import { decodeJwt, decodeProtectedHeader, jwtVerify, SignJWT, UnsecuredJWT } from 'jose';
import type { StandIn } from '../../../scripts/stand-in/start-stand-in';
import { smallContract } from '../../support/small-contract';
import { logIn, withStandIn } from '../../support/with-stand-in';

const noon = Date.UTC(2026, 0, 2, 12);
const signingKey = 'a signing key for tests, 32 bytes';

async function statusOf(standIn: StandIn, authorization?: string): Promise<number> {
  const headers: Record<string, string> = authorization === undefined ? {} : { Authorization: authorization };
  const answer = await fetch(`${standIn.url}/parcels`, { headers });
  await answer.arrayBuffer();
  return answer.status;
}

describe('the login of the stand-in', () => {
  it('gives a signed jwt that lives as long as the contract says, by the clock that was handed in', async () => {
    await withStandIn({ now: () => noon, signingKey }, async (standIn) => {
      const answer = await fetch(`${standIn.url}/clients/authorization?apiKey=PUBLIC-KEY`);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('date'), 'Fri, 02 Jan 2026 12:00:00 GMT');
      const { jwt } = (await answer.json()) as { jwt: string };
      const { payload, protectedHeader } = await jwtVerify(jwt, new TextEncoder().encode(signingKey), {
        currentDate: new Date(noon),
      });
      assert.equal(protectedHeader.alg, 'HS256');
      assert.equal(payload.iat, noon / 1000);
      assert.equal(payload.exp, noon / 1000 + 3600);
      assert.equal(payload.iss, 'stand-in');
      assert.equal(typeof payload.cid, 'string');
      assert.equal(typeof payload.jti, 'string');
    });
  });

  it('keeps the apiKey out of the jwt', async () => {
    await withStandIn({}, async (standIn) => {
      const jwt = await logIn(standIn);
      assert.ok(!JSON.stringify([decodeJwt(jwt), decodeProtectedHeader(jwt)]).includes('PUBLIC-KEY'));
    });
  });

  const refusals: [given: string, query: string, status: number, names: string][] = [
    ['no apiKey', '', 422, 'apiKey'],
    ['an empty apiKey', '?apiKey=', 422, 'apiKey'],
    ['a wrong apiKey', '?apiKey=SECRET-OF-SOMEBODY', 401, 'apiKey'],
    ['an unresolved variable', '?apiKey={{apiKey}}', 401, 'apiKey'],
    ['encoding that cannot be decoded', '?apiKey=%zz', 422, 'percent-encoding'],
  ];
  for (const [given, query, status, names] of refusals) {
    it(`answers ${status} in the documented shape to ${given}`, async () => {
      await withStandIn({}, async (standIn) => {
        const answer = await fetch(`${standIn.url}/clients/authorization${query}`);
        const body = (await answer.json()) as { errors: { '': string } };
        assert.equal(answer.status, status);
        assert.match(body.errors[''], new RegExp(names));
        assert.ok(!JSON.stringify(body).includes('SECRET'));
      });
    });
  }

  it('takes the apiKey from a header where the contract says so', async () => {
    const login = { ...mustLogin(), apiKey: { in: 'header' as const, name: 'X-Api-Key' } };
    const operations = smallContract.operations.map((operation) => ({ ...operation, parameters: [] }));
    await withStandIn({ contract: { ...smallContract, login, operations } }, async (standIn) => {
      const url = `${standIn.url}/clients/authorization`;
      assert.equal((await fetch(url, { headers: { 'x-api-key': 'PUBLIC-KEY' } })).status, 200);
      assert.equal((await fetch(`${url}?X-Api-Key=PUBLIC-KEY`)).status, 422);
    });
  });

  it('takes other apiKeys when they are handed in', async () => {
    await withStandIn({ apiKeys: ['first', 'second'] }, async (standIn) => {
      assert.equal(await statusOf(standIn, await logIn(standIn, 'second')), 200);
      const answer = await fetch(`${standIn.url}/clients/authorization?apiKey=PUBLIC-KEY`);
      assert.equal(answer.status, 401);
    });
  });

  it('is an ordinary operation, and any credential will do, where the contract knows no login', async () => {
    await withStandIn({ contract: { ...smallContract, login: undefined } }, async (standIn) => {
      assert.equal(await statusOf(standIn, 'any'), 200);
      assert.equal(await statusOf(standIn), 401);
      assert.equal(await logIn(standIn), 'header.payload.signature');
    });
  });
});

describe('a protected operation of the stand-in', () => {
  it('lets a valid jwt in until the clock passes its end', async () => {
    let now = noon;
    await withStandIn({ now: () => now }, async (standIn) => {
      const jwt = await logIn(standIn);
      now += 3_599_000;
      assert.equal(await statusOf(standIn, jwt), 200);
      now += 1000;
      assert.equal(await statusOf(standIn, jwt), 401);
    });
  });

  const claims = { iss: 'stand-in', iat: noon / 1000, exp: noon / 1000 + 3600 };
  const refused: [given: string, make: (jwt: string) => string | undefined | Promise<string>][] = [
    ['no jwt', () => undefined],
    ['an empty one', () => ''],
    ['a literal {{jwt}}', () => '{{jwt}}'],
    ['Bearer in front of it', (jwt) => `Bearer ${jwt}`],
    ['a foreign signature', () => sign(claims, 'another key, also of 32 bytes or so')],
    ['alg none', () => new UnsecuredJWT(claims).encode()],
    ['altered claims', alterClaims],
    [
      'an altered signature',
      (jwt) => jwt.replace(/\.([^.])([^.]*)$/, (_all, first, rest) => `.${first === 'A' ? 'B' : 'A'}${rest}`),
    ],
    ['two parts', (jwt) => jwt.split('.').slice(0, 2).join('.')],
    ['no end', () => sign({ iss: 'stand-in', iat: noon / 1000 }, signingKey)],
    ['another issuer', () => sign({ ...claims, iss: 'elsewhere' }, signingKey)],
  ];
  for (const [given, make] of refused) {
    it(`answers 401 in the documented shape to ${given}`, async () => {
      await withStandIn({ now: () => noon, signingKey }, async (standIn) => {
        const jwt = await make(await logIn(standIn));
        const headers: Record<string, string> = jwt === undefined ? {} : { Authorization: jwt };
        const answer = await fetch(`${standIn.url}/parcels`, { headers });
        const body = (await answer.json()) as { errors: { '': string } };
        assert.equal(answer.status, 401);
        assert.match(body.errors[''], /^header Authorization: /);
        assert.ok(!jwt || !JSON.stringify(body).includes(jwt));
      });
    });
  }

  it('refuses the jwts of another start, whose key is another', async () => {
    const jwt = await withStandIn({}, logIn);
    await withStandIn({}, async (standIn) => {
      assert.equal(await statusOf(standIn, jwt), 401);
    });
  });

  it('is refused for its jwt before its input is looked at', async () => {
    await withStandIn({}, async (standIn) => {
      assert.equal((await fetch(`${standIn.url}/parcels?limit=many`)).status, 401);
    });
  });
});

function mustLogin() {
  assert.ok(smallContract.login);
  return smallContract.login;
}

function sign(claims: Record<string, string | number>, key: string): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(key));
}

function alterClaims(jwt: string): string {
  const [header = '', , signature = ''] = jwt.split('.');
  const altered = { ...decodeJwt(jwt), exp: noon / 1000 + 999_999 };
  return [header, Buffer.from(JSON.stringify(altered)).toString('base64url'), signature].join('.');
}
