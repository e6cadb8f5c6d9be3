/*
 * Judges whether a list knows what this run has made, changed and deleted.
 * Reads the answer, the parameters that were sent, and the run's memory. Writes nothing; each check is one verdict.
 * From scripts/postman/check-created.js
 */

/**
 * @param {Pm} pm
 * @param {Checks} checks
 * @param {unknown[]} items
 * @param {Verdict} verdict
 */
function judgeCreated(pm, { list }, items, verdict) {
  if (list?.of === undefined) return;
  const { variable, id: at } = list.of;
  const { made, sent } = contract.recallRun(pm);
  const id = made[variable];
  if (id === undefined || !mustListIt(pm, list, items, made)) return;
  const item = items.find((one) => isSame(contract.valueAt(one, at), id));
  verdict(
    'lists what was created',
    item === undefined
      ? `promises the ${variable} ${shorten(id)}, which this run has made; came ${items.length} without it`
      : undefined,
  );
  const fields = sent[variable];
  if (item !== undefined && fields !== undefined && Object.keys(fields).length > 0) {
    verdict('reads back as sent', readBackProblem(item, fields));
  }
}

/**
 * Whether the list can't but hold what this run has made: it was asked for just that, or all there is came.
 * @param {Pm} pm
 * @param {ListChecks} list
 * @param {unknown[]} items
 * @param {RunMemory['made']} made
 */
function mustListIt(pm, list, items, made) {
  const { page = {}, size = {}, total } = list.paging ?? {};
  const { variable = '' } = list.of ?? {};
  const pageSent = sentValues(pm, page.parameter)[0] ?? '1';
  if (pageSent !== '1') return false;
  const known = contract.madeWith(variable).flatMap((name) => made[name] ?? []);
  const asked = filtersSent(pm, list);
  if (asked.length > 0) return asked.every(({ values }) => known.some((one) => values.includes(one)));
  // Of other parameters nobody knows what they leave out.
  const harmless = [page.parameter, size.parameter];
  const isAll = pm.request.url.query
    .all()
    .every(({ key, disabled }) => disabled || harmless.includes(key ?? ''));
  if (!isAll || list.paging === undefined) return isAll;
  const body = contract.parseJson(pm.response.text());
  return total !== undefined && numberOf(contract.valueAt(body, total)) === items.length;
}

/**
 * @param {unknown} item
 * @param {RunMemory['sent'][string]} fields
 */
function readBackProblem(item, fields) {
  const problems = Object.entries(fields).flatMap(([at, sent]) => {
    const came = contract.valueAt(item, at);
    if (isSame(came, sent)) return [];
    const shown = came === undefined ? 'nothing' : showValue(came, at);
    return [`promises ${showValue(sent, at)} at ${at}, as it was sent; came ${shown}`];
  });
  return problems.length > 0 ? problems.join('; ') : undefined;
}

/**
 * A number may come as a text.
 * @param {unknown} one
 * @param {unknown} other
 */
function isSame(one, other) {
  /** @param {unknown} value */
  const text = (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
  // One of them may have been rounded when it was read.
  if (typeof one === 'number' && !Number.isSafeInteger(one)) return one === Number(other);
  return one !== undefined && text(one) === text(other);
}

/**
 * @param {Pm} pm
 * @param {Checks} checks
 * @param {unknown[]} items
 * @param {Verdict} verdict
 */
function judgeGone(pm, { list, gone }, items, verdict) {
  if (gone === undefined || list?.of === undefined) return;
  const id = pm.variables.get(contract.deletedName(gone.variable));
  if (id === undefined) {
    return pm.test.skip('not tested: nothing was deleted that this could be tried on');
  }
  const at = list.of.id;
  const item = items.find((one) => isSame(contract.valueAt(one, at), id));
  // Some APIs go on showing it, and say when it was deleted.
  const deletedAt = ['/deletedAt', '/deleted_at'].map((when) => contract.valueAt(item, when) ?? undefined);
  const isThere = item !== undefined && deletedAt.every((when) => when === undefined);
  verdict(
    goneCheck,
    isThere
      ? `promises to list the ${gone.variable} ${shorten(String(id))} no longer; it is there`
      : undefined,
  );
}

const goneCheck = 'no longer lists what was deleted';
