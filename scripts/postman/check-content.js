/*
 * Judges what comes with a documented status: its time, headers, media type and body.
 * Reads the answer and the request's `Checks`. Writes nothing; each check is one verdict.
 * From scripts/postman/check-content.js
 */

/**
 * @param {Pm} pm
 * @param {Answer} answer
 * @param {Checks} checks
 * @param {Verdict} verdict
 * @returns {boolean} whether a JSON body was judged
 */
function judgeContent(pm, { code, status, text }, checks, verdict) {
  const { answers, headers, timeLimit } = checks;
  if (timeLimit !== undefined) verdict('answer comes in time', timeProblem(pm, timeLimit));
  const documented = status === undefined ? undefined : answers[status];
  if (status === undefined || documented === undefined) return false;

  const promised = headers?.[status];
  if (promised !== undefined) {
    verdict('headers are as documented', headersProblem(pm, code, promised, namedSchemas(checks)));
  }
  if (code === 204) verdict('body is empty', announcedProblem(pm));
  if (text === undefined) return false;

  const types = Object.keys(documented);
  if (types.length === 0) {
    verdict(
      'body is empty',
      text === '' ? undefined : `promises no body with ${code}; came ${excerpt(text)}`,
    );
    return false;
  }
  const header = pm.response.headers.get('Content-Type') ?? '';
  const type = mediaTypeOf(header);
  const range = bestRange(header, types);
  verdict(
    'media type is as documented',
    range === undefined ? mediaTypeProblem(code, types, type) : undefined,
  );
  if (range === undefined) return false;
  if (!/[/+]json$/.test(type)) {
    verdict('body is not empty', contentProblem(type, text));
    return false;
  }
  verdict('body satisfies its schema', jsonProblem(text, documented[range] ?? true, namedSchemas(checks)));
  return true;
}

/**
 * @param {Pm} pm
 * @param {number} limit ms
 */
function timeProblem({ response }, limit) {
  const { responseTime } = response;
  return responseTime > limit
    ? `promises an answer within ${limit} ms; came after ${responseTime} ms`
    : undefined;
}

/**
 * Hosts hide the body of a 204; clients that keep the connection take it for the next answer.
 * @param {Pm} pm
 */
function announcedProblem(pm) {
  const length = Number(pm.response.headers.get('Content-Length') ?? 0);
  return length > 0 ? `promises no body with 204; came a Content-Length of ${length}` : undefined;
}

/**
 * Letter case and parameters say nothing about the type, unless several are told apart by them.
 * @param {string} text
 */
function mediaTypeOf(text) {
  return (text.split(';')[0] ?? '').trim().toLowerCase();
}

/**
 * The documented type that fits best: itself, with its parameters if it can be, else one with a wildcard for the subtype,
 * else for all.
 * @param {string} header
 * @param {string[]} documented
 */
function bestRange(header, documented) {
  const type = mediaTypeOf(header);
  const wanted = type === '' ? [] : [type, `${type.split('/')[0]}/*`, '*/*'];
  const whole = (/** @type {string} */ text) => text.toLowerCase().replace(/[\s"]|;\s*charset=[^;]*/g, '');
  for (const range of wanted) {
    const found = documented.filter((written) => mediaTypeOf(written) === range);
    if (found.length > 0) return found.find((written) => whole(written) === whole(header)) ?? found[0];
  }
  return undefined;
}

/**
 * @param {number} code
 * @param {string[]} types
 * @param {string} type
 */
function mediaTypeProblem(code, types, type) {
  return `promises ${types.join(' or ')} with ${code}; came ${type === '' ? 'no Content-Type' : type}`;
}

/**
 * @param {string} type
 * @param {string} text
 */
function contentProblem(type, text) {
  if (text === '') return `promises ${type}; came nothing`;
  const isPdf = type !== 'application/pdf' || text.slice(0, 1024).includes('%PDF-');
  return isPdf ? undefined : `promises a PDF; came ${excerpt(text)}`;
}

/**
 * @param {Pm} pm
 * @param {number} code
 * @param {Record<string, { required: boolean, schema: Schema }>} promised by name, in any letter case
 * @param {Record<string, Schema>} definitions
 */
function headersProblem(pm, code, promised, definitions) {
  const problems = Object.entries(promised).flatMap(([name, { required, schema }]) => {
    const text = pm.response.headers.get(name);
    if (text === undefined) return required ? [`promises the header ${name} with ${code}; came none`] : [];
    const judge = judgeBy(schema, definitions);
    const values = readings(text);
    if (values.some((value) => judge(value).length === 0)) return [];
    const [first] = judge(values[0]);
    // There is more than one way to write an object into a header.
    if (first === undefined || (first.keyword === 'type' && first.schema === 'object')) return [];
    return [`promises the header ${name} (${describeRule(first)}); came ${showValue(text, `/${name}`)}`];
  });
  return problems.length > 0 ? problems.join('; ') : undefined;
}

/**
 * A header is text, and means a number, a boolean or a list where its schema says so.
 * @param {string} text
 * @returns {unknown[]} the likeliest first
 */
function readings(text) {
  /** @param {string} part */
  const scalar = (part) => {
    if (/^(true|false)$/i.test(part)) return part.toLowerCase() === 'true';
    return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(part) ? Number(part) : part;
  };
  const parts = text.split(',').map((part) => part.trim());
  return [...new Set([scalar(text.trim()), text]), parts, parts.map(scalar)];
}
