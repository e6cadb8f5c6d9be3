import type { PostmanCollection } from '../../scripts/collection/postman';
import { withoutProbes } from './build-document';
import { type Generated, generateFrom } from './generated';
import { withLoopbackServer } from './loopback-server';
import { withScratchFolder } from './scratch-folder';
import { type HostRun, hasPostmanCli, runInNewman, runInPostmanCli } from './script-host-run';

/** A request as its bytes came in. */
export interface RawRequest {
  /** `GET /v1/boxes?id=1%2B2` */
  line: string;
  /** By name in lower case, without what every client adds. */
  headers: Record<string, string>;
  body: string;
}

export interface RawRun {
  requests: RawRequest[];
  run: HostRun;
  generated: Generated;
}

export interface Sending {
  /** Put into the environment; urls of servers lead to the loopback server by themselves. */
  values?: Record<string, string>;
  /** What a person changes before they send. */
  change?: (collection: PostmanCollection) => void;
}

/** Both hosts of our scripts, the second where it is installed. */
export const hosts: [name: string, run: typeof runInNewman][] = [['newman', runInNewman]];
if (hasPostmanCli) hosts.push(['the Postman CLI', runInPostmanCli]);

const CLIENT_HEADERS = new Set([
  ...['user-agent', 'postman-token', 'host', 'accept-encoding', 'connection', 'cache-control'],
  ...['content-length'],
]);

/** Generates from a specification without a profile and sends each of its plain requests. */
export async function sendAll(
  spec: string,
  { values = {}, change }: Sending = {},
  send: typeof runInNewman = runInNewman,
): Promise<RawRun> {
  const generated = await withScratchFolder({ 'spec.yaml': spec }, (folder) =>
    generateFrom('spec.yaml', folder),
  );
  const collection = withoutProbes(generated.collection);
  change?.(collection);
  const requests: RawRequest[] = [];
  const run = await withLoopbackServer(
    async (incoming, outgoing) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      const headers = Object.entries(incoming.headers).filter(([name]) => !CLIENT_HEADERS.has(name));
      requests.push({
        line: `${incoming.method} ${incoming.url}`,
        headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
        body: Buffer.concat(chunks).toString(),
      });
      outgoing.writeHead(204).end();
    },
    (url) => send({ collection, environment: environmentOf(generated, url, values) }),
  );
  return { requests, run, generated };
}

/** What a `before` of the test has sent. */
export function whole(sent: RawRun | undefined): RawRun {
  if (sent === undefined) throw new Error('nothing was sent');
  return sent;
}

/** The path of a server's url stays. */
function environmentOf(
  { environments: [environment] }: Generated,
  url: string,
  values: Record<string, string>,
): Record<string, string> {
  const own = (environment?.values ?? []).map(({ key, value }) => [
    key,
    /^baseUrl$|BaseUrl$/.test(key) ? value.replace(/^https?:\/\/[^/]+/, url) : value,
  ]);
  return { ...Object.fromEntries(own), ...values };
}

/** A specification in OpenAPI 3.1 with one server, `https://api.example.test/v1`, and these operations. */
export function specOf(operations: Record<string, object>, more: object = {}): string {
  const paths: Record<string, Record<string, object>> = {};
  for (const [key, operation] of Object.entries(operations)) {
    const [method = '', path = ''] = key.split(' ');
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: { responses: { 204: { description: 'Done' } }, ...operation },
    };
  }
  const info = { title: 'Parcels', version: '1' };
  const servers = [{ url: 'https://api.example.test/v1' }];
  return JSON.stringify({ openapi: '3.1.0', info, servers, paths, ...more });
}
