import type { Schema } from '../../contract/model';
import { itemsOf, propertiesOf, typesOf } from '../../contract/schema/schema-shape';
import type { JsonObject, JsonValue } from '../../spec/document';
import { likelyValue } from './read-text';
import type { Pair } from './wire-query';

interface Entry {
  keys: string[];
  text: string;
}

/** The object that `f[a]=1&f[b][c]=2` writes; a name that is repeated is a list. Undefined: there is none. */
export function nestedValue(
  name: string,
  pairs: readonly Pair[],
  schema: Schema,
  definitions: Record<string, Schema>,
): JsonObject | undefined {
  const start = `${name}[`;
  const entries = pairs
    .filter((pair) => pair.name.startsWith(start) && pair.name.endsWith(']'))
    .map((pair) => ({ keys: pair.name.slice(start.length, -1).split(']['), text: pair.value }));
  return entries.length === 0 ? undefined : objectOf(entries, schema, definitions);
}

function objectOf(entries: Entry[], schema: Schema, definitions: Record<string, Schema>): JsonObject {
  const properties = propertiesOf(schema, definitions);
  const names = [...new Set(entries.map(({ keys: [first = ''] }) => first))];
  return Object.fromEntries(
    names.map((name) => {
      const below = entries
        .filter(({ keys }) => keys[0] === name)
        .map(({ keys, text }) => ({ keys: keys.slice(1), text }));
      return [name, valueAtKeys(below, properties.get(name) ?? true, definitions)];
    }),
  );
}

function valueAtKeys(entries: Entry[], schema: Schema, definitions: Record<string, Schema>): JsonValue {
  if (typesOf(schema, definitions).has('array')) {
    const items = itemsOf(schema, definitions) ?? true;
    return entries.map(({ text }) => likelyValue(text, items, definitions));
  }
  if (entries.every(({ keys }) => keys.length > 0)) return objectOf(entries, schema, definitions);
  return likelyValue(entries.at(-1)?.text ?? '', schema, definitions);
}
