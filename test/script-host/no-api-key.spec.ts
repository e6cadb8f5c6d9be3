import assert from 'node:assert/strict';
import { sampleCollection, sampleSettings } from '../support/script-host-collection';
import { runInNewman } from '../support/script-host-run';
import { itHolds } from '../support/script-host-scenario';
import { signJwt, withScriptedServer } from '../support/script-host-server';

const setKey =
  'not tested: apiKey is empty: set the variable apiKey, or set phone and send POST /test-api-keys, which fills it in';
const setKeyOnly = 'not tested: apiKey is empty: set the variable apiKey';
const pasted = signJwt({ iat: -60, exp: 1800 });
const ended = signJwt({ iat: -3700, exp: -100 });

describe('without an apiKey', () => {
  itHolds([
    {
      title: 'the first request says which variable to set, and the others are skipped',
      send: ['login', 'divisions', 'status', 'shipment'],
      environment: { apiKey: '' },
      wire: ['GET /status'],
      outcomes: [
        `login: failed (${setKey})`,
        `divisions: skipped (${setKey})`,
        'status: kept',
        `shipment: skipped (${setKey})`,
      ],
      alsoInCli: true,
    },
    {
      title: 'a variable that is not there counts as empty',
      send: ['divisions'],
      environment: { apiKey: '{{no such variable}}', phone: '491512345678' },
      wire: [],
      outcomes: [`divisions: failed (${setKey.replace('set phone and ', '')})`],
    },
    {
      title: 'nobody is sent to the test keys on production',
      send: ['names the jwt'],
      hosts: (host) => ({ [host]: 'production' }),
      environment: { apiKey: '' },
      wire: [],
      outcomes: [`names the jwt: failed (${setKeyOnly})`],
    },
    {
      title: 'and without an environment, a person is told to select one',
      send: ['divisions'],
      noEnvironment: true,
      environment: { apiKey: '' },
      loopback: 'unknown',
      wire: [],
      outcomes: [
        'divisions: failed (not tested: apiKey is empty: select an environment and set apiKey in it)',
      ],
    },
    {
      title: 'a pasted jwt is used, and the login stands aside',
      send: ['login', 'divisions', 'divisions 2'],
      environment: { apiKey: '', jwt: pasted },
      wire: [`GET /divisions ${pasted}`, `GET /divisions ${pasted}`],
      outcomes: [
        'login: skipped (not tested: apiKey is empty and a pasted jwt is in use: set the variable apiKey)',
        'divisions: kept',
        'divisions 2: kept',
      ],
      alsoInCli: true,
    },
    {
      title: 'a pasted jwt is used until its end, and then unset',
      send: ['divisions', 'divisions 2'],
      clock: { 'divisions 2': 31 },
      environment: { apiKey: '', jwt: pasted },
      wire: [`GET /divisions ${pasted}`],
      outcomes: ['divisions: kept', `divisions 2: failed (${setKey})`],
      inspect: ({ environment }) => assert.ok(!('jwt' in environment)),
    },
    {
      title: 'a pasted jwt that has ended is unset at once',
      send: ['status'],
      environment: { apiKey: '', jwt: ended },
      wire: ['GET /status'],
      outcomes: ['status: kept'],
      inspect: ({ environment }) => assert.ok(!('jwt' in environment)),
    },
    {
      title: 'a pasted jwt that does not say its end is used',
      send: ['divisions'],
      environment: { apiKey: '', jwt: 'pasted-by-hand' },
      wire: ['GET /divisions pasted-by-hand'],
      outcomes: ['divisions: kept'],
    },
    {
      title: 'a pasted jwt that is refused is not dropped, and its answer is judged',
      send: ['divisions'],
      answers: { 'GET /divisions': [{ status: 401, body: {} }] },
      environment: { apiKey: '', jwt: pasted },
      wire: [`GET /divisions ${pasted}`],
      outcomes: ['divisions: failed (status is documented and a success)'],
      inspect: ({ environment }) => assert.equal(environment.jwt, pasted),
    },
    {
      title: 'a pasted jwt is not believed where there is an apiKey',
      send: ['divisions'],
      environment: { jwt: pasted },
      wire: ['login key-1', 'GET /divisions jwt-1'],
      outcomes: ['divisions: kept'],
    },
  ]);

  it('the jwt of a former key is not sent, but one pasted over it is', async () => {
    await withScriptedServer({}, async (server) => {
      const collection = sampleCollection(sampleSettings({}, 'sandbox'), ['divisions']);
      const run = async (environment: Record<string, unknown>) =>
        await runInNewman({ collection, environment: environment as Record<string, string> });

      const bought = await run({ baseUrl: server.baseUrl, apiKey: 'key-1' });
      const former = await run({ ...bought.environment, apiKey: '' });
      const over = await run({ ...bought.environment, apiKey: '', jwt: pasted });
      const moved = await run({
        ...over.environment,
        baseUrl: server.baseUrl.replace('127.0.0.1', 'localhost'),
      });
      assert.deepEqual(
        [bought, former, over, moved].map(({ outcomes }) => outcomes),
        [
          ['divisions: kept'],
          [`divisions: failed (${setKey})`],
          ['divisions: kept'],
          [`divisions: failed (${setKey})`],
        ],
      );
      assert.deepEqual(server.wire, ['login key-1', 'GET /divisions jwt-1', `GET /divisions ${pasted}`]);
    });
  });
});
