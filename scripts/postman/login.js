/*
 * The login: buys a jwt with the apiKey, with at most four requests and ten seconds of waiting.
 * Reads `settings.login`, baseUrl and apiKey. Writes the jwt, and in the run's memory what happened.
 * From scripts/postman/login.js
 */

/**
 * @param {Account} account
 * @param {() => void} ready goes on with the request
 */
function buyJwt(account, ready) {
  const failure = failureOf(account);
  if (failure !== undefined) return cannot(failure);
  countLogin(account);
  const buyAgain = carefully(() => buyJwt(account, ready));
  pm.sendRequest(
    loginRequest(account),
    carefully((error, response) => {
      const answer = readLogin(error, response, Date.now());
      const wait = settleLogin(pm, account, answer);
      if (answer.jwt !== undefined) {
        contract.jwt = 'new';
        ready();
      } else if (wait === undefined) cannot(answer.reason);
      else setTimeout(buyAgain, wait);
    }),
  );
}

/** @param {Account} account */
function loginRequest({ baseUrl, apiKey }) {
  const { operation, apiKey: to } = loginSettings();
  const [method = '', path = ''] = operation.split(' ');
  const query = to.in === 'query' ? `?${to.name}=${encodeURIComponent(apiKey)}` : '';
  const header = to.in === 'header' ? [{ key: to.name, value: apiKey }] : [];
  return { url: baseUrl + path + query, method, header };
}

/**
 * The collection's own login goes out as it is, and its answer is kept like any other. With a key of its own
 * in the place of `{{apiKey}}` it is a request like others.
 * @param {Place} place
 * @param {Account} account
 * @param {KeptJwt | undefined} kept
 */
function beforeLogin(place, account, kept) {
  const { apiKey } = loginSettings();
  const isQuery = apiKey.in === 'query';
  const parameter = (isQuery ? pm.request.url.query : pm.request.headers).one(apiKey.name);
  if (parameter === undefined || parameter.disabled || parameter.value !== '{{apiKey}}') return;

  if (account.apiKey === '') {
    if (kept !== undefined) return skip(`apiKey is empty and a pasted jwt is in use: ${howToSet('apiKey')}`);
    return cannot(howToGetAKey(place));
  }
  const failure = failureOf(account);
  if (failure !== undefined) return cannot(failure);
  // Hosts send `+` and `%` of a query value as they are.
  parameter.value = isQuery ? encodeURIComponent(account.apiKey) : account.apiKey;
  if (isProbe()) return; // what comes of it says nothing about the key
  countLogin(account);
  contract.login = account;
}

/** @param {Place} place */
function isLogin({ origin, operation }) {
  const isNamed = settings.login !== undefined && isOperation(operation, settings.login.operation);
  return isNamed && origin === addressOf(value('baseUrl')).origin;
}

function loginSettings() {
  if (settings.login === undefined) throw new Error('the contract has no login');
  return settings.login;
}

/**
 * A login that failed is not tried again in the same run.
 * @param {Account} account
 */
function failureOf({ fingerprint }) {
  const { tries = 0, failure } = recallRun(pm).logins[fingerprint] ?? {};
  return failure ?? (tries < 4 ? undefined : 'the login got no answer: look at baseUrl');
}

/** @param {Account} account */
function countLogin({ fingerprint }) {
  const run = recallRun(pm);
  const { tries, waited } = run.logins[fingerprint] ?? { tries: 0, waited: 0 };
  run.logins[fingerprint] = { tries: tries + 1, waited };
  keepRun(pm, run);
}

/**
 * @param {{ code?: unknown } | null} error its text may hold the url, and so the key: only its code is shown
 * @param {PmResponse | undefined} response
 * @param {number} now ms
 * @returns {LoginAnswer}
 */
function readLogin(error, response, now) {
  const { jwt: pointer, lifetime } = loginSettings();
  const code = response?.code;
  if (error || response === undefined || code === undefined) {
    const named = /^[A-Z_]{3,40}$/.test(String(error?.code)) ? ` (${error?.code})` : '';
    return { reason: `the login got no answer${named}: look at baseUrl`, tryAgain: true };
  }
  if (code === 503 || code === 429) {
    const retryAfter = waitAsked(response, now);
    return { reason: `the login answered ${code}: try again later`, tryAgain: true, retryAfter };
  }
  /** @param {string} reason */
  const refused = (reason) => ({ reason, tryAgain: false });
  if ([400, 401, 403, 422].includes(code)) return refused(`the login answered ${code}: look at apiKey`);
  if (code < 200 || code > 299) return refused(`the login answered ${code}: look at baseUrl`);

  const body = parseJson(response.text());
  if (body === undefined) return refused(`the login answered ${code} with no JSON: look at baseUrl`);
  const jwt = valueAt(body, pointer);
  const read = readJwt(jwt);
  if (typeof jwt !== 'string' || read === undefined) {
    return refused(`the login answered ${code} with no jwt at ${pointer}: look at baseUrl and apiKey`);
  }
  const isSigned = !/^(none|undefined)$/i.test(String(read.header.alg)) && !jwt.endsWith('.');
  if (!isSigned) return refused(`the login answered ${code} with a jwt that is not signed: look at baseUrl`);
  const end = endOf(read.claims, serverTime(response), now, lifetime);
  if (!(end > now)) return refused(`the login answered ${code} with a jwt that has ended: try again later`);
  return { jwt, end };
}

/**
 * Keeps the jwt, or notes the failure. Waits of 1, 2 and 4 s, or as the server asks, up to 10 s in all.
 * @param {Pm} pm
 * @param {Account} account
 * @param {LoginAnswer} answer
 * @returns {number | undefined} ms to wait before the next login; undefined: there is none
 */
function settleLogin(pm, account, answer) {
  const run = recallRun(pm);
  const { tries, waited } = run.logins[account.fingerprint] ?? { tries: 1, waited: 0 };
  delete run.logins[account.fingerprint];
  if (answer.jwt !== undefined) {
    keepRun(pm, run);
    keepJwt(pm, account, answer.jwt, answer.end);
    return undefined;
  }
  const wait = Math.max(0, answer.retryAfter ?? 1000 * 2 ** (tries - 1));
  const again = answer.tryAgain && tries < 4 && waited + wait <= 10_000;
  run.logins[account.fingerprint] = again
    ? { tries, waited: waited + wait }
    : { tries, waited, failure: answer.reason };
  keepRun(pm, run);
  return again ? wait : undefined;
}
