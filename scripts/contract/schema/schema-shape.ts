import { isObject } from '../../spec/is-object';
import { pointerTokens } from '../../spec/json-pointer';
import type { Schema, SchemaObject } from '../model';

export type Definitions = Record<string, Schema>;

/** A translated schema, what its `$ref` names, and the branches of its `allOf`, `anyOf` and `oneOf`; each once. */
export function schemaParts(schema: Schema, definitions: Definitions): SchemaObject[] {
  const found = new Set<SchemaObject>();
  const add = (each: unknown) => {
    if (isObject(each as SchemaObject)) found.add(each as SchemaObject);
  };
  add(schema);
  // A set that grows is walked to its end.
  for (const part of found) {
    if (typeof part.$ref === 'string') {
      const [, name = ''] = pointerTokens(decodeURIComponent(part.$ref).slice(1));
      if (Object.hasOwn(definitions, name)) add(definitions[name]);
    }
    for (const branches of [part.allOf, part.anyOf, part.oneOf]) {
      if (Array.isArray(branches)) for (const branch of branches) add(branch);
    }
  }
  return [...found];
}

/** The JSON types that a schema speaks of; empty: it leaves the type open. */
export function typesOf(schema: Schema, definitions: Definitions): Set<string> {
  const types = schemaParts(schema, definitions).flatMap((part) => [part.type].flat());
  return new Set(types.filter((type) => typeof type === 'string'));
}

/** The properties that an object's schema names, by name; those that must not be there are left out. */
export function propertiesOf(schema: Schema, definitions: Definitions): Map<string, Schema> {
  const properties = new Map<string, Schema>();
  for (const part of schemaParts(schema, definitions)) {
    for (const [name, property] of Object.entries(isObject(part.properties) ? part.properties : {})) {
      if (property !== false && !properties.has(name)) properties.set(name, property as Schema);
    }
  }
  return properties;
}

/** The schema of an array's items; undefined where the schema has none. */
export function itemsOf(schema: Schema, definitions: Definitions): Schema | undefined {
  const part = schemaParts(schema, definitions).find(({ items }) => items !== undefined);
  return Array.isArray(part?.items) ? undefined : (part?.items as Schema | undefined);
}

/** Whether a value may be a text, a number or a flag: what a variable can stand for. */
export function isScalar(schema: Schema, definitions: Definitions): boolean {
  const types = typesOf(schema, definitions);
  if (schemaParts(schema, definitions).some((part) => part.properties !== undefined)) return false;
  return types.size === 0 || ['string', 'number', 'integer', 'boolean'].some((type) => types.has(type));
}

/**
 * The schema of what a JSON pointer leads to. An object whose schema names properties has those only, unless it says
 * what others are; where a schema says nothing, anything can be (`true`).
 *
 * @returns undefined where nothing can be there
 */
export function schemaAt(schema: Schema, pointer: string, definitions: Definitions): Schema | undefined {
  let here = schema;
  for (const token of pointerTokens(pointer)) {
    const below = schemaBelow(schemaParts(here, definitions), token);
    if (below === undefined) return undefined;
    here = below;
  }
  return here === false ? undefined : here;
}

function schemaBelow(parts: SchemaObject[], token: string): Schema | undefined {
  const found = parts.flatMap(({ properties, items, additionalProperties: others }): Schema[] => {
    if (isObject(properties) && Object.hasOwn(properties, token)) return [properties[token] as Schema];
    if (/^\d+$/.test(token) && items !== undefined)
      return [(Array.isArray(items) ? (items[Number(token)] ?? true) : items) as Schema];
    return others === true || isObject(others) ? [others as Schema] : [];
  });
  const possible = found.filter((each) => each !== false);
  const [only, ...more] = possible;
  if (only !== undefined) return more.length === 0 ? only : { anyOf: possible };
  if (found.length > 0) return undefined;
  const isOpen = parts.every(({ properties, items, type }) => {
    const types = [type].flat();
    return (
      properties === undefined &&
      items === undefined &&
      (type === undefined || types.includes('object') || types.includes('array'))
    );
  });
  return isOpen ? true : undefined;
}
