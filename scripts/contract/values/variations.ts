import type { JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import type { Schema, SchemaObject } from '../model';
import type { Fitter } from './fitter';
import { schemasOfItem, schemasOfMember } from './members-of';

/** Members that are left out or changed to get another object: the first ones will do. */
const MEMBERS = 20;

/**
 * Values like one that is right but for a `not`, or because it must differ from others: with one member less, or with
 * another value of a member.
 *
 * @param parts plain schemas that it is made by
 */
export function* variationsOf(
  value: JsonValue,
  parts: readonly SchemaObject[],
  fitter: Fitter,
): Generator<JsonValue> {
  if (typeof value !== 'object' || value === null || !fitter.holds(parts.map(withoutNot), value)) return;
  const others = forbidden(parts);
  if (Array.isArray(value)) {
    yield* variationsOfList(value);
    return;
  }
  const names = Object.keys(value).slice(0, MEMBERS);
  for (const name of names) {
    const { [name]: _, ...rest } = value;
    yield rest;
  }
  for (const name of names) {
    const taken = others.filter(isObject).map((other) => other[name] ?? null);
    const member = another(schemasOfMember(parts, name), value[name], taken);
    if (member !== undefined) yield Object.fromEntries([...Object.entries(value), [name, member]]);
  }
  const free = names.length === 0 ? fitter.fit(schemasOfMember(parts, 'property1'), undefined) : undefined;
  if (free !== undefined) yield { property1: free };

  function* variationsOfList(list: JsonValue[]): Generator<JsonValue> {
    yield list.slice(0, -1);
    for (const index of list.slice(0, MEMBERS).keys()) {
      const taken = others.flatMap((other) => (Array.isArray(other) ? [other[index] ?? null] : []));
      const item = another(schemasOfItem(parts, index), list[index], taken);
      if (item !== undefined) yield list.with(index, item);
    }
    const more = fitter.fit(schemasOfItem(parts, list.length), undefined);
    if (more !== undefined) yield [...list, more];
  }

  function another(schemas: Schema[], now: JsonValue | undefined, taken: JsonValue[]): JsonValue | undefined {
    return fitter.fit([...schemas, { not: { enum: [now ?? null, ...taken] } }], undefined);
  }
}

function withoutNot({ not: _, ...schema }: SchemaObject): SchemaObject {
  return schema;
}

function forbidden(parts: readonly SchemaObject[]): JsonValue[] {
  return parts.flatMap(({ not }) => (isObject(not) && Array.isArray(not.enum) ? not.enum : []));
}
