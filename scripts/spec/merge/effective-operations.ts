import type { JsonObject, JsonValue } from '../document';
import { isObject } from '../is-object';
import { pointerTo, valueAt } from '../json-pointer';
import { METHODS } from '../openapi-shape';
import { localPointer } from '../references/resolve-reference';
import { memberOf, membersOf } from './members';
import type { Mergeable } from './mergeable';

/** An operation of one of the documents. */
export interface DocumentOperation {
  /** The document's index. */
  document: number;
  path: string;
  method: string;
  value: JsonObject;
  pointer: string;
  pathItem: JsonObject;
}

/** Members of a path item that its operations inherit. */
export const INHERITED = ['parameters', 'servers'] as const;

/** The operations of a document, path by path. */
export function operationsOf({ located }: Mergeable, document: number): DocumentOperation[] {
  return membersOf(memberOf(located.value, 'paths')).flatMap(([path, pathItem]) => {
    if (path.startsWith('x-') || !isObject(pathItem)) return [];
    return Object.keys(pathItem).flatMap((method): DocumentOperation[] => {
      const value = pathItem[method];
      if (!METHODS.some((known) => known === method) || !isObject(value)) return [];
      return [{ document, path, method, value, pointer: pointerTo('paths', path, method), pathItem }];
    });
  });
}

/** An operation's own parameters and, in front, those of its path item that it does not replace, each with its place. */
export function allParameters(
  { pathItem, value, path, pointer }: DocumentOperation,
  root: JsonValue,
): { parameter: JsonValue; pointer: string }[] {
  const own = listAt(value, 'parameters', pointer);
  const replaced = new Set(own.map(({ parameter }) => keyOf(parameter, root)));
  const shared = listAt(pathItem, 'parameters', pointerTo('paths', path));
  return [...shared.filter(({ parameter }) => !replaced.has(keyOf(parameter, root))), ...own];
}

function listAt(holder: JsonObject, member: string, at: string): { parameter: JsonValue; pointer: string }[] {
  const list = holder[member];
  return (Array.isArray(list) ? list : []).map((parameter, index) => ({
    parameter,
    pointer: at + pointerTo(member, index),
  }));
}

function keyOf(parameter: JsonValue, root: JsonValue): string {
  let value: JsonValue | undefined = parameter;
  // A chain without end is found when the structure is checked.
  for (let step = 0; step < 10 && isObject(value) && typeof value.$ref === 'string'; step += 1) {
    const pointer = localPointer(value.$ref);
    value = pointer === undefined ? undefined : valueAt(root, pointer);
  }
  return isObject(value) ? JSON.stringify([value.in ?? null, value.name ?? null]) : JSON.stringify(parameter);
}
