/*
 * Judges an answer by what the contract documents for the operation: status, media type, body, jwt.
 * Reads the answer and the request's `Checks`. Writes nothing; each check is one `pm.test`.
 * From scripts/postman/check-answer.js
 */

/**
 * @param {Pm} pm of the calling script
 * @param {Checks} checks
 */
function checkAnswer(pm, checks) {
  const { code } = pm.response;
  const failure = contract.loginFailure;
  if (contract.standsAside) return;
  if (code === undefined) return contract.report(pm, failure ?? 'the host gives no answer: look at baseUrl');
  const isDocumented = documentedFor(code, checks.answers) !== undefined;
  if (code === 503 && isDocumented) {
    return contract.report(pm, failure ?? 'the service is unavailable (503), as documented: try again later');
  }
  if (code === 429 && !isDocumented) {
    return contract.report(pm, failure ?? 'the host asks for fewer requests (429): try again later');
  }
  const notNow = checks.notTested?.[code];
  if (notNow !== undefined && failure === undefined) return pm.test.skip(`not tested: ${notNow}`);

  let failures = 0;
  /** @param {string} name @param {string | undefined} problem */
  const verdict = (name, problem) => {
    if (problem !== undefined) failures += 1;
    pm.test(name, () => {
      if (problem !== undefined) throw new Error(contract.hideSecrets(pm, `${checks.operation}: ${problem}`));
    });
  };
  try {
    if (notNow === undefined) judge(pm, code, checks, verdict);
  } catch (error) {
    verdict("the contract's checks run", String(error));
  }
  // Whatever needs this login is skipped from here on, so one check must fail here, and tell why.
  if (failure !== undefined) failures > 0 ? contract.isTold(pm, failure) : contract.report(pm, failure);
}

/**
 * @typedef {(name: string, problem: string | undefined) => void} Verdict
 * @param {Pm} pm
 * @param {number} code
 * @param {Checks} checks
 * @param {Verdict} verdict
 */
function judge(pm, code, checks, verdict) {
  const documented = documentedFor(code, checks.answers);
  const text = pm.request.method === 'HEAD' || code === 204 || code === 304 ? undefined : pm.response.text();
  // A login that is refused as documented says nothing against the contract: its reason is reported instead.
  const isRefused = contract.loginFailure !== undefined && documented !== undefined && code >= 400;
  if (!isRefused) {
    verdict('status is documented and a success', statusProblem(pm, code, documented, checks, text));
  }
  if (documented === undefined) return;
  if (code === 204) verdict('body is empty', announcedProblem(pm));
  if (text === undefined) return;

  const types = Object.keys(documented);
  if (types.length === 0) {
    verdict(
      'body is empty',
      text === '' ? undefined : `promises no body with ${code}; came ${excerpt(text)}`,
    );
    return;
  }
  const type = mediaTypeOf(pm.response.headers.get('Content-Type') ?? '');
  const range = bestRange(type, types);
  verdict(
    'media type is as documented',
    range === undefined ? mediaTypeProblem(code, types, type) : undefined,
  );
  if (range === undefined) return;
  if (!/^application\/json$|\+json$/.test(type)) {
    verdict('body is not empty', contentProblem(type, text));
    return;
  }
  verdict(
    'body satisfies its schema',
    jsonProblem(text, documented[range] ?? true, checks.definitions ?? {}),
  );
  if (checks.jwt !== undefined && isSuccess(code)) checkJwt(pm, checks.jwt, verdict);
}

/** @param {number} code */
function isSuccess(code) {
  return code >= 200 && code <= 299;
}

/**
 * The exact status, else its range, else the default.
 * @param {number} code
 * @param {Checks['answers']} answers
 */
function documentedFor(code, answers) {
  return answers[code] ?? answers[`${String(code)[0]}XX`] ?? answers.default;
}

/**
 * @param {Pm} pm
 * @param {number} code
 * @param {object | undefined} documented
 * @param {Checks} checks
 * @param {string | undefined} text
 */
function statusProblem(pm, code, documented, { answers }, text) {
  if (documented !== undefined && isSuccess(code)) return undefined;
  const promised = `promises ${Object.keys(answers).join(', ')}`;
  const location = pm.response.headers.get('Location')?.replace(/[?#].*/, '');
  if (code >= 300 && code <= 399 && location) return `${promised}; came ${code}, which leads to ${location}`;
  const what = documented === undefined ? 'which is not documented' : 'which is documented, but no success';
  return `${promised}; came ${code}, ${what}${text ? `: ${excerpt(text)}` : ''}`;
}

/**
 * Hosts hide the body of a 204; clients that keep the connection take it for the next answer.
 * @param {Pm} pm
 */
function announcedProblem(pm) {
  const length = Number(pm.response.headers.get('Content-Length') ?? 0);
  return length > 0 ? `promises no body with 204; came a Content-Length of ${length}` : undefined;
}

/**
 * Letter case and parameters say nothing about the type.
 * @param {string} text
 */
function mediaTypeOf(text) {
  return (text.split(';')[0] ?? '').trim().toLowerCase();
}

/**
 * The documented type that fits best: itself, else one with a wildcard for the subtype, else for all.
 * @param {string} type
 * @param {string[]} documented
 */
function bestRange(type, documented) {
  const wanted = type === '' ? [] : [type, `${type.split('/')[0]}/*`, '*/*'];
  for (const range of wanted) {
    const found = documented.find((written) => mediaTypeOf(written) === range);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * @param {number} code
 * @param {string[]} types
 * @param {string} type
 */
function mediaTypeProblem(code, types, type) {
  return `promises ${types.join(' or ')} with ${code}; came ${type === '' ? 'no Content-Type' : type}`;
}

/**
 * @param {string} type
 * @param {string} text
 */
function contentProblem(type, text) {
  if (text === '') return `promises ${type}; came nothing`;
  const isPdf = type !== 'application/pdf' || text.slice(0, 1024).includes('%PDF-');
  return isPdf ? undefined : `promises a PDF; came ${excerpt(text)}`;
}
