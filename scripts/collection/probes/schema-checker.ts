import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Contract, Schema } from '../../contract/model';
import type { JsonValue } from '../../spec/document';

/** One rule that a value breaks. */
export interface Breach {
  keyword: string;
  /** JSON pointer of the value that breaks it. */
  pointer: string;
  /** With `required`: the property that is missing. */
  missing?: string;
}

/**
 * How a value travels: a parameter's scalars are texts, so `'7'` is an integer there.
 *
 * @returns what is wrong with it; empty: nothing. A schema that cannot be compiled is the one breach `compile`
 */
export type SchemaChecker = (schema: Schema, value: JsonValue, travel: 'json' | 'text') => Breach[];

const checkers = new WeakMap<object, SchemaChecker>();

/** The checker of what is sent to an API; a contract compiles each schema once. */
export function requestChecker({ definitions }: Contract): SchemaChecker {
  const known = checkers.get(definitions);
  if (known !== undefined) return known;
  const checker = createChecker(definitions.request);
  checkers.set(definitions, checker);
  return checker;
}

function createChecker(definitions: Record<string, Schema>): SchemaChecker {
  const compiled = { json: new Map<Schema, Validator>(), text: new Map<Schema, Validator>() };

  return (schema, value, travel) => {
    const known = compiled[travel];
    const validate = known.get(schema) ?? compile(travel, schema, definitions);
    known.set(schema, validate);
    if (validate === 'broken') return [{ keyword: 'compile', pointer: '' }];
    const sent = travel === 'text' ? asTexts(value) : value;
    // Inside an object, because a value at the root cannot be coerced.
    return validate({ value: structuredClone(sent) }) ? [] : (validate.errors ?? []).map(breachOf);
  };
}

type Validator = ValidateFunction | 'broken';

const compilers: Partial<Record<'json' | 'text', Ajv>> = {};

function compile(travel: 'json' | 'text', schema: Schema, definitions: Record<string, Schema>): Validator {
  compilers[travel] ??= createAjv(travel === 'text');
  const whole = { type: 'object', properties: { value: schema }, definitions };
  try {
    return compilers[travel].compile(whole);
  } catch {
    return 'broken';
  } finally {
    // It is kept here, by contract.
    compilers[travel].removeSchema(whole);
  }
}

function createAjv(coerceTypes: boolean): Ajv {
  const ajv = new Ajv({
    strict: false,
    logger: false,
    allErrors: true,
    ownProperties: true,
    coerceTypes,
    code: { regExp: Object.assign(compilePattern, { code: compilePattern.name }) },
    multipleOfPrecision: 6,
    validateSchema: false,
    addUsedSchema: false,
  });
  addFormats(ajv);
  return ajv;
}

/** OpenAPI patterns are ECMA-262; some need the `u` flag (`\p{L}`), others are illegal with it (`\-`). */
function compilePattern(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}

function asTexts(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(asTexts);
  if (typeof value !== 'object' || value === null) return value === null ? '' : String(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asTexts(item)]));
}

function breachOf({ keyword, instancePath, params }: ErrorObject): Breach {
  const pointer = instancePath.replace(/^\/value/, '');
  return { keyword, pointer, ...(keyword === 'required' ? { missing: params.missingProperty } : {}) };
}
