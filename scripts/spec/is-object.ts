import type { JsonObject, JsonValue } from './document';

/** A JSON object: no list, and not null. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
