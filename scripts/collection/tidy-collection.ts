import type { JsonObject, JsonValue } from '../spec/document';
import { printUrl } from './print-url';

/** The order in which a person reads a collection; what is not named here follows as it came. */
const READING_ORDER = [
  'info',
  '_postman_id',
  'id',
  'key',
  'value',
  'name',
  'description',
  'schema',
  'listen',
  'auth',
  'method',
  'url',
  'raw',
  'host',
  'path',
  'query',
  'originalRequest',
  'status',
  'code',
  '_postman_previewlanguage',
  'header',
  'mode',
  'body',
  'event',
  'protocolProfileBehavior',
  'request',
  'response',
  'item',
];

/**
 * Postman's library writes keys in an order of its own, a url without its `raw` text, descriptions as objects
 * empty lists and the type `any`. The app writes none of that; neither do we.
 */
export function tidyCollection(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(tidyCollection);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(asTheAppHasIt(value)).filter(([key, item]) => !isNothing(key, item));
  entries.sort(([one], [other]) => rank(one) - rank(other));
  return Object.fromEntries(entries.map(([key, item]) => [key, tidyCollection(item)]));
}

function asTheAppHasIt(value: JsonObject): JsonObject {
  const out = { ...value };
  if (isDescription(value.description)) out.description = value.description.content;
  // What the library does not know it keeps under `_`, without the prefix that made it private.
  const { _: rest } = value;
  if (typeof rest === 'object' && rest !== null && 'postman_previewlanguage' in rest) {
    out._postman_previewlanguage = rest.postman_previewlanguage;
    delete out._;
  }
  if (Array.isArray(value.host) && Array.isArray(value.path)) out.raw = printUrl(value);
  return out;
}

function isDescription(value: JsonValue | undefined): value is { content: string } {
  return (
    typeof value === 'object' && value !== null && 'content' in value && typeof value.content === 'string'
  );
}

function isNothing(key: string, value: JsonValue): boolean {
  if (key === 'type' && value === 'any') return true;
  return ['variable', 'noauth', 'query', 'event'].includes(key) && Array.isArray(value) && value.length === 0;
}

const RANKS = new Map(READING_ORDER.map((key, index) => [key, index]));

function rank(key: string): number {
  return RANKS.get(key) ?? READING_ORDER.length;
}
