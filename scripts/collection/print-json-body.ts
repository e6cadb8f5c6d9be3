import type { JsonValue } from '../spec/document';

/** A JSON body as people read it. */
export function printJsonBody(value: JsonValue): string {
  return withoutOpenBraces(JSON.stringify(value, null, 2));
}

/** JSON in one line: a field of a form. */
export function printJsonText(value: JsonValue): string {
  return withoutOpenBraces(JSON.stringify(value));
}

/** Postman knows no escape for `{{`, but JSON does: it can only stand inside a text. */
function withoutOpenBraces(json: string): string {
  return json.replaceAll(/\{(?=\{)/g, '\\u007b');
}
