import type { JsonValue } from '../spec/document';

/** A JSON body as people read it. Postman knows no escape for `{{`, but JSON does: it can only stand inside a text. */
export function printJsonBody(value: JsonValue): string {
  return JSON.stringify(value, null, 2).replaceAll(/\{(?=\{)/g, '\\u007b');
}
