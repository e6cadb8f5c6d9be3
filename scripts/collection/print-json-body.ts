import type { Digits } from '../spec/digits';
import type { JsonValue } from '../spec/document';
import { printJson } from '../spec/print-json';

/** A JSON body as people read it. Postman knows no escape for `{{`, but JSON does: it can only stand inside a text. */
export function printJsonBody(value: JsonValue, digits: Digits): string {
  return printJson(value, digits, 2).replaceAll(/\{(?=\{)/g, '\\u007b');
}
