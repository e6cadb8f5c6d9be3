/*
 * Before each request: may it go where it is going, and does it carry a jwt and values that are worth sending?
 * Reads `settings`, the request and the variables. Writes `contract`, which the test script reads.
 * From scripts/postman/before-request.js; the functions that it calls stand below.
 */

carefully(beforeRequest)();

function beforeRequest() {
  forgetEncodedKeys();
  const place = placeOf(pm.request);
  const account = accountOf();
  const run = recallRun(pm);
  keepRun(pm, { ...run, started: true });
  contract = {
    recallRun,
    keepRun,
    report,
    isTold,
    forgetJwt,
    readLogin,
    settleLogin,
    askAgain,
    mayHaveBeenHeard,
    repeats: repeatsOf(place),
    valueAt,
    parseJson,
    readJwt,
    serverTime,
    hideSecrets,
    rememberSent,
    madeWith,
    deletedName,
    decodeText,
  };

  if (place.origin === '') return cannot(`no address: ${howToSet(serverOf(pm.request) ?? 'baseUrl')}`);
  const kept = settings.login && keptJwt(account, Date.now());
  forgetOthers(account);
  const refusal = refusalOf(place, run.started === true);
  if (refusal !== undefined) return skip(refusal);

  const parts = partsOf(pm.request);
  const names = [...new Set(parts.flatMap(({ text }) => namesIn(text)))];
  const lack = lackOf(place, names);
  // Where the login failed nothing could be made: that is the reason to look at.
  if (lack !== undefined) return skip((settings.login && !kept && failureOf(account)) || lack);
  const empty = emptyPathVariable(pm.request);
  if (empty !== undefined) return cannot(`the path variable ${empty} is empty: give it a value`);
  if (namesVariable(pm.request, 'openBraces')) keepBraces();
  encodeKeys();

  if (isProbe()) {
    // A server that refuses the login, or is not there, is not asked a hundred times more.
    const obstacle = (settings.login && failureOf(account)) ?? prepareProbe(place);
    if (obstacle !== undefined) return skip(obstacle);
  } else {
    if (isTestKey(place)) contract.keepTestKey = keepTestKey;
    contract.names = names;
    contract.keepAnswer = (pm) => keepAnswer(pm, place, account);
  }
  if (isLogin(place)) return beforeLogin(place, account, kept);
  const ready = () => fillIn(parts, names, account);
  if (settings.login === undefined || !needsJwt(pm.request)) return ready();
  giveJwt(place, account, kept, ready);
}

/**
 * A request that inherits the collection's auth needs the jwt, and so does one that names it.
 * @param {PmRequest} request
 */
function needsJwt(request) {
  return request.auth === undefined || namesVariable(request, 'jwt');
}

/**
 * @param {PmRequest} request
 * @param {string} name
 */
function namesVariable({ auth, url, headers, body }, name) {
  return JSON.stringify([auth, url, headers, body]).includes(`{{${name}}}`);
}

/**
 * @param {Place} place
 * @param {Account} account
 * @param {KeptJwt | undefined} kept
 * @param {() => void} ready goes on with the request
 */
function giveJwt(place, account, kept, ready) {
  const home = addressOf(account.baseUrl);
  const isOwnServer = (serverOf(pm.request) ?? 'baseUrl') !== 'baseUrl';
  if (home.origin !== place.origin && !isOwnServer) {
    return skip(
      `the jwt belongs to ${home.host || 'an empty baseUrl'}, not to ${place.host}: change baseUrl`,
    );
  }
  if (kept !== undefined && (kept.pasted || kept.end - Date.now() > 60_000)) {
    contract.jwt = kept.pasted ? 'pasted' : 'kept';
    return ready();
  }
  if (account.apiKey === '') return cannot(howToGetAKey(place));
  buyJwt(account, ready);
}

/**
 * When it may be sent again: what writes something new, only if the host has surely not done it.
 * @param {Place} place
 * @returns {SharedContract['repeats']}
 */
function repeatsOf(place) {
  if (isTestKey(place)) return 'never';
  return isWrite(place) && !['PUT', 'DELETE'].includes(place.method) ? 'refused' : 'always';
}

/**
 * The key that a person gets with `POST /test-api-keys` is the one to use from now on.
 * @param {Pm} pm
 */
function keepTestKey(pm) {
  const key = valueAt(parseJson(pm.response.text()), settings.testKey?.apiKey ?? '');
  if (typeof key === 'string' && key !== '' && !key.includes('{{')) keeperOf(pm, 'apiKey').set('apiKey', key);
}

/** @param {Place} place */
function howToGetAKey(place) {
  const hint = `apiKey is empty: ${howToSet('apiKey')}`;
  if (settings.testKey === undefined || roleOf(place.host) !== 'sandbox') return hint;
  const phone = value('phone') === '' ? 'set phone and ' : '';
  return `${hint}, or ${phone}send ${settings.testKey.operation}, which fills it in`;
}

/** @param {string} name */
function howToSet(name) {
  return pm.environment.name ? `set the variable ${name}` : `select an environment and set ${name} in it`;
}

/**
 * A variable's text; empty where it is unset.
 * @param {string} name
 * @param {Pm} reader
 */
function value(name, reader = pm) {
  const text = reader.variables.replaceIn(`{{${name}}}`).trim();
  return text.includes('{{') ? '' : text;
}
