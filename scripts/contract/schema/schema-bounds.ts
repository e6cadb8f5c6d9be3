import type { JsonObject, JsonValue } from '../../spec/document';
import type { SchemaObject } from '../model';
import { INTEGER_BOUNDS } from './schema-keywords';

/**
 * Puts the bounds of numbers as draft-07 has them: `exclusiveMinimum: true` (3.0) becomes the number it means; `int32`
 * becomes its bounds.
 *
 * @param schema the schema as the document has it
 * @param out the same, translated so far; changed
 */
export function constrainNumbers(schema: JsonObject, out: SchemaObject): void {
  for (const [exclusive, inclusive] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof out[exclusive] !== 'boolean') continue;
    if (out[exclusive] && typeof out[inclusive] === 'number') {
      out[exclusive] = out[inclusive];
      delete out[inclusive];
    } else delete out[exclusive];
  }
  const bounds = typeof schema.format === 'string' ? INTEGER_BOUNDS[schema.format] : undefined;
  if (bounds === undefined || !typesOf(schema).includes('integer')) return;
  if (out.minimum === undefined && out.exclusiveMinimum === undefined) out.minimum = bounds.minimum;
  if (out.maximum === undefined && out.exclusiveMaximum === undefined) out.maximum = bounds.maximum;
}

function typesOf({ type }: JsonObject): JsonValue[] {
  if (type === undefined) return [];
  return Array.isArray(type) ? type : [type];
}
