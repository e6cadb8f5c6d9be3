import type { Schema } from '../contract/model';
import { pointerTokens } from '../spec/json-pointer';

type Definitions = Record<string, Schema>;

/** A schema, what its `$ref` names, and the branches of its `allOf`, `anyOf` and `oneOf`. */
export function* parts(
  schema: Schema,
  definitions: Definitions,
  depth = 0,
): Generator<Record<string, unknown>> {
  if (typeof schema === 'boolean' || depth > 8) return;
  yield schema;
  if (typeof schema.$ref === 'string') {
    const [, name = ''] = pointerTokens(decodeURIComponent(schema.$ref).slice(1));
    const named = definitions[name];
    if (named !== undefined) yield* parts(named, definitions, depth + 1);
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const branches = schema[keyword];
    if (Array.isArray(branches)) {
      for (const branch of branches) yield* parts(branch as Schema, definitions, depth + 1);
    }
  }
}

/** The JSON types that a schema speaks of; empty: it leaves the type open. */
export function typesOf(schema: Schema, definitions: Definitions): Set<string> {
  const types = new Set<string>();
  for (const part of parts(schema, definitions)) {
    for (const type of [part.type].flat()) if (typeof type === 'string') types.add(type);
  }
  return types;
}

/** The schema of an array's items. */
export function itemsOf(schema: Schema, definitions: Definitions): Schema {
  for (const part of parts(schema, definitions)) {
    if (part.items !== undefined && !Array.isArray(part.items)) return part.items as Schema;
  }
  return true;
}

/** The properties that an object's schema names. */
export function propertiesOf(schema: Schema, definitions: Definitions): Record<string, Schema> {
  // Without a prototype: a client may ask for `constructor`.
  const properties: Record<string, Schema> = Object.create(null);
  for (const part of parts(schema, definitions)) Object.assign(properties, part.properties);
  return properties;
}
