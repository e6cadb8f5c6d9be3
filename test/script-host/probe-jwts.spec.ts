import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { credential, wrongInput } from '../support/script-host-probes';
import { itHolds } from '../support/script-host-scenario';
import { type ScriptedServer, signJwt } from '../support/script-host-server';

const unauthorized = { status: 401, body: {} };
const wrong = { status: 422, body: {} };
const ended = signJwt({ iat: -7200, exp: -3600 });

function partsOf(jwt = '') {
  const [header = '', claims = '', signature = ''] = jwt.split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
  return { header: read(header), claims: read(claims) as { iat: number; exp: number }, signature };
}

const sent = ({ requests }: ScriptedServer) => requests.map(({ headers }) => headers.authorization);
describe('the jwts that are to be refused', () => {
  itHolds([
    {
      title: 'buy no jwt, and drop none',
      send: ['divisions'],
      probes: [credential(''), credential('not-a-jwt', 'not a jwt'), wrongInput],
      answers: { 'GET /divisions': [{ body: {} }, unauthorized, unauthorized, wrong] },
      wire: ['login key-1', 'GET /divisions jwt-1', 'GET /divisions', 'GET /divisions not-a-jwt'].concat(
        'GET /divisions jwt-1',
      ),
      outcomes: ['divisions: kept', 'no jwt: kept', 'not a jwt: kept', 'wrong input: kept'],
      alsoInCli: true,
    },
    {
      title: 'are like the kept one, but for the signature',
      send: ['divisions'],
      probes: [credential('{{probeJwtOtherSignature}}', 'other'), credential('{{probeJwtUnsigned}}', 'none')],
      answers: { 'GET /divisions': [{ body: {} }, unauthorized] },
      wire: ['login key-1', 'GET /divisions jwt-1', 'GET /divisions OTHER', 'GET /divisions UNSIGNED'],
      outcomes: ['divisions: kept', 'other: kept', 'none: kept'],
      inspect: (run, server) => {
        const [other, unsigned] = sent(server).slice(2);
        const real = partsOf(server.jwts[0]);
        assert.deepEqual({ ...partsOf(other), signature: real.signature }, real);
        assert.match(partsOf(other).signature, /^[\w-]{43}$/);
        assert.notEqual(partsOf(other).signature, real.signature);
        assert.deepEqual(partsOf(unsigned), {
          header: { alg: 'none', typ: 'JWT' },
          claims: real.claims,
          signature: '',
        });
        assert.match(unsigned ?? '', /^[\w-]+\.[\w-]+\.$/);
        assert.equal(run.environment.jwt, server.jwts[0]);
        assert.ok(!JSON.stringify(run.environment).includes(other ?? ''));
      },
    },
    {
      title: 'are made anew where none is kept, with another key each time',
      send: [],
      probes: ['first', 'second'].map((name) => credential('Bearer {{probeJwtOtherSignature}}', name)),
      answers: { 'GET /divisions': [unauthorized] },
      wire: ['GET /divisions Bearer OTHER', 'GET /divisions Bearer OTHER'],
      outcomes: ['first: kept', 'second: kept'],
      inspect: (_run, server) => {
        const [first, second] = sent(server).map((text) => text?.replace('Bearer ', ''));
        const { header, claims, signature } = partsOf(first);
        assert.deepEqual(header, { alg: 'HS256', typ: 'JWT' });
        assert.equal(claims.exp - claims.iat, 3600);
        assert.ok(Math.abs(claims.iat - Date.now() / 1000) < 60);
        assert.notEqual(partsOf(second).signature, signature);
        const text = (first ?? '').replace(/\.[^.]*$/, '');
        assert.notEqual(createHmac('sha256', '').update(text).digest('base64url'), signature);
      },
    },
    {
      title: 'are not provokable without expiredJwt',
      send: [],
      probes: [credential('{{expiredJwt}}', 'expired')],
      wire: [],
      outcomes: [
        'expired: skipped (not tested: not provokable: expiredJwt is empty: set the variable expiredJwt)',
      ],
      alsoInCli: true,
    },
    {
      title: 'are not provokable with one that may still be good',
      send: [],
      probes: [credential('{{expiredJwt}}', 'expired')],
      environment: { expiredJwt: signJwt() },
      wire: [],
      outcomes: [
        'expired: skipped (not tested: not provokable: expiredJwt does not say that it has ended: set the variable expiredJwt)',
      ],
    },
    {
      title: 'are sent when they have ended',
      send: [],
      probes: [credential('{{expiredJwt}}', 'expired')],
      environment: { expiredJwt: ended },
      answers: { 'GET /divisions': [unauthorized] },
      wire: [`GET /divisions ${ended}`],
      outcomes: ['expired: kept'],
    },
    {
      title: 'that are let in fail, and show no jwt',
      send: [],
      probes: [credential('{{expiredJwt}}', 'expired')],
      environment: { expiredJwt: ended },
      answers: { 'GET /divisions': [{ body: { came: ended } }] },
      wire: [`GET /divisions ${ended}`],
      outcomes: ['expired: failed (is refused)'],
    },
  ]);
});
