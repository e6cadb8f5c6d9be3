import { itHolds } from '../support/script-host-scenario';
import type { Reply } from '../support/script-host-server';

const unavailable: Reply = { status: 503, body: {} };
const tooOften = (wait: string): Reply => ({ status: 429, headers: { 'retry-after': wait }, body: {} });
const fine: Reply = { body: {} };
const status = 'status: ';
const again = (reason: string) => `skipped (not tested: ${reason}; a run sends this request again)`;
const noAnswer = again('the host gave no answer');
const is503 = again('the service is unavailable (503)');
const is429 = again('the host asks for fewer requests (429)');
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('a host that is shaky', () => {
  itHolds([
    {
      title: 'and answers 503 twice is asked again after one and two seconds',
      send: ['status', 'divisions'],
      answers: { 'GET /status': [unavailable, unavailable, fine] },
      wire: [...times(3, 'GET /status'), 'login key-1', 'GET /divisions jwt-1'],
      outcomes: [`${status}${is503}`, `${status}${is503}`, 'status: kept', 'divisions: kept'],
      waits: [1000, 2000],
      alsoInCli: true,
    },
    {
      title: 'and breaks the connection once is asked again, if the request only reads',
      send: ['status'],
      answers: { 'GET /status': ['close', fine] },
      wire: times(2, 'GET /status'),
      outcomes: [`${status}${noAnswer}`, 'status: kept'],
      waits: [1000],
      alsoInCli: true,
    },
    {
      title: 'and asks for fewer requests gets the pause that it asks for, in seconds or as a date',
      send: ['status'],
      answers: {
        'GET /status': [
          tooOften('7'),
          {
            status: 429,
            headers: {
              'retry-after': 'Wed, 25 Nov 2026 10:00:12 GMT',
              date: 'Wed, 25 Nov 2026 10:00:00 GMT',
            },
            withDate: false,
            body: {},
          },
          tooOften('0'),
          fine,
        ],
      },
      wire: times(4, 'GET /status'),
      outcomes: [...times(3, `${status}${is429}`), 'status: kept'],
      waits: [7000, 12_000],
    },
    {
      title: 'and asks for a longer pause than half a minute is given up',
      send: ['status'],
      answers: { 'GET /status': [tooOften('31')] },
      wire: ['GET /status'],
      outcomes: ['status: failed (not tested: the host asks for fewer requests (429): try again later)'],
    },
    {
      title: 'for good is asked four times, and once for each request behind, until it answers again',
      send: ['divisions', 'divisions 2', 'divisions 3', 'status'],
      answers: {
        'GET /divisions': [...times(5, unavailable), fine],
        'GET /status': [unavailable, fine],
      },
      wire: ['login key-1', ...times(6, 'GET /divisions jwt-1'), 'GET /status', 'GET /status'],
      outcomes: [
        ...times(3, `divisions: ${is503}`),
        'divisions: failed (not tested: the service is unavailable (503), as documented: try again later)',
        'divisions 2: skipped (not tested: the service is unavailable (503), as documented: try again later)',
        'divisions 3: kept',
        `${status}${is503}`,
        'status: kept',
      ],
      waits: [1000, 2000, 4000, 1000],
    },
    {
      title: 'is not asked again to create something where it gave no answer: it may have done it',
      send: ['create shipment', 'status'],
      environment: { allowWrites: 'true' },
      answers: { 'POST /shipments': ['close'], 'GET /status': [unavailable, fine] },
      wire: ['login key-1', 'POST /shipments jwt-1', 'GET /status', 'GET /status'],
      outcomes: [
        'create shipment: failed (not tested: the host gives no answer: look at baseUrl)',
        `${status}${is503}`,
        'status: kept',
      ],
      waits: [1000],
      alsoInCli: true,
    },
    {
      title: 'is asked again to create something where it answers 503 or 429: it has not done it',
      send: ['create shipment'],
      environment: { allowWrites: 'true' },
      answers: { 'POST /shipments': [unavailable, tooOften('1'), fine] },
      wire: ['login key-1', ...times(3, 'POST /shipments jwt-1')],
      outcomes: [`create shipment: ${is503}`, `create shipment: ${is429}`, 'create shipment: kept'],
      waits: [1000, 1000],
    },
    {
      title: 'that spends a key of the day is not asked for another',
      send: ['test key'],
      environment: { phone: '380501112233', apiKey: '' },
      answers: { 'POST /test-api-keys': [tooOften('1')] },
      wire: ['POST /test-api-keys'],
      outcomes: ['test key: failed (not tested: the host asks for fewer requests (429): try again later)'],
    },
  ]);
});
