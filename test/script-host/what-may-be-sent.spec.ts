import assert from 'node:assert/strict';
import { itHolds, type Scenario } from '../support/script-host-scenario';

const production = (host: string) => ({ [host]: 'production' as const });
const sandbox = (host: string) => ({ [host]: 'sandbox' as const });
const declared = (host: string) => ({ [host]: 'declared' as const });
const phone = '491512345678';

const plays = {
  production: 'HOST is production',
  unknown: 'HOST is a host that the contract does not know',
};
const closed = 'not tested: this writes: set the variable allowWrites to true to send it';
const nameIt = (host: string) => `not tested: this writes, and ${host}: set allowWrites to HOST to send it`;
const sandboxOnly = (host: string) =>
  `not tested: POST /test-api-keys is for the sandbox only, and ${host}: change baseUrl`;
const created = ['login key-1', 'POST /shipments jwt-1'];

/** A request that writes, sent by itself. */
function write(title: string, allowWrites: string, rest: Partial<Scenario>, refusal?: string): Scenario {
  return {
    title,
    send: ['create shipment'],
    environment: { allowWrites },
    wire: refusal === undefined ? created : [],
    outcomes: [`create shipment: ${refusal === undefined ? 'kept' : `skipped (${refusal})`}`],
    ...rest,
  };
}

const astray = 'not tested: this goes to LOCAL, and baseUrl to HOST: set the variable filesBaseUrl';
const unknown = { loopback: 'unknown' as const };

describe('what may be sent where', () => {
  itHolds([
    write('a write waits for allowWrites on the stand-in', 'false', {}, closed),
    write('a write waits for allowWrites on the sandbox', '', { hosts: sandbox }, closed),
    write('a write waits for allowWrites on a declared host', 'yes', { hosts: declared }, closed),
    write('a write goes to the sandbox with allowWrites true', 'true', { hosts: sandbox }),
    write('a write goes to a declared host with allowWrites true', 'True', { hosts: declared }),
    write(
      'a write does not go to production with allowWrites true',
      'true',
      { hosts: production, alsoInCli: true },
      nameIt(plays.production),
    ),
    write(
      'a write does not go to an unknown host with allowWrites true',
      'true',
      unknown,
      nameIt(plays.unknown),
    ),
    write(
      'a write does not go to production that another host is named for',
      'api.example.com',
      { hosts: production },
      nameIt(plays.production),
    ),
    write('a write goes to production that allowWrites names', '127.0.0.1', { hosts: production }),
    {
      ...write('a write goes to an unknown host that allowWrites names with its port', '', unknown),
      environment: ({ host }) => ({ allowWrites: host }),
      wire: created,
    },
    {
      title: 'reads go to production, POST or not, and a GET that writes does not',
      send: ['divisions', 'price shipment', 'cancel shipment', 'status'],
      hosts: production,
      environment: { allowWrites: 'true' },
      wire: ['login key-1', 'GET /divisions jwt-1', 'POST /shipments/calculations jwt-1', 'GET /status'],
      outcomes: [
        'divisions: kept',
        'price shipment: kept',
        `cancel shipment: skipped (${nameIt(plays.production)})`,
        'status: kept',
      ],
    },
    {
      title: 'a typed url counts by its own host, and gets no jwt of another one',
      send: ({ baseUrl, host }) => [
        { name: 'divisions', url: `${baseUrl}/divisions?limit=1` },
        { name: 'create shipment', url: baseUrl.replace('127.0.0.1', 'localhost') },
        { name: 'shipment', url: `http://localhost:${host.split(':')[1]}/v.1.0/shipments/7` },
        { name: 'price shipment', url: `${baseUrl}/shipments/calculations` },
        { name: 'cancel shipment', url: `${baseUrl}/shipments/7/cancel` },
      ],
      hosts: (host) => ({ [host.replace('127.0.0.1', 'localhost')]: 'production' }),
      environment: { allowWrites: 'true' },
      wire: [
        'login key-1',
        'GET /divisions jwt-1',
        'POST /shipments/calculations jwt-1',
        'GET /shipments/7/cancel jwt-1',
      ],
      outcomes: [
        'divisions: kept',
        `create shipment: skipped (${nameIt(plays.production).replaceAll('HOST', 'LOCAL')})`,
        'shipment: skipped (not tested: the jwt belongs to HOST, not to LOCAL: change baseUrl)',
        'price shipment: kept',
        'cancel shipment: kept',
      ],
    },
    {
      title:
        'a server that only some operations have stays unasked where baseUrl is a host that nobody declares',
      send: [
        'divisions',
        { name: 'create shipment', url: '{{filesBaseUrl}}/shipments' },
        { name: 'status', url: '{{filesBaseUrl}}/status' },
      ],
      hosts: (host) => ({ [host.replace('127.0.0.1', 'localhost')]: 'declared' }),
      environment: ({ baseUrl }) => ({
        allowWrites: 'true',
        filesBaseUrl: baseUrl.replace('127.0.0.1', 'localhost'),
      }),
      wire: ['login key-1', 'GET /divisions jwt-1'],
      outcomes: ['divisions: kept', `create shipment: skipped (${astray})`, `status: skipped (${astray})`],
      alsoInCli: true,
    },
    {
      title: 'a server that only some operations have is asked where baseUrl is a declared host',
      send: ['divisions', { name: 'status', url: '{{filesBaseUrl}}/status' }],
      hosts: (host) => ({ [host]: 'declared', [host.replace('127.0.0.1', 'localhost')]: 'declared' }),
      environment: ({ baseUrl }) => ({ filesBaseUrl: baseUrl.replace('127.0.0.1', 'localhost') }),
      wire: ['login key-1', 'GET /divisions jwt-1', 'GET /status'],
      outcomes: ['divisions: kept', 'status: kept'],
    },
    {
      title: 'a server that only some operations have is asked where allowWrites holds its name',
      send: [{ name: 'status', url: '{{filesBaseUrl}}/status' }],
      hosts: (host) => ({ [host.replace('127.0.0.1', 'localhost')]: 'declared' }),
      environment: ({ baseUrl }) => ({
        allowWrites: 'localhost',
        filesBaseUrl: baseUrl.replace('127.0.0.1', 'localhost'),
      }),
      wire: ['GET /status'],
      outcomes: ['status: kept'],
    },
    {
      title: 'nothing is sent without an address',
      send: ['divisions', 'status'],
      environment: { baseUrl: '' },
      wire: [],
      outcomes: [
        'divisions: failed (not tested: no address: set the variable baseUrl)',
        'status: skipped (not tested: no address: set the variable baseUrl)',
      ],
    },
  ]);
});

describe('the request that gives an apiKey', () => {
  const send = ['test key', 'divisions'];
  const answers = { 'POST /test-api-keys': [{ body: { apiKey: 'key-of-today' } }] };
  const alone = 'a run does not spend the key of the day: send this request by itself';
  const kept = ['test key: kept', 'divisions: kept'];
  const bought = ['POST /test-api-keys', 'login key-of-today', 'GET /divisions jwt-1'];

  itHolds([
    {
      title: 'is sent with the phone, and its key is the one to use from then on',
      send,
      answers,
      environment: { phone, apiKey: '' },
      wire: bought,
      outcomes: kept,
      alsoInCli: true,
      inspect: ({ environment }, { requests }) => {
        assert.equal(requests[0]?.body, `{"phone":"${phone}"}`);
        assert.equal(environment.apiKey, 'key-of-today');
      },
    },
    {
      title: 'keeps its key in the collection where no environment is selected',
      send,
      answers,
      noEnvironment: true,
      environment: { phone, apiKey: '' },
      wire: bought,
      outcomes: kept,
    },
    {
      title: 'leaves the apiKey alone where the answer has none',
      send,
      answers: { 'POST /test-api-keys': [{ status: 401, body: { apiKey: 'key-of-today' } }] },
      environment: { phone },
      wire: ['POST /test-api-keys', 'login key-1', 'GET /divisions jwt-1'],
      outcomes: ['test key: failed (status is documented and a success)', 'divisions: kept'],
    },
    {
      title: 'is skipped without a phone',
      send: ['test key'],
      wire: [],
      outcomes: [
        'test key: skipped (not tested: phone is empty: set the variable phone, then send this request by itself)',
      ],
    },
    {
      title: 'is skipped in a run on the sandbox',
      send: ['status', 'test key'],
      hosts: sandbox,
      environment: { phone },
      wire: ['GET /status'],
      outcomes: ['status: kept', `test key: skipped (not tested: ${alone})`],
    },
    {
      title: 'is sent by itself on the sandbox',
      send: ['test key'],
      answers,
      hosts: sandbox,
      environment: { phone },
      wire: ['POST /test-api-keys'],
      outcomes: ['test key: kept'],
    },
    {
      title: 'never goes to production, whatever allowWrites says',
      send: ({ baseUrl }) => ['test key', { name: 'test key 2', url: `${baseUrl}//test-api-keys/?a=b` }],
      hosts: production,
      environment: { phone, allowWrites: '127.0.0.1' },
      wire: [],
      outcomes: ['test key', 'test key 2'].map(
        (name) => `${name}: skipped (${sandboxOnly(plays.production)})`,
      ),
      alsoInCli: true,
    },
    {
      title: 'never goes to an unknown host, whatever allowWrites says',
      send: ['test key'],
      ...unknown,
      environment: { phone, allowWrites: '127.0.0.1' },
      wire: [],
      outcomes: [`test key: skipped (${sandboxOnly(plays.unknown)})`],
    },
  ]);
});
