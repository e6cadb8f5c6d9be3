import type { Parameter } from '../contract/model';
import type { JsonValue } from '../spec/document';
import { encodePath, encodeQuery } from './encode-value';

export type Pair = [name: string, value: string];

/** Between the items of an array that is one value. */
const SEPARATORS: Record<string, string> = { form: ',', spaceDelimited: '%20', pipeDelimited: '%7C' };

/**
 * A query (or cookie) parameter's value as name=value pairs, the values encoded; the names are left readable.
 * https://spec.openapis.org/oas/v3.0.3#style-values
 */
export function queryPairs(parameter: Parameter, sample: JsonValue): Pair[] {
  const { name, style, explode } = parameter;
  const value = inMediaType(parameter, sample);
  const encode = (item: JsonValue) => encodeQuery(textOf(item), parameter.allowReserved);
  if (Array.isArray(value)) {
    if (explode && style === 'form') return value.map((item) => [name, encode(item)]);
    return value.length === 0 ? [] : [[name, value.map(encode).join(SEPARATORS[style] ?? ',')]];
  }
  if (typeof value !== 'object' || value === null) return [[name, encode(value)]];
  const entries = Object.entries(value);
  if (style === 'deepObject') return entries.map(([key, item]) => [`${name}[${key}]`, encode(item)]);
  if (explode) return entries.map(([key, item]) => [key, encode(item)]);
  return entries.length === 0
    ? []
    : [[name, entries.flatMap(([key, item]) => [encode(key), encode(item)]).join(',')]];
}

/** A path parameter's value as it stands in its segment, encoded. */
export function pathText(parameter: Parameter, sample: JsonValue): string {
  const { name, style, explode } = parameter;
  const value = inMediaType(parameter, sample);
  const encode = (item: JsonValue) => encodePath(textOf(item));
  const parts = partsOf(value, explode, encode);
  if (style === 'label') return `.${parts.join(explode ? '.' : ',')}`;
  if (style !== 'matrix') return parts.join(',');
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!explode || !(isMap || Array.isArray(value))) return `;${encodePath(name)}=${parts.join(',')}`;
  return parts.map((part) => (isMap ? `;${part}` : `;${encodePath(name)}=${part}`)).join('');
}

/** A header parameter's value: style `simple`, nothing encoded. */
export function headerText(parameter: Parameter, sample: JsonValue): string {
  return partsOf(inMediaType(parameter, sample), parameter.explode, textOf).join(',');
}

/** A parameter with `content` is one text in that media type; a style says nothing about it. */
function inMediaType({ mediaType }: Parameter, value: JsonValue): JsonValue {
  return mediaType !== undefined && /[/+]json\b/i.test(mediaType) ? JSON.stringify(value) : value;
}

function partsOf(value: JsonValue, explode: boolean, encode: (item: JsonValue) => string): string[] {
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value !== 'object' || value === null) return [encode(value)];
  return Object.entries(value).flatMap(([key, item]) =>
    explode ? [`${encode(key)}=${encode(item)}`] : [encode(key), encode(item)],
  );
}

function textOf(value: JsonValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
