import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { preRequestFiles, testFiles } from '../../scripts/postman/events';
import type { Checks, Probe, Settings } from '../../scripts/postman/script-data';

const folder = join(__dirname, '..', '..', 'scripts', 'postman');

/** The files of an event, one after the other, as the generator embeds them. */
export function scriptOf(files: readonly string[]): string {
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
}

export function preRequestScript(settings: Settings): string {
  return `const settings = ${JSON.stringify(settings, null, 2)};\n\n${scriptOf(preRequestFiles)}`;
}

export const testScript = scriptOf(testFiles);

export function checkCall(checks: Checks): string {
  return `contract.check(pm, ${JSON.stringify(checks, null, 2)});`;
}

/** The test scripts of a probe's folder and of the probe itself. */
export function probeCalls(checks: Checks, probe: Probe): [folder: string, item: string] {
  return [
    `contract.checks = ${JSON.stringify(checks, null, 2)};`,
    `contract.probe(pm, ${JSON.stringify(probe, null, 2)});`,
  ];
}

/** The test script of a probe that has its own checks. */
export function probeCall(checks: Checks, probe: Probe): string {
  return `contract.probe(pm, ${JSON.stringify(probe, null, 2)}, ${JSON.stringify(checks, null, 2)});`;
}

/** Settings of the API that `requests` speak of; hosts and loopback as the test wants them. */
export function sampleSettings(hosts: Settings['hosts'], loopback?: Settings['loopback']): Settings {
  return {
    login: {
      operation: 'GET /clients/authorization',
      apiKey: { in: 'query', name: 'apiKey' },
      jwt: '/jwt',
      send: { in: 'header', name: 'Authorization' },
      lifetime: 3600,
    },
    testKey: { operation: 'POST /test-api-keys', apiKey: '/apiKey' },
    hosts,
    ...(loopback && { loopback }),
    reads: ['POST /shipments/calculations'],
    writes: ['GET /shipments/{id}/cancel'],
    probes: { folder: 'Contract checks' },
    deleters: { 'POST /shipments': { operation: 'DELETE /shipments/{id}', id: '/id' } },
  };
}

const json = { 'application/json': true };
const plain: Checks['answers'] = { '200': json, '401': json, '503': json };
const noauth = { type: 'noauth' };

interface Sample {
  method: string;
  path: string[];
  auth?: object;
  query?: { key: string; value: string }[];
  variable?: { key: string; value: string }[];
  url?: string;
  body?: string;
  checks?: Omit<Checks, 'operation'>;
}

const login: Sample = {
  method: 'GET',
  path: ['clients', 'authorization'],
  auth: noauth,
  query: [{ key: 'apiKey', value: '{{apiKey}}' }],
  checks: {
    answers: { ...plain, '422': json },
    jwt: { at: '/jwt', lifetime: 3600 },
    notTested: { '503': 'the API is not available' },
  },
};

/** The requests of the hand-made collection, by name. */
const samples: Record<string, Sample> = {
  login,
  'login with a key of its own': { ...login, query: [{ key: 'apiKey', value: 'no-such-key' }] },
  divisions: { method: 'GET', path: ['divisions'] },
  shipment: { method: 'GET', path: ['shipments', ':id'], variable: [{ key: 'id', value: '7' }] },
  'create shipment': { method: 'POST', path: ['shipments'], body: '{"a":1}' },
  'price shipment': { method: 'POST', path: ['shipments', 'calculations'], body: '{"a":1}' },
  'cancel shipment': {
    method: 'GET',
    path: ['shipments', ':id', 'cancel'],
    variable: [{ key: 'id', value: '7' }],
  },
  status: { method: 'GET', path: ['status'], auth: noauth },
  'names the jwt': {
    method: 'GET',
    path: ['named'],
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{jwt}}', type: 'string' }] },
  },
  'test key': { method: 'POST', path: ['test-api-keys'], auth: noauth, body: '{"phone":"{{phone}}"}' },
};

/** One request of the collection: a sample by name (`divisions`, `divisions 2`), or with another url. */
export type Send = string | { name: string; url: string };

function requestItem(send: Send): object {
  const name = typeof send === 'string' ? send : send.name;
  const sample = samples[name.replace(/ \d+$/, '')];
  if (sample === undefined) throw new Error(`no sample request ${name}`);
  const { method, path, auth, query, variable, body, checks } = sample;
  const template = path.map((part) => part.replace(/^:(.*)/, '{$1}')).join('/');
  const url = {
    raw: `{{baseUrl}}/${path.join('/')}`,
    host: ['{{baseUrl}}'],
    path,
    ...(query && { query }),
    ...(variable && { variable }),
  };
  return {
    id: `id of ${name}`,
    name,
    request: {
      method,
      url: typeof send === 'string' ? url : send.url,
      ...(auth && { auth }),
      ...(body && {
        header: [{ key: 'Content-Type', value: 'application/json' }],
        body: { mode: 'raw', raw: body },
      }),
    },
    event: [event('test', checkCall({ operation: `${method} /${template}`, answers: plain, ...checks }))],
  };
}

export function event(listen: string, script: string): object {
  return { listen, script: { type: 'text/javascript', exec: script.split('\n') } };
}

/** Minutes by which the local clock is off, by the name of the request. */
export type Clock = Record<string, number>;

/** Timers of our scripts fire at once, and say on the console how long they were to take. */
const hurry =
  "const timer = setTimeout; setTimeout = (run, ms) => { console.log('wait', ms); timer(run, 0); };\n";

function setClock(minutes: Clock): string {
  return [
    "realNow = typeof realNow === 'undefined' ? Date.now : realNow;",
    `Date.now = () => realNow() + (${JSON.stringify(minutes)}[pm.info.requestName] ?? 0) * 60000;`,
  ].join('\n');
}

/** The collection as the generator assembles it, with a clock and timers that a test can move. */
export function sampleCollection(
  settings: Settings,
  sends: readonly Send[],
  clock: Clock = {},
  variables: Record<string, string> = {},
  probes?: object,
): object {
  return {
    info: {
      name: 'sample',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    protocolProfileBehavior: { followRedirects: false },
    auth: {
      type: 'apikey',
      apikey: [
        { key: 'key', value: 'Authorization', type: 'string' },
        { key: 'value', value: '{{jwt}}', type: 'string' },
        { key: 'in', value: 'header', type: 'string' },
      ],
    },
    variable: Object.entries(variables).map(([key, value]) => ({ key, value })),
    event: [
      event('prerequest', setClock(clock)),
      event('prerequest', hurry + preRequestScript(settings)),
      event('test', hurry + testScript),
    ],
    item: [...sends.map(requestItem), ...(probes ? [probes] : [])],
  };
}
