import type { JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { definitionOf } from '../../spec/json-schema/definition-of';
import type { Schema, SchemaObject } from '../model';
import type { Fitter } from './fitter';
import { schemasOfItem, schemasOfMember } from './members-of';

/**
 * A value without the members that do not travel in its direction, at any depth: an example is often written once for
 * requests and answers.
 *
 * @param schema translated for that direction
 * @param unsent names of properties that a request does not send; in an answer such a property is `false`
 */
export function withoutOneWay(
  schema: Schema,
  value: JsonValue,
  definitions: Record<string, Schema>,
  unsent: Fitter['unsent'],
): JsonValue {
  return strip([schema], value);

  function strip(schemas: readonly Schema[], value: JsonValue): JsonValue {
    if (typeof value !== 'object' || value === null || schemas.length === 0) return value;
    const parts = schemas.flatMap((each) => partsOf(each, []));
    if (Array.isArray(value)) return value.map((item, index) => strip(schemasOfItem(parts, index), item));
    const entries = Object.entries(value).filter(
      ([name]) => !schemas.some((each) => bans(each, name, []) === true),
    );
    return Object.fromEntries(
      entries.map(([name, member]) => [name, strip(schemasOfMember(parts, name), member)]),
    );
  }

  /** All that a schema says in one place or another. */
  function partsOf(schema: Schema, seen: readonly Schema[]): SchemaObject[] {
    if (typeof schema === 'boolean' || seen.includes(schema)) return [];
    const inner = [...together(schema), ...alternatives(schema).flat()];
    return [schema, ...inner.flatMap((each) => partsOf(each, [...seen, schema]))];
  }

  /** Whether a member of that name must not be there; undefined where nothing is said of it. */
  function bans(schema: Schema, name: string, seen: readonly Schema[]): boolean | undefined {
    if (typeof schema === 'boolean' || seen.includes(schema)) return undefined;
    const { properties } = schema;
    const isDeclared = isObject(properties) && Object.hasOwn(properties, name);
    const own = isDeclared ? properties[name] === false || unsent(properties).includes(name) : undefined;
    const inside = (each: Schema) => bans(each, name, [...seen, schema]);
    const verdicts = [
      own,
      ...together(schema).map(inside),
      // One alternative may well have what another has not.
      ...alternatives(schema).map((branches) => {
        const told = branches.map(inside).filter((verdict) => verdict !== undefined);
        return told.length === 0 ? undefined : !told.includes(false);
      }),
    ];
    if (verdicts.includes(true)) return true;
    return verdicts.includes(false) ? false : undefined;
  }

  function together({ $ref, allOf }: SchemaObject): Schema[] {
    const target = typeof $ref === 'string' ? definitionOf($ref, definitions) : undefined;
    return [...(target === undefined ? [] : [target]), ...(Array.isArray(allOf) ? (allOf as Schema[]) : [])];
  }
}

function alternatives({ anyOf, oneOf }: SchemaObject): Schema[][] {
  return [anyOf, oneOf].flatMap((branches) => (Array.isArray(branches) ? [branches as Schema[]] : []));
}
