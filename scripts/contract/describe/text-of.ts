import type { JsonValue } from '../../spec/document';

/** A text of the document; empty where something else stands there. */
export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
