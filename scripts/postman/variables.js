/*
 * The variables that a request names: what they hold, whether that is real, and whether the request may go without it.
 * Reads `settings.variables`, the request, and the variables. Writes those that are kept from answers, drops what is
 * kept for another account, and notes in `contract.onExample` what is only an example.
 * From scripts/postman/variables.js
 */

/**
 * A text of the request that names a variable; `write` puts another one in its place.
 * @typedef {{ in: 'path' | 'query' | 'header' | 'body' | 'form', text: string, write: (text: string) => void }} Part
 * @param {PmRequest} request
 * @returns {Part[]} only what is sent
 */
function partsOf({ url, headers, body }) {
  /** @type {Part[]} */
  const parts = [];
  /**
   * @param {Part['in']} place
   * @param {PmEntry[]} [entries]
   */
  const add = (place, entries = []) => {
    for (const entry of entries) {
      const { value, disabled } = entry;
      if (disabled || typeof value !== 'string' || !value.includes('{{')) continue;
      parts.push({
        in: place,
        text: value,
        write: (text) => {
          entry.value = text;
        },
      });
    }
  };
  const path = url.path ?? [];
  path.forEach((text, i) => {
    if (text.includes('{{')) parts.push({ in: 'path', text, write: (other) => path.splice(i, 1, other) });
  });
  const inPath = url.variables.all().filter(({ key }) => path.includes(`:${key}`));
  add('path', inPath);
  add('query', url.query.all());
  add('header', headers.all());
  if (body === undefined || body.disabled) return parts;
  if (body.mode === 'urlencoded') add('form', body.urlencoded?.all());
  if (body.mode === 'formdata') add('form', body.formdata?.all());
  if (body.mode === 'raw' && body.raw?.includes('{{')) {
    parts.push({
      in: 'body',
      text: body.raw,
      write: (text) => {
        body.raw = text;
      },
    });
  }
  return parts;
}

/**
 * Those of our variables that a text names.
 * @param {string} text
 */
function namesIn(text) {
  return [...text.matchAll(/{{([^{}]+)}}/g)].map(([, name = '']) => name).filter(isOurs);
}

/** @param {string} name */
function isOurs(name) {
  return variableOf(name) !== undefined || keptVariables().some(([kept]) => deletedName(kept) === name);
}

/** @param {string} name as a person wrote it, `constructor` for instance */
function variableOf(name) {
  const { variables = {} } = settings;
  return Object.keys(variables).includes(name) ? variables[name] : undefined;
}

/** @returns {[name: string, from: Record<string, string>][]} the variables that are kept from answers */
function keptVariables() {
  return Object.entries(settings.variables ?? {}).flatMap(([name, { from }]) =>
    from === undefined ? [] : [/** @type {[string, Record<string, string>]} */ ([name, from])],
  );
}

/**
 * Under this name what is deleted can still be named for the rest of the run.
 * @param {string} name
 */
function deletedName(name) {
  return `deleted${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/**
 * What a variable stands for. In hosts an empty one hides those of its name below it; here it does not.
 * @param {string} name
 * @param {Pm} reader
 */
function textOf(name, reader = pm) {
  const below = [reader.environment, reader.collectionVariables].map((scope) => plain(scope.get(name)));
  return value(name, reader) || below.find((text) => text !== '') || '';
}

/** @param {unknown} held */
function plain(held) {
  const text = String(held ?? '').trim();
  return text.includes('{{') ? '' : text;
}

/**
 * Whether a person, a row of data or an answer has put something into the variable. In a collection variable lies
 * the example, unless no environment is selected and something else lies there.
 * @param {string} name
 * @param {Pm} reader
 */
function isGiven(name, reader = pm) {
  if (plain(reader.iterationData.get(name)) !== '' || plain(reader.environment.get(name)) !== '') return true;
  const { from, example = '' } = variableOf(name) ?? {};
  const own = plain(reader.collectionVariables.get(name));
  return from !== undefined && keeperOf(reader, name) !== reader.environment && !['', example].includes(own);
}

/**
 * What writes does so on a real thing, or not at all; what a read gets for an example says nothing.
 * @param {Place} place
 * @param {string[]} names
 * @returns {string | undefined} why the request may not be sent
 */
function lackOf(place, names) {
  const deleted = names.filter((name) => variableOf(name) === undefined);
  if (deleted.some((name) => value(name) === '')) return 'nothing was deleted that this could be tried on';
  const lacking = names.filter((name) => variableOf(name)?.from !== undefined && !isGiven(name));
  const [first] = lacking;
  if (first === undefined) return undefined;
  if (isWrite(place)) return `no ${first} is kept: ${howToGet([first])}`;
  const are = lacking.length === 1 ? "is only the contract's example" : "are only the contract's examples";
  contract.onExample = { what: `${lacking.join(' and ')} ${are}`, how: howToGet(lacking) };
}

/** @param {string[]} names */
function howToGet(names) {
  const makers = names.map((name) => Object.keys(variableOf(name)?.from ?? {}).join(' or '));
  return `send ${[...new Set(makers)].join(' and ')} first`;
}

/**
 * @param {Pm} pm
 * @param {string} name
 * @param {string} text
 */
function keepValue(pm, name, text) {
  keeperOf(pm, name).set(name, text);
}

/**
 * The example comes to light again.
 * @param {Pm} pm
 * @param {string} name
 */
function forgetValue(pm, name) {
  const keeper = keeperOf(pm, name);
  const example = variableOf(name)?.example;
  if (keeper === pm.environment || example === undefined) keeper.unset(name);
  else keeper.set(name, example);
}

/**
 * What is kept belongs to one host and apiKey.
 * @param {Account} account
 */
function forgetOthers({ fingerprint }) {
  const keeper = keeperOf(pm, 'capturedFor');
  const owner = plain(keeper.get('capturedFor'));
  if (owner === '' || owner === fingerprint) return;
  keeper.unset('capturedFor');
  for (const [name] of keptVariables()) forgetValue(pm, name);
}
