import type { FieldEncoding, MediaType, Schema } from '../../contract/model';
import { itemsOf, propertiesOf, typesOf } from '../../contract/schema/schema-shape';
import type { JsonObject, JsonValue } from '../../spec/document';
import { nestedValue } from './nested-value';
import { likelyValue } from './read-text';
import type { Pair } from './wire-query';

type Form = Pick<MediaType, 'schema' | 'encoding'>;

/** Between the items of a list that is one field. */
const SEPARATORS: Record<string, string> = { spaceDelimited: ' ', pipeDelimited: '|' };

/**
 * `a=1&b=x` as an object, its fields read as their encoding, and their values as the schema of the form says.
 * https://spec.openapis.org/oas/v3.1.1#encoding-object
 */
export function formValue(
  pairs: readonly Pair[],
  { schema = true, encoding = {} }: Form,
  definitions: Record<string, Schema>,
): JsonObject {
  const known = propertiesOf(schema, definitions);
  const styled = Object.entries(encoding).flatMap(([name, field]): [string, JsonValue][] => {
    const value = styledValue(name, field, pairs, known, definitions);
    return value === undefined ? [] : [[name, value]];
  });
  const done = new Set(styled.map(([name]) => name));
  const rest = pairs.filter(({ name }) => !done.has(name) && !isPartOf(name, styled, encoding));
  const names = [...new Set(rest.map(({ name }) => name))];
  const plain = names.map((name): [string, JsonValue] => {
    const texts = rest.filter((pair) => pair.name === name).map(({ value }) => value);
    return [name, fieldValue(texts, known.get(name) ?? known.get(`${name}[]`) ?? true, definitions)];
  });
  return Object.fromEntries([...styled, ...plain]);
}

function fieldValue(texts: string[], schema: Schema, definitions: Record<string, Schema>): JsonValue {
  if (!typesOf(schema, definitions).has('array')) return likelyValue(texts.at(-1) ?? '', schema, definitions);
  const items = itemsOf(schema, definitions) ?? true;
  return texts.map((text) => likelyValue(text, items, definitions));
}

/** Undefined: it is not there, or written as if it had no style. */
function styledValue(
  name: string,
  { style, explode = false }: FieldEncoding,
  pairs: readonly Pair[],
  known: ReadonlyMap<string, Schema>,
  definitions: Record<string, Schema>,
): JsonValue | undefined {
  const schema = known.get(name) ?? true;
  const types = typesOf(schema, definitions);
  if (style === undefined) return undefined;
  if (style === 'deepObject') return nestedValue(name, pairs, schema, definitions);
  if (types.has('object') && explode) {
    const properties = propertiesOf(schema, definitions);
    const own = pairs.filter((pair) => properties.has(pair.name) && !known.has(pair.name));
    const entries = own.map(({ name: key, value }) => [
      key,
      likelyValue(value, properties.get(key) ?? true, definitions),
    ]);
    return own.length === 0 ? undefined : (Object.fromEntries(entries) as JsonObject);
  }
  const text = pairs.find((pair) => pair.name === name)?.value;
  if (text === undefined || explode) return undefined;
  const pieces = text.split(SEPARATORS[style] ?? ',');
  if (types.has('array')) return fieldValue(pieces, schema, definitions);
  if (!types.has('object')) return undefined;
  const properties = propertiesOf(schema, definitions);
  const entries = pieces.flatMap((key, index): [string, JsonValue][] =>
    index % 2 === 1
      ? []
      : [[key, likelyValue(pieces[index + 1] ?? '', properties.get(key) ?? true, definitions)]],
  );
  return Object.fromEntries(entries);
}

/** Whether a field is what a styled one is written with: `filter[a]`, or a property of an object that is spread. */
function isPartOf(
  name: string,
  styled: [string, JsonValue][],
  encoding: Record<string, FieldEncoding>,
): boolean {
  return styled.some(([whole, value]) => {
    if (encoding[whole]?.style === 'deepObject') return name.startsWith(`${whole}[`);
    const isSpread = encoding[whole]?.explode === true && typeof value === 'object' && value !== null;
    return isSpread && !Array.isArray(value) && Object.hasOwn(value, name);
  });
}
