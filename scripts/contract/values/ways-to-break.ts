import type { JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { definitionOf } from '../../spec/json-schema/definition-of';
import type { Schema, SchemaObject } from '../model';

/** More than anybody needs: one that works is enough. */
const MOST = 24;
const TYPES = ['object', 'array', 'string', 'number', 'boolean', 'null'];

/** Bounds, and the one that a value beyond them keeps. */
const BEYOND: Record<string, (bound: number) => SchemaObject> = {
  minLength: (bound) => ({ maxLength: bound - 1 }),
  maxLength: (bound) => ({ minLength: bound + 1 }),
  minItems: (bound) => ({ maxItems: bound - 1 }),
  maxItems: (bound) => ({ minItems: bound + 1 }),
  minProperties: (bound) => ({ maxProperties: bound - 1 }),
  maxProperties: (bound) => ({ minProperties: bound + 1 }),
  minimum: (bound) => ({ exclusiveMaximum: bound }),
  maximum: (bound) => ({ exclusiveMinimum: bound }),
  exclusiveMinimum: (bound) => ({ maximum: bound }),
  exclusiveMaximum: (bound) => ({ minimum: bound }),
};

/**
 * Schemas each of which leads to values that another one refuses: that a value really is refused is for the caller to
 * see. First those that change what a value holds, then those that change what it is.
 */
export function waysToBreak(schema: Schema, definitions: Record<string, Schema>): Schema[] {
  if (typeof schema === 'boolean') return [];
  const { $ref, allOf, anyOf, oneOf, type, required, properties, items, additionalProperties, ...rest } =
    schema;
  const target = typeof $ref === 'string' ? definitionOf($ref, definitions) : undefined;
  const names = Object.keys(isObject(properties) ? properties : {});
  const ways: Schema[] = [
    ...(target === undefined ? [] : [{ not: target }]),
    ...schemasIn(allOf).map((part) => ({ not: part })),
    ...[anyOf, oneOf].flatMap((branches) =>
      branches === undefined ? [] : [{ allOf: schemasIn(branches).map((branch) => ({ not: branch })) }],
    ),
    ...names.map((name) => ({
      required: [name],
      properties: { [name]: { not: (properties as SchemaObject)[name] ?? true } },
    })),
    ...(isObject(items) ? [{ minItems: 1, contains: { not: items } }] : []),
    ...(Array.isArray(required) ? required.map((name) => ({ properties: { [String(name)]: false } })) : []),
    ...Object.entries(rest).flatMap(([keyword, value]): Schema[] => {
      const beyond = Object.hasOwn(BEYOND, keyword) ? BEYOND[keyword] : undefined;
      if (beyond !== undefined && typeof value === 'number') return [beyond(value)];
      // Of one keyword that is what is asked for already.
      return Object.keys(schema).length === 1 ? [] : [{ not: { [keyword]: value } }];
    }),
    ...otherMember(additionalProperties, names),
    ...otherTypes(type),
  ];
  return ways.slice(0, MOST);
}

function schemasIn(list: JsonValue | undefined): Schema[] {
  return Array.isArray(list) ? (list as Schema[]) : [];
}

function otherMember(others: JsonValue | undefined, names: string[]): Schema[] {
  if (others === undefined || others === true) return [];
  const name = ['property1', 'property2', 'property3'].find((each) => !names.includes(each)) ?? 'property0';
  return [{ required: [name], ...(others === false ? {} : { properties: { [name]: { not: others } } }) }];
}

function otherTypes(type: JsonValue | undefined): Schema[] {
  if (type === undefined) return [];
  const types = [type].flat();
  return [{ type: TYPES.filter((other) => !types.includes(other)) }];
}
