import type { JsonValue } from '../../spec/document';
import type { Schema, SchemaObject } from '../model';

/** What the parts of the search for a value that satisfies its schema share. */
export interface Fitter {
  /**
   * A value that satisfies all of some schemas.
   *
   * @param hint a value to keep as much of as can be
   * @returns undefined where none was found
   */
  fit(schemas: readonly Schema[], hint: JsonValue | undefined): JsonValue | undefined;
  /** Whether a value satisfies all of some schemas. */
  holds(schemas: readonly Schema[], value: JsonValue): boolean;
  /** Names of declared properties that do not travel in this direction. */
  unsent(properties: SchemaObject): readonly string[];
}
