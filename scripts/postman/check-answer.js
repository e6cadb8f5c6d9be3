/*
 * Judges an answer by what the contract documents for the operation, and tells what is not the API's doing.
 * Reads the answer and the request's `Checks`. Writes nothing; each check is one `pm.test`.
 * From scripts/postman/check-answer.js
 */

/**
 * @param {Pm} pm of the calling script
 * @param {Checks} checks
 */
function checkAnswer(pm, checks) {
  if (contract.standsAside) return;
  const failure = contract.loginFailure;
  const answer = answerOf(pm, checks);
  if (isNotTested(pm, answer, checks) || isGoneAlready(pm, answer) || isOnExample(pm, answer)) return;
  if (isFirewall(answer, checks)) return contract.report(pm, failure ?? firewall);

  const failures = withVerdict(pm, checks, checks.operation, (verdict) => {
    // A login that is refused as documented says nothing against the contract: its reason is reported instead.
    const isRefused = failure !== undefined && answer.status !== undefined && answer.code >= 400;
    if (checks.gone !== undefined && isDocumentedRefusal(answer)) verdict(goneCheck, undefined);
    else if (!isRefused) verdict(statusCheck(answer, checks), statusProblem(pm, answer, checks));
    const isJson = judgeContent(pm, answer, checks, verdict);
    if (!isSuccess(answer.code)) return;
    if (isJson && checks.jwt !== undefined) checkJwt(pm, checks.jwt, verdict);
    if (contract.missing !== undefined) {
      verdict('gives what later requests need', missingProblem(contract.missing));
    }
    if (checks.readsBack !== undefined) contract.rememberSent(pm, checks.readsBack);
    if (isJson) judgeList(pm, checks, answer, verdict);
  });
  // Whatever needs this login is skipped from here on, so one check must fail here, and tell why.
  if (failure !== undefined) failures > 0 ? contract.isTold(pm, failure) : contract.report(pm, failure);
}

/**
 * `status`: the documented one that the code falls under. `text`: undefined where an answer has no body.
 * @typedef {{ code: number, status: string | undefined, text: string | undefined }} Answer
 * @param {Pm} pm
 * @param {Checks} checks
 * @returns {Answer} code 0: none came
 */
function answerOf({ request, response }, { answers }) {
  const { code = 0 } = response;
  const hasNoBody = code === 0 || request.method === 'HEAD' || code === 204 || code === 304;
  // "default" means errors; a redirect to a sign-in page is not what it documents.
  const wanted = [`${code}`, `${String(code)[0]}XX`, code >= 300 && code <= 399 ? '' : 'default'];
  const status = wanted.find((key) => answers[key] !== undefined);
  return { code, status, text: hasNoBody ? undefined : response.text() };
}

/**
 * Whether the answer says nothing about the contract; then that is told.
 * @param {Pm} pm
 * @param {Answer} answer
 * @param {Checks} checks
 */
function isNotTested(pm, answer, checks) {
  const failure = contract.loginFailure;
  const notNow = checks.notTested?.[answer.code];
  const reason = notNow === undefined ? reasonOf(answer) : undefined;
  if (reason !== undefined) contract.report(pm, failure ?? reason);
  else if (notNow !== undefined && failure !== undefined) contract.report(pm, failure);
  else if (notNow !== undefined) pm.test.skip(`not tested: ${notNow}`);
  return reason !== undefined || notNow !== undefined;
}

/**
 * What a read gets for an example of the contract says nothing about the contract.
 * @param {Pm} pm
 * @param {Answer} answer
 */
function isOnExample(pm, answer) {
  const { onExample } = contract;
  if (onExample === undefined || !isDocumentedRefusal(answer)) return false;
  pm.test.skip(`not tested: ${onExample.what}, and the answer is ${answer.code}: ${onExample.how}`);
  return true;
}

/**
 * Documented, and about what was asked for: not about who asks, nor how often.
 * @param {Answer} answer
 */
function isDocumentedRefusal({ code, status }) {
  return status !== undefined && code >= 400 && code <= 499 && ![401, 403, 429].includes(code);
}

/** @param {string[]} missing */
function missingProblem(missing) {
  return missing.length > 0 ? `promises a text or a number for ${missing.join(', ')}; came none` : undefined;
}

/**
 * The first time may have deleted it, though no answer came.
 * @param {Pm} pm
 * @param {Answer} answer
 */
function isGoneAlready(pm, { code }) {
  if (contract.isGone !== true) return false;
  pm.test.skip(
    `not tested: it was sent again, and the answer is ${code}: the first time may have deleted it`,
  );
  return true;
}

/** @param {Answer} answer */
function reasonOf({ code, status, text = '' }) {
  const asDocumented = status === undefined ? '' : ', as documented';
  if (code === 0) return 'the host gives no answer: look at baseUrl';
  if (code === 503) return `the service is unavailable (503)${asDocumented}: try again later`;
  if (code === 429) return `the host asks for fewer requests (429)${asDocumented}: try again later`;
  return code === 403 && status === undefined && contract.parseJson(text) === undefined
    ? firewall
    : undefined;
}

const firewall = 'a firewall answers (403, no JSON): look at baseUrl, and from where you call';

/**
 * A page in the place of the JSON that the contract documents for a 403.
 * @param {Answer} answer
 * @param {Checks} checks
 */
function isFirewall({ code, status, text = '' }, { answers }) {
  const documented = Object.keys(answers[status ?? ''] ?? {});
  return code === 403 && /^\s*</.test(text) && documented.every((type) => /json/i.test(type));
}

/**
 * @typedef {(name: string, problem: string | undefined) => void} Verdict
 * @param {Pm} pm
 * @param {Checks} checks
 * @param {string} subject what was sent, for messages
 * @param {(verdict: Verdict) => void} judge
 * @returns {number} how many checks failed
 */
function withVerdict(pm, checks, subject, judge) {
  let failures = 0;
  /** @type {Verdict} */
  const verdict = (name, problem) => {
    const deviation = checks.deviations?.[name];
    if (deviation !== undefined) return pm.test.skip(`deviation: ${name}: ${fateOf(deviation, problem)}`);
    if (problem !== undefined) failures += 1;
    pm.test(name, () => {
      if (problem !== undefined) throw new Error(contract.hideSecrets(pm, `${subject}: ${problem}`));
    });
  };
  try {
    judge(verdict);
  } catch (error) {
    verdict("the contract's checks run", String(error));
  }
  return failures;
}

/**
 * @param {{ reason: string, until?: string }} deviation
 * @param {string | undefined} problem
 */
function fateOf({ reason, until }, problem) {
  if (problem === undefined) return 'no longer happens';
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  return until !== undefined && today > until ? `overdue since ${until}: ${reason}` : reason;
}

/** @param {number} code */
function isSuccess(code) {
  return code >= 200 && code <= 299;
}

/**
 * That nobody documents a status says more than that it is no success: who expects a call to be refused can tell them
 * apart by the name.
 * @param {Answer} answer
 * @param {Checks} checks
 */
function statusCheck({ status }, { answers, deviations }) {
  const both = 'status is documented and a success';
  const isDocumented = status !== undefined || Object.keys(answers).length === 0;
  return isDocumented || deviations?.[both] !== undefined ? both : 'status is documented';
}

/**
 * @param {Pm} pm
 * @param {Answer} answer
 * @param {Checks} checks
 */
function statusProblem(pm, answer, checks) {
  const { code, status } = answer;
  // A redirect that the contract names is what the operation is for.
  if (status !== undefined && code >= 200 && code <= 399) return undefined;
  // Of an operation without answers (3.1) nothing is promised, but that it can be called.
  if (Object.keys(checks.answers).length === 0 && isSuccess(code)) return undefined;
  return status === undefined
    ? undocumentedProblem(pm, answer, checks)
    : `${promisedBy(checks)}; ${describeAnswer(pm, answer, ', which is documented, but no success')}`;
}

/**
 * @param {Pm} pm
 * @param {Answer} answer
 * @param {Checks} checks
 */
function undocumentedProblem(pm, answer, checks) {
  if (answer.status !== undefined) return undefined;
  return `${promisedBy(checks)}; ${describeAnswer(pm, answer, ', which is not documented')}`;
}

/** @param {Checks} checks */
function promisedBy({ answers }) {
  return `promises ${Object.keys(answers).join(', ') || 'nothing'}`;
}

/**
 * @param {Pm} pm
 * @param {Answer} answer
 * @param {string} what
 */
function describeAnswer({ response }, { code, text }, what = '') {
  const location = response.headers.get('Location')?.replace(/[?#].*/, '');
  if (code >= 300 && code <= 399 && location) return `came ${code}, which leads to ${location}`;
  return `came ${code}${what}${text ? `: ${excerpt(text)}` : ''}`;
}
