import type { Digits } from '../../spec/digits';
import type { JsonValue } from '../../spec/document';
import { printJson } from '../../spec/print-json';

/** A JSON body as people read it. */
export function printJsonBody(value: JsonValue, digits: Digits): string {
  return withoutOpenBraces(printJson(value, digits, 2));
}

/** JSON in one line: a field of a form. */
export function printJsonText(value: JsonValue, digits: Digits): string {
  return withoutOpenBraces(printJson(value, digits));
}

/** Postman knows no escape for `{{`, but JSON does: it can only stand inside a text. */
function withoutOpenBraces(json: string): string {
  return json.replaceAll(/\{(?=\{)/g, '\\u007b');
}
