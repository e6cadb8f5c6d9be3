import type { Contract, MediaType, Schema } from '../../contract/model';
import { itemsOf, propertiesOf, typesOf } from '../../contract/schema/schema-shape';
import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTokens, valueAt } from '../../spec/json-pointer';
import { withValueAt } from '../../spec/with-value-at';
import type { DocumentedReplies } from '../answers/documented-replies';
import { targetOf } from './field-names';

/** An answer's value, and what it has to keep. */
export interface Shown {
  media: MediaType;
  value: JsonValue;
}

/** Lays what is known over documented values, as far as that keeps their schemas. */
export type Overlay = ReturnType<typeof createOverlay>;

export function createOverlay({ definitions }: Contract, replies: DocumentedReplies) {
  const known = new WeakMap<object, Map<string, Schema>>();

  /**
   * Fields take the value of the documented field of the same name (`is_active` is `isActive`), and its type where
   * text and number differ. What neither the value nor its schema has is left out, and so is what would break it.
   */
  function lay(shown: Shown, at: string, fields: JsonObject): JsonValue {
    const schema = schemaAt(shown.media.schema ?? true, at);
    const laid = put(shown.value, at, (present) => over(present, schema, fields));
    if (keeps(shown.media, laid)) return laid;
    return Object.entries(fields).reduce((value, [name, field]) => {
      const candidate = put(value, at, (present) => over(present, schema, { [name]: field }));
      return keeps(shown.media, candidate) ? candidate : value;
    }, shown.value);
  }

  function keeps(media: MediaType, value: JsonValue): boolean {
    return replies.check(media, value).length === 0;
  }

  function over(present: JsonValue, schema: Schema, fields: JsonObject): JsonValue {
    if (!isObject(present)) return present;
    const properties = propertiesOfSchema(schema);
    const entries = Object.entries(fields).flatMap(([name, field]): [string, JsonValue][] => {
      const target = targetOf(name, Object.keys(present)) ?? targetOf(name, [...properties.keys()]);
      if (target === undefined) return [];
      return [[target, fitted(field, present[target], properties.get(target) ?? true)]];
    });
    return { ...present, ...Object.fromEntries(entries) };
  }

  /** The field, in the type and with the fields that stand in its place. */
  function fitted(field: JsonValue, present: JsonValue | undefined, schema: Schema): JsonValue {
    if (isObject(field) && isObject(present ?? null)) return over(present ?? null, schema, field);
    if (Array.isArray(field) && Array.isArray(present)) {
      const [first] = present;
      return field.map((item) => fitted(item, first, itemsOf(schema, definitions.response) ?? true));
    }
    const types = typesOf(schema, definitions.response);
    const wanted = present === undefined || present === null ? undefined : typeof present;
    const isText = wanted === undefined ? !types.has('number') && !types.has('integer') : wanted === 'string';
    if (typeof field === 'number' && isText && (wanted !== undefined || types.has('string')))
      return String(field);
    const isNumber = wanted === undefined ? types.size > 0 && !types.has('string') : wanted === 'number';
    if (typeof field === 'string' && isNumber && /^-?\d+(\.\d+)?$/.test(field)) return Number(field);
    return field;
  }

  function propertiesOfSchema(schema: Schema): Map<string, Schema> {
    if (typeof schema === 'boolean') return new Map();
    let properties = known.get(schema);
    if (properties === undefined) {
      properties = propertiesOf(schema, definitions.response);
      known.set(schema, properties);
    }
    return properties;
  }

  function schemaAt(schema: Schema, pointer: string): Schema {
    return pointerTokens(pointer).reduce<Schema>((above, token) => {
      const below = propertiesOfSchema(above).get(token);
      return below ?? (/^\d+$/.test(token) ? (itemsOf(above, definitions.response) ?? true) : true);
    }, schema);
  }

  return { lay, keeps, schemaAt, fitted };
}

function put(value: JsonValue, at: string, change: (present: JsonValue) => JsonValue): JsonValue {
  const present = valueAt(value, at);
  return present === undefined ? value : withValueAt(value, at, change(present));
}
