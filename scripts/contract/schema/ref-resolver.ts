import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { valueAt } from '../../spec/json-pointer';

/** A value of the document together with the place where it really stands. */
export interface Located {
  value: JsonObject;
  /** JSON pointer in the document. */
  pointer: string;
}

/** Follows local references; the spec stage has made sure that each leads to a value. */
export interface RefResolver {
  /** The object at a place, behind however many `$ref`s; undefined where there is none. */
  follow(value: JsonValue | undefined, pointer: string): Located | undefined;
  /** The pointer that a `$ref` names: `#/a/b%20c` is `/a/b c`. */
  target(ref: string): string;
}

/**
 * @param document the whole document, which the references are looked up in
 */
export function createRefResolver(document: JsonObject): RefResolver {
  function target(ref: string): string {
    return decodeURIComponent(ref.replace(/^#/, ''));
  }

  function follow(value: JsonValue | undefined, pointer: string): Located | undefined {
    if (!isObject(value)) return undefined;
    if (typeof value.$ref !== 'string') return { value, pointer };
    const next = target(value.$ref);
    return follow(valueAt(document, next), next);
  }

  return { follow, target };
}
