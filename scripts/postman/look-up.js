/*
 * Asks the API for what a request needs and no earlier answer gives: a division of the country, for instance.
 * Reads `settings.variables` and the variables. Writes local variables, and in the run's memory what was found.
 * From scripts/postman/look-up.js
 */

/**
 * One after the other; then, `next`. Where one finds nothing, the request is not sent.
 * @param {string[]} names
 * @param {Account} account
 * @param {() => void} next
 * @returns {void}
 */
function lookUp(names, account, next) {
  const [name, ...others] = names;
  if (name === undefined) return next();
  const rest = () => lookUp(others, account, next);
  const wanted = variableOf(name)?.lookUp;
  if (wanted === undefined) return rest();
  if (isGiven(name)) {
    pm.variables.unset(name); // else what an earlier request found would hide it
    return rest();
  }

  const url = lookUpUrl(wanted, account);
  // Who asks, where, and for what: it holds no secret.
  const key = fingerprintOf(`${account.fingerprint}\n${url}\n${wanted.at}`);
  /** @param {RunMemory['lookUps'][string]} found */
  const use = ({ value: text, failure }) => {
    if (text === undefined) return cannot(failure ?? `nothing is known of ${name}`);
    pm.variables.set(name, text);
    rest();
  };
  const known = recallRun(pm).lookUps[key];
  if (known !== undefined) return use(known);
  pm.sendRequest(
    { url, method: wanted.operation.split(' ')[0] ?? '', header: jwtHeader(pm) },
    carefully((error, response) => {
      if (response?.code === 401 && contract.jwt === 'kept') {
        forgetJwt(pm);
        return buyJwt(account, () => lookUp(names, account, next));
      }
      const again = askAgain(pm, key, error ? undefined : response, 'always');
      if (again !== undefined) {
        return setTimeout(
          carefully(() => lookUp(names, account, next)),
          again.wait,
        );
      }
      const found = readLookUp(name, wanted, error, response);
      const run = recallRun(pm);
      run.lookUps[key] = found;
      keepRun(pm, run);
      use(found);
    }),
  );
}

/**
 * @param {LookUp} wanted
 * @param {Account} account
 */
function lookUpUrl({ operation, query }, { baseUrl }) {
  const pairs = query.map(([key, text]) => `${encodeURIComponent(key)}=${encodeURIComponent(resolve(text))}`);
  return `${baseUrl}${operation.split(' ')[1]}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
}

/** @param {string} text */
function resolve(text) {
  return pm.variables.replaceIn(encodeIn(text, String));
}

/**
 * @param {string} name
 * @param {LookUp} wanted
 * @param {{ code?: unknown } | null} error
 * @param {PmResponse} [response]
 * @returns {RunMemory['lookUps'][string]}
 */
function readLookUp(name, { operation, query, at }, error, response) {
  const code = error ? undefined : response?.code;
  const isSuccess = code !== undefined && code >= 200 && code <= 299;
  const found = isSuccess ? valueAt(parseExact(response?.text() ?? ''), at) : undefined;
  if (isUsable(found)) return { value: String(found) };
  const named = query.flatMap(([, text]) => namesIn(text)).map((other) => `${other} ${textOf(other)}: `);
  const answered = code === undefined ? 'no answer' : `answered ${code}`;
  const why = isSuccess ? `nothing at ${at}` : answered;
  return { failure: hideSecrets(pm, `${operation} finds no ${name} (${named.join('')}${why})`) };
}

/**
 * What can be put in the place of a variable. One that names another would be taken for that.
 * @param {unknown} found
 */
function isUsable(found) {
  return typeof found === 'number' || (typeof found === 'string' && plain(found) !== '');
}
