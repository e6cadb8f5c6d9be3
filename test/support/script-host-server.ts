import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON. */
  body?: string | object;
  /** The body is `{ jwt }` instead, signed when the answer is first given and the same from then on. */
  jwt?: JwtOptions;
  /** Whether there is a `Date` header; true by default. */
  withDate?: boolean;
}

/** `close`: the connection ends without an answer. */
export type Answer = 'close' | Reply;

/** `GET /divisions` to its answers, in order; the last one stays. */
export type Answers = Record<string, Answer[]>;

export interface JwtOptions {
  /** Seconds from the server's time to `iat` and to `exp`; null leaves the claim out. */
  iat?: number | null;
  exp?: number | null;
  alg?: string;
}

const basePath = '/v.1.0';
const secret = 'secret of the server';

/** A signed jwt that begins now and lives an hour, unless told otherwise. */
export function signJwt({ iat = 0, exp = 3600, alg = 'HS256' }: JwtOptions = {}, id = ''): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: 'np',
    ...(id && { jti: id }),
    ...(iat !== null && { iat: now + iat }),
    ...(exp !== null && { exp: now + exp }),
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg, typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

export interface ScriptedServer {
  baseUrl: string;
  /** `127.0.0.1:PORT` */
  host: string;
  /** What came: `login KEY`, and `GET /divisions jwt-1` with the number of the jwt that it carried. */
  wire: string[];
  /** Requests as they came. */
  requests: { url: string; body: string; headers: IncomingHttpHeaders }[];
  /** jwts that the login gave out by itself. */
  jwts: string[];
}

/** A server under `/v.1.0` that gives the answers it is told, else a jwt on the login and `{}` elsewhere. */
export async function withScriptedServer<T>(
  answers: Answers,
  use: (server: ScriptedServer) => Promise<T>,
): Promise<T> {
  const queues = new Map(Object.entries(answers).map(([key, list]) => [key, [...list]]));
  const jwts: string[] = [];
  const wire: string[] = [];
  const requests: ScriptedServer['requests'] = [];
  const signed = new Map<Reply, string>();

  const bodyOf = (reply: Reply): Reply['body'] => {
    if (reply.jwt === undefined) return reply.body;
    const jwt = signed.get(reply) ?? signJwt(reply.jwt);
    if (!signed.has(reply)) jwts.push(jwt);
    signed.set(reply, jwt);
    return { jwt };
  };

  const nextAnswer = (key: string): Answer => {
    const queue = queues.get(key);
    const scripted = queue !== undefined && queue.length > 1 ? queue.shift() : queue?.[0];
    if (scripted !== undefined) return scripted;
    if (key !== 'GET /clients/authorization') return { body: {} };
    jwts.push(signJwt({}, String(jwts.length + 1)));
    return { body: { jwt: jwts.at(-1) } };
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    const path = url.pathname.replace(/^\/+v\.1\.0/, '');
    const key = `${request.method} ${path}`;
    let body = '';
    for await (const chunk of request) body += chunk;
    requests.push({ url: request.url ?? '', body, headers: request.headers });
    wire.push(describe(key, url, request.headers.authorization, jwts));

    const reply = nextAnswer(key);
    if (reply === 'close') {
      request.socket.destroy();
      return;
    }
    const content = bodyOf(reply);
    const text = typeof content === 'object' ? JSON.stringify(content) : (content ?? '');
    const type = typeof content === 'object' ? { 'content-type': 'application/json' } : {};
    response.sendDate = reply.withDate ?? true;
    response.writeHead(reply.status ?? 200, { ...type, ...reply.headers });
    response.end(text);
  };

  const server = createServer((request, response) => {
    void answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    return await use({ baseUrl: `http://${host}${basePath}`, host, wire, requests, jwts });
  } finally {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
}

function describe(key: string, url: URL, authorization: string | undefined, jwts: readonly string[]): string {
  if (key === 'GET /clients/authorization') return `login ${url.searchParams.get('apiKey')}`;
  if (authorization === undefined) return key;
  const named = jwts.reduce((text, jwt, index) => text.replace(jwt, `jwt-${index + 1}`), authorization);
  return `${key} ${nameProbe(named)}`;
}

/** `UNSIGNED`, and `OTHER` where somebody else has signed. */
function nameProbe(text: string): string {
  return text.replace(/(eyJ[\w-]+\.[\w-]+)\.([\w-]*)$/, (jwt, signed, signature) => {
    if (signature === '') return 'UNSIGNED';
    return createHmac('sha256', secret).update(signed).digest('base64url') === signature ? jwt : 'OTHER';
  });
}
