/*
 * Puts the values of our variables into a request so that they arrive as they are: days ahead, and what has to be
 * encoded where it stands. A text that needs no change stays as the person sees it.
 * Reads `settings.variables` and the variables. Writes the request, and days as local variables.
 * From scripts/postman/fill-in.js
 */

/**
 * @param {Part[]} parts
 * @param {string[]} names
 * @param {Account} account
 */
function fillIn(parts, names, account) {
  const needed = withNeeds(names);
  for (const name of needed) setDay(name);
  lookUp(needed, account, () => {
    for (const part of parts) {
      const text = encodePart(part);
      if (text !== part.text) part.write(text);
    }
  });
}

/**
 * The names, and before each of them what its look-up names. In a circle the first one goes without.
 * @param {string[]} names
 * @param {string[]} seen
 * @returns {string[]}
 */
function withNeeds(names, seen = []) {
  return names.flatMap((name) => {
    if (seen.includes(name)) return [];
    seen.push(name);
    const query = variableOf(name)?.lookUp?.query ?? [];
    return [
      ...withNeeds(
        query.flatMap(([, text]) => namesIn(text)),
        seen,
      ),
      name,
    ];
  });
}

/** @param {string} name */
function setDay(name) {
  const { date } = variableOf(name) ?? {};
  if (date === undefined) return;
  if (isGiven(name)) return pm.variables.unset(name); // else the day of an earlier request would hide it
  pm.variables.set(name, date.text.replace(/{date}/g, dayAhead(Date.now(), date.workdays)));
}

/**
 * @param {number} now ms
 * @param {number} workdays Monday to Friday, UTC
 * @returns {string} `2026-11-27`
 */
function dayAhead(now, workdays) {
  const day = new Date(now);
  for (let left = workdays; left > 0 || isWeekend(day); ) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (!isWeekend(day)) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}

/** @param {Date} day */
function isWeekend(day) {
  return day.getUTCDay() % 6 === 0;
}

/**
 * Hosts put values in place of names over and over, some twenty times, and so would take braces that belong to a text
 * for a name's. Behind as many names as that they come to light after the last time.
 */
function keepBraces() {
  const name = (/** @type {number} */ n) => `openBraces${n === 0 ? '' : n}`;
  for (let n = 0; n < 64; n += 1) {
    if (pm.variables.replaceIn('{{openBraces}}$guid}}') === '{{$guid}}') return;
    if (n > 0) pm.variables.set(name(n - 1), `{{${name(n)}}}`);
    pm.variables.set(name(n), '{{');
  }
}

/**
 * Hosts send `+` and `%` of a query as they are: under its own name a key is encoded, for this request, which names it
 * or inherits an auth that does.
 */
function encodeKeys() {
  for (const name of settings.queryKeys ?? []) {
    const encoded = encodeURIComponent(value(name));
    const isNamed = pm.request.auth === undefined || namesVariable(pm.request, name);
    if (encoded !== value(name) && isNamed) pm.variables.set(name, encoded);
  }
}

/** What an earlier request encoded is once more what a person pasted. */
function forgetEncodedKeys() {
  for (const name of settings.queryKeys ?? []) pm.variables.unset(name);
}

/**
 * The first variable of the path that has no text: hosts would send its name.
 * @param {PmRequest} request
 */
function emptyPathVariable({ url }) {
  const names = (url.path ?? []).filter((segment) => /^:./.test(segment)).map((segment) => segment.slice(1));
  return names.find((name) => {
    const text = String(url.variables.one(name)?.value ?? '');
    return text.replace(/{{([^{}]+)}}/g, heldOrAsked).trim() === '';
  });
}

/**
 * @param {string} token
 * @param {string} name
 */
function heldOrAsked(token, name) {
  if (!isOurs(name)) return pm.variables.replaceIn(token);
  const { date, lookUp } = variableOf(name) ?? {};
  return date || lookUp ? token : textOf(name);
}

/** @param {Part} part */
function encodePart(part) {
  // Hosts send `+` and `%` of a path or query as they are. They encode forms, and headers have no encoding.
  if (part.in === 'path' || part.in === 'query') return encodeIn(part.text, encodeURIComponent);
  return part.in === 'body' && isJsonBody(pm.request) ? encodeInJson(part.text) : encodeIn(part.text, String);
}

/** @param {PmRequest} request */
function isJsonBody({ headers, body }) {
  const type = headers.one('Content-Type');
  const isTyped = type !== undefined && !type.disabled;
  return isTyped ? /[/+]json\b/i.test(String(type.value)) : body?.options?.raw?.language === 'json';
}

/**
 * `"{{x}}"` becomes a text; `{{x}}` a number, true or false where it is one, else a text.
 * @param {string} text
 */
function encodeInJson(text) {
  return text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|{{[^{}]+}}/g, (token) =>
    token.startsWith('"')
      ? encodeIn(token, (held) => JSON.stringify(held).slice(1, -1))
      : encodeIn(token, (held) => (isJsonScalar(held) ? held : JSON.stringify(held))),
  );
}

/** @param {string} text */
function isJsonScalar(text) {
  return /^(true|false|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/.test(text);
}

/**
 * @param {string} text
 * @param {(value: string) => string} encode
 */
function encodeIn(text, encode) {
  return text.replace(/{{([^{}]+)}}/g, (token, name) => {
    if (!isOurs(name)) return token;
    const asIs = pm.variables.replaceIn(token);
    const held = textOf(name);
    if (held === '' && asIs.includes('{{')) return token; // names what nobody has set
    const encoded = encode(held);
    return encoded === asIs ? token : encoded;
  });
}
