import { type JWTPayload, SignJWT } from 'jose';
import type { JsonObject, JsonValue } from '../../scripts/spec/document';
import { valueAt } from '../../scripts/spec/json-pointer';
import { withValueAt } from '../../scripts/spec/with-value-at';
import { jsonOf, jsonReply, type Reply } from '../../scripts/stand-in/answers/reply';
import type { Fault, Scene } from '../../scripts/stand-in/faults/fault';
import { pointersInto } from '../../scripts/stand-in/faults/spoil-value';

/**
 * Answers that differ from the stand-in's own and keep the contract all the same. They are made like faults, and
 * are none: a check that fails for one of them is a false alarm.
 */
export type Variant = Fault;

/** Signs the jwts of the stand-in and of the variants, so that its door takes both. */
export const signingKey = 'the key of the test, thirty-two b';

/** RFC 9110, 8.3.1: letter case and parameters say nothing about the type. */
export const oddMediaType = variant('media types in odd letters, with parameters', (reply) => {
  const type = reply.headers['Content-Type'];
  if (type === undefined) return reply;
  const odd = {
    'application/json': 'Application/JSON;Charset="UTF-8"',
    'application/pdf': 'application/PDF; q=1',
  };
  return { ...reply, headers: { ...reply.headers, 'Content-Type': odd[type as keyof typeof odd] ?? type } };
});

/** JSON Schema takes every property that it does not name, unless it says `additionalProperties: false`. */
export const moreFields = variant(
  'fields that the contract does not name',
  (reply, { operation, replies }) => {
    const value = jsonOf(reply);
    const success = replies.successValue(operation);
    if (reply.status >= 300 || value === undefined || success === undefined) return reply;
    const grown = addFields(
      value,
      '',
      (pointer, object) => replies.check(success.media, withValueAt(value, pointer, object)).length === 0,
    );
    const isSame = JSON.stringify(grown) === JSON.stringify(value);
    return isSame ? reply : jsonReply(reply.status, grown, reply.headers['Content-Type']);
  },
);

/** `null` at these places, which the specification calls nullable. */
export function nulls(places: Record<string, readonly string[]>): Variant {
  return variant('null where the contract allows it', (reply, { operation }) => {
    const value = jsonOf(reply);
    const pointers = places[operation.key];
    if (value === undefined || pointers === undefined) return reply;
    const nulled = pointers.reduce((whole, pointer) => withValueAt(whole, pointer, null), value);
    return jsonReply(reply.status, nulled, reply.headers['Content-Type']);
  });
}

/** The login refuses with an error map whose keys are not the documented `""`. */
export const otherErrorKeys = onLogin('other keys in the error map', () =>
  jsonReply(422, { errors: { '': 'The given data was invalid.', apiKey: 'is unknown', 'a/b': 'c' } }),
);

/** A jwt that lives this many seconds, with claims beyond those that the stand-in gives. */
export function jwtOf(lifetime: number, claims: JsonObject = {}): Variant {
  const more = `a jwt of ${lifetime} s with ${Object.keys(claims).length} more claims`;
  return otherJwt(more, (issuedAt) => ({ iat: issuedAt, exp: issuedAt + lifetime, ...claims }));
}

/** RFC 7519 leaves `iat` to the issuer. */
export const jwtWithoutIat = otherJwt('a jwt that does not say when it began', (issuedAt) => ({
  exp: issuedAt + 3600,
}));

/** Which algorithm signs is the issuer's choice. */
export const jwtOfOtherAlgorithm = otherJwt(
  'a jwt that is signed with another algorithm',
  (issuedAt) => ({ iat: issuedAt, exp: issuedAt + 3600 }),
  'HS512',
);

function otherJwt(name: string, claimsAt: (issuedAt: number) => JWTPayload, alg = 'HS256'): Variant {
  return onLogin(name, async (reply, { now }) => {
    const jwt = await new SignJWT({ iss: 'stand-in', ...claimsAt(Math.floor(now / 1000)) })
      .setProtectedHeader({ alg, kid: '2026' })
      .sign(new TextEncoder().encode(alg === 'HS256' ? signingKey : signingKey.repeat(2)));
    return jsonReply(reply.status, { jwt });
  });
}

/** White space between tokens says nothing. */
export const prettyPrinted = variant('JSON over many lines', (reply) => {
  const value = jsonOf(reply);
  return value === undefined ? reply : { ...reply, body: Buffer.from(JSON.stringify(value, null, 2)) };
});

/** A field that is not required may be left out. */
export const fewestFields = variant('without the fields that are not required', (reply, scene) => {
  const success = scene.replies.successValue(scene.operation);
  const value = jsonOf(reply);
  // the jwt is promised by the profile
  const isLogin = scene.operation.key === scene.contract.login?.operation;
  if (reply.status >= 300 || value === undefined || success === undefined || isLogin) return reply;
  const keeps = (candidate: JsonValue) => scene.replies.check(success.media, candidate).length === 0;
  let least = value;
  for (const pointer of pointersInto(value).reverse()) {
    const candidate = withoutField(least, pointer);
    if (candidate !== undefined && keeps(candidate)) least = candidate;
  }
  const isSame = JSON.stringify(least) === JSON.stringify(value);
  return isSame ? reply : jsonReply(reply.status, least, reply.headers['Content-Type']);
});

/** The login documents 401 and 422: either is right for any wrong key. */
export const otherLoginRefusal = onLogin('the other documented refusal of the login', (reply, scene) => {
  const other = { 401: 422, 422: 401 }[reply.status];
  return (other && scene.replies.refusal(scene.operation, [other], 'another reason')) || reply;
});

/** RFC 9110 asks for `Allow`, the contract says nothing. */
export const withoutAllow = variant('405 without Allow', (reply) => {
  const { Allow, ...headers } = reply.headers;
  return Allow === undefined ? reply : { ...reply, headers };
});

/** A server may look for the thing that is to be changed before it reads the body. */
export const unknownIdFirst = variant('404 for an unknown id, whatever else is wrong', (reply, scene) => {
  const isKnown = !scene.operation.writes || Object.keys(scene.request.pathParameters).length === 0;
  if (isKnown || reply.status < 400 || scene.jwt === 'refused') return reply;
  const documents = scene.operation.responses.some(({ status }) => status === '404');
  return (documents && scene.replies.refusal(scene.operation, [404], 'no such thing')) || reply;
});

function variant(name: string, spoil: Fault['spoil']): Variant {
  return { name, breaks: 'nothing', concerns: () => true, spoil };
}

function onLogin(name: string, spoil: (reply: Reply, scene: Scene) => Reply | Promise<Reply>): Variant {
  const concerns: Fault['concerns'] = (operation, { login }) => operation.key === login?.operation;
  return { ...variant(name, spoil), concerns };
}

/** A copy in which every object that may has two fields more. */
function addFields(
  value: JsonValue,
  pointer: string,
  isAllowed: (pointer: string, object: JsonValue) => boolean,
): JsonValue {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    return value.map((item, index) => addFields(item, `${pointer}/${index}`, isAllowed));
  }
  const grown = { ...value, addedLater: { a: [1, null] }, 'constructor ': '' };
  const own = isAllowed(pointer, grown) ? grown : value;
  const entries = Object.entries(own).map(([name, child]) => {
    const below = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return [name, name in value ? addFields(child, below, isAllowed) : child];
  });
  return Object.fromEntries(entries) as JsonObject;
}

function withoutField(value: JsonValue, pointer: string): JsonValue | undefined {
  const name = pointer
    .slice(pointer.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
  const at = pointer.slice(0, pointer.lastIndexOf('/'));
  const object = valueAt(value, at);
  if (object === null || typeof object !== 'object' || Array.isArray(object)) return undefined;
  const { [name]: _gone, ...rest } = object;
  return withValueAt(value, at, rest);
}
