import { isJson } from '../../contract/is-json';
import type { Parameter } from '../../contract/model';
import { NO_DIGITS } from '../../spec/digits';
import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { printJson } from '../../spec/print-json';
import { encodeName, encodePath, encodeQuery } from './encode-value';

export type Pair = [name: string, value: string];

/** How a parameter, or a field of a form, is written. */
export type Style = Pick<Parameter, 'name' | 'style' | 'explode' | 'allowReserved' | 'mediaType' | 'digits'>;

/** How the parts of one text are written: in a form the host encodes them. */
export interface Encoding {
  name: (text: string) => string;
  value: (text: string) => string;
  /** Between the items of a list that is one value. */
  separators: Record<string, string>;
}

const SEPARATORS = { form: ',', spaceDelimited: '%20', pipeDelimited: '%7C' };

/**
 * A query (or cookie) parameter's value as name=value pairs, encoded; brackets in names are left readable. None where
 * the style has nothing to write: for an empty list or object.
 * https://spec.openapis.org/oas/v3.1.1#style-examples
 */
export function queryPairs(parameter: Style, sample: JsonValue): Pair[] {
  const value = (text: string) => encodeQuery(text, parameter.allowReserved);
  return pairsOf(parameter, inMediaType(parameter, sample), {
    name: encodeName,
    value,
    separators: SEPARATORS,
  });
}

/** The pairs of a form's field, or of a query's parameter. Outside of `form`, `explode` means as much as there. */
export function pairsOf({ name, style, explode }: Style, value: JsonValue, encoding: Encoding): Pair[] {
  const own = encoding.name(name);
  const encode = (item: JsonValue) => encoding.value(textOf(item));
  const separator = encoding.separators[style] ?? ',';
  if (Array.isArray(value)) {
    if (explode) return value.map((item) => [own, encode(item)]);
    return value.length === 0 ? [] : [[own, value.map(encode).join(separator)]];
  }
  if (!isObject(value)) return [[own, encode(value)]];
  if (style === 'deepObject') return deepPairs(own, value, encoding);
  const entries = Object.entries(value);
  if (explode) return entries.map(([key, item]) => [encoding.name(key), encode(item)]);
  const parts = entries.flatMap(([key, item]) => [encode(key), encode(item)]);
  return parts.length === 0 ? [] : [[own, parts.join(separator)]];
}

/** OpenAPI describes one level only; deeper ones go on in the same way, and a list repeats its name. */
function deepPairs(name: string, value: JsonObject, encoding: Encoding): Pair[] {
  return Object.entries(value).flatMap(([key, item]): Pair[] => {
    const inner = `${name}[${encoding.name(key)}]`;
    if (isObject(item)) return deepPairs(inner, item, encoding);
    const items = Array.isArray(item) ? item : [item];
    return items.map((each) => [inner, encoding.value(textOf(each))]);
  });
}

/** A path parameter's value as it stands in its segment, encoded. */
export function pathText(parameter: Parameter, sample: JsonValue): string {
  const { name, style, explode } = parameter;
  const value = inMediaType(parameter, sample);
  const parts = partsOf(value, explode, (item) => encodePath(textOf(item)));
  if (style === 'label') return `.${parts.join(explode ? '.' : ',')}`;
  if (style !== 'matrix') return parts.join(',');
  const own = `;${encodePath(name)}`;
  const withName = (text: string) => (text === '' ? own : `${own}=${text}`);
  if (!explode || !(isObject(value) || Array.isArray(value))) return withName(parts.join(','));
  return parts.map((part) => (isObject(value) ? `;${part}` : withName(part))).join('');
}

/** A header parameter's value: style `simple`. Nothing is encoded but characters that no header can hold. */
export function headerText(parameter: Parameter, sample: JsonValue): string {
  const text = partsOf(inMediaType(parameter, sample), parameter.explode, textOf).join(',');
  return text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/gu, encodePath);
}

/** A parameter with `content` is one text in that media type; a style says nothing about it. */
function inMediaType({ mediaType, digits = NO_DIGITS }: Style, value: JsonValue): JsonValue {
  return mediaType !== undefined && isJson(mediaType) ? printJson(value, digits) : value;
}

function partsOf(value: JsonValue, explode: boolean, encode: (item: JsonValue) => string): string[] {
  if (Array.isArray(value)) return value.map(encode);
  if (!isObject(value)) return [encode(value)];
  return Object.entries(value).flatMap(([key, item]) =>
    explode ? [`${encode(key)}=${encode(item)}`] : [encode(key), encode(item)],
  );
}

/** What stands for a value in a text; of null, nothing. */
export function textOf(value: JsonValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
