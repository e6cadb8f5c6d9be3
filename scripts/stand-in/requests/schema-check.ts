import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Schema } from '../../contract/model';
import type { JsonValue } from '../../spec/document';

/** One rule that a value breaks. */
export interface Breach {
  keyword: string;
  /** `/pointer must …`, without the value. */
  message: string;
}

/** What is wrong with a value; empty: nothing is. */
export type SchemaCheck = (schema: Schema, value: JsonValue) => Breach[];

/**
 * Checks values against draft-07 schemas of one direction of a contract.
 * Schemas are compiled when first used; they are told apart by identity, so a contract compiles each once.
 */
export function createSchemaCheck(definitions: Record<string, Schema>): SchemaCheck {
  const ajv = new Ajv({
    strict: false,
    logger: false,
    allErrors: true,
    ownProperties: true,
    code: { regExp: Object.assign(compilePattern, { code: compilePattern.name }) },
    multipleOfPrecision: 6,
    validateSchema: false,
    addUsedSchema: false,
  });
  addFormats(ajv);
  const compiled = new Map<Schema, ValidateFunction>();

  return (schema, value) => {
    let validate = compiled.get(schema);
    if (validate === undefined) {
      validate = ajv.compile({ allOf: [schema], definitions });
      compiled.set(schema, validate);
    }
    if (validate(value)) return [];
    const breaches = (validate.errors ?? []).map((error) => ({
      keyword: error.keyword,
      message: describe(error),
    }));
    return breaches.filter(({ message }, index) => {
      return breaches.findIndex((other) => other.message === message) === index;
    });
  };
}

/** OpenAPI patterns are ECMA-262; some need the `u` flag (`\p{L}`), others are illegal with it (`\-`). */
function compilePattern(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}

/** Names the place and the rule, never the value: it may be somebody's secret. */
function describe(error: ErrorObject): string {
  const allowed = error.params.allowedValues ?? error.params.allowedValue;
  const detail = error.params.additionalProperty ?? (allowed === undefined ? '' : JSON.stringify(allowed));
  return [error.instancePath, error.message ?? error.keyword, detail].filter((part) => part !== '').join(' ');
}
