import type { JsonValue } from '../../spec/document';
import { documentedHeaders } from '../answers/header-values';
import { bareType } from '../answers/media-types';
import { emptyReply, htmlReply, jsonOf, jsonReply, plainRefusal, type Reply } from '../answers/reply';
import type { Fault, Scene } from './fault';
import { signInRedirect } from './sign-in-page';
import { withoutRequiredField, withWrongType, wrongRoot } from './spoil-value';

type Spoil = Fault['spoil'];

/** Answers that the contract does not document. They spoil successes; refusals pass as they are. */
export const answerFaults: readonly Fault[] = [
  onSuccess('status-500', 'answers 500', () => plainRefusal(500, 'Internal Server Error')),
  onSuccess('undocumented-status', 'answers with a success that is not documented', undocumentedStatus),
  onSuccess('html-instead', 'answers with an HTML page', (reply) =>
    reply.body.length === 0 ? reply : htmlReply(reply.status, 'Welcome'),
  ),
  onSuccess('wrong-media-type', 'calls the body by a media type that is not documented', wrongMediaType),
  onSuccess('not-json', 'leaves out the last character of a JSON body', notJson),
  onSuccess('wrong-type', 'puts a value of a wrong type into the body', inJson(withWrongType)),
  onSuccess(
    'missing-required-field',
    'leaves out a required field of the body',
    inJson(withoutRequiredField),
  ),
  onSuccess('empty-body', 'leaves the body out', (reply) =>
    reply.body.length === 0 ? reply : { ...reply, body: Buffer.alloc(0) },
  ),
  onSuccess('extra-body-on-204', 'announces a JSON body on an answer that has none', announceBody),
  onSuccess('redirect-to-login', 'redirects to a sign-in page', signInRedirect),
  onSuccess('nested', 'wraps the body in an envelope', inJson(nest)),
  onSuccess('wrong-root', 'puts a list in place of an object, or the other way', inJson(otherRoot)),
  onSuccess('missing-headers', 'leaves out the headers that an answer must have', withoutHeaders),
  onSuccess(
    'wrong-headers',
    'sends documented headers with values that break their schemas',
    withWrongHeaders,
  ),
  onSuccess('too-slow', 'answers a little after the time limit', tooSlow),
  onSuccess('resets-connection', 'resets the connection', (reply) => ({ ...reply, ends: 'reset' })),
  onSuccess('breaks-off', 'closes the connection in the middle of the body', (reply) =>
    reply.body.length === 0 ? reply : { ...reply, ends: 'short' },
  ),
  onSuccess('closes-connection', 'closes the connection', (reply) => ({ ...reply, ends: 'closed' })),
  onSuccess('unavailable-503', 'answers 503 for good', (_reply, { replies, operation }) => {
    const message = 'the stand-in was told to be unavailable';
    return replies.refusal(operation, [503], message) ?? plainRefusal(503, message);
  }),
];

/** Everything but the login, which has faults of its own: with it spoiled nothing else would be sent. */
function onSuccess(name: string, breaks: string, spoil: Spoil): Fault {
  return {
    name,
    breaks,
    concerns: (operation, { login }) => operation.key !== login?.operation,
    spoil: (reply, scene) => (reply.status < 300 ? spoil(reply, scene) : reply),
  };
}

function undocumentedStatus(reply: Reply, { operation }: Scene): Reply {
  const documented = operation.responses.map(({ status }) => status);
  if (documented.includes('2XX') || documented.includes('default')) return reply;
  const status = [200, 201, 202, 203].find((candidate) => !documented.includes(String(candidate)));
  return status === undefined ? reply : { ...reply, status };
}

function wrongMediaType(reply: Reply, { operation }: Scene): Reply {
  if (reply.body.length === 0) return reply;
  const documented = operation.responses.flatMap(({ content }) => content.map(({ type }) => bareType(type)));
  const wrong = ['text/plain', 'application/octet-stream'].find((type) => !documented.includes(type));
  if (wrong === undefined || documented.includes('*/*')) return reply;
  return { ...reply, headers: { ...reply.headers, 'Content-Type': wrong } };
}

function notJson(reply: Reply, { replies, operation }: Scene): Reply {
  if (replies.successValue(operation) === undefined) return reply;
  return { ...reply, body: reply.body.subarray(0, -1) };
}

/** Changes the body so that it breaks its schema, where there is a way. */
function inJson(
  change: (value: JsonValue, breaks: (candidate: JsonValue) => boolean) => JsonValue | undefined,
): Spoil {
  return (reply, { replies, operation }) => {
    const success = replies.successValue(operation);
    const documented = jsonOf(reply);
    if (success === undefined || documented === undefined) return reply;
    const value = change(documented, (candidate) => replies.check(success.media, candidate).length > 0);
    return value === undefined ? reply : jsonReply(reply.status, value, reply.headers['Content-Type']);
  };
}

/** HTTP carries no body on a 204; what a client can see of one is its announcement. */
function announceBody(reply: Reply): Reply {
  if (reply.status !== 204) return reply;
  return { ...emptyReply(204), headers: { 'Content-Type': 'application/json', 'Content-Length': '2' } };
}

type Breaks = (candidate: JsonValue) => boolean;

function nest(value: JsonValue, breaks: Breaks): JsonValue | undefined {
  return [{ data: value }, { data: { data: value } }, [[value]]].find(breaks);
}

function otherRoot(value: JsonValue, breaks: Breaks): JsonValue | undefined {
  return [wrongRoot(value)].find(breaks);
}

function withoutHeaders(reply: Reply, { operation }: Scene): Reply {
  const required = documentedHeaders(operation, reply.status)
    .filter((header) => header.required)
    .map(({ name }) => name.toLowerCase());
  const kept = Object.entries(reply.headers).filter(([name]) => !required.includes(name.toLowerCase()));
  return kept.length === Object.keys(reply.headers).length
    ? reply
    : { ...reply, headers: Object.fromEntries(kept) };
}

/** A header's text breaks a number, an enum, a pattern or a format; a plain text takes everything. */
function withWrongHeaders(reply: Reply, { operation, replies }: Scene): Reply {
  const wrong = documentedHeaders(operation, reply.status).filter(
    ({ name, schema }) =>
      reply.headers[name] !== undefined &&
      replies.check({ type: '', schema, examples: [], sample: null }, 'no, not this').length > 0,
  );
  if (wrong.length === 0) return reply;
  const values = wrong.map(({ name }) => [name, 'no, not this']);
  return { ...reply, headers: { ...reply.headers, ...Object.fromEntries(values) } };
}

function tooSlow(reply: Reply, { contract }: Scene): Reply {
  const { timeLimit } = contract.testing;
  return timeLimit === undefined ? reply : { ...reply, delay: timeLimit + 30 };
}
