/*
 * What a run remembers from request to request, and how a request that is not sent is reported.
 * Reads and writes the local variable contractRun (JSON, no secrets).
 * From scripts/postman/run-memory.js
 */

/**
 * @param {Pm} pm
 * @returns {RunMemory}
 */
function recallRun(pm) {
  const none = { told: [], logins: {}, lookUps: {}, made: {}, sent: {} };
  return { ...none, ...JSON.parse(String(pm.variables.get('contractRun') ?? '{}')) };
}

/**
 * @param {Pm} pm
 * @param {RunMemory} run
 */
function keepRun(pm, run) {
  pm.variables.set('contractRun', JSON.stringify(run));
}

/**
 * Does not send the request, because something went wrong.
 * @param {string} reason
 */
function cannot(reason) {
  report(pm, reason);
  pm.execution.skipRequest();
}

/**
 * Does not send the request, and says why.
 * @param {string} reason
 */
function skip(reason) {
  pm.test.skip(`not tested: ${reason}`);
  pm.execution.skipRequest();
}

/**
 * What went wrong fails a check once in a run; whatever else follows from it is skipped.
 * @param {Pm} pm
 * @param {string} reason
 */
function report(pm, reason) {
  const name = `not tested: ${reason}`;
  if (isTold(pm, reason)) return pm.test.skip(name);
  pm.test(name, () => {
    throw new Error(reason);
  });
}

/**
 * Whether the run has told the reason before; from now on it has.
 * @param {Pm} pm
 * @param {string} reason
 */
function isTold(pm, reason) {
  const run = recallRun(pm);
  if (run.told.includes(reason)) return true;
  keepRun(pm, { ...run, told: [...run.told, reason] });
  return false;
}

/**
 * Hosts send the request although its script threw, and swallow what a callback throws: here a check fails,
 * and the request is not sent.
 * @template {unknown[]} A
 * @param {(...args: A) => void} run
 * @returns {(...args: A) => void}
 */
function carefully(run) {
  return (...args) => {
    try {
      run(...args);
    } catch (error) {
      pm.test(`not tested: the collection's pre-request script failed`, () => {
        throw new Error(hideSecrets(pm, String(error)));
      });
      pm.execution.skipRequest();
    }
  };
}

/**
 * @param {string} text
 * @returns {unknown} undefined: it is not JSON
 */
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * JSON whose integers beyond 2^53 are texts of their digits: a number would be rounded, and an id of another thing.
 * @param {string} text
 * @returns {unknown} undefined: it is not JSON
 */
function parseExact(text) {
  const tokens = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;
  return parseJson(text.replace(tokens, (token) => (token.startsWith('"') ? token : `"${token}"`)));
}

/**
 * @param {unknown} whole
 * @param {string} pointer JSON pointer (RFC 6901)
 * @returns {unknown}
 */
function valueAt(whole, pointer) {
  const names = pointer.split('/').slice(1);
  return names.reduce((/** @type {unknown} */ part, name) => {
    const key = name.replace(/~1/g, '/').replace(/~0/g, '~');
    return isObject(part) && Object.keys(part).includes(key) ? part[key] : undefined;
  }, whole);
}

/**
 * @param {unknown} thing
 * @returns {thing is { [name: string]: unknown }}
 */
function isObject(thing) {
  return typeof thing === 'object' && thing !== null;
}
