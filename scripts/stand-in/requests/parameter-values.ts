import type { Parameter, Schema } from '../../contract/model';
import { itemsOf, propertiesOf, typesOf } from '../../contract/schema/schema-shape';
import type { JsonObject } from '../../spec/document';
import { nestedValue } from './nested-value';
import { parsedOr, type Readings, readText } from './read-text';
import { decode, type Pair } from './wire-query';

/** Where the texts of parameters come from. */
export interface WireTexts {
  /** Percent-encoded still. */
  path: Record<string, string>;
  query: Pair[];
  /** Names in lower case. */
  headers: Record<string, string | undefined>;
  cookies: Pair[];
}

/** OpenAPI's delimiters of `explode: false`, as they stand on the wire. */
const DELIMITERS: Record<string, RegExp> = {
  form: /,/,
  simple: /,/,
  spaceDelimited: / |%20/,
  pipeDelimited: /\||%7C/i,
};

/**
 * The values that a request gives to one parameter, read as its schema and style say; none: it is absent.
 * An array is one value, however it is written. A plain parameter that is repeated has several.
 * Throws `MalformedEncoding`.
 * https://spec.openapis.org/oas/v3.0.3#style-values
 */
export function parameterValues(
  parameter: Parameter,
  texts: WireTexts,
  definitions: Record<string, Schema>,
): Readings[] {
  if (parameter.mediaType !== undefined) {
    return rawTexts(parameter, texts, false).map((text) => [parsedOr(decode(text))]);
  }
  const types = typesOf(parameter.schema, definitions);
  if (types.has('object') && !types.has('string')) return objectValues(parameter, texts, definitions);

  const raw = rawTexts(parameter, texts, types.has('array'));
  if (raw.length === 0) return [];
  if (!types.has('array')) return raw.map((text) => readText(decode(text), types));
  const pieces = parameter.explode && parameter.in !== 'path' ? raw : raw.flatMap(splitter(parameter));
  const itemTypes = typesOf(itemsOf(parameter.schema, definitions) ?? true, definitions);
  const items = pieces.map((text) => readText(decode(text), itemTypes)[0] ?? null);
  const alone = raw.length === 1 ? readText(decode(raw[0] ?? ''), types) : [];
  return [[items, ...(types.size > 1 ? alone : [])]];
}

/** The parameter's texts, encoded still. A list may be written `name`, `name[]` or `name[0]` (PHP clients do). */
function rawTexts(parameter: Parameter, texts: WireTexts, isArray: boolean): string[] {
  const { name } = parameter;
  if (parameter.in === 'path') {
    const text = texts.path[name];
    return text === undefined ? [] : [text];
  }
  if (parameter.in === 'header') {
    const text = texts.headers[name.toLowerCase()];
    // Header values are not percent-encoded; encoding them here lets one way of reading serve all.
    return text === undefined || isAnyLanguage(name, text) ? [] : [encodeKeepingCommas(text.trim())];
  }
  if (parameter.in === 'cookie') return rawOf(texts.cookies, (found) => found === name);
  if (!isArray && !name.endsWith('[]')) return rawOf(texts.query, (found) => found === name);
  const stem = name.replace(/\[\]$/, '');
  return rawOf(texts.query, (found) => {
    if (found === name) return true;
    return found.startsWith(`${stem}[`) && /^\[\d*\]$/.test(found.slice(stem.length));
  });
}

function rawOf(pairs: Pair[], isIt: (name: string) => boolean): string[] {
  return pairs.filter(({ name }) => isIt(name)).map(({ raw }) => raw);
}

/** `Accept-Language: *` asks for nothing; Node's `fetch` adds it by itself. */
function isAnyLanguage(name: string, text: string): boolean {
  return name.toLowerCase() === 'accept-language' && text.trim() === '*';
}

function encodeKeepingCommas(text: string): string {
  return encodeURIComponent(text).replaceAll('%2C', ',');
}

function splitter({ style, explode, name }: Parameter): (text: string) => string[] {
  if (style === 'label') return (text) => text.replace(/^\./, '').split(explode ? '.' : ',');
  if (style === 'matrix') {
    const start = `;${name}=`;
    return (text) => text.replace(start, '').split(explode ? start : ',');
  }
  return (text) => text.split(DELIMITERS[style] ?? /,/);
}

/** `deepObject` (`f[a]=1`), form with `explode` (`a=1`), or one text (`a,1,b,2`; with `explode` `a=1,b=2`). */
function objectValues(
  parameter: Parameter,
  texts: WireTexts,
  definitions: Record<string, Schema>,
): Readings[] {
  if (parameter.in === 'query' && parameter.style === 'deepObject') {
    const nested = nestedValue(parameter.name, texts.query, parameter.schema, definitions);
    return nested === undefined ? [] : [[nested]];
  }
  const properties = propertiesOf(parameter.schema, definitions);
  const entries = objectEntries(parameter, texts, properties);
  if (entries.length === 0) return [];
  const value: JsonObject = {};
  for (const [name, text] of entries) {
    value[name] = readText(text, typesOf(properties.get(name) ?? true, definitions))[0] ?? null;
  }
  return [[value]];
}

function objectEntries(
  parameter: Parameter,
  texts: WireTexts,
  properties: ReadonlyMap<string, Schema>,
): [string, string][] {
  if (parameter.in === 'query' && parameter.explode) {
    const own = texts.query.filter(({ name }) => properties.has(name));
    return own.map(({ name, value }) => [name, value]);
  }
  const delimiter = parameter.explode ? ',' : (DELIMITERS[parameter.style] ?? ',');
  const pieces = rawTexts(parameter, texts, false).flatMap((text) => text.split(delimiter));
  if (parameter.explode) {
    return pieces.map((piece) => {
      const [name = '', ...rest] = piece.split('=');
      return [decode(name), decode(rest.join('='))];
    });
  }
  const entries: [string, string][] = [];
  for (let index = 0; index + 1 < pieces.length; index += 2) {
    entries.push([decode(pieces[index] ?? ''), decode(pieces[index + 1] ?? '')]);
  }
  return entries;
}
