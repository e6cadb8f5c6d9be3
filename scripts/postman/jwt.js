/*
 * The jwt that is kept: whether it may still be sent, and when it ends.
 * Reads and writes jwt, jwtExpiresAt and jwtFor, in the environment (in the collection where none is selected).
 * From scripts/postman/jwt.js
 */

/** @returns {Account} */
function accountOf() {
  const baseUrl = value('baseUrl').replace(/\/+$/, '');
  const apiKey = value('apiKey');
  return { baseUrl, apiKey, fingerprint: fingerprintOf(`${baseUrl}\n${apiKey}`) };
}

/** @param {string} text */
function fingerprintOf(text) {
  const load = require; // tsc takes a file that calls require for a module
  return load('crypto-js').SHA256(text).toString().slice(0, 16);
}

/**
 * The kept jwt, where it may be sent for this account; one that may not, or has ended, is dropped on the spot.
 * `jwtFor` tells two things: the account, and the jwt itself, so that a jwt pasted over a kept one is seen.
 * @typedef {{ end: number, pasted: boolean }} KeptJwt
 * @param {Account} account
 * @param {number} now ms
 * @returns {KeptJwt | undefined}
 */
function keptJwt(account, now) {
  const keeper = keeperOf(pm, 'jwt');
  const jwt = String(keeper.get('jwt') ?? '');
  if (jwt === '' || jwt.includes('{{')) return undefined;

  const [boughtBy, boughtJwt] = String(keeper.get('jwtFor') ?? '').split('-');
  const isKnown = boughtJwt === fingerprintOf(jwt);
  const pasted = account.apiKey === '';
  const isOurs = isKnown ? boughtBy === account.fingerprint : pasted;
  const end = pasted ? endOfPasted(jwt) : timeOf(keeper.get('jwtExpiresAt'));
  if (!isOurs || !(end > now)) {
    forgetJwt(pm);
    return undefined;
  }
  if (!isKnown) keepJwt(pm, account, jwt, end); // ties it to this base url
  return { end, pasted };
}

/** @param {string} jwt */
function endOfPasted(jwt) {
  const exp = readJwt(jwt)?.claims.exp;
  return typeof exp === 'number' ? exp * 1000 : Infinity;
}

/**
 * @param {unknown} text ISO 8601, or milliseconds
 * @returns {number} milliseconds, or NaN
 */
function timeOf(text) {
  return /^\d+$/.test(String(text)) ? Number(text) : Date.parse(String(text));
}

/**
 * @param {Pm} pm
 * @param {Account} account
 * @param {string} jwt
 * @param {number} end ms; Infinity: it does not say
 */
function keepJwt(pm, account, jwt, end) {
  const keeper = keeperOf(pm, 'jwt');
  const other = keeper === pm.environment ? pm.collectionVariables : pm.environment;
  dropFrom(other);
  keeper.set('jwt', jwt);
  keeper.set('jwtExpiresAt', end === Infinity ? '' : new Date(Math.min(end, 8.64e15)).toISOString());
  keeper.set('jwtFor', `${account.fingerprint}-${fingerprintOf(jwt)}`);
}

/**
 * For what a script sends by itself.
 * @param {Pm} pm
 */
function jwtHeader(pm) {
  const jwt = value('jwt', pm);
  return settings.login && jwt !== '' ? [{ key: settings.login.send.name, value: jwt }] : [];
}

/** @param {Pm} pm */
function forgetJwt(pm) {
  dropFrom(pm.environment);
  dropFrom(pm.collectionVariables);
}

/** @param {VariableScope} scope */
function dropFrom(scope) {
  for (const name of ['jwt', 'jwtExpiresAt', 'jwtFor']) scope.unset(name);
}

/**
 * @param {Pm} pm
 * @param {string} name a variable that the environment may hold although it has no name (`--env-var`)
 */
function keeperOf(pm, name) {
  return pm.environment.name || pm.environment.has(name) ? pm.environment : pm.collectionVariables;
}

/**
 * Header and claims of a signed jwt (RFC 7519, compact form); undefined: it is none. The signature is not checked.
 * @param {unknown} text
 * @returns {Jwt | undefined}
 */
function readJwt(text) {
  if (typeof text !== 'string' || !/^[\w-]+\.[\w-]+\.[\w-]*$/.test(text)) return undefined;
  const [header, claims] = text.split('.', 2).map((part) => {
    const base64 = part.replace(/-/g, '+').replace(/_/g, '/');
    return parseJson(Buffer.from(base64, 'base64').toString('utf8'));
  });
  return isObject(header) && isObject(claims) ? { header, claims } : undefined;
}

/**
 * Now + (exp - the server's time), so that a wrong local clock does no harm.
 * @param {Jwt['claims']} claims
 * @param {number} server ms; NaN: the server does not tell its time
 * @param {number} now ms
 * @param {number} lifetime seconds, for a jwt that does not say when it ends
 * @returns {number} ms
 */
function endOf(claims, server, now, lifetime) {
  const exp = typeof claims.exp === 'number' ? claims.exp * 1000 : NaN;
  const iat = typeof claims.iat === 'number' ? claims.iat * 1000 : NaN;
  if (Number.isFinite(exp - server)) return now + exp - server;
  const life = Number.isFinite(exp - iat) ? exp - iat : lifetime * 1000;
  const clockIsRight = !(now < iat) && now <= exp;
  return clockIsRight ? Math.min(now + life, exp) : now + life;
}

/** @param {PmResponse} response @returns {number} ms, or NaN */
function serverTime(response) {
  return Date.parse(response.headers.get('Date') ?? '');
}
