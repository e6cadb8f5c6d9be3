import assert from 'node:assert/strict';
import type { Settings } from '../../scripts/postman/script-data';
import { type Clock, type Send, sampleCollection, sampleSettings } from './script-host-collection';
import { type ProbeRequest, probesFolder } from './script-host-probes';
import { type HostRun, hasPostmanCli, runInNewman, runInPostmanCli } from './script-host-run';
import { type Answers, type ScriptedServer, withScriptedServer } from './script-host-server';

/** One situation in which the collection is run, and what it must come to in both hosts. */
export interface Scenario {
  title: string;
  send: Send[] | ((server: ScriptedServer) => Send[]);
  /** In the folder `Contract checks`, after the others. */
  probes?: readonly ProbeRequest[];
  answers?: Answers;
  /** On top of baseUrl, `apiKey: key-1` and `allowWrites: false`. */
  environment?: Record<string, string> | ((server: ScriptedServer) => Record<string, string>);
  /** No environment is selected: the variables are the collection's. */
  noEnvironment?: boolean;
  /** What hosts play; undeclared loopback is the sandbox unless told otherwise. */
  hosts?: (host: string) => Settings['hosts'];
  loopback?: Settings['loopback'] | 'unknown';
  clock?: Clock;
  iterations?: number;
  /** Here and in `outcomes`, `HOST` stands for the server's host, `LOCAL` for the same as `localhost:PORT`. */
  wire: string[];
  outcomes: string[];
  waits?: number[];
  /** Run in the Postman CLI, too: every start of it costs two seconds. */
  alsoInCli?: boolean;
  /** More to look at; newman only. */
  inspect?: (run: HostRun, server: ScriptedServer) => void;
}

/** A mocha test per scenario and host. */
export function itHolds(scenarios: readonly Scenario[]): void {
  for (const scenario of scenarios) {
    it(scenario.title, () => hold(scenario, runInNewman));
    if (!scenario.alsoInCli) continue;
    it(`${scenario.title} (Postman CLI)`, function () {
      if (!hasPostmanCli) this.skip();
      return hold({ ...scenario, inspect: () => {} }, runInPostmanCli);
    });
  }
}

async function hold(scenario: Scenario, runIn: typeof runInNewman): Promise<void> {
  await withScriptedServer(scenario.answers ?? {}, async (server) => {
    const {
      environment,
      send,
      hosts,
      loopback = 'sandbox',
      clock,
      noEnvironment,
      iterations,
      probes,
    } = scenario;
    const settings = sampleSettings(
      hosts?.(server.host) ?? {},
      loopback === 'unknown' ? undefined : loopback,
    );
    const variables: Record<string, string> = {
      baseUrl: server.baseUrl,
      apiKey: 'key-1',
      allowWrites: 'false',
      ...(typeof environment === 'function' ? environment(server) : environment),
    };
    const sends = typeof send === 'function' ? send(server) : send;
    const folder = probes && probesFolder(probes);
    const run = await runIn({
      collection: sampleCollection(settings, sends, clock, noEnvironment ? variables : {}, folder),
      environment: noEnvironment ? null : variables,
      ...(iterations && { options: { iterationCount: iterations } as never }),
    });

    const named = (lines: readonly string[]) => lines.map((line) => nameHosts(line, server.host));
    assert.deepEqual(run.outcomes, named(scenario.outcomes));
    assert.deepEqual(server.wire, named(scenario.wire));
    assert.deepEqual(run.waits, scenario.waits ?? []);
    const secrets = ['apiKey', 'phone', 'jwt'].map((name) => variables[name] ?? '');
    assertNoSecrets(run, [...server.jwts, ...secrets]);
    if (probes === undefined) assertNoBareRequests(server.wire);
    scenario.inspect?.(run, server);
  });
}

function nameHosts(line: string, host: string): string {
  return line.replaceAll('HOST', host).replaceAll('LOCAL', host.replace('127.0.0.1', 'localhost'));
}

export function assertNoSecrets({ said }: HostRun, secrets: readonly string[]): void {
  const text = said.join('\n');
  for (const secret of secrets.filter((one) => one.length > 3)) {
    for (const spelling of [secret, encodeURIComponent(secret)]) assert.ok(!text.includes(spelling), text);
  }
  assert.doesNotMatch(text, /eyJ/);
}

const open = ['login', 'GET /status', 'POST /test-api-keys'];

/** What needs the jwt carries one. */
function assertNoBareRequests(wire: readonly string[]): void {
  for (const line of wire.filter((one) => !open.some((start) => one.startsWith(start)))) {
    assert.match(line, /^\S+ \S+ (Bearer )?(jwt-\d+|eyJ[\w.-]+|pasted\S*)$/, `no jwt on ${line}`);
  }
}
