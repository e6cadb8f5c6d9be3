import type { IncomingHttpHeaders } from 'node:http';
import newman, { type NewmanRunOptions } from 'newman';
import type { PostmanCollection, PostmanEnvironment, PostmanItem } from '../../scripts/collection/postman';
import { itemsOf, withoutProbes } from './build-document';
import { withLoopbackServer } from './loopback-server';

/** A request as it came in. */
export interface WireRequest {
  /** Key of the operation whose request it is; undefined: a script sent it. */
  operation: string | undefined;
  /** As on the wire, encoded. */
  path: string;
  /** Decoded once. */
  query: [name: string, value: string][];
  headers: IncomingHttpHeaders;
  body: string;
}

export interface WireAnswer {
  status: number;
  type: string;
  body: string;
}

/** One assertion of one request. */
export interface WireCheck {
  operation: string | undefined;
  name: string;
  outcome: 'passed' | 'failed' | 'skipped';
}

export interface WireRun {
  requests: WireRequest[];
  checks: WireCheck[];
  /** Errors of scripts and of the run, but for failed assertions. */
  errors: string[];
}

type NamedItem = Pick<PostmanItem, 'request'> | { request: { description?: unknown } };

/** The operation that a request of the collection stands for, as its description names it. */
export function operationOf(item: NamedItem): string | undefined {
  return /Contract: `([^`]+)`/.exec(String(item.request.description ?? ''))?.[1];
}

/**
 * Runs the plain requests of a collection with newman against a loopback server; only host and port of the base
 * url, and of those of other servers, are replaced.
 */
export async function runOnWire(
  collection: PostmanCollection,
  environment: PostmanEnvironment,
  answer: (request: WireRequest) => WireAnswer,
  variables: Record<string, string> = {},
): Promise<WireRun> {
  const requests: WireRequest[] = [];
  let underWay: string | undefined;
  const server = withLoopbackServer(
    async (incoming, outgoing) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      const [path = '', query = ''] = (incoming.url ?? '').split(/\?(.*)/s);
      const request: WireRequest = {
        operation: underWay,
        path,
        query: [...new URLSearchParams(query)],
        headers: incoming.headers,
        body: Buffer.concat(chunks).toString(),
      };
      requests.push(request);
      const { status, type, body } = answer(request);
      outgoing.writeHead(status, type === '' ? {} : { 'Content-Type': type }).end(body);
    },
    async (url) => {
      const urls = environment.values.filter(({ key }) => /^baseUrl$|BaseUrl$/.test(key));
      const local = urls.map(({ key, value }) => [key, value.replace(/^https?:\/\/[^/]+/, url)]);
      const values = { ...variables, ...Object.fromEntries(local) };
      return runNewman(withoutProbes(collection), withValues(environment, values), (operation) => {
        underWay = operation;
      });
    },
  );
  return { requests, ...(await server) };
}

/** The collection with one operation's request only. */
export function onlyOperation(collection: PostmanCollection, operation: string): PostmanCollection {
  const item = itemsOf(collection).filter((entry) => operationOf(entry) === operation);
  if (item.length !== 1) throw new Error(`${item.length} requests stand for ${operation}`);
  return { ...collection, item };
}

function runNewman(
  collection: PostmanCollection,
  environment: PostmanEnvironment,
  onRequest: (operation: string | undefined) => void,
): Promise<Omit<WireRun, 'requests'>> {
  const checks: WireCheck[] = [];
  const errors: string[] = [];
  return new Promise((resolve) => {
    const run = newman.run(
      { collection, environment, reporters: [] } as unknown as NewmanRunOptions,
      (error) => resolve({ checks, errors: error ? [...errors, error.message] : errors }),
    );
    run.on('beforeRequest', (_error, { item }) => onRequest(operationOf(item as unknown as NamedItem)));
    run.on('request', (error) => {
      onRequest(undefined);
      if (error) errors.push(error.message);
    });
    run.on('script', (error) => error && errors.push(error.message));
    run.on('exception', (_error, { error }) => errors.push(String(error?.message)));
    run.on('assertion', (error, { assertion, skipped, item }) =>
      checks.push({
        operation: operationOf(item as unknown as NamedItem),
        name: assertion,
        outcome: outcomeOf(skipped, error),
      }),
    );
  });
}

function outcomeOf(skipped: boolean, error: unknown): WireCheck['outcome'] {
  if (skipped) return 'skipped';
  return error ? 'failed' : 'passed';
}

function withValues(environment: PostmanEnvironment, values: Record<string, string>): PostmanEnvironment {
  const kept = environment.values.filter(({ key }) => values[key] === undefined);
  const set = Object.entries(values).map(([key, value]) => ({
    key,
    value,
    type: 'default' as const,
    enabled: true,
  }));
  return { ...environment, values: [...kept, ...set] };
}
