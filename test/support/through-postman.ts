import { Collection } from 'postman-collection';
import type { PostmanCollection } from '../../scripts/collection/postman';
import type { JsonObject, JsonValue } from '../../scripts/spec/document';

/**
 * A collection as Postman's own library reads it and writes it again. What it cannot read is lost, what it would add
 * is there; only its manners are undone: descriptions as objects, urls without their text, names of its own,
 * ids that it makes up for scripts.
 */
export function throughPostman({ info, ...rest }: PostmanCollection): JsonValue {
  // The library keeps `_postman_id` as a stray key; it takes `id` and writes `_postman_id`.
  const { _postman_id: id, ...named } = info;
  const read = new Collection({ ...rest, info: { ...named, id } } as never).toJSON();
  return mannered(JSON.parse(JSON.stringify(read)) as JsonValue);
}

function mannered(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(mannered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(asTheAppHasIt(value)).filter(([key, item]) => !isNothing(key, item));
  return Object.fromEntries(entries.map(([key, item]) => [key, mannered(item)]));
}

function asTheAppHasIt(value: JsonObject): JsonObject {
  const { description, _: unknown, host, path } = value;
  const out = { ...value };
  if (isObject(description) && 'content' in description) out.description = description.content ?? '';
  // What the library does not know it keeps under `_`, without the prefix that made it private.
  if (isObject(unknown) && unknown.postman_previewlanguage !== undefined) {
    out._postman_previewlanguage = unknown.postman_previewlanguage;
    delete out._;
  }
  if (Array.isArray(value.exec)) delete out.id;
  if (Array.isArray(host) && Array.isArray(path)) out.raw = textOf(host, path, value.query);
  if (typeof value.method === 'string') out.header ??= [];
  return out;
}

function textOf(host: JsonValue[], path: JsonValue[], query: JsonValue | undefined): string {
  const sent = (Array.isArray(query) ? query : [])
    .filter(isObject)
    .filter(({ disabled }) => disabled !== true)
    .map(({ key, value }) => `${key}=${value}`);
  return `${host.join('.')}/${path.join('/')}${sent.length > 0 ? `?${sent.join('&')}` : ''}`;
}

function isNothing(key: string, value: JsonValue): boolean {
  if (key === 'type' && value === 'any') return true;
  return (
    ['variable', 'noauth', 'query', 'event', 'cookie'].includes(key) &&
    Array.isArray(value) &&
    value.length === 0
  );
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
