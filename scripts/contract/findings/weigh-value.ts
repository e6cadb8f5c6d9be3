import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo } from '../../spec/json-pointer';
import { branchValues } from '../schema/schema-discriminator';
import { SCHEMA_KEYWORDS } from '../schema/schema-keywords';
import { type Breach, breachOf } from './breach';
import { plainBreach } from './plain-breach';
import { canonical } from './schema-values';
import type { Survey } from './survey';
import { hasFormat } from './value-formats';

/** A value fits a schema, breaks it, or cannot be judged here: `unknown`. */
export type Verdict = 'fits' | 'unknown' | Breach;

/** Keywords that are looked at here; any other that says something leaves the verdict open. */
const KNOWN = new Set([
  ...['type', 'enum', 'const', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['minLength', 'maxLength', 'pattern', 'minItems', 'maxItems', 'minProperties', 'maxProperties'],
  ...['uniqueItems', 'items', 'properties', 'required', 'additionalProperties', 'allOf', 'anyOf', 'oneOf'],
]);

/** Chains of references and combined schemas beyond this are left to the validator. */
const MAX_DEPTH = 100;

/**
 * Judges a value without compiling a validator, which takes far longer than the few values of a schema are worth.
 * What depends on the direction (`readOnly`, `writeOnly`) and rare keywords are `unknown`.
 */
export function weighValue(schema: JsonValue, value: JsonValue, survey: Survey): Verdict {
  return weigh(schema, value, '', 0);

  function weigh(schema: JsonValue | undefined, value: JsonValue, at: string, depth: number): Verdict {
    if (schema === true) return 'fits';
    if (!isObject(schema) || depth > MAX_DEPTH) return 'unknown';
    if (value === null && schema.nullable === true && !survey.is31) return 'fits';
    const inside = (inner: JsonValue | undefined, of = value, place = at) =>
      weigh(inner, of, place, depth + 1);
    const target =
      typeof schema.$ref === 'string' ? inside(survey.refs.follow(schema, '')?.value) : ('fits' as const);
    if (typeof schema.$ref === 'string' && !survey.is31) return target;
    if (!isSound(schema)) return 'unknown';
    return together([
      target,
      weighItself(schema, value, at),
      ...branchesOf(schema, 'allOf').map((branch) => inside(branch)),
      ...weighAlternatives(schema, value, at, (branch) => inside(branch)),
      ...weighMembers(schema, value, at, inside),
      isKnownWhole(schema) ? 'fits' : 'unknown',
    ]);
  }

  function weighItself(schema: JsonObject, value: JsonValue, at: string): Verdict {
    const keyword = plainBreach(schema, value, survey);
    if (keyword !== undefined) return breachOf(keyword, at, detailOf(schema, keyword));
    const { format } = schema;
    if (typeof value === 'string' && typeof format === 'string' && !hasFormat(value, format)) {
      return breachOf('format', at, format);
    }
    const isAmong = (list: JsonValue[]) =>
      list.some((one) => one === value || canonical(one) === canonical(value));
    if (Array.isArray(schema.enum) && !isAmong(schema.enum)) return breachOf('enum', at, '');
    if (schema.const !== undefined && !isAmong([schema.const])) return breachOf('const', at, '');
    const isRepeating =
      schema.uniqueItems === true &&
      Array.isArray(value) &&
      new Set(value.map(canonical)).size < value.length;
    return isRepeating ? breachOf('uniqueItems', at, '') : 'fits';
  }

  function weighAlternatives(
    schema: JsonObject,
    value: JsonValue,
    at: string,
    inside: (branch: JsonValue) => Verdict,
  ): Verdict[] {
    return (['oneOf', 'anyOf'] as const)
      .filter((keyword) => Array.isArray(schema[keyword]))
      .map((keyword) => {
        const branches = branchesOf(schema, keyword).filter((branch) => isChosen(schema, branch, value));
        const verdicts = branches.map(inside);
        const fitting = verdicts.filter((verdict) => verdict === 'fits').length;
        if (fitting > 0 && keyword === 'anyOf') return 'fits';
        if (fitting > 1) return breachOf(keyword, at, String(fitting));
        if (verdicts.includes('unknown')) return 'unknown';
        if (fitting === 1) return 'fits';
        // `null` is no alternative for what is not null: where there is one other, it says more
        const [only, another] = verdicts.filter((_, index) => !isNullOnly(branches[index]));
        return typeof only === 'object' && another === undefined ? only : breachOf(keyword, at, '0');
      });
  }

  /** A discriminator names the branch that counts: the others are out. */
  function isChosen(schema: JsonObject, branch: JsonValue, value: JsonValue): boolean {
    const { discriminator } = schema;
    if (!isObject(discriminator) || typeof discriminator.propertyName !== 'string' || !isObject(value))
      return true;
    const values = branchValues(branch, discriminator.mapping, survey.refs);
    return values.length === 0 || values.some((one) => one === value[String(discriminator.propertyName)]);
  }

  function weighMembers(
    schema: JsonObject,
    value: JsonValue,
    at: string,
    inside: (schema: JsonValue | undefined, value: JsonValue, at: string) => Verdict,
  ): Verdict[] {
    if (Array.isArray(value)) {
      if (schema.items === undefined || schema.prefixItems !== undefined) return [];
      return value.map((item, index) => inside(schema.items, item, at + pointerTo(index)));
    }
    if (!isObject(value)) return [];
    const properties = isObject(schema.properties) ? schema.properties : {};
    const declared = (name: string) => (Object.hasOwn(properties, name) ? properties[name] : undefined);
    const missing = Array.isArray(schema.required)
      ? schema.required.map(String).filter((name) => !Object.hasOwn(value, name))
      : [];
    return [
      ...missing.map((name) => (isOneWay(declared(name)) ? 'unknown' : breachOf('required', at, name))),
      ...Object.entries(value).map(([name, member]) => {
        const property = declared(name);
        if (property !== undefined) {
          return isOneWay(property) ? 'unknown' : inside(property, member, at + pointerTo(name));
        }
        const others = schema.additionalProperties;
        if (others === undefined || schema.patternProperties !== undefined) return 'fits';
        return others === false
          ? breachOf('additionalProperties', at, name)
          : inside(others, member, at + pointerTo(name));
      }),
    ];
  }

  /** What may be missing, or be there, depends on the direction. */
  function isOneWay(property: JsonValue | undefined): boolean {
    const plain = survey.refs.follow(property, '')?.value;
    return plain?.readOnly === true || plain?.writeOnly === true;
  }
}

/** All must hold: one breach decides, whatever is unknown beside it. */
function together(verdicts: Verdict[]): Verdict {
  const breach = verdicts.find((verdict) => typeof verdict === 'object');
  return breach ?? (verdicts.includes('unknown') ? 'unknown' : 'fits');
}

/** A keyword with a value that means nothing is not held against anybody. */
function isSound(schema: JsonObject): boolean {
  return Object.entries(schema).every(([keyword, value]) => {
    const rule = SCHEMA_KEYWORDS[keyword];
    return rule === undefined || rule.kind === 'unsupported' || rule.fits(value);
  });
}

function isKnownWhole(schema: JsonObject): boolean {
  return Object.keys(schema).every((keyword) => SCHEMA_KEYWORDS[keyword] === undefined || KNOWN.has(keyword));
}

function branchesOf(schema: JsonObject, keyword: string): JsonValue[] {
  const list = schema[keyword];
  return Array.isArray(list) ? list : [];
}

function isNullOnly(branch: JsonValue | undefined): boolean {
  return isObject(branch) && [branch.type].flat().join() === 'null';
}

function detailOf(schema: JsonObject, keyword: string): string {
  return [schema[keyword]].flat().join(' or ');
}
