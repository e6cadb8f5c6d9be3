import type { Schema } from '../../contract/model';
import { typesOf } from '../../contract/schema/schema-shape';
import type { JsonValue } from '../../spec/document';

/** What one text may mean: `7` is a number where the schema wants one, and may be a string too. One must do. */
export type Readings = JsonValue[];

/** What a text means to a schema of these types: the likeliest first. */
export function readText(text: string, types: Set<string>): Readings {
  const readings: Readings = [];
  const open = types.size === 0;
  if (open || types.has('string')) readings.push(text);
  const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text);
  if (number && (open || types.has('integer') || types.has('number'))) readings.push(Number(text));
  if ((text === 'true' || text === 'false') && (open || types.has('boolean'))) readings.push(text === 'true');
  if (text === '' && types.has('null')) readings.push(null);
  return readings.length > 0 ? readings : [text];
}

/** What a text most likely means to a schema; an object, or a list in a list, is JSON. */
export function likelyValue(text: string, schema: Schema, definitions: Record<string, Schema>): JsonValue {
  const types = typesOf(schema, definitions);
  const isJson = (types.has('object') || types.has('array')) && !types.has('string');
  return isJson ? parsedOr(text) : (readText(text, types)[0] ?? null);
}

/** JSON, or else the text. */
export function parsedOr(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}
