import { sample } from 'openapi-sampler';
import type { JsonObject, JsonValue } from '../spec/document';
import { pointerTo } from '../spec/json-pointer';
import { fitExample } from './fit-example';
import type { Direction } from './model';
import { isObject, type Located, type RefResolver } from './ref-resolver';
import { branchValues } from './schema-discriminator';

/** So many references deep only what is required is unrolled: some contracts lead from each schema to every other. */
const DEEP = 6;

/** What of a schema is unrolled. */
export interface Part {
  direction: Direction;
  requiredOnly: boolean;
}

/**
 * A copy of a schema to make a value from: references resolved, what does not travel in that direction left
 * out, and cut where it leads back to itself, so that the value is finite and still satisfies the schema.
 *
 * @param located the schema and its place in the document
 * @param report told about an example of another type than its schema's
 * @returns undefined where only an endless value would satisfy it
 */
export function unrollSchema(
  located: Located,
  part: Part,
  refs: RefResolver,
  report: (pointer: string, message: string) => void,
): JsonObject | undefined {
  return unroll(located.value, located.pointer, []);

  /** @param route references that led here */
  function unroll(schema: JsonValue, pointer: string, route: readonly string[]): JsonObject | undefined {
    if (!isObject(schema)) return {};
    if (typeof schema.$ref === 'string') {
      const target = refs.target(schema.$ref);
      if (route.includes(target)) return undefined;
      const { $ref: _, ...beside } = schema;
      const whole = refs.value(target);
      return isObject(whole) ? unroll({ ...beside, ...whole }, target, [...route, target]) : {};
    }
    const given = fitExample(schema, (message) => report(`${pointer}/example`, message));
    if (given !== undefined) return { example: given };
    if (['const', 'enum', 'default', 'examples'].some((keyword) => schema[keyword] !== undefined)) return schema;
    const inside = unrollInside(schema, pointer, route);
    const isNullable = schema.nullable === true || (Array.isArray(schema.type) && schema.type.includes('null'));
    return inside ?? (isNullable ? { example: null } : undefined);
  }

  function unrollInside(schema: JsonObject, pointer: string, route: readonly string[]): JsonObject | undefined {
    const out: JsonObject = { ...schema };
    if (isObject(schema.properties)) {
      const properties = unrollProperties(schema, schema.properties, pointer, route);
      if (properties === undefined) return undefined;
      out.properties = properties;
    }
    if (isObject(schema.additionalProperties)) {
      const values = unroll(schema.additionalProperties, `${pointer}/additionalProperties`, route);
      if (values === undefined || part.requiredOnly) delete out.additionalProperties;
      else out.additionalProperties = values;
    }
    if (isObject(schema.items)) {
      const items = unroll(schema.items, `${pointer}/items`, route);
      if (items === undefined) return Number(schema.minItems ?? 0) > 0 ? undefined : { example: [] };
      out.items = items;
    }
    for (const keyword of ['allOf', 'prefixItems'] as const) {
      const list = schema[keyword];
      if (!Array.isArray(list)) continue;
      const branches = list.map((branch, index) => unroll(branch, `${pointer}/${keyword}/${index}`, route));
      if (branches.includes(undefined)) return undefined;
      out[keyword] = branches.filter((branch) => branch !== undefined);
    }
    for (const keyword of ['oneOf', 'anyOf'] as const) {
      const list = schema[keyword];
      if (!Array.isArray(list) || list.length === 0) continue;
      const branch = firstBranch(schema, list, `${pointer}/${keyword}`, route);
      if (branch === undefined) return undefined;
      out[keyword] = [branch];
    }
    return withPattern(out);
  }

  function unrollProperties(
    schema: JsonObject,
    properties: JsonObject,
    pointer: string,
    route: readonly string[],
  ): JsonObject | undefined {
    const banned = part.direction === 'request' ? 'readOnly' : 'writeOnly';
    const required = Array.isArray(schema.required) ? schema.required : [];
    const out: [string, JsonObject][] = [];
    for (const [name, property] of Object.entries(properties)) {
      const isRequired = required.includes(name);
      if (refs.follow(property, '')?.value[banned] === true) continue;
      if (!isRequired && (part.requiredOnly || route.length > DEEP)) continue;
      const value = unroll(property, `${pointer}/properties${pointerTo(name)}`, route);
      if (value !== undefined) out.push([name, value]);
      else if (isRequired) return undefined;
    }
    return Object.fromEntries(out);
  }

  /** The first alternative that has an end, with the value by which a discriminator knows it. */
  function firstBranch(
    schema: JsonObject,
    branches: JsonValue[],
    pointer: string,
    route: readonly string[],
  ): JsonObject | undefined {
    for (const [index, branch] of branches.entries()) {
      const unrolled = unroll(branch, `${pointer}/${index}`, route);
      if (unrolled === undefined) continue;
      const { discriminator } = schema;
      const [value] = isObject(discriminator) ? branchValues(branch, discriminator.mapping, refs) : [];
      if (value === undefined || !isObject(discriminator)) return unrolled;
      const known = { type: 'object', properties: { [String(discriminator.propertyName)]: { example: value } } };
      return { allOf: [unrolled, known] };
    }
    return undefined;
  }
}

/** A text that matches its pattern, where one can be made. */
function withPattern(schema: JsonObject): JsonObject {
  if (typeof schema.pattern !== 'string' || (schema.type ?? 'string') !== 'string') return schema;
  try {
    const text = sample(schema as never, { quiet: true, enablePatterns: true });
    return typeof text === 'string' && new RegExp(schema.pattern, 'u').test(text) ? { example: text } : schema;
  } catch {
    return schema;
  }
}
