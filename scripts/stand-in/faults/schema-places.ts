import type { Schema } from '../../contract/model';
import { schemaParts } from '../../contract/schema/schema-shape';
import type { JsonValue } from '../../spec/document';
import { pointerTo } from '../../spec/json-pointer';

type Part = Record<string, unknown>;

/** A place in a value, and what its schema says there. */
export interface Place {
  pointer: string;
  value: JsonValue;
  /** What applies here, branches of `anyOf` and `oneOf` included. */
  parts: Part[];
  /** The object or list requires what stands here. */
  required: boolean;
}

/** All places in a value, shallow ones first; of a list its first item only, as the others are like it. */
export function placesIn(value: JsonValue, schema: Schema, definitions: Record<string, Schema>): Place[] {
  const places: Place[] = [{ pointer: '', value, parts: schemaParts(schema, definitions), required: false }];
  for (const place of places) {
    for (const [token, child] of childrenOf(place.value)) {
      const below = place.parts.flatMap((part) => schemaParts(schemaBelow(part, token), definitions));
      const required = place.parts.some(
        (part) => Array.isArray(part.required) && part.required.includes(token),
      );
      places.push({ pointer: place.pointer + pointerTo(token), value: child, parts: below, required });
    }
  }
  return places;
}

function childrenOf(value: JsonValue): [string, JsonValue][] {
  if (value === null || typeof value !== 'object') return [];
  return Array.isArray(value) ? value.slice(0, 1).map((item) => ['0', item]) : Object.entries(value);
}

/** The schema that a part has for one property, or for the items of a list. */
function schemaBelow({ properties, additionalProperties, items }: Part, token: string): Schema {
  if (isMap(properties) && Object.hasOwn(properties, token)) return properties[token] as Schema;
  if (token === '0' && items !== undefined) return (Array.isArray(items) ? items[0] : items) as Schema;
  return isMap(additionalProperties) ? (additionalProperties as Schema) : true;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
