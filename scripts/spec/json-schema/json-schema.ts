import type { JsonValue } from '../document';

/** A JSON Schema of draft-07. */
export type Schema = boolean | SchemaObject;
export interface SchemaObject {
  [keyword: string]: JsonValue;
}
