import type { JsonValue } from '../../spec/document';
import { pointerTo } from '../../spec/json-pointer';
import type { Contract, Operation, Parameter, Schema } from '../model';
import {
  type Definitions,
  isScalar,
  itemsOf,
  propertiesOf,
  schemaParts,
  typesOf,
} from '../schema/schema-shape';
import { camelCase } from './camel-case';
import { derivePaging } from './derive-paging';
import { jsonAnswer } from './json-answer';
import type { List, Resource } from './life-cycles';
import { singular } from './singular';

/** The operations that answer a list, by key. */
export function deriveLists(
  { operations, definitions }: Pick<Contract, 'operations' | 'definitions'>,
  resources: readonly Resource[],
): Record<string, List> {
  const lists = operations.flatMap((operation): [string, List][] => {
    const list = listOf(operation, resources, definitions);
    return list === undefined ? [] : [[operation.key, list]];
  });
  return Object.fromEntries(lists);
}

function listOf(
  operation: Operation,
  resources: readonly Resource[],
  definitions: Contract['definitions'],
): List | undefined {
  // What ends in a parameter answers one thing, which may have a list in it.
  if (operation.method !== 'GET' || operation.path.endsWith('}')) return undefined;
  const answer = jsonAnswer(operation)?.schema ?? true;
  const found = arrayIn(answer, definitions.response);
  if (found === undefined) return undefined;
  const fields = propertiesOf(found.item, definitions.response);
  return {
    items: found.pointer,
    filters: filtersOf(operation, fields, definitions),
    of: listed(operation, resources, fields),
    paging: derivePaging(operation, answer, definitions),
  };
}

/** The answer itself, or the one property that is a list of objects; what has an `id` of its own is no list. */
function arrayIn(answer: Schema, definitions: Definitions): { pointer: string; item: Schema } | undefined {
  const whole = objectIn(answer, definitions);
  if (whole !== undefined) return { pointer: '', item: whole };
  const properties = propertiesOf(answer, definitions);
  const arrays = [...properties].flatMap(([name, schema]) => {
    const item = objectIn(schema, definitions);
    return item === undefined ? [] : [{ pointer: pointerTo(name), item }];
  });
  return arrays.length === 1 && !properties.has('id') ? arrays[0] : undefined;
}

/** The schema of a list's items, where they are objects. */
function objectIn(schema: Schema, definitions: Definitions): Schema | undefined {
  if (!typesOf(schema, definitions).has('array')) return undefined;
  const item = itemsOf(schema, definitions) ?? true;
  return propertiesOf(item, definitions).size > 0 ? item : undefined;
}

function filtersOf(
  { parameters }: Operation,
  fields: Map<string, Schema>,
  definitions: Contract['definitions'],
): Record<string, string> {
  const filters = parameters.flatMap((parameter): [string, string][] => {
    if (parameter.in !== 'query') return [];
    const field = [...fields].find(([name]) => filtersBy(parameter, name, definitions.request));
    if (field === undefined || !isScalar(field[1], definitions.response)) return [];
    const asked = wordsOf(parameter.schema, definitions.request);
    const had = wordsOf(field[1], definitions.response);
    const canAgree = asked.length === 0 || had.length === 0 || asked.some((word) => had.includes(word));
    return canAgree ? [[parameter.name, pointerTo(field[0])]] : [];
  });
  return Object.fromEntries(filters);
}

/** `ids[]` filters by `id`; `status` by `status`, if it is one of several words or a flag. */
function filtersBy({ name, schema }: Parameter, field: string, definitions: Definitions): boolean {
  const types = typesOf(schema, definitions);
  if (name.endsWith('[]') || types.has('array')) {
    const plural = name.replace(/\[\]$/, '');
    return singular(plural) !== plural && camelCase(singular(plural)) === camelCase(field);
  }
  return name === field && (types.has('boolean') || wordsOf(schema, definitions).length > 0);
}

/** The values that a schema, or that of its items, leaves to choose from. */
function wordsOf(schema: Schema, definitions: Definitions): JsonValue[] {
  const item = itemsOf(schema, definitions);
  const parts = [...schemaParts(schema, definitions), ...schemaParts(item ?? true, definitions)];
  return parts.flatMap((part) => (Array.isArray(part.enum) ? part.enum : []));
}

/** The resource that is made at the list's own path, if the items have its id. */
function listed(
  { path }: Operation,
  resources: readonly Resource[],
  fields: Map<string, Schema>,
): List['of'] {
  const resource = resources.find(({ maker, id }) => maker === `POST ${path}` && fields.has(id.slice(1)));
  return resource === undefined ? undefined : { variable: resource.variable, id: resource.id };
}
