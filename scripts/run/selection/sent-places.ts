import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo } from '../../spec/json-pointer';

/**
 * The places that a request of a collection fills: `path id`, `query limit`, `header x-region` (lower case),
 * `cookie session`, and each value in its body, `body /parcels/0/width`. What is switched off is not sent.
 */
export function sentPlaces(request: JsonValue): string[] {
  if (!isObject(request)) return [];
  const { url, header, body } = request;
  const headers = enabled(header);
  const cookies = headers.filter(({ key }) => isCookie(key)).flatMap(({ value }) => String(value).split(';'));
  return [
    ...enabled(isObject(url) ? url.variable : undefined).map(({ key }) => `path ${key}`),
    ...enabled(isObject(url) ? url.query : undefined).map(({ key }) => `query ${decoded(String(key))}`),
    ...headers.filter(({ key }) => !isCookie(key)).map(({ key }) => `header ${String(key).toLowerCase()}`),
    ...cookies.map((pair) => `cookie ${pair.split('=')[0]?.trim()}`),
    ...(isObject(body) ? bodyPlaces(body) : []),
  ];
}

function bodyPlaces({ mode, raw, urlencoded, formdata }: JsonObject): string[] {
  if (mode === 'raw' && typeof raw === 'string') return [...pointersOf(parsed(raw), '')].map(inBody);
  const fields = mode === 'urlencoded' ? urlencoded : formdata;
  return enabled(fields).map(({ key }) => inBody(pointerTo(String(key))));
}

/** A field of a list is the same whatever its index. */
function pointersOf(value: JsonValue | undefined, pointer: string): Set<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((each) => [...pointersOf(each, `${pointer}/0`)]));
  if (!isObject(value)) return new Set();
  return new Set(
    Object.entries(value).flatMap(([key, part]) => {
      const at = pointer + pointerTo(key);
      return [at, ...pointersOf(part, at)];
    }),
  );
}

function inBody(pointer: string): string {
  return `body ${pointer}`;
}

/** A body may name a variable where a number stands. */
function parsed(text: string): JsonValue | undefined {
  const filled = text.replace(/"(?:[^"\\]|\\.)*"|\{\{[^{}]*\}\}/gs, (part) => (part[0] === '"' ? part : '0'));
  try {
    return JSON.parse(filled);
  } catch {
    return undefined;
  }
}

/** A name is encoded where it would not arrive otherwise. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function isCookie(key: JsonValue | undefined): boolean {
  return String(key).toLowerCase() === 'cookie';
}

function enabled(fields: JsonValue | undefined): JsonObject[] {
  return (Array.isArray(fields) ? fields : []).filter(isObject).filter(({ disabled }) => disabled !== true);
}
