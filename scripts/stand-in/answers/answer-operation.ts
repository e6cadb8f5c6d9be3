import type { Contract, Login, Operation, TestKey } from '../../contract/model';
import type { JsonValue } from '../../spec/document';
import { valueAt } from '../../spec/json-pointer';
import { withValueAt } from '../../spec/with-value-at';
import type { Flaw } from '../faults/flaw';
import type { Mischief } from '../faults/mischief';
import type { JwtIssuer } from '../login/jwt-issuer';
import type { TestKeyDesk } from '../login/test-key-desk';
import { createRequestCheck, parseJson, type WireRequest } from '../requests/check-request';
import { hasCredentials } from '../requests/has-credentials';
import { MalformedEncoding, readPairs } from '../requests/wire-query';
import type { AnswerState } from '../state/answer-state';
import type { StateAnswer } from '../state/state-request';
import type { Store } from '../state/store';
import type { DocumentedReplies } from './documented-replies';
import { plainRefusal, type Reply } from './reply';

/** An answer, and why it is what it is. */
export interface Answer extends Answered {
  /** What became of the jwt that the request brought. */
  jwt: 'accepted' | 'refused' | 'not needed';
}

interface Answered extends Pick<StateAnswer, 'settle'> {
  reply: Reply;
  /** What the request is refused for; empty: it is taken, or the contract documents no refusal. */
  flaws: readonly Flaw[];
  /** The mischief that had a hand in it. */
  struck?: readonly Mischief[];
}

/** What a request meets. */
export interface Scope {
  store: Store;
  mischief: ReadonlySet<Mischief>;
  /** Milliseconds since 1970, by the stand-in's clock. */
  now: number;
}

export interface Offices {
  replies: DocumentedReplies;
  issuer: JwtIssuer;
  desk: TestKeyDesk;
  answerState: AnswerState;
  /** ApiKeys that never expire. */
  apiKeys: readonly string[];
}

/**
 * Answers operations as the contract documents them: first the jwt, then the input, then the things that the request
 * names, then the success.
 */
export function createOperationAnswer(contract: Contract, offices: Offices) {
  const { replies, issuer, desk, apiKeys, answerState } = offices;
  const check = createRequestCheck(contract);
  const { login, testKey } = contract;

  async function answer(operation: Operation, request: WireRequest, scope: Scope): Promise<Answer> {
    if (login === undefined || !operation.needsLogin) {
      const refusal = hasCredentials(operation, request, contract.securitySchemes)
        ? undefined
        : replies.refusal(operation, [401, 403], 'credentials: are required');
      // Where the contract documents no refusal, nobody is turned away.
      if (refusal !== undefined) return { reply: refusal, jwt: 'not needed', flaws: [] };
      return { ...(await answerInput(operation, request, scope)), jwt: 'not needed' };
    }
    const name = login.send.name;
    const jwt = request.headers[name.toLowerCase()];
    const objection = jwt
      ? await issuer.objection(jwt)
      : ({ flaw: 'no-jwt', message: 'is required' } as const);
    if (objection !== undefined) {
      const { flaw, message } = objection;
      const reply = refuse(operation, [401, 403], `header ${name}: ${message}`);
      return { reply, jwt: 'refused', flaws: [flaw] };
    }
    return { ...(await answerInput(operation, request, scope)), jwt: 'accepted' };
  }

  /** The answer to a request with which nothing is wrong, or would be for somebody who does not look. */
  function accept(operation: Operation, request: WireRequest, scope: Scope): Answered {
    const body = parseJson(request.body.toString())?.value;
    try {
      const stored = answerState({ operation, request, body, ...scope }, { lenient: true });
      if (stored !== undefined) return stored;
    } catch (error) {
      if (!(error instanceof MalformedEncoding)) throw error;
    }
    return { reply: replies.success(operation), flaws: [] };
  }

  async function answerInput(operation: Operation, request: WireRequest, scope: Scope): Promise<Answered> {
    const checked = check(operation, request);
    if ('complaint' in checked) {
      const { message, flaws } = checked.complaint;
      const first = flaws.includes('wrong-media-type') ? [415] : [];
      const refusal =
        replies.refusal(operation, [...first, 422, 400], message) ??
        replies.refusal(operation, otherRefusals(operation), message);
      // Where the contract documents no refusal, it promises that the input is taken.
      if (refusal !== undefined) {
        const isLogin = operation.key === login?.operation;
        return { reply: refusal, flaws: isLogin ? [...keyFlaws(login, request), ...flaws] : flaws };
      }
    }
    if (operation.key === login?.operation) return answerLogin(login, operation, request);
    const body = 'body' in checked ? checked.body : undefined;
    if (operation.key === testKey?.operation) {
      return { reply: answerTestKey(testKey, operation, body), flaws: [] };
    }
    const stored = answerState({ operation, request, body, ...scope });
    if (stored !== undefined) return stored;
    return { reply: replies.success(operation, request.headers.accept), flaws: [] };
  }

  async function answerLogin(login: Login, operation: Operation, request: WireRequest): Promise<Answered> {
    const place = `${login.apiKey.in} parameter ${login.apiKey.name}`;
    const apiKey = apiKeyOf(login, request);
    if (apiKey === undefined || apiKey === '') {
      const reply = refuse(operation, [422, 400, 401], `${place}: is required`);
      return { reply, flaws: keyFlaws(login, request) };
    }
    if (!apiKeys.includes(apiKey) && !desk.honours(apiKey)) {
      const reply = refuse(operation, [401, 403, 422, 400], `${place}: is not a valid key`);
      return { reply, flaws: ['wrong-key'] };
    }
    return { reply: successWith(operation, [[login.jwt, await issuer.issue(apiKey)]]), flaws: [] };
  }

  function answerTestKey(testKey: TestKey, operation: Operation, body: JsonValue | undefined): Reply {
    const outcome = desk.ask(body === undefined ? undefined : valueAt(body, testKey.phone));
    if ('refused' in outcome) {
      const status = {
        badPhone: 400,
        unknownPhone: 404,
        severalClients: 409,
        dailyLimit: testKey.dailyLimit,
      };
      return refuse(operation, [status[outcome.refused], 422, 400], outcome.message);
    }
    const { apiKey, createdAt, expiresAt } = outcome.key;
    const beside = testKey.apiKey.slice(0, testKey.apiKey.lastIndexOf('/'));
    return successWith(
      operation,
      [[testKey.apiKey, apiKey]],
      [
        [`${beside}/createdAt`, isoSeconds(createdAt)],
        [`${beside}/expDate`, isoSeconds(expiresAt)],
        [`${beside}/status`, 'Active'],
      ],
    );
  }

  /** The documented success with these values in it; `dates` only where the contract's answer has such fields. */
  function successWith(
    operation: Operation,
    values: [string, string][],
    dates: [string, string][] = [],
  ): Reply {
    const reply = replies.success(operation);
    let value: JsonValue = replies.successValue(operation)?.value ?? {};
    for (const [pointer, text] of dates) {
      if (valueAt(value, pointer) !== undefined) value = withValueAt(value, pointer, text);
    }
    for (const [pointer, text] of values) value = withValueAt(value, pointer, text);
    return { ...reply, body: Buffer.from(JSON.stringify(value)) };
  }

  function refuse(operation: Operation, statuses: number[], message: string): Reply {
    const [status = 400] = statuses;
    return replies.refusal(operation, statuses, message) ?? plainRefusal(status, message);
  }

  return { answer, accept };
}

/** What an input is refused with where the contract documents neither 400 nor 422. */
function otherRefusals({ responses }: Operation): number[] {
  return responses
    .map(({ status }) => Number(status))
    .filter((status) => status >= 400 && status < 500 && ![401, 403, 429].includes(status));
}

function apiKeyOf({ apiKey }: Login, request: WireRequest): string | undefined {
  if (apiKey.in === 'header') return request.headers[apiKey.name.toLowerCase()];
  const values = readPairs(request.queryString).filter(({ name }) => name === apiKey.name);
  return values.at(-1)?.value;
}

/** Of a login that is refused; its query may be one that cannot be decoded. */
function keyFlaws({ apiKey }: Login, { headers, queryString }: WireRequest): Flaw[] {
  const key =
    apiKey.in === 'header'
      ? headers[apiKey.name.toLowerCase()]
      : (new URLSearchParams(queryString).get(apiKey.name) ?? undefined);
  if (key === undefined) return ['no-key'];
  return key === '' ? ['empty-key'] : ['wrong-key'];
}

function isoSeconds(time: number): string {
  return new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
