import type { JsonObject, JsonValue } from '../document';
import { pointerTo } from '../json-pointer';
import { coerceText } from './coerce-text';
import { hasTwins, isOfType, isSame, typesIn } from './compare-values';
import { compilePattern } from './compile-pattern';
import { definitionOf } from './definition-of';
import type { Schema, SchemaObject } from './json-schema';
import { refersOn } from './refers-on';
import { isLimit, numberBreaches, textBreaches } from './scalar-breaches';

/** One rule that a value breaks. */
export interface Breach {
  keyword: string;
  /** JSON pointer of the value that breaks it. */
  pointer: string;
  /** With `required`: the property that is missing. */
  missing?: string;
}

/** A value and where it stands, so that what it is coerced to can be put in its place. */
interface Place {
  value: JsonValue;
  /** What it stands in; undefined: it is the whole. */
  above: Place | undefined;
  /** Undefined where nothing is coerced. */
  holder: Record<string | number, JsonValue> | undefined;
  key: string | number;
}

/**
 * Everything that is wrong with a value, as Ajv tells it with `allErrors` and `ownProperties`, in its order. Ajv
 * compiles a schema before it looks at the first value, which takes longer than looking at the few values of a
 * plan; a test holds that both say the same.
 *
 * @param schema draft-07, with references to `definitions` only, all of which are there
 * @param coerce whether a text stands for a number; then the value is changed
 */
export function findBreaches(
  schema: Schema,
  value: JsonValue,
  definitions: Record<string, Schema>,
  coerce: boolean,
): Breach[] {
  return breachesOf(schema, {
    value,
    above: undefined,
    holder: coerce ? { value } : undefined,
    key: 'value',
  });

  function breachesOf(schema: Schema, place: Place): Breach[] {
    if (typeof schema === 'boolean') return schema ? [] : [at(place, 'false schema')];
    const types = typesIn(schema);
    let isWrong = types.length > 0 && !types.some((type) => isOfType(place.value, type));
    if (isWrong && place.holder !== undefined) {
      const coerced = coerceText(place.value, types);
      if (coerced !== undefined) {
        place.value = coerced;
        place.holder[place.key] = coerced;
        isWrong = false;
      }
    }
    const general = generalBreaches(schema, place);
    const ofKind = kindBreaches(schema, place);
    if (!isWrong) return joined(general, ofKind);
    const wrong = at(place, 'type');
    // Ajv looks at a type together with the keywords of that type, where there are any.
    const [first = ''] = types;
    const isLate = types.length === 1 && hasKeywordsOf(schema, first) && !isCoerced(first, place);
    if (!isLate) return [wrong, ...general, ...ofKind];
    const isAhead = KINDS.indexOf(first) < KINDS.indexOf(kindOf(place.value));
    return isAhead ? [...general, wrong, ...ofKind] : [...general, ...ofKind, wrong];
  }

  /** Of keywords that speak of any value. */
  function generalBreaches(schema: SchemaObject, place: Place): Breach[] {
    const out: Breach[] = [];
    if (typeof schema.$ref === 'string') out.push(...referenced(schema.$ref, place));
    if (schema.const !== undefined && !isSame(schema.const, place.value)) out.push(at(place, 'const'));
    if (Array.isArray(schema.enum) && !schema.enum.some((member) => isSame(member, place.value)))
      out.push(at(place, 'enum'));
    if (schema.not !== undefined && breachesOf(schema.not as Schema, place).length === 0)
      out.push(at(place, 'not'));
    if (Array.isArray(schema.anyOf)) out.push(...anyOf(schema.anyOf as Schema[], place));
    if (Array.isArray(schema.oneOf)) out.push(...oneOf(schema.oneOf as Schema[], place));
    if (Array.isArray(schema.allOf))
      for (const branch of schema.allOf) out.push(...breachesOf(branch as Schema, place));
    if (schema.if !== undefined && (isRule(schema.then) || isRule(schema.else))) {
      const branch = breachesOf(schema.if as Schema, place).length === 0 ? schema.then : schema.else;
      const inside = branch === undefined ? [] : breachesOf(branch as Schema, place);
      if (inside.length > 0) out.push(...inside, at(place, 'if'));
    }
    return out;
  }

  /** Ajv hands a copy of the value to a schema that refers to others, and only then: what that coerces stays there. */
  function referenced(ref: string, place: Place): Breach[] {
    const target = definitionOf(ref, definitions);
    if (target === undefined) return [];
    return breachesOf(target, place.holder !== undefined && refersOn(target) ? { ...place } : place);
  }

  function anyOf(branches: Schema[], place: Place): Breach[] {
    const out: Breach[] = [];
    for (const branch of branches) {
      const inside = breachesOf(branch, place);
      if (inside.length === 0) return [];
      out.push(...inside);
    }
    return [...out, at(place, 'anyOf')];
  }

  function oneOf(branches: Schema[], place: Place): Breach[] {
    // What a branch that fails misses is told only where none fits; what coerces a value has to be gone through.
    const first = branches.map((branch) =>
      place.holder === undefined && lacksRequired(branch, place.value)
        ? undefined
        : breachesOf(branch, place),
    );
    if (first.filter((inside) => inside?.length === 0).length === 1) return [];
    const all = branches.flatMap((branch, index) => first[index] ?? breachesOf(branch, place));
    return [...all, at(place, 'oneOf')];
  }

  function lacksRequired(branch: Schema, value: JsonValue): boolean {
    const target =
      typeof branch === 'object' && typeof branch.$ref === 'string'
        ? definitionOf(branch.$ref, definitions)
        : branch;
    if (typeof target !== 'object' || !Array.isArray(target.required)) return false;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    return target.required.some((name) => !Object.hasOwn(value, String(name)));
  }

  /** Of keywords that speak of values of one type. */
  function kindBreaches(schema: SchemaObject, place: Place): Breach[] {
    const { value } = place;
    if (typeof value === 'number') return numberBreaches(schema, value).map((keyword) => at(place, keyword));
    if (typeof value === 'string') return textBreaches(schema, value).map((keyword) => at(place, keyword));
    if (typeof value !== 'object' || value === null) return [];
    return Array.isArray(value) ? listBreaches(schema, value, place) : objectBreaches(schema, value, place);
  }

  function listBreaches(schema: SchemaObject, list: JsonValue[], place: Place): Breach[] {
    const { maxItems, minItems, items, additionalItems, contains, uniqueItems } = schema;
    const out: Breach[] = [];
    const item = (index: number) => inside(place, list as never, index);
    if (isLimit(maxItems) && list.length > maxItems) out.push(at(place, 'maxItems'));
    if (isLimit(minItems) && list.length < minItems) out.push(at(place, 'minItems'));
    const first = Array.isArray(items) ? items.length : list.length;
    if (additionalItems === false && list.length > first) out.push(at(place, 'additionalItems'));
    else if (additionalItems !== undefined)
      for (let index = first; index < list.length; index += 1)
        out.push(...breachesOf(additionalItems as Schema, item(index)));
    if (items !== undefined)
      for (let index = 0; index < Math.min(first, list.length); index += 1)
        out.push(...breachesOf((Array.isArray(items) ? items[index] : items) as Schema, item(index)));
    if (contains !== undefined) {
      const all: Breach[] = [];
      const found = list.some((_, index) => {
        const missed = breachesOf(contains as Schema, item(index));
        all.push(...missed);
        return missed.length === 0;
      });
      if (!found) out.push(...all, at(place, 'contains'));
    }
    if (uniqueItems === true && hasTwins(list, items as Schema | undefined))
      out.push(at(place, 'uniqueItems'));
    return out;
  }

  function objectBreaches(schema: SchemaObject, object: JsonObject, place: Place): Breach[] {
    const { maxProperties, minProperties, required, propertyNames, additionalProperties } = schema;
    const properties = mapOf(schema.properties);
    const patterns =
      schema.patternProperties === undefined ? [] : Object.entries(mapOf(schema.patternProperties));
    const keys = Object.keys(object);
    const out: Breach[] = [];
    const member = (name: string) => inside(place, object, name);
    if (isLimit(maxProperties) && keys.length > maxProperties) out.push(at(place, 'maxProperties'));
    if (isLimit(minProperties) && keys.length < minProperties) out.push(at(place, 'minProperties'));
    for (const name of Array.isArray(required) ? (required as string[]) : [])
      if (!Object.hasOwn(object, name)) out.push({ ...at(place, 'required'), missing: name });
    for (const name of propertyNames === undefined ? [] : keys) {
      const named = breachesOf(propertyNames as Schema, { ...place, value: name, holder: undefined });
      if (named.length > 0) out.push(...named, at(place, 'propertyNames'));
    }
    const others = additionalProperties === undefined || additionalProperties === true ? [] : keys;
    for (const name of others) {
      if (Object.hasOwn(properties, name)) continue;
      if (patterns.some(([pattern]) => compilePattern(pattern).test(name))) continue;
      if (additionalProperties === false) out.push(at(place, 'additionalProperties'));
      else out.push(...breachesOf(additionalProperties as Schema, member(name)));
    }
    if (schema.dependencies !== undefined)
      out.push(...dependencies(mapOf(schema.dependencies), object, place));
    for (const name of Object.keys(properties))
      if (Object.hasOwn(object, name)) out.push(...breachesOf(properties[name] as Schema, member(name)));
    for (const [pattern, property] of patterns)
      for (const name of keys)
        if (compilePattern(pattern).test(name)) out.push(...breachesOf(property, member(name)));
    return out;
  }

  function dependencies(all: Record<string, Schema | string[]>, object: JsonObject, place: Place): Breach[] {
    const present = Object.entries(all).filter(([name]) => Object.hasOwn(object, name));
    const names = present.flatMap(([, wanted]) => (Array.isArray(wanted) ? wanted : []));
    const missing = names.filter((name) => !Object.hasOwn(object, name));
    const schemas = present.flatMap(([, wanted]) => (Array.isArray(wanted) ? [] : [wanted]));
    return [
      ...missing.map(() => at(place, 'dependencies')),
      ...schemas.flatMap((schema) => breachesOf(schema, place)),
    ];
  }
}

const NO_SCHEMAS = {};

/** Most values break nothing. */
function joined(general: Breach[], ofKind: Breach[]): Breach[] {
  if (ofKind.length === 0) return general;
  return general.length === 0 ? ofKind : [...general, ...ofKind];
}

/** Kinds of values that have keywords, in the order in which Ajv looks at them. */
const KINDS = ['number', 'string', 'array', 'object'];
const KEYWORDS_OF: Partial<Record<string, string[]>> = {
  number: ['maximum', 'minimum', 'exclusiveMaximum', 'exclusiveMinimum', 'multipleOf', 'format'],
  string: ['maxLength', 'minLength', 'pattern', 'format'],
  array: ['maxItems', 'minItems', 'additionalItems', 'items', 'contains', 'uniqueItems'],
  object: [
    ...['maxProperties', 'minProperties', 'required', 'propertyNames', 'additionalProperties'],
    ...['dependencies', 'properties', 'patternProperties'],
  ],
};

/** Whether it could refuse anything; the condition before branches that could not is not looked at. */
function isRule(schema: JsonValue | undefined): boolean {
  if (typeof schema !== 'object' || schema === null) return schema === false;
  return Object.keys(schema).length > 0;
}

function hasKeywordsOf(schema: SchemaObject, kind: string): boolean {
  return KEYWORDS_OF[kind]?.some((keyword) => schema[keyword] !== undefined) ?? false;
}

function isCoerced(type: string, { holder }: Place): boolean {
  return holder !== undefined && type !== 'array' && type !== 'object';
}

function kindOf(value: JsonValue): string {
  return Array.isArray(value) ? 'array' : typeof value;
}

function mapOf<T = Schema>(value: JsonValue | undefined): Record<string, T> {
  return (typeof value === 'object' && value !== null ? value : NO_SCHEMAS) as Record<string, T>;
}

function at(place: Place, keyword: string): Breach {
  return { keyword, pointer: pointerOf(place) };
}

function pointerOf({ above, key }: Place): string {
  return above === undefined ? '' : pointerOf(above) + pointerTo(key);
}

function inside(above: Place, of: JsonObject, key: string | number): Place {
  return { value: of[key] as JsonValue, above, holder: above.holder === undefined ? undefined : of, key };
}
