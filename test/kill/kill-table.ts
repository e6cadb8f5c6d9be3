/**
 * What each fault of the stand-in comes to: the operations that it strikes, the check that notices it there,
 * and the exit code. Written by hand from what the contract promises; `kill-table.spec.ts` holds the run to it.
 */
export interface Row {
  fault: string;
  /** Keys of the operations that it strikes, in the order of the collection. */
  strikes: readonly string[];
  /** The one check of their answers that does not pass; empty: all do, as the script makes up for the fault. */
  noticedBy: string;
  exit: 0 | 1 | 2;
  /** Logins on the wire. */
  logins: number;
}

export const login = 'GET /clients/authorization';
export const testKey = 'POST /test-api-keys';
export const list = 'GET /divisions';
export const created = 'POST /shipments';
export const pdf = 'GET /shipments/print';
export const gone = 'DELETE /tracking-push/subscribers/{id}';

/** One operation of each shape: the login, a small object, a paged list, a 201, a PDF, a 204. */
export const telling = [login, testKey, list, created, pdf, gone];

const json = [testKey, list, created];
const withBody = [...json, pdf];
const all = [...withBody, gone];
const needJwt = [list, created, pdf, gone];

const status = 'status is documented and a success';
const documented = 'status is documented';
const mediaType = 'media type is as documented';
const schema = 'body satisfies its schema';
const threeParts = 'jwt has three readable parts';
const because = (reason: string) => `not tested: ${reason}`;

export const killTable: readonly Row[] = [
  // Logins that are refused as documented say nothing against the contract; they name what to look at.
  row('login-401', [login], because('the login answered 401: look at apiKey'), 2),
  row('login-422', [login], because('the login answered 422: look at apiKey'), 2),
  row('login-429', [login], because('the login answered 429: try again later'), 2, 4),
  row('login-503', [login], because('the login answered 503: try again later'), 2, 4),
  row('login-closes', [login], because('the login got no answer: look at baseUrl'), 2, 4),
  row('login-503-twice', [login], '', 0, 3),
  row('login-closes-once', [login], '', 0, 2),

  // Logins that answer something else than a jwt break the contract.
  row('login-html', [login], mediaType, 1),
  row('login-redirect', [login], documented, 1),
  row('login-empty-object', [login], threeParts, 1),
  row('login-empty-jwt', [login], threeParts, 1),
  row('jwt-two-parts', [login], threeParts, 1),
  row('jwt-unsigned', [login], 'jwt is signed', 1),
  row('jwt-expired', [login], 'jwt has not ended', 1),
  row('jwt-lives-a-day', [login], 'jwt lives as long as promised', 1),

  // A server may do this; `one-login.spec.ts` shows that its jwt is not believed for another hour.
  row('login-repeats-jwt', [login], '', 0),

  row('refuses-jwt-once', [created], '', 0, 2),
  row('refuses-every-jwt', needJwt, status, 1, 2),
  // Nothing that needs a jwt is sent without one, so the door is never tried: that takes a probe.
  row('open-door', [], '', 0),

  row('status-500', all, documented, 1),
  row('undocumented-status', all, documented, 1),
  row('redirect-to-login', all, documented, 1),
  row('html-instead', withBody, mediaType, 1),
  row('wrong-media-type', withBody, mediaType, 1),
  row('not-json', json, schema, 1),
  row('wrong-type', json, schema, 1),
  row('missing-required-field', [testKey, list], schema, 1),
  row('empty-body', json, schema, 1),
  row('empty-body', [pdf], 'body is not empty', 1),
  row('extra-body-on-204', [gone], 'body is empty', 1),
  row('unavailable-503', all, because('the service is unavailable (503), as documented: try again later'), 2),
  row('closes-connection', all, because('the host gives no answer: look at baseUrl'), 2),
];

function row(
  fault: string,
  strikes: readonly string[],
  noticedBy: string,
  exit: Row['exit'],
  logins = 1,
): Row {
  return { fault, strikes, noticedBy, exit, logins };
}
