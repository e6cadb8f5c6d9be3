import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Contract, Operation } from '../contract/model';
import { type Answer, createOperationAnswer, type Scope } from './answers/answer-operation';
import { createDocumentedReplies } from './answers/documented-replies';
import { createHeaderValues } from './answers/header-values';
import { plainRefusal, type Reply } from './answers/reply';
import { sendReply } from './answers/send-reply';
import type { Fault } from './faults/fault';
import { signInPage, signInPath } from './faults/sign-in-page';
import { createSpoiler } from './faults/spoil-answer';
import { createJwtIssuer } from './login/jwt-issuer';
import { createTestKeyDesk } from './login/test-key-desk';
import { createChoice } from './requests/meant-operation';
import { readBody } from './requests/read-body';
import { createRecorder, type RecordedRequest } from './requests/recorded-request';
import { createRouter } from './requests/route';
import { decodable } from './requests/wire-query';
import { createStateAnswers } from './state/answer-state';
import { planState } from './state/state-plan';
import { createStore, type Store } from './state/store';

export interface StandInOptions {
  contract: Contract;
  /** 0 (default): a free one. */
  port?: number;
  /** Milliseconds since 1970; default: the system's clock. */
  now?: () => number;
  /** Signs the jwts (HMAC SHA-256); default: random, so that jwts of another start are foreign. */
  signingKey?: string | Uint8Array;
  faults?: readonly Fault[];
  /** One more fault for this request alone, so that a run may meet another one with each request. */
  faultFor?: (request: RecordedRequest, operation: Operation) => Fault | undefined;
  /** What this request alone finds and leaves behind, so that tests do not meet in one store. */
  storeFor?: (request: RecordedRequest) => Store | undefined;
  /** ApiKeys that never expire, the public phone's first; default: that of the stand-in environment. */
  apiKeys?: readonly string[];
  /** How many of the latest requests are kept; default 10 000. */
  keptRequests?: number;
}

export interface StandIn {
  /** With the path of the stand-in environment: `http://127.0.0.1:4010/v.1.0`. */
  url: string;
  port: number;
  /** A jwt of its own that had ended before it started. */
  expiredJwt: string;
  /** In the order in which they arrived. */
  requests: readonly RecordedRequest[];
  /** What was made and lives, whoever made it: the stand-in is one account of the sandbox. */
  store: Store;
  /** How many things live, by their kind: the key of the operation that makes them. */
  stored(): Record<string, number>;
  close(): Promise<void>;
}

/**
 * Serves a contract on the loopback address: its operations with their documented answers, behind real jwts.
 * Rejects when the port can't be had (`EADDRINUSE`, `EACCES`).
 */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const { contract, now = Date.now } = options;
  const environment = contract.environments.find(({ standIn }) => standIn);
  const basePath = pathOf(environment?.baseUrl ?? contract.servers[0]?.url ?? '');
  const apiKeys = options.apiKeys ?? [environment?.apiKey ?? ''].filter((key) => key !== '');

  const replies = createDocumentedReplies(contract);
  const issuer = createJwtIssuer(bytesOf(options.signingKey), contract.login?.lifetime ?? 0, now);
  const phone = contract.testKey === undefined ? '' : (environment?.phone ?? '');
  const store = createStore(planState(contract).kinds.map(({ name }) => name));
  const { answer, accept } = createOperationAnswer(contract, {
    replies,
    issuer,
    desk: createTestKeyDesk(phone, apiKeys[0] ?? '', now),
    apiKeys,
    answerState: createStateAnswers(contract, replies),
  });
  const findTurn = createSpoiler(options.faults ?? [], { contract, replies, issuer });
  const meant = createChoice(contract);
  const findRoute = createRouter(contract.operations, basePath);
  const addHeaders = createHeaderValues(contract);
  const recorder = createRecorder(options.keptRequests ?? 10_000);

  async function reply(message: IncomingMessage, record: RecordedRequest): Promise<Reply> {
    const body = await readBody(message);
    if (body === undefined) return plainRefusal(413, 'body: is larger than a megabyte');
    record.body = body.toString();
    const route = findRoute(record.method, record.path);
    if (route === undefined) {
      if (record.path === signInPath) return signInPage();
      if (decodable(record.path) === undefined) return plainRefusal(400, 'path: cannot be decoded');
      return plainRefusal(404, 'the contract has no such path');
    }
    const { headers, queryString } = record;
    const sent = { queryString, headers, body };
    const { operation, pathParameters } =
      'allow' in route ? { ...route, pathParameters: {} } : meant(route, sent);
    const request = { ...sent, pathParameters };
    if (!('allow' in route)) record.operation = operation.key;
    const turn = findTurn(operation, options.faultFor?.(record, operation));
    const scope: Scope = {
      store: options.storeFor?.(record) ?? store,
      mischief: turn.mischief,
      now: now(),
    };
    const answered = 'allow' in route ? otherMethod(route.allow) : await answer(operation, request, scope);
    const documented = addHeaders(operation, answered.reply);
    let accepted: Pick<Answer, 'reply' | 'settle'> | undefined;
    const spoiled = await turn.spoil({
      request,
      answer: { ...answered, reply: documented },
      now: now(),
      accept: () => {
        accepted ??= accept(operation, request, scope);
        return accepted.reply;
      },
    });
    if (spoiled.reply !== documented) (accepted ?? answered).settle?.(spoiled.reply);
    record.faults = spoiled.faults;
    return spoiled.reply;
  }

  async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const record = recorder.record(message);
    let answered: Reply;
    try {
      answered = await reply(message, record);
    } catch (error) {
      if (message.destroyed && !message.complete) return;
      answered = plainRefusal(500, `the stand-in failed: ${error instanceof Error ? error.message : error}`);
    }
    if (answered.delay !== undefined) await setTimeout(answered.delay);
    if (answered.ends === 'closed') return void message.socket.destroy();
    if (answered.ends === 'reset') return void message.socket.resetAndDestroy();
    record.status = answered.status;
    sendReply(answered, message, response, now());
  }

  const server = createServer((message, response) => void handle(message, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const longAgo = now() - ((contract.login?.lifetime ?? 0) + 3600) * 1000;
  const expiredJwt = await issuer.issue(apiKeys[0] ?? '', { from: longAgo });

  return {
    url: `http://127.0.0.1:${port}${basePath}`,
    port,
    expiredJwt,
    requests: recorder.requests,
    store,
    stored: store.counts,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

/** RFC 9110, 15.5.6 */
function otherMethod(allow: string[]): Answer {
  const refusal = plainRefusal(405, 'the contract has no such method on this path');
  const reply = { ...refusal, headers: { ...refusal.headers, Allow: allow.join(', ') } };
  return { reply, jwt: 'not needed', flaws: ['other-method'] };
}

/** The path of a url, without a closing slash; that of a relative url is the url itself. */
function pathOf(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : url.replace(/[?#].*$/, '');
  return path.replace(/\/+$/, '');
}

function bytesOf(key: string | Uint8Array | undefined): Uint8Array {
  if (typeof key === 'string') return new TextEncoder().encode(key);
  return key ?? randomBytes(32);
}
