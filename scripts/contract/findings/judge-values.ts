import type { Ajv, ErrorObject } from 'ajv';
import type { JsonValue } from '../../spec/document';
import type { Direction, Schema } from '../model';
import type { Located } from '../schema/ref-resolver';
import { createSchemaTranslator } from '../schema/translate-schema';
import { type Breach, breachOf } from './breach';
import type { Survey } from './survey';
import { valueFormats } from './value-formats';

/** A value and the schema that it should satisfy: in one of these directions. */
export interface Claim {
  value: JsonValue;
  schema: Located;
  directions: readonly Direction[];
}

/**
 * Holds values against their schemas.
 *
 * @returns the breach of each claim that satisfies its schema in none of its directions
 */
export function judgeValues<C extends Claim>(claims: readonly C[], survey: Survey): Map<C, Breach> {
  const breaches = new Map<C, Breach>();
  if (claims.length === 0) return breaches;
  const judges = {
    request: createJudge(claims, 'request', survey),
    response: createJudge(claims, 'response', survey),
  };
  for (const claim of claims) {
    const found = claim.directions.map((direction) => judges[direction](claim));
    const [first] = found;
    if (first !== undefined && !found.includes(undefined)) breaches.set(claim, first);
  }
  return breaches;
}

/**
 * All schemas of one direction go into one root, so that Ajv reads the document's once and compiles each at most once;
 * those are translated first, because a root cannot grow.
 */
function createJudge(claims: readonly Claim[], direction: Direction, survey: Survey) {
  const translator = createSchemaTranslator(survey.document, survey.refs, () => {});
  const places = new Map<string, number>();
  const own: Schema[] = [];
  for (const { schema, directions } of claims) {
    if (!directions.includes(direction) || places.has(schema.pointer)) continue;
    places.set(schema.pointer, own.length);
    own.push(translator.translate(schema.value, schema.pointer, direction));
  }
  const ajv = createAjv();
  ajv.addSchema({ $id: direction, $defs: { ...own }, definitions: translator.definitions[direction] });

  return ({ schema, value }: Claim): Breach | undefined => {
    try {
      const validate = ajv.getSchema(`${direction}#/$defs/${places.get(schema.pointer)}`);
      if (validate === undefined || validate(value) === true) return undefined;
      return describe(validate.errors ?? []);
    } catch {
      // A schema that leads to itself without an end, or that Ajv cannot compile, judges nothing.
      return undefined;
    }
  };
}

/** Loaded when needed: most contracts never get here. */
function createAjv(): Ajv {
  const { Ajv }: typeof import('ajv') = require('ajv');
  return new Ajv({
    strict: false,
    verbose: true,
    logger: false,
    ownProperties: true,
    multipleOfPrecision: 6,
    validateSchema: false,
    formats: valueFormats,
    code: { regExp: Object.assign(compilePattern, { code: compilePattern.name }) },
  });
}

/** OpenAPI patterns are ECMA-262; some need the `u` flag (`\p{L}`), others are illegal with it (`\-`). */
function compilePattern(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}

/** Where all alternatives failed, the one that is not just `null` (OpenAPI's `nullable`) tells more. */
function describe(errors: ErrorObject[]): Breach {
  const outermost = errors.at(-1);
  if (outermost === undefined) return breachOf('schema', '', '');
  const inner = errors
    .slice(0, -1)
    .filter(({ keyword, params }) => keyword !== 'type' || params.type !== 'null');
  const [only, another] = outermost.keyword === 'anyOf' ? inner : [];
  const telling = only !== undefined && another === undefined ? only : outermost;
  return breachOf(nameOf(telling), telling.instancePath, detailOf(telling));
}

/** A property that is `writeOnly` is translated to `false` for answers. */
function nameOf({ keyword }: ErrorObject): string {
  return keyword === 'false schema' ? 'writeOnly' : keyword;
}

function detailOf({ keyword, params, schema }: ErrorObject): string {
  if (keyword === 'oneOf') return String(params.passingSchemas?.length ?? 0);
  const names =
    params.missingProperty ?? params.additionalProperty ?? params.type ?? params.limit ?? schema ?? '';
  return [names]
    .flat()
    .filter((name) => typeof name !== 'object')
    .join(' or ');
}
