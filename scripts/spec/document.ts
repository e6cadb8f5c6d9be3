import type { Digits } from './digits';

/** A value as JSON knows it: what YAML, JSON and Markdown sources are read into. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

/** A parsed text that still knows where each of its parts stands. */
export interface LocatedValue {
  value: JsonValue;
  /** The file as the person named it. */
  file: string;
  /** 1-based line of a JSON pointer's value (of its nearest existing parent where it does not exist). */
  lineOf(pointer: string): number | undefined;
  /** Where the value at a pointer was written, in a value that was put together from others or converted. */
  writtenAt?(pointer: string): Place;
}

/** A place in a file. */
export interface Place {
  file: string;
  line?: number;
  pointer: string;
}

/** An OpenAPI document, checked for form: it has `openapi`, and every `$ref` leads somewhere. */
export interface SpecDocument extends LocatedValue {
  value: JsonObject;
  /** A name for a document without `info.title`: the page's first heading, else the file's name. */
  fallbackTitle: string;
  /** The digits of numbers that a double rounds. */
  digits?: Digits;
  /** How the number at a pointer is written, where it is printed otherwise: `007`. */
  spelledAt?(pointer: string): string | undefined;
}
