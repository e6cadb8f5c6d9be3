import assert from 'node:assert/strict';
import type { Checks, Probe, Settings, Variable } from '../../scripts/postman/script-data';
import {
  checkCall,
  event,
  preRequestScript,
  probeCall,
  sampleSettings,
  testScript,
} from './script-host-collection';
import { type HostInput, type HostRun, hasPostmanCli, runInNewman, runInPostmanCli } from './script-host-run';
import { type Answers, withScriptedServer } from './script-host-server';

/** One request of a life cycle; it has no auth unless it `needs` the jwt. */
export interface CycleRequest {
  name: string;
  /** `GET /shipments/:id?limit=5`, as a person writes it behind the base url. */
  send: string;
  /** Values of the path variables. */
  path?: Record<string, string>;
  headers?: Record<string, string>;
  /** A text is sent as JSON. */
  body?: string | object;
  needs?: 'jwt';
  checks?: Omit<Checks, 'operation'>;
  /** Judged as a probe by its own checks. */
  probe?: Probe;
}

/** A run of some requests, and what it must come to. */
export interface Cycle {
  title: string;
  requests: readonly CycleRequest[];
  /** Those of them, by name, that are clicked, in this order; the Postman CLI only. */
  clicks?: readonly string[];
  answers?: Answers;
  /** Instead of `variables` below. */
  variables?: Record<string, Variable>;
  /** On top of baseUrl, `apiKey: key-1` and `allowWrites: true`. */
  environment?: Record<string, string>;
  noEnvironment?: boolean;
  /** Rows of a data file. */
  data?: Record<string, unknown>[];
  /** ISO 8601 */
  now?: string;
  /** `GET /shipments/7`, with the body behind it where there is one; logins are `login`. */
  wire: string[];
  outcomes: string[];
  alsoInCli?: boolean;
  /** The environment after the run; newman only. Null: the variable is not there. */
  left?: Record<string, string | null>;
  /** Parts of what is said in the run, messages of checks included. */
  says?: string[];
}

/** What the collection variables hold. */
const examples: Record<string, string> = {
  shipmentId: '100',
  shipmentNumber: 'EX-1',
  registryId: 'R-0',
  senderDivisionId: '1',
  senderCountry: 'PL',
  pickupFrom: '2020-01-01',
};

export const variables: Record<string, Variable> = {
  shipmentId: { from: { 'POST /shipments': '/id' }, example: '100' },
  shipmentNumber: { from: { 'POST /shipments': '/number' }, example: 'EX-1' },
  registryId: { from: { 'POST /registry': 'header X-Registry' }, example: 'R-0' },
  senderDivisionId: {
    lookUp: {
      operation: 'GET /divisions',
      query: [
        ['countryCodes[]', '{{senderCountry}}'],
        ['limit', '1'],
      ],
      at: '/items/0/id',
    },
  },
  senderCountry: {},
  pickupFrom: { date: { workdays: 2, text: '{date}T10:00:00Z' } },
};

const answers: Checks['answers'] = {
  '2XX': { 'application/json': true },
  '4XX': { 'application/json': true },
  '401': { 'application/json': true },
};

/** A mocha test per cycle and host. */
export function itCycles(cycles: readonly Cycle[]): void {
  for (const cycle of cycles) {
    if (cycle.clicks === undefined) it(cycle.title, () => hold(cycle, runInNewman));
    if (cycle.clicks === undefined && !cycle.alsoInCli) continue;
    it(`${cycle.title} (Postman CLI)`, function () {
      // It is no dependency of the project: it is not there everywhere.
      if (!hasPostmanCli) this.skip();
      const { left, ...rest } = cycle;
      return hold(rest, runInPostmanCli);
    });
  }
}

async function hold(cycle: Cycle, runIn: (input: HostInput) => Promise<HostRun>): Promise<void> {
  await withScriptedServer(cycle.answers ?? {}, async (server) => {
    const values = {
      baseUrl: server.baseUrl,
      apiKey: 'key-1',
      allowWrites: 'true',
      ...cycle.environment,
    };
    const run = await runIn({
      collection: cycleCollection(cycle, cycle.noEnvironment ? values : {}),
      environment: cycle.noEnvironment ? null : values,
      ...(cycle.data && { data: cycle.data }),
      ...(cycle.clicks && { clicks: cycle.clicks }),
    });
    assert.deepEqual(run.outcomes, cycle.outcomes, run.said.join('\n'));
    const wire = server.wire.map((line, i) => {
      const { url = '', body = '' } = server.requests[i] ?? {};
      if (line.startsWith('login ')) return 'login';
      return `${line.split(' ')[0]} ${url.replace('/v.1.0', '')}${body && ` ${body}`}`;
    });
    assert.deepEqual(wire, cycle.wire);
    for (const part of cycle.says ?? []) assert.ok(run.said.join('\n').includes(part), run.said.join('\n'));
    for (const [name, value] of Object.entries(cycle.left ?? {})) {
      assert.equal(run.environment[name] ?? null, value, name);
    }
  });
}

/** The collection with these requests, as the generator assembles it. */
export function cycleCollection(
  { requests, variables: own = variables, now }: Pick<Cycle, 'requests' | 'variables' | 'now'>,
  values: Record<string, string> = {},
): object {
  const sample = sampleSettings({}, 'sandbox');
  const settings: Settings = { ...sample, variables: own };
  const clock = now === undefined ? '' : `Date.now = () => ${Date.parse(now)};`;
  return {
    info: {
      name: 'sample',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    auth: {
      type: 'apikey',
      apikey: [
        { key: 'key', value: 'Authorization', type: 'string' },
        { key: 'value', value: '{{jwt}}', type: 'string' },
        { key: 'in', value: 'header', type: 'string' },
      ],
    },
    variable: Object.entries({ ...examples, ...values }).map(([key, value]) => ({ key, value })),
    event: [
      event('prerequest', clock),
      event('prerequest', preRequestScript(settings)),
      event('test', testScript),
    ],
    item: requests.map(cycleItem),
  };
}

function cycleItem({ name, send, path, headers, body, needs, checks, probe }: CycleRequest): object {
  const [method = '', address = ''] = send.split(' ');
  const [way = '', query] = address.split('?');
  const pairs = query?.split('&').map((pair) => pair.split(/=(.*)/s));
  const held: Checks = { operation: `${method} ${way.replace(/:(\w+)/g, '{$1}')}`, answers, ...checks };
  const call = probe === undefined ? checkCall(held) : probeCall(held, probe);
  const types = typeof body === 'string' ? { 'Content-Type': 'application/json' } : {};
  return {
    id: `id of ${name}`,
    name,
    request: {
      method,
      header: Object.entries({ ...types, ...headers }).map(([key, value]) => ({ key, value })),
      ...(needs === undefined && { auth: { type: 'noauth' } }),
      ...(body !== undefined && { body: typeof body === 'string' ? { mode: 'raw', raw: body } : body }),
      url: {
        raw: `{{baseUrl}}${address}`,
        host: ['{{baseUrl}}'],
        path: way.split('/').filter(Boolean),
        ...(pairs && { query: pairs.map(([key, value]) => ({ key, value })) }),
        ...(path && { variable: Object.entries(path).map(([key, value]) => ({ key, value })) }),
      },
    },
    event: [event('test', call)],
  };
}
