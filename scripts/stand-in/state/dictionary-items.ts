import type { List } from '../../contract/life-cycles/life-cycles';
import type { Contract, Operation, Parameter } from '../../contract/model';
import { type Definitions, itemsOf, schemaParts, typesOf } from '../../contract/schema/schema-shape';
import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { valueAt } from '../../spec/json-pointer';
import { withValueAt } from '../../spec/with-value-at';
import { newValue } from './new-value';

/**
 * The documented items of a list, and for each filter a copy of the first one per value that it may ask for and no
 * item has: the members of its enum, else the value that its example asks for. A copy has an id of its own.
 *
 * @param keeps whether an item keeps its schema; a copy that does not is left out
 */
export function dictionaryItems(
  documented: readonly JsonValue[],
  { filters }: List,
  operation: Operation,
  { definitions }: Contract,
  keeps: (item: JsonValue) => boolean,
): JsonValue[] {
  const items = [...documented];
  const [first] = documented;
  if (first === undefined || !isObject(first)) return items;
  const highest = new Map<string, number>();
  const count = (stem: string, from: number) => {
    const next = Math.max(highest.get(stem) ?? from, from) + 1;
    highest.set(stem, next);
    return next;
  };
  for (const [name, at] of Object.entries(filters)) {
    const parameter = operation.parameters.find((each) => each.in === 'query' && each.name === name);
    if (parameter === undefined || at === '/id') continue;
    for (const value of valuesAskedFor(parameter, definitions.request)) {
      if (items.some((item) => String(valueAt(item, at)) === String(value))) continue;
      const copy = withNewId(withValueAt(first, at, value) as JsonObject, count);
      if (keeps(copy)) items.push(copy);
    }
  }
  return items;
}

function valuesAskedFor({ schema, sample }: Parameter, definitions: Definitions): JsonValue[] {
  const members = [schema, itemsOf(schema, definitions) ?? true]
    .flatMap((each) => schemaParts(each, definitions))
    .flatMap((part) => (Array.isArray(part.enum) ? (part.enum as JsonValue[]) : []));
  if (members.length > 0) return members.filter((member) => member !== null);
  return typesOf(schema, definitions).has('boolean') ? [true, false] : [sample].flat();
}

function withNewId(item: JsonObject, count: (stem: string, from: number) => number): JsonObject {
  const id = newValue(item.id, count);
  return id === undefined ? item : { ...item, id };
}
