import { code } from '../contract/fields/words';
import type { Schema } from '../contract/model';
import type { JsonObject, JsonValue } from '../spec/document';
import { isObject } from '../spec/is-object';
import type { ReadCollection, ReadOperation, ReadParameter, ReadRequest } from './model';
import { readAnswers, readSharedSchemas } from './read-answers';
import { type ReadDescription, readDescription, readParameterWords } from './read-description';

/** Headers that are no parameters. */
const OWN_HEADERS = new Set(['accept', 'authorization', 'content-type', 'cookie']);

/** What an OAuth 2 scheme says of getting a token. */
const TOKEN = /^(grant_type|authUrl|accessTokenUrl|refreshTokenUrl)$/;

/** A request of the file that names its operation. */
interface Candidate {
  item: JsonObject;
  folder: string;
  description: ReadDescription;
  script: string;
}

/**
 * What a collection says of its contract: one that `generate` wrote, in whatever version, or that somebody edited or
 * exported since.
 *
 * @returns undefined where it is no Postman collection
 */
export function readCollection(collection: JsonValue | undefined): ReadCollection | undefined {
  if (!isObject(collection) || !Array.isArray(collection.item)) return undefined;
  const isOpen =
    /^(No request needs credentials|A request whose description names no credentials needs none)\.$/m.test(
      descriptionOf(collection.info).replaceAll('\r\n', '\n'),
    );
  const schemas = scriptOf(collection, 'test');
  const shared = readSharedSchemas(schemas);
  const items = itemsIn(collection.item);
  const named = new Map<string, Candidate[]>();
  const others: string[] = [];
  const probes: string[] = [];
  for (const { item, folder } of items) {
    const text = descriptionOf(item.request);
    const description = readDescription(text, isOpen);
    if (description !== undefined) {
      const { key } = description;
      named.set(key, [
        ...(named.get(key) ?? []),
        { item, folder, description, script: scriptOf(item, 'test') },
      ]);
    } else if (/^Probe: `/m.test(text)) probes.push(JSON.stringify(item));
    else others.push(nameOf(item));
  }
  const { item: _, info, ...rest } = collection;
  return {
    operations: [...named.values()].flatMap(plainOf).map((plain) => readOperation(plain, schemas, shared)),
    probes,
    others,
    shared: JSON.stringify(rest),
    info: JSON.stringify(isObject(info) ? { ...info, _postman_id: '' } : {}),
  };
}

/** Of the requests of an operation the one that stands for it: the others are means in a life cycle, and say less. */
function plainOf(candidates: readonly Candidate[]): Candidate[] {
  const rank = ({ description, item, script }: Candidate) => [
    Number(description.sent !== undefined),
    listOf(item.response).length,
    script.length,
  ];
  const byRank = (one: Candidate, other: Candidate) => {
    const ranks = rank(one);
    return rank(other)
      .map((value, index) => value - (ranks[index] ?? 0))
      .find((difference) => difference !== 0);
  };
  return candidates.toSorted((one, other) => byRank(one, other) ?? 0).slice(0, 1);
}

function readOperation(
  { item, folder, description, script }: Candidate,
  schemas: string,
  shared: Record<string, Schema>,
): ReadOperation {
  const { sent, key, operationId, deprecated } = description;
  const { event: _, ...rest } = item;
  return {
    key,
    operationId,
    deprecated,
    folder,
    server: readServer(item.request),
    token: readToken(item.request),
    request:
      sent === undefined
        ? undefined
        : {
            ...sent,
            parameters: [...readFields(item.request).filter(isParameter(sent)), ...sent.parameters],
          },
    answers: once(() => readAnswers(script, shared)),
    checks: script,
    schemas,
    rest: JSON.stringify(rest),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Parameters that have a field of their own, or several. */
function readFields(request: JsonValue | undefined): ReadParameter[] {
  if (!isObject(request)) return [];
  const url = isObject(request.url) ? request.url : {};
  const fields = [
    ...fieldsIn(url.variable, 'path'),
    ...fieldsIn(url.query, 'query'),
    ...fieldsIn(request.header, 'header').filter(({ name }) => !OWN_HEADERS.has(name.toLowerCase())),
  ];
  const unique = new Map(fields.map((field) => [`${field.in} ${field.name}`, field]));
  return [...unique.values()];
}

function fieldsIn(list: JsonValue | undefined, place: string): ReadParameter[] {
  return listOf(list)
    .filter(isObject)
    .flatMap((field): ReadParameter[] => {
      if (typeof field.key !== 'string') return [];
      const description = textOf(field.description);
      const [, name, own] = /^Part of `([^`]*)`: (.*)$/s.exec(description) ?? [];
      const words = readParameterWords(own ?? description);
      const required = words === undefined ? field.disabled !== true : words.marks.includes('required');
      return [{ in: place, name: name ?? field.key, required, words }];
    });
}

/** A field that nothing is said of may be what a scheme sends. */
function isParameter({ credentials }: ReadRequest): (field: ReadParameter) => boolean {
  const parts = credentials.flatMap((alternative) => alternative.parts);
  return ({ in: place, name, words }) =>
    words !== undefined || !parts.includes(`apiKey, ${place} ${code(name)}`);
}

function readServer(request: JsonValue | undefined): string | undefined {
  const [host] = isObject(request) && isObject(request.url) ? listOf(request.url.host) : [];
  return typeof host === 'string' ? host : undefined;
}

/** What the app is told of getting a token, but for names of variables. */
function readToken(request: JsonValue | undefined): Record<string, string> {
  const auth = isObject(request) && isObject(request.auth) ? listOf(request.auth.oauth2) : [];
  const said = auth.filter(isObject).flatMap(({ key, value }): [string, string][] => {
    return typeof key === 'string' && typeof value === 'string' && TOKEN.test(key) ? [[key, value]] : [];
  });
  return Object.fromEntries(said);
}

/** Requests at any depth, in order, with the names of the folders around them. */
function itemsIn(list: readonly JsonValue[]): { item: JsonObject; folder: string }[] {
  const out: { item: JsonObject; folder: string }[] = [];
  const waiting = [...list].reverse().map((item) => ({ item, folder: '' }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { item, folder } = next;
    if (!isObject(item)) continue;
    const inside = `${folder === '' ? '' : `${folder} / `}${nameOf(item)}`;
    if (Array.isArray(item.item)) {
      waiting.push(...[...item.item].reverse().map((child) => ({ item: child, folder: inside })));
    } else out.push({ item, folder });
  }
  return out;
}

function nameOf({ name }: JsonObject): string {
  return typeof name === 'string' ? name : '';
}

/** A description is a text, or an object that holds it. */
function descriptionOf(request: JsonValue | undefined): string {
  return isObject(request) ? textOf(request.description) : '';
}

function textOf(description: JsonValue | undefined): string {
  if (typeof description === 'string') return description;
  return isObject(description) && typeof description.content === 'string' ? description.content : '';
}

function scriptOf({ event }: JsonObject, listen: string): string {
  const found = listOf(event).find((entry) => isObject(entry) && entry.listen === listen);
  const exec = isObject(found) && isObject(found.script) ? found.script.exec : undefined;
  return typeof exec === 'string' ? exec : listOf(exec).map(String).join('\n');
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}
