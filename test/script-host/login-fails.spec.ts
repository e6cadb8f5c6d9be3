import assert from 'node:assert/strict';
import { itHolds, type Scenario } from '../support/script-host-scenario';
import { type Answer, signJwt } from '../support/script-host-server';

const html: Answer = { headers: { 'content-type': 'text/html' }, body: '<html>Log in</html>' };
const unavailable: Answer = { status: 503, body: {} };
const jwt = { body: { jwt: signJwt() } };
const logins = (count: number): string[] => Array.from({ length: count }, () => 'login key-1');
const login = (...answers: Answer[]) => ({ 'GET /clients/authorization': answers });
const again = (reason: string) => `login: skipped (not tested: ${reason}; a run sends this request again)`;
const later = 'the login answered 503: try again later';
const silent = 'the login got no answer: look at baseUrl';
const tooOften = 'the login answered 429: try again later';
const divisions = `GET /divisions ${jwt.body.jwt}`;

/** The login is refused for good: one request says why, the others are skipped, and nobody logs in again. */
function refused(title: string, answer: Answer, reason: string, ownLogin: string): Scenario[] {
  return [
    {
      title: `${title}, fetched for a call`,
      send: ['divisions', 'shipment', 'status'],
      answers: login(answer),
      wire: ['login key-1', 'GET /status'],
      outcomes: [
        `divisions: failed (not tested: ${reason})`,
        `shipment: skipped (not tested: ${reason})`,
        'status: kept',
      ],
      alsoInCli: title === 'is refused with 401',
    },
    {
      title: `${title}, as the collection’s own`,
      send: ['login', 'divisions', 'shipment', 'login 2'],
      answers: login(answer),
      wire: ['login key-1'],
      outcomes: [`login: failed (${ownLogin})`, 'divisions', 'shipment', 'login 2'].map((line) =>
        line.includes(':') ? line : `${line}: skipped (not tested: ${reason})`,
      ),
    },
  ];
}

const parts = 'jwt has three readable parts';
const noJwt = 'the login answered 200 with no jwt at /jwt: look at baseUrl and apiKey';

describe('a login', () => {
  itHolds([
    ...refused(
      'is refused with 401',
      { status: 401, body: { errors: ['key-1'] } },
      'the login answered 401: look at apiKey',
      'not tested: the login answered 401: look at apiKey',
    ),
    ...refused(
      'is refused with 422',
      { status: 422, body: {} },
      'the login answered 422: look at apiKey',
      'not tested: the login answered 422: look at apiKey',
    ),
    ...refused(
      'gives HTML',
      html,
      'the login answered 200 with no JSON: look at baseUrl',
      'media type is as documented',
    ),
    ...refused('gives {}', { body: {} }, noJwt, parts),
    ...refused('gives an empty jwt', { body: { jwt: '' } }, noJwt, parts),
    ...refused('gives a variable’s name', { body: { jwt: '{{jwt}}' } }, noJwt, parts),
    ...refused(
      'gives an unsigned jwt',
      { body: { jwt: signJwt({ alg: 'none' }) } },
      'the login answered 200 with a jwt that is not signed: look at baseUrl',
      'jwt is signed',
    ),
    ...refused(
      'gives an ended jwt',
      { body: { jwt: signJwt({ iat: -3700, exp: -100 }) } },
      'the login answered 200 with a jwt that has ended: try again later',
      'jwt has not ended',
    ),
    {
      title: 'is redirected to a page, as the collection’s own',
      send: ['login', 'divisions'],
      answers: login({ status: 302, headers: { location: '/status?apiKey=key-1' } }),
      wire: ['login key-1'],
      outcomes: [
        'login: failed (status is documented)',
        'divisions: skipped (not tested: the login answered 302: look at baseUrl)',
      ],
      inspect: ({ said }) => assert.match(said.join(), /302, which leads to \/status/),
    },
    {
      title: 'is redirected to a page, fetched for a call',
      send: ['divisions'],
      answers: { ...login({ status: 302, headers: { location: '/v.1.0/status' } }), 'GET /status': [html] },
      wire: ['login key-1', 'GET /status'],
      outcomes: ['divisions: failed (not tested: the login answered 200 with no JSON: look at baseUrl)'],
    },
    {
      title: 'that meets 503 twice is sent again, as the collection’s own',
      send: ['login', 'divisions'],
      answers: login(unavailable, unavailable, jwt),
      wire: [...logins(3), divisions],
      outcomes: [again(later), again(later), 'login: kept', 'divisions: kept'],
      waits: [1000, 2000],
      alsoInCli: true,
    },
    {
      title: 'that meets 503 twice is sent again, fetched for a call',
      send: ['divisions'],
      answers: login(unavailable, unavailable, jwt),
      wire: [...logins(3), divisions],
      outcomes: ['divisions: kept'],
      waits: [1000, 2000],
      alsoInCli: true,
    },
    {
      title: 'that meets 503 for good is sent four times in a run, as the collection’s own',
      send: ['login', 'divisions', 'shipment'],
      answers: login(unavailable),
      wire: logins(4),
      outcomes: [
        again(later),
        again(later),
        again(later),
        `login: failed (not tested: ${later})`,
        `divisions: skipped (not tested: ${later})`,
        `shipment: skipped (not tested: ${later})`,
      ],
      waits: [1000, 2000, 4000],
      alsoInCli: true,
    },
    {
      title: 'that meets 503 for good is sent four times in a run, fetched for a call, over iterations',
      send: ['divisions', 'shipment'],
      iterations: 2,
      answers: login(unavailable),
      wire: logins(4),
      outcomes: [
        `divisions: failed (not tested: ${later})`,
        `shipment: skipped (not tested: ${later})`,
        `divisions: skipped (not tested: ${later})`,
        `shipment: skipped (not tested: ${later})`,
      ],
      waits: [1000, 2000, 4000],
    },
    {
      title: 'that meets 429 waits as long as the server asks',
      send: ['divisions'],
      answers: login({ status: 429, headers: { 'retry-after': '7' } }, jwt),
      wire: [...logins(2), divisions],
      outcomes: ['divisions: kept'],
      waits: [7000],
    },
    {
      title: 'that meets 429 waits until the server’s date',
      send: ['divisions'],
      answers: login(
        {
          status: 429,
          headers: {
            'retry-after': 'Wed, 25 Nov 2026 10:00:09 GMT',
            date: 'Wed, 25 Nov 2026 10:00:00 GMT',
          },
        },
        jwt,
      ),
      wire: [...logins(2), divisions],
      outcomes: ['divisions: kept'],
      waits: [9000],
    },
    {
      title: 'that meets 429 is given up where the server asks for more than ten seconds in all',
      send: ['login', 'divisions'],
      answers: login(
        { status: 429, headers: { 'retry-after': '6' } },
        { status: 429, headers: { 'retry-after': '5' } },
      ),
      wire: logins(2),
      outcomes: [
        again(tooOften),
        `login: failed (not tested: ${tooOften})`,
        `divisions: skipped (not tested: ${tooOften})`,
      ],
      waits: [6000],
    },
    {
      title: 'whose connection is closed once is sent again',
      send: ['divisions'],
      answers: login('close', jwt),
      wire: [...logins(2), divisions],
      outcomes: ['divisions: kept'],
      waits: [1000],
    },
    {
      title: 'whose connection is closed for good is sent four times in a run',
      send: ['divisions', 'shipment'],
      answers: login('close'),
      wire: logins(4),
      outcomes: [
        'divisions: failed (not tested: the login got no answer (ECONNRESET): look at baseUrl)',
        'shipment: skipped (not tested: the login got no answer (ECONNRESET): look at baseUrl)',
      ],
      waits: [1000, 2000, 4000],
      alsoInCli: true,
    },
    {
      title: 'whose connection is closed for good is sent four times in a run, as the collection’s own',
      send: ['login', 'divisions', 'status'],
      answers: login('close'),
      wire: [...logins(4), 'GET /status'],
      outcomes: [
        again(silent),
        again(silent),
        again(silent),
        `login: failed (not tested: ${silent})`,
        `divisions: skipped (not tested: ${silent})`,
        'status: kept',
      ],
      waits: [1000, 2000, 4000],
      alsoInCli: true,
    },
  ]);
});
