/*
 * Judges a JSON body by its schema, with the Ajv 6 that comes with the script host.
 * Reads what it is given. Writes nothing; tells what is wrong, where, and what came in its place.
 * From scripts/postman/check-body.js
 */

/**
 * @param {string} text
 * @param {boolean | object} schema draft-07; it refers to `definitions` as `#/definitions/NAME`
 * @param {Record<string, Schema>} definitions
 * @returns {string | undefined} undefined: nothing is wrong
 */
function jsonProblem(text, schema, definitions) {
  if (text === '') return 'promises JSON; came nothing';
  const body = contract.parseJson(text);
  if (body === undefined) return `promises JSON; came ${excerpt(text)}`;
  const problems = describeErrors(judgeBy(schema, definitions)(body), definitions);
  if (problems.length === 0) return undefined;
  const more = problems.length > 5 ? `; and ${problems.length - 5} more` : '';
  return `promises a schema that the body breaks ${problems.slice(0, 5).join('; ')}${more}`;
}

/**
 * The request's own named schemas, and those that it shares with others.
 * @param {Checks} checks
 */
function namedSchemas({ definitions }) {
  return { ...contract.shared?.(), ...definitions };
}

/**
 * @param {boolean | object} schema
 * @param {Record<string, Schema>} definitions
 * @returns {(value: unknown) => AjvError[]}
 */
function judgeBy(schema, definitions) {
  if (schema === true) return () => [];
  /** @type {Map<string, AjvValidate>} */
  const compiled = new Map();
  const ajv = validator();
  ajv.addKeyword('named', {
    errors: false,
    validate: (/** @type {string} */ name, /** @type {unknown} */ value) => named(name)(value),
  });
  return judge(ajv.compile(schema === false ? { not: {} } : withNamed(schema, definitions)));

  /** @param {string} name */
  function named(name) {
    const validate = compiled.get(name) ?? ajv.compile(withNamed(Object(definitions[name]), definitions));
    compiled.set(name, validate);
    return validate;
  }

  /**
   * What a value breaks in a named schema stands in the place of the keyword's own error.
   * @param {AjvValidate} validate
   * @returns {(value: unknown) => AjvError[]}
   */
  function judge(validate) {
    return (value) => {
      if (validate(value)) return [];
      return (validate.errors ?? []).flatMap((error) => {
        if (error.keyword !== 'named') return [error];
        const inside = judge(named(String(error.schema)))(error.data);
        return inside.map((breach) => ({ ...breach, dataPath: error.dataPath + breach.dataPath }));
      });
    };
  }
}

/**
 * A schema for Ajv, whose named schemas wait behind the keyword `named` for a value that needs them: by itself Ajv
 * compiles all that hangs together, hundreds for an answer that has three.
 * @param {object} schema
 * @param {Record<string, Schema>} definitions
 */
function withNamed(schema, definitions) {
  /** @type {Map<string, boolean | object>} */
  const named = new Map();
  /** @type {unknown[]} */
  const waiting = [schema];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    waiting.push(...Object.values(next));
    const name = nameIn('$ref' in next ? next.$ref : undefined);
    const meant = name === undefined ? undefined : definitions[name];
    if (name === undefined || meant === undefined) continue;
    named.set(name, typeof meant === 'boolean' ? meant : { named: name });
  }
  return { definitions: Object.fromEntries(named), ...schema };
}

/**
 * `#/definitions/NAME`, percent-decoded and unescaped.
 * @param {unknown} ref
 */
function nameIn(ref) {
  const [, name] = (typeof ref === 'string' && /^#\/definitions\/([^/]*)$/.exec(ref)) || [];
  return name && decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~');
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
 * Of a choice that fails, only the nearest branch is told: Ajv lists what each of them misses, just before it.
 * @param {AjvError[]} errors
 * @param {Record<string, Schema>} definitions
 * @returns {string[]}
 */
function describeErrors(errors, definitions) {
  /** @type {string[]} */
  const told = [];
  for (let last = errors.length - 1; last >= 0; last -= 1) {
    const error = /** @type {AjvError} */ (errors[last]);
    const branches = branchErrors(error, definitions);
    const nearest =
      [...branches].sort((a, b) => distanceOf(a, error.dataPath) - distanceOf(b, error.dataPath))[0] ?? [];
    const misses = describeErrors(nearest, definitions).slice(0, 3).join(' and ');
    const isNear = misses === '' ? '' : `, the nearest of ${branches.length} breaks ${misses}`;
    told.unshift(describeError(error) + isNear);
    last -= branches.flat().length;
  }
  return told;
}

/**
 * @param {AjvError} error
 * @param {Record<string, Schema>} definitions
 * @returns {AjvError[][]}
 */
function branchErrors({ keyword, schema, data, dataPath }, definitions) {
  if (!['oneOf', 'anyOf'].includes(keyword) || !Array.isArray(schema)) return [];
  return schema.map((branch) =>
    judgeBy(branch, definitions)(data).map((error) => ({ ...error, dataPath: dataPath + error.dataPath })),
  );
}

/**
 * A branch of the right type, whose fixed values came, is nearer than one with fewer errors.
 * @param {AjvError[]} errors
 * @param {string} root pointer of the value that the branch judges
 */
function distanceOf(errors, root) {
  const isOther = errors.some(({ keyword, dataPath }) => {
    const depth = dataPath.slice(root.length).split('/').length - 1;
    return keyword === 'type' ? depth === 0 : /^(const|enum)$/.test(keyword) && depth < 2;
  });
  return errors.length + (isOther ? 1000 : 0);
}

/**
 * `at /items/0/weight (type: should be number), came "12"`
 * @param {AjvError} error
 */
function describeError(error) {
  const isForbidden = error.keyword === 'false schema'; // a value that is for requests only may be a secret
  const came = isForbidden ? '(hidden)' : showValue(error.data, error.dataPath);
  return `at ${shorten(error.dataPath) || 'the root'} (${describeRule(error)}), came ${came}`;
}

/** @param {AjvError} error */
function describeRule(error) {
  if (error.keyword === 'false schema') return 'should not be in an answer';
  return `${error.keyword}: ${shorten(ruleOf(error))}`;
}

/** @param {AjvError} error */
function ruleOf({ keyword, message = '', params, schema }) {
  if (keyword === 'additionalProperties') return `should not have "${params.additionalProperty}"`;
  if (keyword === 'enum') return `should be one of ${JSON.stringify(schema)}`;
  if (keyword === 'const') return `should be ${JSON.stringify(schema)}`;
  if (keyword === 'oneOf') return `should match exactly one${params.passingSchemas ? ', matches more' : ''}`;
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
  return ['jwt', 'apikey', 'phone', 'secrettoken', 'set-cookie'].includes(name.toLowerCase());
}

/** @param {string} text */
function shorten(text) {
  const line = contract.hideSecrets(pm, text).replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
