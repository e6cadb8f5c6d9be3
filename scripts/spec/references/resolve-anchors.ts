import type { JsonObject, JsonValue, LocatedValue } from '../document';
import { isObject } from '../is-object';
import { pointerTo } from '../json-pointer';
import { innerShape, openapiShape, type Shape, schema as schemaShape } from '../openapi-shape';

/**
 * The document with pointers in place of the names that its schemas give each other: `#name` for what has that `$anchor`,
 * the nearest of several. A `$dynamicRef` is a `$ref` where only one schema has the name, so that no other could take its
 * place.
 * https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
 */
export function resolveAnchors<T extends LocatedValue & { value: JsonObject }>(document: T): T {
  if (!String(document.value.openapi).startsWith('3.1')) return document;
  const anchors = new Map<string, string[]>();
  collect(openapiShape, document.value, '', anchors);
  if (anchors.size === 0) return document;
  return { ...document, value: rewrite(openapiShape, document.value, '', anchors) as JsonObject };
}

function collect(shape: Shape, value: JsonValue, pointer: string, anchors: Map<string, string[]>): void {
  if (typeof value !== 'object' || value === null) return;
  if (shape === schemaShape && isObject(value))
    for (const name of new Set([value.$anchor, value.$dynamicAnchor]))
      if (typeof name === 'string') anchors.set(name, [...(anchors.get(name) ?? []), pointer]);
  for (const [key, member] of Object.entries(value)) {
    const inner = Array.isArray(value) ? shape.items : innerShape(shape, key);
    if (inner !== undefined) collect(inner, member, pointer + pointerTo(key), anchors);
  }
}

function rewrite(
  shape: Shape,
  value: JsonValue,
  pointer: string,
  anchors: ReadonlyMap<string, string[]>,
): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  const inside = (inner: Shape | undefined, member: JsonValue, key: string | number) =>
    inner === undefined ? member : rewrite(inner, member, pointer + pointerTo(key), anchors);
  if (Array.isArray(value)) return value.map((item, index) => inside(shape.items, item, index));
  const members = Object.entries(value).map(([key, member]): [string, JsonValue] => {
    const named =
      shape === schemaShape && typeof member === 'string' ? anchors.get(member.slice(1)) : undefined;
    const isNamed = named !== undefined && String(member).startsWith('#');
    if (isNamed && (key === '$ref' || (key === '$dynamicRef' && named.length === 1)))
      return ['$ref', `#${encoded(nearest(pointer, named))}`];
    return [key, inside(innerShape(shape, key), member, key)];
  });
  return Object.fromEntries(members);
}

function nearest(pointer: string, others: string[]): string {
  const shared = (other: string) => {
    let length = 0;
    while (length < other.length && other[length] === pointer[length]) length += 1;
    return length;
  };
  return others.reduce((one, other) => (shared(other) > shared(one) ? other : one));
}

function encoded(pointer: string): string {
  return pointer.replaceAll('%', '%25');
}
