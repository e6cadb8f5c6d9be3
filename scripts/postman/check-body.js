/*
 * Judges a JSON body by its schema, with the Ajv 6 that comes with the script host.
 * Reads what it is given. Writes nothing; tells what is wrong, where, and what came in its place.
 * From scripts/postman/check-body.js
 */

/**
 * @param {string} text
 * @param {boolean | object} schema draft-07; it refers to `definitions` as `#/definitions/NAME`
 * @param {object} definitions
 * @returns {string | undefined} undefined: nothing is wrong
 */
function jsonProblem(text, schema, definitions) {
  if (text === '') return 'promises JSON; came nothing';
  const body = contract.parseJson(text);
  if (body === undefined) return `promises JSON; came ${excerpt(text)}`;
  if (schema === true) return undefined;

  const validate = validator().compile(schema === false ? { not: {} } : { definitions, ...schema });
  if (validate(body)) return undefined;
  const errors = validate.errors ?? [];
  const more = errors.length > 5 ? `; and ${errors.length - 5} more` : '';
  return `promises a schema that the body breaks ${errors.slice(0, 5).map(describeError).join('; ')}${more}`;
}

function validator() {
  const load = require; // tsc takes a file that calls require for a module
  const Validator = load('ajv');
  const ajv = new Validator({
    allErrors: true,
    verbose: true,
    jsonPointers: true,
    ownProperties: true, // `required: ["constructor"]` is not met by every object
    multipleOfPrecision: 4, // 0.07 is a multiple of 0.01
    unknownFormats: 'ignore',
    formats: formats(),
    meta: false,
    validateSchema: false, // the generator has done it
    logger: false,
  });
  // Ajv 6 compiles patterns without `u`, and so does not know `\p{L}`; some patterns are illegal with it.
  ajv.removeKeyword('pattern');
  ajv.addKeyword('pattern', { type: 'string', compile: patternTest });
  return ajv;
}

/** @param {string} pattern */
function patternTest(pattern) {
  const expression = expressionOf(pattern);
  return (/** @type {string} */ text) => expression.test(text);
}

/** @param {string} pattern */
function expressionOf(pattern) {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}

/**
 * `at /items/0/weight (type: should be number), came "12"`
 * @param {AjvError} error
 */
function describeError(error) {
  const rule = `${error.keyword}: ${shorten(ruleOf(error))}`;
  return `at ${shorten(error.dataPath) || 'the root'} (${rule}), came ${showValue(error.data, error.dataPath)}`;
}

/** @param {AjvError} error */
function ruleOf({ keyword, message = '', params, schema }) {
  if (keyword === 'additionalProperties') return `should not have "${params.additionalProperty}"`;
  if (keyword === 'enum') return `should be one of ${JSON.stringify(schema)}`;
  if (keyword === 'const') return `should be ${JSON.stringify(schema)}`;
  return keyword === 'pattern' ? `should match ${schema}` : message;
}

/**
 * @param {unknown} data
 * @param {string} pointer
 */
function showValue(data, pointer) {
  if (isSecretName(pointer.slice(pointer.lastIndexOf('/') + 1))) return '(hidden)';
  if (Array.isArray(data)) return `an array of ${data.length}`;
  return typeof data === 'object' && data !== null ? 'an object' : shorten(JSON.stringify(data));
}

/**
 * The beginning of a body, without the secrets that it holds.
 * @param {string} text
 */
function excerpt(text) {
  const body = contract.parseJson(text);
  const hidden = (/** @type {string} */ name, /** @type {unknown} */ part) =>
    isSecretName(name) ? '(hidden)' : part;
  return shorten(typeof body === 'object' ? JSON.stringify(body, hidden) : text);
}

/** @param {string} name */
function isSecretName(name) {
  return ['jwt', 'apikey', 'phone', 'secrettoken'].includes(name.toLowerCase());
}

/** @param {string} text */
function shorten(text) {
  const line = contract.hideSecrets(pm, text).replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
