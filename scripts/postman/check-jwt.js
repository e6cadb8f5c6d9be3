/*
 * Judges the jwt in the login's answer: a real one, signed, not ended, and as long-lived as promised.
 * Reads the answer. Writes nothing, and shows nothing of the jwt but its times and algorithm.
 * From scripts/postman/check-jwt.js
 */

/**
 * @param {Pm} pm
 * @param {NonNullable<Checks['jwt']>} promised
 * @param {Verdict} verdict
 */
function checkJwt(pm, promised, verdict) {
  const text = contract.valueAt(contract.parseJson(pm.response.text()), promised.at);
  const jwt = contract.readJwt(text);
  const found = text === undefined ? 'nothing' : `${text === '' ? 'an empty' : 'another'} ${typeof text}`;
  verdict(
    'jwt has three readable parts',
    jwt === undefined
      ? `promises a jwt at ${promised.at} (header.claims.signature); came ${found}`
      : undefined,
  );
  if (jwt === undefined) return;

  const { alg } = jwt.header;
  const isNamed = typeof alg === 'string' && alg.toLowerCase() !== 'none';
  const isSigned = isNamed && !String(text).endsWith('.');
  verdict(
    'jwt is signed',
    isSigned
      ? undefined
      : `promises a signed jwt; came alg ${shorten(JSON.stringify(alg) ?? 'missing')}${isNamed ? ' with no signature' : ''}`,
  );

  const { iat, exp } = jwt.claims;
  const now = contract.serverTime(pm.response) || Date.now();
  const hasEnd = typeof exp === 'number';
  verdict(
    'jwt has not ended',
    hasEnd && exp * 1000 <= now ? `promises a jwt for use; its exp is ${exp}` : undefined,
  );

  verdict('jwt lives as long as promised', lifeProblem(iat, exp, now, promised));
}

/**
 * "About as long": a tenth more or less. A jwt that does not say when it began may have begun earlier, so of that
 * one only too long a rest can be told.
 * @param {unknown} iat seconds since 1970
 * @param {unknown} exp seconds since 1970
 * @param {number} now ms
 * @param {{ lifetime: number, source?: string }} promise
 */
function lifeProblem(iat, exp, now, { lifetime, source }) {
  const promised = `promises a jwt of ${lifetime} s${source ? ` (${source})` : ''}`;
  if (typeof exp !== 'number') return `${promised}; came no exp in its claims`;
  const begins = typeof iat === 'number' ? iat : Math.floor(now / 1000);
  const life = exp - begins;
  const isTooShort = typeof iat === 'number' && life < lifetime * 0.9;
  return isTooShort || life > lifetime * 1.1 ? `${promised}; came one of ${life} s` : undefined;
}
