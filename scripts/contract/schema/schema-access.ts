import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import type { Direction } from '../model';
import type { RefResolver } from './ref-resolver';

const NONE: ReadonlySet<string> = new Set();

/** Whether a property does not travel in a direction. https://spec.openapis.org/oas/v3.0.3#fixed-fields-19 */
export function isOneWay(property: JsonValue | undefined, direction: Direction, refs: RefResolver): boolean {
  const banned = direction === 'response' ? 'writeOnly' : 'readOnly';
  return refs.follow(property, '')?.value[banned] === true;
}

/** Names of the properties that do not travel, in a schema and in all that `allOf` combines in it. */
export function absentNames(
  schema: JsonObject,
  direction: Direction,
  refs: RefResolver,
): ReadonlySet<string> {
  if (!isObject(schema.properties) && schema.allOf === undefined && schema.$ref === undefined) return NONE;
  const names = [...partsOf(schema, refs)].flatMap(({ properties }) =>
    isObject(properties)
      ? Object.keys(properties).filter((name) => isOneWay(properties[name], direction, refs))
      : [],
  );
  return names.length === 0 ? NONE : new Set(names);
}

/** Whether a schema, or one that `allOf` combines in it, requires one of some names. */
export function requiresAny(schema: JsonValue, names: ReadonlySet<string>, refs: RefResolver): boolean {
  if (names.size === 0 || !isObject(schema)) return false;
  return [...partsOf(schema, refs)].some(
    ({ required }) => Array.isArray(required) && required.some((name) => names.has(String(name))),
  );
}

/** The schema and those that must hold with it. A set that grows is walked to its end. */
function partsOf(schema: JsonObject, refs: RefResolver): ReadonlySet<JsonObject> {
  const parts = new Set([schema]);
  for (const part of parts) {
    const target = typeof part.$ref === 'string' ? refs.follow(part, '')?.value : undefined;
    if (target !== undefined) parts.add(target);
    for (const branch of Array.isArray(part.allOf) ? part.allOf : []) if (isObject(branch)) parts.add(branch);
  }
  return parts;
}
