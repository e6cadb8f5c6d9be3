import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import type { Definitions } from '../schema/schema-shape';
import { addConstraints } from './add-constraints';
import type { Facts } from './facts';
import { fingerprint } from './fingerprint';
import { refName } from './ref-name';

/** One value's schema with everything that `$ref` and `allOf` bring, and the schemas of what is inside. */
export interface ReadSchema {
  facts: Facts;
  properties: Map<string, JsonValue[]>;
  required: Set<string>;
  items: JsonValue[];
  /** What properties without a name of their own hold. */
  others: JsonValue[];
  /** The branches of `oneOf` and `anyOf`, by the name of their schema or their number. */
  forms: Map<string, JsonValue[]>;
  /** Named schemas that it is made of. */
  names: Set<string>;
  readOnly: boolean;
  /** Null is an alternative to all of it. */
  nullable: boolean;
}

/** Keywords that say nothing here, or that are read in a way of their own. */
const READ = new Set([
  ...['$ref', 'type', 'enum', 'const', 'format', 'pattern', 'multipleOf', 'uniqueItems', 'readOnly'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength', 'minItems'],
  ...[
    'maxItems',
    'minProperties',
    'maxProperties',
    'required',
    'properties',
    'items',
    'additionalProperties',
  ],
  ...['allOf', 'oneOf', 'anyOf', 'default', 'description', 'title', 'example', 'examples', 'definitions'],
]);

/**
 * @param schemas translated schemas that all hold for the value
 * @param above named schemas in which the value stands: one of them once more is not gone into
 */
export function readSchema(
  schemas: readonly JsonValue[],
  definitions: Definitions,
  above: ReadonlySet<string>,
): ReadSchema {
  const out: ReadSchema = {
    facts: { types: [] },
    properties: new Map(),
    required: new Set(),
    items: [],
    others: [],
    forms: new Map(),
    names: new Set(),
    readOnly: false,
    nullable: false,
  };
  const more: JsonValue[] = [];
  const waiting = [...schemas];
  for (let schema = waiting.shift(); schema !== undefined; schema = waiting.shift()) {
    if (schema === false) more.push(schema);
    if (!isObject(schema)) continue;
    const name = typeof schema.$ref === 'string' ? refName(schema.$ref) : undefined;
    if (name !== undefined && Object.hasOwn(definitions, name) && !out.names.has(name)) {
      const named = definitions[name] as JsonValue;
      if (above.has(name)) {
        out.facts.again = name;
        if (isObject(named)) addConstraints(out.facts, { ...(named.type ? { type: named.type } : {}) });
      } else {
        out.names.add(name);
        waiting.push(named);
      }
    }
    readOne(schema, out, waiting);
    const unread = Object.entries(schema).filter(([keyword]) => !READ.has(keyword));
    if (unread.length > 0) more.push(Object.fromEntries(unread));
    if (Array.isArray(schema.items) || schema.items === false) more.push({ items: schema.items });
  }
  const { types } = out.facts;
  if (out.nullable && types.length > 0 && !types.includes('null')) types.push('null');
  if (more.length > 0) out.facts.more = fingerprint(JSON.stringify(more));
  return out;
}

function readOne(schema: JsonObject, out: ReadSchema, waiting: JsonValue[]): void {
  addConstraints(out.facts, schema);
  if (schema.readOnly === true) out.readOnly = true;
  for (const name of listOf(schema.required)) if (typeof name === 'string') out.required.add(name);
  if (isObject(schema.properties)) {
    for (const [name, property] of Object.entries(schema.properties)) {
      out.properties.set(name, [...(out.properties.get(name) ?? []), property]);
    }
  }
  if (isObject(schema.items)) out.items.push(schema.items);
  if (isObject(schema.additionalProperties)) out.others.push(schema.additionalProperties);
  waiting.push(...listOf(schema.allOf));
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const branches = listOf(schema[keyword]);
    if (branches.length > 0) readForms(branches, keyword, out, waiting);
  }
}

/** Null as a branch is a type, and a single branch beside it no choice; so are branches that only name a type. */
function readForms(
  branches: JsonValue[],
  keyword: 'oneOf' | 'anyOf',
  out: ReadSchema,
  waiting: JsonValue[],
): void {
  const others = branches.filter((branch) => !(isObject(branch) && branch.type === 'null'));
  const hasNull = others.length < branches.length;
  const [only] = others;
  if (others.length === 1 && only !== undefined) {
    waiting.push(only);
    if (hasNull) out.nullable = true;
    return;
  }
  const types = others.map((branch) =>
    isObject(branch) && Object.keys(branch).length === 1 ? branch.type : undefined,
  );
  if (types.every((type) => typeof type === 'string')) {
    waiting.push({ type: [...types, ...(hasNull ? ['null'] : [])] });
    return;
  }
  out.facts.forms = keyword === 'oneOf' ? 'one' : 'some';
  branches.forEach((branch, index) => {
    const name = formName(branch) ?? String(index + 1);
    const free = out.forms.has(name) ? `${name} ${index + 1}` : name;
    out.forms.set(free, [branch]);
  });
}

/** A branch that a discriminator narrows has the reference in its `allOf`. */
function formName(branch: JsonValue): string | undefined {
  if (!isObject(branch)) return undefined;
  if (branch.type === 'null') return 'null';
  if (typeof branch.$ref === 'string') return refName(branch.$ref);
  const [first] = listOf(branch.allOf);
  return first === undefined ? undefined : formName(first);
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}
