import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo, valueAt } from '../../spec/json-pointer';
import type { Direction } from '../model';
import { fitExample } from '../values/fit-example';
import { sampledName } from '../values/sample-quietly';
import { isFree, writtenValue } from '../values/written-value';
import type { Located, RefResolver } from './ref-resolver';
import { branchValues, heirOf } from './schema-discriminator';

/**
 * From so many references on only what is required is unrolled, and from fewer where that is too much: some contracts
 * lead from each schema to all.
 */
const DEPTHS = [6, 4, 2, 1, 0];

/** Schemas that a value may be made of; what is required may take more. */
const MANY = 2_000;

/** More than that nobody could send or read. */
const TOO_MANY = 50_000;

/** What goes on for so many references has no end that anybody would send. */
const DEEPEST = 200;

/** What the sampler would make at once. */
const MOST = [
  ['minItems', 100],
  ['minLength', 100_000],
] as const;

/** Texts of formats that the sampler does not know. */
const TEXTS: Partial<Record<string, string>> = {
  duration: 'P1D',
  'relative-json-pointer': '1',
  'uri-template': 'https://example.com/{id}',
};

/** How the number at a pointer is written, where it is printed otherwise. */
export type Spelling = (pointer: string) => string | undefined;

/** What of a schema is unrolled. */
export interface Part {
  direction: Direction;
  requiredOnly: boolean;
}

/** How a schema was reached. */
interface Route {
  pointer: string;
  /** Targets of the references on the way. */
  through: readonly string[];
  /** Properties that a schema asks for which `allOf` combines with this one. */
  required: readonly JsonValue[];
  /** It is what another schema builds on, by `allOf`. */
  isBase: boolean;
}

/**
 * A copy of a schema to make a value from: references resolved, examples of the right type, and cut where it
 * leads back to itself, so that the value is finite and still satisfies the schema.
 *
 * @param located the schema and its place in the document
 * @param report told about an example of another type than its schema's
 * @param asWritten takes up the values that the contract itself gives
 * @param spelledAt gives how a number of the document is written
 * @returns undefined where only an endless value would satisfy it, or one too large to send
 */
export function unrollSchema(
  located: Located,
  { direction, requiredOnly }: Part,
  document: JsonObject,
  refs: RefResolver,
  report: (pointer: string, message: string) => void,
  asWritten: Set<JsonValue>,
  spelledAt: Spelling,
): JsonObject | undefined {
  const is31 = String(document.openapi).startsWith('3.1');
  const banned = direction === 'request' ? 'readOnly' : 'writeOnly';
  let deep = 0;
  let room = 0;
  for (deep of DEPTHS) {
    room = deep === 0 ? TOO_MANY : MANY;
    const unrolled = unroll(located.value, {
      pointer: located.pointer,
      through: [],
      required: [],
      isBase: false,
    });
    if (room > 0) return unrolled;
  }
  return undefined;

  function unroll(schema: JsonValue, route: Route): JsonObject | undefined {
    if (!isObject(schema)) return {};
    room -= 1;
    if (room <= 0) return undefined;
    if (typeof schema.$ref === 'string') {
      const target = refs.target(schema.$ref);
      if (route.through.includes(target) || route.through.length >= DEEPEST) return undefined;
      const { $ref: _, ...beside } = schema;
      const whole = valueAt(document, target);
      if (!isObject(whole)) return {};
      const heir = route.isBase ? undefined : heirOf(target, whole, document, refs);
      if (heir !== undefined) return unroll(heir, route);
      const through = [...route.through, target];
      return unroll(is31 ? { ...whole, ...beside } : whole, { ...route, pointer: target, through });
    }
    const at = `${route.pointer}/example`;
    const example = fitExample(
      schema,
      (message) => report(at, message),
      () => spelledAt(at),
    );
    const types = (Array.isArray(schema.type) ? schema.type : [schema.type]).filter(
      (type) => type !== 'null',
    );
    const typed = types[0] === undefined ? schema : { ...schema, type: types[0] };
    const written = writtenValue(example === undefined ? without(schema, 'example') : { ...schema, example });
    if (written !== undefined) {
      if (isFree(schema)) asWritten.add(written);
      return { ...typed, example: written };
    }
    const made = without(typed, 'example');
    const text = made.type === 'string' && typeof made.format === 'string' ? TEXTS[made.format] : undefined;
    if (text !== undefined) return { ...made, example: text };
    const isNullable = schema.nullable === true || types.length < [schema.type].flat().length;
    return unrollInside(made, route) ?? (isNullable ? { example: null } : undefined);
  }

  function unrollInside(schema: JsonObject, route: Route): JsonObject | undefined {
    const required = [...route.required, ...requiredNames(schema, new Set())];
    const inside = (keyword: string, ...names: (string | number)[]): Route => ({
      ...route,
      pointer: route.pointer + pointerTo(keyword, ...names),
      required: keyword === 'allOf' ? required : [],
      isBase: keyword === 'allOf',
    });
    const out: JsonObject = { ...schema };
    if (isObject(schema.properties)) {
      const properties = unrollProperties(schema.properties, required, route.through.length > deep, inside);
      if (properties === undefined) return undefined;
      out.properties = properties;
    }
    if (isObject(schema.additionalProperties)) {
      const values = unroll(schema.additionalProperties, inside('additionalProperties'));
      if (values === undefined || requiredOnly) delete out.additionalProperties;
      else out.additionalProperties = values;
    }
    if (isObject(schema.items)) {
      const items = unroll(schema.items, inside('items'));
      if (items === undefined && Number(schema.minItems ?? 0) > 0) return undefined;
      if (items === undefined) out.example = [];
      else out.items = items;
    }
    for (const keyword of ['allOf', 'prefixItems']) {
      const list = schema[keyword];
      if (!Array.isArray(list)) continue;
      const branches = list.map((branch, index) => unroll(branch, inside(keyword, index)));
      if (branches.includes(undefined)) return undefined;
      out[keyword] = branches.filter((branch) => branch !== undefined);
    }
    for (const keyword of ['oneOf', 'anyOf']) {
      const list = schema[keyword];
      if (!Array.isArray(list) || list.length === 0) continue;
      const branch = firstBranch(schema, list, (index) => inside(keyword, index));
      if (branch === undefined) return undefined;
      out[keyword] = [branch];
    }
    return bounded(out);
  }

  function unrollProperties(
    properties: JsonObject,
    required: JsonValue[],
    isDeep: boolean,
    inside: (keyword: string, name: string) => Route,
  ): JsonObject | undefined {
    const out: [string, JsonObject][] = [];
    for (const [name, property] of Object.entries(properties)) {
      if (property === false) continue;
      // Left to the sampler, which also knows the property in the other branches of an `allOf`.
      if (refs.follow(property, '')?.value[banned] === true)
        out.push([sampledName(name), { [banned]: true, example: null }]);
      else if (required.includes(name) || !(requiredOnly || isDeep)) {
        const value = unroll(property, inside('properties', name));
        if (value !== undefined) out.push([sampledName(name), value]);
        else if (required.includes(name)) return undefined;
      }
    }
    return Object.fromEntries(out);
  }

  /** What a schema asks for, with all that `allOf` combines in it. */
  function requiredNames(schema: JsonObject, seen: Set<JsonObject>): JsonValue[] {
    if (seen.has(schema)) return [];
    seen.add(schema);
    const branches = Array.isArray(schema.allOf) ? schema.allOf : [];
    const inBranches = branches.flatMap((branch) => {
      const whole = refs.follow(branch, '')?.value;
      return whole === undefined ? [] : requiredNames(whole, seen);
    });
    return [...(Array.isArray(schema.required) ? schema.required : []), ...inBranches];
  }

  /** The first alternative that has an end, with the value by which a discriminator knows it. */
  function firstBranch(
    { discriminator }: JsonObject,
    branches: JsonValue[],
    inside: (index: number) => Route,
  ): JsonObject | undefined {
    for (const [index, branch] of branches.entries()) {
      const unrolled = unroll(branch, inside(index));
      if (unrolled === undefined) continue;
      if (!isObject(discriminator) || typeof discriminator.propertyName !== 'string') return unrolled;
      const [value] = branchValues(branch, discriminator.mapping, refs);
      if (value === undefined) return unrolled;
      const known = { type: 'object', properties: { [discriminator.propertyName]: { example: value } } };
      return { allOf: [unrolled, known] };
    }
    return undefined;
  }
}

/** Lists and texts of any length are asked for in a few letters; what is too long to send is not made. */
function bounded(schema: JsonObject): JsonObject {
  const out = { ...schema };
  for (const [keyword, most] of MOST) if (Number(out[keyword]) > most) delete out[keyword];
  return out;
}

function without(schema: JsonObject, keyword: string): JsonObject {
  const { [keyword]: _, ...rest } = schema;
  return rest;
}
