/*
 * A host that says "not now", or nothing: is it asked again, and when?
 * Reads and writes in the run's memory how often, and how long the run has waited for such.
 * From scripts/postman/send-again.js
 */

/** At most three times each, and two minutes of waiting in a run; a host may ask for up to half a minute at once. */
const patience = { times: 3, wait: 30_000, inAll: 120_000 };

/**
 * Once a request has been given up, those behind it are sent once each, until one is answered again.
 * @param {Pm} pm
 * @param {string} request its id
 * @param {PmResponse | undefined} response
 * @param {SharedContract['repeats']} repeats
 * @returns {{ reason: string, wait: number } | undefined} ms to wait; undefined: it is not sent again
 */
function askAgain(pm, request, response, repeats) {
  const run = recallRun(pm);
  const { waited, isOver, ...last } = run.again ?? { waited: 0 };
  const { times = 0, isUnsure = false } = last.request === request ? last : {};
  const code = response?.code;
  const reason = repeats === 'never' ? undefined : troubleOf(code);
  if (reason === undefined) {
    if (run.again !== undefined) keepRun(pm, { ...run, again: { waited } });
    return undefined;
  }
  const wait = Math.max(0, (response && waitAsked(response, Date.now())) ?? 1000 * 2 ** times);
  const isInBounds = times < patience.times && wait <= patience.wait && waited + wait <= patience.inAll;
  // What the host may have done is not asked for twice, and tells nothing about the requests behind it.
  const isAllowed = code !== undefined || repeats === 'always';
  const isAgain = isInBounds && isAllowed && isOver !== true;
  const again = isAgain
    ? { request, times: times + 1, isUnsure: isUnsure || code === undefined, waited: waited + wait }
    : { waited, isOver: isOver === true || isAllowed };
  keepRun(pm, { ...run, again });
  return isAgain ? { reason, wait } : undefined;
}

/**
 * Whether an earlier time that this request was sent may have been heard, though no answer came.
 * @param {Pm} pm
 * @param {string} request its id
 */
function mayHaveBeenHeard(pm, request) {
  const { again } = recallRun(pm);
  return again !== undefined && again.request === request && again.isUnsure === true;
}

/** @param {number | undefined} code */
function troubleOf(code) {
  if (code === undefined) return 'the host gave no answer';
  if (code === 503) return 'the service is unavailable (503)';
  return code === 429 ? 'the host asks for fewer requests (429)' : undefined;
}

/**
 * What `Retry-After` says, seconds or a moment by the server's clock.
 * @param {PmResponse} response
 * @param {number} now ms
 * @returns {number | undefined} ms
 */
function waitAsked(response, now) {
  const asked = response.code === undefined ? undefined : response.headers.get('Retry-After');
  if (asked === undefined) return undefined;
  const seconds = /^\d+$/.test(asked) ? Number(asked) * 1000 : NaN;
  const until = Date.parse(asked) - (serverTime(response) || now);
  return [seconds, until].find(Number.isFinite);
}
