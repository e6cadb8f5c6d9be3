import assert from 'node:assert/strict';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { type Fault, limitedTo } from '../../../scripts/stand-in/faults/fault';
import { faults } from '../../../scripts/stand-in/faults/faults';
import type { StandIn } from '../../../scripts/stand-in/start-stand-in';
import { logIn, withStandIn } from '../../support/with-stand-in';

const noon = Date.UTC(2026, 0, 2, 12);

function fault(name: string): Fault {
  const found = faults.find((known) => known.name === name);
  assert.ok(found, `there is no fault ${name}`);
  return found;
}

/** What a client sees of one answer: `closed`, or `STATUS TYPE BODY`. */
async function seen(standIn: StandIn, target: string, init: RequestInit = {}): Promise<string> {
  let answer: Response;
  try {
    answer = await fetch(`${standIn.url}${target}`, { redirect: 'manual', ...init });
  } catch {
    return 'closed';
  }
  const where = answer.headers.get('location') ?? '';
  return `${answer.status} ${answer.headers.get('content-type') ?? ''} ${where}${await answer.text()}`.trim();
}

const login = '/clients/authorization?apiKey=PUBLIC-KEY';
const told = 'the stand-in was told to';

describe('the faults of the stand-in', () => {
  it('have names that differ, and a line of what they break', () => {
    assert.equal(new Set(faults.map(({ name }) => name)).size, faults.length);
    for (const { name, breaks } of faults) {
      assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)*$/);
      assert.match(breaks, /^[^\n]{8,90}$/);
    }
  });

  const logins: [name: string, want: string[]][] = [
    ['login-401', Array(3).fill(`401 application/json {"errors":{"":"${told} answer 401"}}`)],
    ['login-422', Array(3).fill(`422 application/json {"errors":{"":"${told} answer 422"}}`)],
    ['login-503', Array(5).fill(`503 application/json {"errors":{"":"${told} answer 503"}}`)],
    ['login-429', ['429 application/json {"message":"too many requests"}']],
    ['login-empty-object', ['200 application/json {}']],
    ['login-empty-jwt', ['200 application/json {"jwt":""}']],
    ['login-redirect', ['302  /stand-in/sign-in']],
    ['login-closes', ['closed', 'closed', 'closed']],
  ];
  for (const [name, want] of logins) {
    it(`${name}: ${fault(name).breaks}`, async () => {
      await withStandIn({ faults: [fault(name)] }, async (standIn) => {
        for (const answer of want) assert.equal(await seen(standIn, login), answer);
        assert.ok(standIn.requests.every((request) => request.faults.join() === name));
      });
    });
  }

  it('login-429 says when to come back', async () => {
    await withStandIn({ faults: [fault('login-429')] }, async ({ url }) => {
      assert.equal((await fetch(`${url}${login}`)).headers.get('retry-after'), '1');
    });
  });

  it('login-html answers 200 with a page', async () => {
    await withStandIn({ faults: [fault('login-html')] }, async (standIn) => {
      assert.match(await seen(standIn, login), /^200 text\/html; charset=utf-8 <!doctype html>/);
    });
  });

  for (const [name, broken] of [
    ['login-503-twice', /^503 /],
    ['login-closes-once', /^closed$/],
  ] as const) {
    it(`${name}: then it is well again, with a jwt that is good`, async () => {
      await withStandIn({ faults: [fault(name)] }, async (standIn) => {
        for (let count = 0; count < (fault(name).times ?? 0); count++) {
          assert.match(await seen(standIn, login), broken);
        }
        const headers = { Authorization: await logIn(standIn) };
        assert.match(await seen(standIn, '/parcels', { headers }), /^200 /);
      });
    });
  }

  it('a redirect leads to a page that looks like a success to a client that follows', async () => {
    await withStandIn({ faults: [fault('login-redirect')] }, async ({ url }) => {
      const answer = await fetch(`${url}${login}`);
      assert.equal(answer.status, 200);
      assert.match(await answer.text(), /Sign in/);
    });
  });

  it('jwt-unsigned: three parts, alg none, the last one empty', async () => {
    await withStandIn({ faults: [fault('jwt-unsigned')] }, async (standIn) => {
      const jwt = await logIn(standIn);
      assert.match(jwt, /^[\w-]+\.[\w-]+\.$/);
      assert.equal(JSON.parse(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString()).alg, 'none');
    });
  });

  it('jwt-two-parts: header and claims', async () => {
    await withStandIn({ faults: [fault('jwt-two-parts')] }, async (standIn) => {
      assert.match(await logIn(standIn), /^[\w-]+\.[\w-]+$/);
    });
  });

  for (const [name, begins, ends] of [
    ['jwt-expired', -3660, -60],
    ['jwt-lives-a-day', 0, 86_400],
  ] as const) {
    it(`${name}: signed, from ${begins} to ${ends} seconds after now`, async () => {
      await withStandIn({ faults: [fault(name)], now: () => noon }, async (standIn) => {
        const jwt = await logIn(standIn);
        assert.equal(decodeProtectedHeader(jwt).alg, 'HS256');
        const { iat, exp } = decodeJwt(jwt);
        assert.deepEqual([iat, exp], [noon / 1000 + begins, noon / 1000 + ends]);
      });
    });
  }

  it('login-repeats-jwt: the same at minute 50, another one after its end', async () => {
    let now = noon;
    await withStandIn({ faults: [fault('login-repeats-jwt')], now: () => now }, async (standIn) => {
      const first = await logIn(standIn);
      now += 50 * 60_000;
      assert.equal(await logIn(standIn), first);
      now += 10 * 60_000;
      assert.notEqual(await logIn(standIn), first);
    });
  });

  for (const [name, want] of [
    ['refuses-jwt-once', ['200', '401', '200', '200']],
    ['refuses-every-jwt', ['401', '401', '401', '401']],
  ] as const) {
    it(`${name}: ${want.join(', ')}`, async () => {
      await withStandIn({ faults: [fault(name)] }, async (standIn) => {
        const headers = { Authorization: await logIn(standIn) };
        for (const status of want)
          assert.equal((await seen(standIn, '/parcels', { headers })).slice(0, 3), status);
      });
    });
  }

  it('open-door: answers without a jwt, and with a wrong one', async () => {
    await withStandIn({ faults: [fault('open-door')] }, async (standIn) => {
      assert.match(await seen(standIn, '/parcels'), /^200 application\/json {"items"/);
      assert.match(await seen(standIn, '/parcels', { headers: { Authorization: 'x.y.z' } }), /^200 /);
    });
  });

  const parcel = '{"id":7,"state":"new","weight":1.5}';
  const answers: [name: string, method: string, target: string, want: string][] = [
    ['status-500', 'GET', '/parcels/7', '500 application/json {"message":"Internal Server Error"}'],
    ['undocumented-status', 'GET', '/parcels/7', `201 application/json ${parcel}`],
    [
      'html-instead',
      'GET',
      '/parcels/7',
      '200 text/html; charset=utf-8 <!doctype html><html lang="en"><title>Welcome</title><h1>Welcome</h1></html>',
    ],
    ['empty-body', 'GET', '/parcels/7', '200 application/json'],
    ['wrong-media-type', 'GET', '/parcels/7', `200 text/plain ${parcel}`],
    ['not-json', 'GET', '/parcels/7', `200 application/json ${parcel.slice(0, -1)}`],
    [
      'wrong-type',
      'GET',
      '/parcels/7',
      '200 application/json {"id":"wrong type","state":"new","weight":1.5}',
    ],
    ['missing-required-field', 'GET', '/parcels/7', '200 application/json {"state":"new","weight":1.5}'],
    ['missing-required-field', 'GET', '/parcels', '200 application/json {}'],
    ['redirect-to-login', 'GET', '/parcels/7', '302  /stand-in/sign-in'],
    ['closes-connection', 'GET', '/parcels/7', 'closed'],
    ['unavailable-503', 'GET', '/parcels/7', `503 application/json {"errors":{"":"${told} be unavailable"}}`],
    ['extra-body-on-204', 'DELETE', '/parcels/7', '204 application/json'],
    ['undocumented-status', 'DELETE', '/parcels/7', '200'],
  ];
  for (const [name, method, target, want] of answers) {
    it(`${name} on ${method} ${target}: ${fault(name).breaks}; the login is left alone`, async () => {
      await withStandIn({ faults: [fault(name)] }, async (standIn) => {
        const headers = { Authorization: await logIn(standIn) };
        assert.equal(await seen(standIn, target, { method, headers }), want);
        assert.deepEqual(
          standIn.requests.map((request) => request.faults),
          [[], [name]],
        );
      });
    });
  }

  for (const [name, method, target] of [
    ['extra-body-on-204', 'GET', '/parcels/7'],
    ['not-json', 'GET', '/parcels/print'],
    ['wrong-type', 'GET', '/parcels/print'],
    ['wrong-media-type', 'DELETE', '/parcels/7'],
    ['html-instead', 'DELETE', '/parcels/7'],
    ['empty-body', 'DELETE', '/parcels/7'],
    ['status-500', 'GET', '/parcels/0'],
  ] as const) {
    it(`${name} has nothing to break on ${method} ${target}, and says so`, async () => {
      await withStandIn({ faults: [fault(name)] }, async (standIn) => {
        const headers = { Authorization: await logIn(standIn) };
        await seen(standIn, target, { method, headers });
        assert.deepEqual(standIn.requests.at(-1)?.faults, []);
      });
    });
  }

  it('can be limited to operations, the login among them', async () => {
    const limited = limitedTo(fault('status-500'), ['GET /parcels/{id}', 'GET /clients/authorization']);
    await withStandIn({ faults: [limited] }, async (standIn) => {
      assert.match(await seen(standIn, login), /^500 /);
    });
    const other = limitedTo(fault('status-500'), ['GET /parcels/{id}']);
    await withStandIn({ faults: [other] }, async (standIn) => {
      const headers = { Authorization: await logIn(standIn) };
      assert.match(await seen(standIn, '/parcels', { headers }), /^200 /);
      assert.match(await seen(standIn, '/parcels/7', { headers }), /^500 /);
    });
  });

  it('leave alone what an earlier one has made unreadable to them', async () => {
    const several = ['login-html', 'jwt-expired', 'html-instead', 'wrong-type', 'open-door'].map(fault);
    await withStandIn({ faults: several }, async (standIn) => {
      const headers = { Authorization: 'x.y.z' };
      assert.match(await seen(standIn, login), /^200 text\/html/);
      assert.match(await seen(standIn, '/parcels/7', { headers }), /^200 application\/json/);
      assert.deepEqual(
        standIn.requests.map((request) => request.faults),
        [['login-html'], ['open-door']],
      );
    });
    await withStandIn({ faults: ['html-instead', 'wrong-type'].map(fault) }, async (standIn) => {
      const headers = { Authorization: await logIn(standIn) };
      assert.match(await seen(standIn, '/parcels/7', { headers }), /^200 text\/html/);
      assert.deepEqual(standIn.requests.at(-1)?.faults, ['html-instead']);
    });
  });

  it('work together, and begin anew with each stand-in', async () => {
    const several = [fault('login-closes-once'), fault('refuses-jwt-once')];
    for (let start = 0; start < 2; start++) {
      await withStandIn({ faults: several }, async (standIn) => {
        assert.equal(await seen(standIn, login), 'closed');
        const headers = { Authorization: await logIn(standIn) };
        assert.match(await seen(standIn, '/parcels', { headers }), /^200 /);
        assert.match(await seen(standIn, '/parcels', { headers }), /^401 /);
      });
    }
  });
});
