/*
 * After a success: keeps what later requests need of the answer, and forgets what the request has deleted.
 * Reads `settings` and the answer. Writes the variables of `settings.variables`, capturedFor, the local variables
 * of what is deleted, and in the run's memory what it made and sent.
 * From scripts/postman/keep-answer.js
 */

/**
 * @param {Pm} pm
 * @param {Place} place
 * @param {Account} account
 */
function keepAnswer(pm, place, account) {
  keepGiven(pm, place, account);
  if (place.method === 'DELETE') forgetDeleted(pm, place);
}

/**
 * All that comes from one answer belongs together: what is not in it is forgotten.
 * @param {Pm} pm
 * @param {Place} place
 * @param {Account} account
 */
function keepGiven(pm, place, { fingerprint }) {
  const given = keptVariables().flatMap(([name, from]) =>
    Object.entries(from)
      .filter(([operation]) => isOperation(place.operation, operation))
      .map(([, at]) => ({ name, at })),
  );
  if (given.length === 0) return;
  const writes = isWrite(place);
  const body = parseExact(pm.response.text());
  const run = recallRun(pm);
  const missing = [];
  for (const { name, at } of given) {
    const found = at.startsWith('header ') ? pm.response.headers.get(at.slice(7)) : valueAt(body, at);
    if (!writes && !isUsable(found)) continue;
    delete run.made[name];
    delete run.sent[name];
    if (isUsable(found)) {
      const text = String(found).trim();
      keepValue(pm, name, text);
      if (writes) run.made[name] = text;
    } else {
      forgetValue(pm, name);
      // What is no JSON fails a check of its own.
      if (body !== undefined || at.startsWith('header ')) missing.push(`${name} at ${at}`);
    }
  }
  keeperOf(pm, 'capturedFor').set('capturedFor', fingerprint);
  keepRun(pm, run);
  const isJudged = body !== undefined || given.some(({ at }) => at.startsWith('header '));
  if (writes && isJudged) contract.missing = missing;
}

/**
 * With the thing that its id names goes all that came from what made it.
 * @param {Pm} pm
 * @param {Place} place
 */
function forgetDeleted(pm, { operation }) {
  const id = decodeText((pm.request.url.path ?? []).filter(Boolean).pop() ?? '');
  for (const [maker, deleter] of Object.entries(settings.deleters ?? {})) {
    if (!isOperation(operation, deleter.operation, 'typed too')) continue;
    const [name] = keptVariables().find(([, from]) => from[maker] === deleter.id) ?? [];
    if (name === undefined || !isGiven(name, pm) || textOf(name, pm) !== id) continue;
    const run = recallRun(pm);
    for (const other of madeWith(name)) {
      if (isGiven(other, pm)) pm.variables.set(deletedName(other), textOf(other, pm));
      forgetValue(pm, other);
      delete run.made[other];
      delete run.sent[other];
    }
    keepRun(pm, run);
  }
}

/**
 * The variables that come from the same answers, itself among them.
 * @param {string} name
 */
function madeWith(name) {
  const makers = Object.keys(variableOf(name)?.from ?? {});
  return keptVariables().flatMap(([other, from]) =>
    makers.some((maker) => Object.keys(from).includes(maker)) ? [other] : [],
  );
}

/**
 * Notes what a request has written on something that this run made.
 * @param {Pm} pm
 * @param {NonNullable<Checks['readsBack']>} readsBack
 */
function rememberSent(pm, { variable, fields }) {
  const run = recallRun(pm);
  const isOnIt = contract.missing !== undefined || contract.names?.includes(variable);
  const body = parseJson(pm.request.body?.raw ?? '');
  if (run.made[variable] === undefined || !isOnIt) return;
  const sent = { ...run.sent[variable] };
  for (const [from, to] of Object.entries(fields)) {
    const written = valueAt(body, from);
    if (written !== undefined) sent[to] = written;
  }
  keepRun(pm, { ...run, sent: { ...run.sent, [variable]: sent } });
}

/**
 * A text of a url, as the server reads it.
 * @param {string} text
 */
function decodeText(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
