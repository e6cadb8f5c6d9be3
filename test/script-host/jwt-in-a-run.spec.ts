import assert from 'node:assert/strict';
import { sampleCollection, sampleSettings } from '../support/script-host-collection';
import { runInNewman } from '../support/script-host-run';
import { itHolds } from '../support/script-host-scenario';
import { withScriptedServer } from '../support/script-host-server';

const twice = ['divisions', 'divisions 2'];
const kept = ['divisions: kept', 'divisions 2: kept'];
const tenMinutesLeft = { jwt: { iat: -3000, exp: 600 } };
const silent = { jwt: { iat: null, exp: null } };
const dropped =
  'not tested: the kept jwt was refused with 401 and is dropped; a run sends this request again';

describe('the jwt in a run', () => {
  itHolds([
    {
      title: 'is bought with one login, the collection’s own',
      send: ['login', 'status', 'divisions', 'shipment', 'names the jwt'],
      wire: [
        'login key-1',
        'GET /status',
        'GET /divisions jwt-1',
        'GET /shipments/7 jwt-1',
        'GET /named Bearer jwt-1',
      ],
      outcomes: ['login', 'status', 'divisions', 'shipment', 'names the jwt'].map((name) => `${name}: kept`),
      alsoInCli: true,
    },
    {
      title: 'is bought when the first request needs it, and reused in later iterations',
      send: ['status', 'divisions'],
      iterations: 2,
      wire: ['GET /status', 'login key-1', 'GET /divisions jwt-1', 'GET /status', 'GET /divisions jwt-1'],
      outcomes: ['status: kept', 'divisions: kept', 'status: kept', 'divisions: kept'],
    },
    {
      title: 'is renewed after its end',
      send: twice,
      clock: { 'divisions 2': 61 },
      wire: ['login key-1', 'GET /divisions jwt-1', 'login key-1', 'GET /divisions jwt-2'],
      outcomes: kept,
      alsoInCli: true,
    },
    {
      title: 'is renewed in the minute before its end',
      send: twice,
      clock: { 'divisions 2': 59.2 },
      wire: ['login key-1', 'GET /divisions jwt-1', 'login key-1', 'GET /divisions jwt-2'],
      outcomes: kept,
    },
    {
      title: 'is not renewed before that minute',
      send: twice,
      clock: { 'divisions 2': 58.8 },
      wire: ['login key-1', 'GET /divisions jwt-1', 'GET /divisions jwt-1'],
      outcomes: kept,
    },
    {
      title: 'is unset after its end by a request that does not need it',
      send: ['divisions', 'status'],
      clock: { status: 61 },
      wire: ['login key-1', 'GET /divisions jwt-1', 'GET /status'],
      outcomes: ['divisions: kept', 'status: kept'],
      inspect: ({ environment }) => {
        for (const name of ['jwt', 'jwtExpiresAt', 'jwtFor']) assert.ok(!(name in environment), name);
      },
    },
    {
      title: 'that the server hands out again at minute 50 is not believed for another hour',
      send: ['divisions', 'divisions 2', 'divisions 3'],
      answers: { 'GET /clients/authorization': [tenMinutesLeft] },
      clock: { 'divisions 2': 8, 'divisions 3': 11 },
      wire: [
        'login key-1',
        'GET /divisions jwt-1',
        'GET /divisions jwt-1',
        'login key-1',
        'GET /divisions jwt-1',
      ],
      outcomes: [...kept, 'divisions 3: kept'],
      alsoInCli: true,
    },
    {
      title: 'is bought once although the local clock is five hours late',
      send: ['login', ...twice],
      clock: { login: -300, divisions: -300, 'divisions 2': -299 },
      wire: ['login key-1', 'GET /divisions jwt-1', 'GET /divisions jwt-1'],
      outcomes: ['login: kept', ...kept],
    },
    {
      title: 'ends when it says, by the local clock, where the server does not tell its time',
      send: ['divisions', 'divisions 2', 'divisions 3'],
      answers: { 'GET /clients/authorization': [{ ...tenMinutesLeft, withDate: false }] },
      clock: { 'divisions 2': 8, 'divisions 3': 11 },
      wire: [
        'login key-1',
        'GET /divisions jwt-1',
        'GET /divisions jwt-1',
        'login key-1',
        'GET /divisions jwt-1',
      ],
      outcomes: [...kept, 'divisions 3: kept'],
    },
    {
      title: 'lives from now on, where neither the server’s time nor the local clock can be believed',
      send: ['divisions', 'divisions 2', 'divisions 3'],
      answers: { 'GET /clients/authorization': [{ ...tenMinutesLeft, withDate: false }] },
      clock: { divisions: -300, 'divisions 2': -242, 'divisions 3': -239 },
      wire: [
        'login key-1',
        'GET /divisions jwt-1',
        'GET /divisions jwt-1',
        'login key-1',
        'GET /divisions jwt-1',
      ],
      outcomes: [...kept, 'divisions 3: kept'],
    },
    {
      title: 'lives as long as the profile says, where it does not say so itself',
      send: ['divisions', 'divisions 2', 'divisions 3'],
      answers: { 'GET /clients/authorization': [silent] },
      clock: { 'divisions 2': 58, 'divisions 3': 61 },
      wire: [
        'login key-1',
        'GET /divisions jwt-1',
        'GET /divisions jwt-1',
        'login key-1',
        'GET /divisions jwt-1',
      ],
      outcomes: [...kept, 'divisions 3: kept'],
    },
    {
      title: 'is kept in the collection where no environment is selected',
      send: ['login', ...twice],
      noEnvironment: true,
      wire: ['login key-1', 'GET /divisions jwt-1', 'GET /divisions jwt-1'],
      outcomes: ['login: kept', ...kept],
      alsoInCli: true,
    },
    {
      title: 'is bought with the apiKey as it is, whatever its characters',
      send: ['login', 'divisions', 'divisions 2'],
      environment: { apiKey: 'a+b%20c&d#e=f/ü?' },
      clock: { 'divisions 2': 61 },
      wire: [
        'login a+b%20c&d#e=f/ü?',
        'GET /divisions jwt-1',
        'login a+b%20c&d#e=f/ü?',
        'GET /divisions jwt-2',
      ],
      outcomes: ['login: kept', ...kept],
      alsoInCli: true,
    },
    {
      title: 'of a login with a key of its own is not kept',
      send: ['login with a key of its own', 'divisions'],
      wire: ['login no-such-key', 'login key-1', 'GET /divisions jwt-2'],
      outcomes: ['login with a key of its own: kept', 'divisions: kept'],
    },
    {
      title: 'is renewed once after a 401, and that call is repeated',
      send: ['login', 'divisions', 'shipment', 'divisions 2'],
      answers: { 'GET /shipments/7': [{ status: 401, body: {} }, { body: {} }] },
      wire: [
        'login key-1',
        'GET /divisions jwt-1',
        'GET /shipments/7 jwt-1',
        'login key-1',
        'GET /shipments/7 jwt-2',
        'GET /divisions jwt-2',
      ],
      outcomes: [
        'login: kept',
        'divisions: kept',
        `shipment: skipped (${dropped})`,
        'shipment: kept',
        'divisions 2: kept',
      ],
      alsoInCli: true,
    },
    {
      title: 'is not renewed for every 401: the repeated answer is judged, and so are later ones',
      send: ['login', 'divisions', 'shipment', 'divisions 2'],
      answers: { 'GET /divisions': [{ status: 401, body: {} }] },
      wire: [
        'login key-1',
        'GET /divisions jwt-1',
        'login key-1',
        'GET /divisions jwt-2',
        'GET /shipments/7 jwt-2',
        'GET /divisions jwt-2',
      ],
      outcomes: [
        'login: kept',
        `divisions: skipped (${dropped})`,
        'divisions: failed (status is documented and a success)',
        'shipment: kept',
        'divisions 2: failed (status is documented and a success)',
      ],
    },
    {
      title: 'that was bought for this very call is not bought again after a 401',
      send: ['divisions'],
      answers: { 'GET /divisions': [{ status: 401, body: {} }] },
      wire: ['login key-1', 'GET /divisions jwt-1'],
      outcomes: ['divisions: failed (status is documented and a success)'],
    },
  ]);

  it('is bought with the apiKey in a header, where the profile says so', async () => {
    await withScriptedServer({}, async ({ baseUrl, requests }) => {
      const sample = sampleSettings({}, 'sandbox');
      assert.ok(sample.login);
      const apiKey = { in: 'header', name: 'X-Key' } as const;
      const settings = { ...sample, login: { ...sample.login, operation: 'POST /login', apiKey } };
      await runInNewman({
        collection: sampleCollection(settings, ['divisions']),
        environment: { baseUrl, apiKey: 'key + 1' },
      });
      const seen = requests.map(({ url, headers }) => [url, headers['x-key']]);
      assert.deepEqual(seen, [['/v.1.0/login', 'key + 1']]);
    });
  });

  it('is not bought while the one in the environment is valid, and again after apiKey or baseUrl changed', async () => {
    await withScriptedServer({}, async (server) => {
      const collection = sampleCollection(sampleSettings({}, 'sandbox'), ['divisions']);
      const first = { baseUrl: server.baseUrl, apiKey: 'key-1', jwt: '' };
      const run = async (environment: Record<string, unknown>) =>
        (await runInNewman({ collection, environment: environment as Record<string, string> })).environment;

      const second = await run(first);
      const third = await run({ ...second, baseUrl: `${server.baseUrl}/` });
      await run({ ...third, jwtExpiresAt: String(Date.parse(String(third.jwtExpiresAt))) });
      const fourth = await run({ ...third, apiKey: 'key-2' });
      await run({ ...fourth, baseUrl: server.baseUrl.replace('127.0.0.1', 'localhost') });
      assert.deepEqual(server.wire, [
        'login key-1',
        'GET /divisions jwt-1',
        'GET //divisions jwt-1',
        'GET //divisions jwt-1',
        'login key-2',
        'GET //divisions jwt-2',
        'login key-2',
        'GET /divisions jwt-3',
      ]);
    });
  });
});
