/*
 * Judges what a list says of itself: its counters, and that it holds what was asked for and nothing else.
 * Reads the answer and the parameters that were sent. Writes nothing; each check is one verdict.
 * From scripts/postman/check-list.js
 */

/**
 * @param {Pm} pm
 * @param {Checks} checks
 * @param {Answer} answer a success, in JSON
 * @param {Verdict} verdict
 */
function judgeList(pm, checks, { text = '' }, verdict) {
  const { list } = checks;
  if (list === undefined) return;
  const body = contract.parseJson(text);
  const items = valuesAt(body, list.items);
  if (items === undefined) return; // its schema tells
  judgeCounts(pm, list, body, verdict, 'as sent');
  const asked = filtersSent(pm, list);
  if (asked.length > 0) verdict('lists only what was asked for', strayProblem(items, asked));
  judgeCreated(pm, checks, items, verdict);
  judgeGone(pm, checks, items, verdict);
}

/**
 * @param {Pm} pm
 * @param {ListChecks | undefined} list
 * @param {unknown} body
 * @param {Verdict} verdict
 * @param {'as sent' | 'as answered'} by whether the parameters that were sent are good ones
 */
function judgeCounts(pm, list, body, verdict, by) {
  const items = list?.paging && valuesAt(body, list.items);
  if (list?.paging === undefined || items === undefined) return;
  const { page = {}, size = {}, pages, total } = list.paging;
  /** @param {string | undefined} at */
  const came = (at) => (at === undefined ? undefined : numberOf(contract.valueAt(body, at)));
  /** @param {string | undefined} parameter */
  const sent = (parameter) => (by === 'as sent' ? positiveOf(sentValues(pm, parameter)[0]) : undefined);
  const isFirst = by === 'as sent' && sentValues(pm, page.parameter).length === 0;
  const wanted = { page: isFirst ? 1 : sent(page.parameter), size: sent(size.parameter) };
  const now = came(page.at) ?? wanted.page;
  const per = came(size.at) ?? wanted.size;
  const all = came(total);
  const last = all === undefined || !per || per < 1 ? undefined : Math.max(1, Math.ceil(all / per));
  const problems = [
    differs(size.at, wanted.size, came(size.at), `${size.parameter} was sent as ${wanted.size}`),
    differs(page.at, wanted.page, came(page.at), isFirst ? 'the first page' : 'the page that was asked for'),
    differs(pages, last, came(pages), `${all} by ${per}`),
    lengthProblem(items.length, { now, per, all }),
  ].filter((problem) => problem !== undefined);
  verdict('counts what it lists', problems.length > 0 ? problems.join('; ') : undefined);
}

/**
 * @param {string | undefined} at
 * @param {number | undefined} wanted
 * @param {number | undefined} came
 * @param {string} why
 */
function differs(at, wanted, came, why) {
  if (wanted === undefined || came === undefined || wanted === came) return undefined;
  return `promises ${wanted} at ${at} (${why}); came ${came}`;
}

/**
 * @param {number} length
 * @param {{ now: number | undefined, per: number | undefined, all: number | undefined }} counts
 */
function lengthProblem(length, { now, per, all }) {
  if (per === undefined || per < 1) return undefined;
  if (all === undefined || now === undefined || now < 1) {
    return length > per ? `promises ${per} items a page; came ${length}` : undefined;
  }
  const due = Math.max(0, Math.min(per, all - (now - 1) * per));
  const are = due === 1 ? '1 item' : `${due} items`;
  return length === due ? undefined : `promises ${are} on page ${now} of ${all} by ${per}; came ${length}`;
}

/**
 * @typedef {{ parameter: string, field: string, values: string[] }} Asked
 * @param {Pm} pm
 * @param {ListChecks} list
 * @returns {Asked[]} the filters that were sent with a value
 */
function filtersSent(pm, { filters = {} }) {
  return Object.entries(filters).flatMap(([parameter, field]) => {
    // One value as it is, or several of them in one.
    const values = sentValues(pm, parameter).flatMap((text) => [text, ...text.split(/[,|\s]/)]);
    const given = values.filter((text) => text !== '');
    return given.length > 0 ? [{ parameter, field, values: given }] : [];
  });
}

/**
 * @param {unknown[]} items
 * @param {Asked[]} asked
 */
function strayProblem(items, asked) {
  for (const { parameter, field, values } of asked) {
    for (const [i, item] of items.entries()) {
      const came = contract.valueAt(item, field);
      const isAmong = [came].flat().some((one) => values.includes(String(one)));
      if (came !== undefined && !isAmong) {
        return `promises ${parameter} ${shorten(values[0] ?? '')}; came ${showValue(came, field)} at ${field} of item ${i}`;
      }
    }
  }
  return undefined;
}

/**
 * Values of a query parameter as they were sent, decoded; one that is repeated has several.
 * @param {Pm} pm
 * @param {string | undefined} name
 */
function sentValues({ request }, name) {
  /** @param {string} text */
  const decoded = (text) => contract.decodeText(text.replace(/\+/g, ' '));
  return request.url.query.all().flatMap(({ key, value, disabled }) => {
    if (name === undefined || disabled || decoded(key ?? '') !== name) return [];
    return [decoded(value ?? '')];
  });
}

/**
 * @param {unknown} whole
 * @param {string} pointer
 * @returns {unknown[] | undefined}
 */
function valuesAt(whole, pointer) {
  const found = contract.valueAt(whole, pointer);
  return Array.isArray(found) ? found : undefined;
}

/** @param {unknown} held */
function numberOf(held) {
  const isNumber = typeof held === 'number' || (typeof held === 'string' && /^\d+$/.test(held));
  return isNumber ? Number(held) : undefined;
}

/** @param {string | undefined} text */
function positiveOf(text) {
  return text !== undefined && /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
}
