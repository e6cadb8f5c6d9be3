/*
 * After each answer: keeps what it brought, and decides whether the request is sent again.
 * Reads `contract` and the answer. Writes `contract.check` and `contract.probe`, and, by what `before-request.js` has
 * left in `contract`, the variables of the jwt, of the apiKey and of what later requests need.
 * From scripts/postman/after-answer.js; the checks stand below.
 */

contract.check = checkAnswer;
contract.probe = checkProbe;
try {
  afterAnswer();
} catch (error) {
  pm.test("the collection's test script runs", () => {
    throw new Error(contract.hideSecrets(pm, String(error)));
  });
}

function afterAnswer() {
  const again = contract.login === undefined ? (afterCall() ?? afterTrouble()) : afterLogin(contract.login);
  if (again !== undefined) sendAgain(again.reason, again.wait);
  if (contract.isGone) contract.keepAnswer?.(pm);
  if (pm.response.code === 200) contract.keepTestKey?.(pm);
  if (!isSuccess(pm.response.code ?? 0)) return;
  contract.keepAnswer?.(pm);
  contract.deleteCreated?.(pm, (run, ms) => setTimeout(run, ms));
}

/**
 * The one place that decides the next request. Outside a run hosts ignore it: then the person sends again.
 * @param {string} reason
 * @param {number} wait ms
 */
function sendAgain(reason, wait) {
  contract.standsAside = true;
  pm.test.skip(`not tested: ${reason}; a run sends this request again`);
  pm.execution.setNextRequest(pm.info.requestId);
  if (wait > 0) setTimeout(() => {}, wait); // a script ends when its timers have
}

/**
 * The answer of the collection's own login.
 * @param {Account} account
 */
function afterLogin(account) {
  const answer = contract.readLogin(null, pm.response, Date.now());
  const wait = contract.settleLogin(pm, account, answer);
  if (wait !== undefined && answer.jwt === undefined) return { reason: answer.reason, wait };
  if (answer.jwt === undefined) contract.loginFailure = answer.reason;
}

/** A kept jwt that is refused is dropped, and the call repeated once with a new one. */
function afterCall() {
  const isRefused = pm.response.code === 401;
  if (contract.jwt === undefined || (contract.jwt === 'kept' && !isRefused)) return undefined;
  const run = contract.recallRun(pm);

  if (contract.jwt === 'new' && run.renewing === pm.info.requestId) {
    const { renewing, ...rest } = run;
    contract.keepRun(pm, isRefused ? { ...rest, renewedInVain: true } : rest);
  }
  if (contract.jwt === 'kept' && isRefused && !run.renewedInVain) {
    contract.forgetJwt(pm);
    contract.keepRun(pm, { ...run, renewing: pm.info.requestId });
    return { reason: 'the kept jwt was refused with 401 and is dropped', wait: 0 };
  }
}

/** A host that says "not now", or nothing, is asked again. */
function afterTrouble() {
  const { requestId } = pm.info;
  const isUnsure = contract.mayHaveBeenHeard(pm, requestId);
  contract.isGone = isUnsure && pm.request.method === 'DELETE' && [404, 410].includes(pm.response.code ?? 0);
  return contract.askAgain(pm, requestId, pm.response, contract.repeats);
}
