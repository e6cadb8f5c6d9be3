import { sample } from 'openapi-sampler';
import type { Schema } from '../../contract/model';
import type { JsonObject, JsonValue } from '../../spec/document';
import { pointerTo, valueAt } from '../../spec/json-pointer';
import { withValueAt } from '../../spec/with-value-at';
import { placesIn } from './schema-places';

/**
 * A value with the fields that its schema names and that it lacks: examples of published contracts leave many out.
 * @param keeps whether a value keeps the schema; a field that would break it stays out
 */
export function fullerValue(
  value: JsonValue,
  schema: Schema,
  definitions: Record<string, Schema>,
  keeps: (candidate: JsonValue) => boolean,
): JsonValue {
  let full = value;
  for (const { pointer, parts } of placesIn(value, schema, definitions)) {
    const object = valueAt(full, pointer);
    if (object === null || typeof object !== 'object' || Array.isArray(object)) continue;
    for (const [name, property] of parts.flatMap((part) =>
      Object.entries((part.properties ?? {}) as JsonObject),
    )) {
      const at = pointer + pointerTo(name);
      if (property === false || valueAt(full, at) !== undefined) continue;
      const made = (sample(property as JsonObject, { quiet: true }, { definitions }) ?? null) as JsonValue;
      const candidate = withValueAt(full, at, made);
      if (keeps(candidate)) full = candidate;
    }
  }
  return full;
}
