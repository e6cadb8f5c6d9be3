/*
 * Takes apiKey, jwt and phone out of a text before anybody sees it, however they are written in it.
 * Reads these variables. Writes nothing.
 * From scripts/postman/secrets.js
 */

/**
 * @param {Pm} pm
 * @param {string} text
 */
function hideSecrets(pm, text) {
  const values = ['apiKey', 'jwt', 'phone'].map((name) => value(name, pm));
  // Of a key that is encoded for a query, what a person pasted too.
  const spellings = values
    .filter((secret) => secret.length > 3)
    .flatMap((secret) => [
      secret,
      decodeText(secret),
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
    ]);
  return spellings
    .sort((a, b) => b.length - a.length)
    .reduce((shown, secret) => shown.replace(new RegExp(escapePattern(secret), 'gi'), '(hidden)'), text)
    .replace(/\beyJ[\w-]+(\.[\w-]+){1,2}/g, '(hidden)');
}

/** @param {string} text */
function escapePattern(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
