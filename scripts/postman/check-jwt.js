/*
 * Judges the jwt in the login's answer: a real one, signed, not ended, and as long-lived as promised.
 * Reads the answer. Writes nothing, and shows nothing of the jwt but its times and algorithm.
 * From scripts/postman/check-jwt.js
 */

/**
 * @param {Pm} pm
 * @param {{ at: string, lifetime: number }} promised seconds
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

  const life = hasEnd && typeof iat === 'number' ? exp - iat : undefined;
  const isAsPromised = life !== undefined && Math.abs(life - promised.lifetime) <= promised.lifetime * 0.05;
  const came = life === undefined ? `no ${hasEnd ? 'iat' : 'exp'} in its claims` : `one of ${life} s`;
  verdict(
    'jwt lives as long as promised',
    isAsPromised ? undefined : `promises a jwt of ${promised.lifetime} s; came ${came}`,
  );
}
