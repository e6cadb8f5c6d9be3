/*
 * Judges the answer to a probe: a request that is to be refused, or that sits on a limit and is to be accepted.
 * Reads the answer, the `Probe`, and its checks: given, or set in `contract.checks` by the test script of its folder.
 * From scripts/postman/check-probe.js
 */

/**
 * @param {Pm} pm of the calling script
 * @param {Probe} probe
 * @param {Checks | undefined} checks
 */
function checkProbe(pm, probe, checks = contract.checks) {
  if (contract.standsAside) return;
  if (checks === undefined) throw new Error('the script of the folder judges a probe: keep it in its folder');
  const answer = answerOf(pm, checks);
  const isNoSuccess = probe.expects === 'no success';
  // A firewall's 403 to a method that is not there is a refusal like any other.
  if (!(isNoSuccess && answer.code === 403) && isNotTested(pm, answer, checks)) return;

  withVerdict(pm, checks, `${checks.operation} (sent: ${probe.sends})`, (verdict) => {
    const isRefusal = answer.code >= 400 && answer.code <= 499;
    const needsNoDocument = isNoSuccess && (isRefusal || isSuccess(answer.code) || answer.code === 501);
    const known = isNoSuccess ? { ...answer, status: undefined } : answer;
    verdict('status is documented', needsNoDocument ? undefined : undocumentedProblem(pm, known, checks));
    if (probe.noJwtAt !== undefined) verdict('gives no jwt', givenProblem(answer, probe.noJwtAt));

    const finding = `finding: ${probe.sends}: came ${answer.code}`;
    const outcome = outcomeOf(known, probe);
    const hasNoAllow = answer.code === 405 && pm.response.headers.get('Allow') === undefined;
    if (outcome === 'finding') pm.test.skip(finding);
    else if (outcome === 'kept' && isNoSuccess && hasNoAllow) pm.test.skip(`${finding} without Allow`);
    else if (outcome !== undefined) {
      const problem = `promises ${promiseOf(probe)}; ${describeAnswer(pm, answer)}`;
      verdict(checkNames[probe.expects], outcome === 'broken' ? problem : undefined);
    }
    const isJson = judgeContent(pm, known, checks, verdict);
    if (!isJson || !isSuccess(answer.code)) return;
    // Where it should have been refused, what was sent promises nothing.
    const by = probe.expects === 'refusal' ? 'as answered' : 'as sent';
    judgeCounts(pm, checks.list, contract.parseJson(answer.text ?? ''), verdict, by);
  });
}

const checkNames = { refusal: 'is refused', acceptance: 'is accepted', 'no success': 'is no success' };

/**
 * @param {Answer} answer `status` is undefined where the contract says nothing about it
 * @param {Probe} probe
 * @returns {'kept' | 'broken' | 'finding' | undefined} undefined: the status says it all
 */
function outcomeOf({ code, status }, { expects, statuses, otherwise }) {
  const isNamed = statuses.includes(`${code}`) || statuses.includes(`${status}`);
  const isDocumented = status !== undefined;
  if (expects === 'acceptance') {
    if (!isDocumented) return undefined;
    if (isNamed) return otherwise;
    return code >= 500 ? 'broken' : 'kept';
  }
  if (isSuccess(code)) return otherwise;
  if (expects === 'no success') {
    if (isNamed) return 'kept';
    return code === 501 || (code >= 400 && code <= 499) ? 'finding' : undefined;
  }
  if (!isDocumented) return undefined;
  if (code <= 399) return otherwise;
  if (code >= 500) return 'broken';
  return isNamed ? 'kept' : 'finding';
}

/** @param {Probe} probe */
function promiseOf({ expects, statuses }) {
  if (expects === 'acceptance') return 'to accept it';
  return expects === 'refusal' ? `to refuse it with ${statuses.join(' or ')}` : 'no such method';
}

/**
 * @param {Answer} answer
 * @param {string} pointer
 */
function givenProblem({ text = '' }, pointer) {
  const jwt = contract.readJwt(contract.valueAt(contract.parseJson(text), pointer));
  return jwt === undefined ? undefined : `promises a jwt for the right key only; came one at ${pointer}`;
}
