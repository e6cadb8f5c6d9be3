import type { JsonObject, JsonValue } from '../spec/document';
import { ProblemError } from '../spec/problem';
import { readTested } from './read-tested';
import type { RequestRecord } from './run-record';

export type SelectedRequest = Omit<RequestRecord, 'attempts'>;

export interface Selection {
  /** The collection with nothing but the selected requests and the folders around them. */
  collection: JsonObject;
  /** In the order in which newman runs them. */
  requests: SelectedRequest[];
}

export interface SelectionOptions {
  /** Leave the probes out. */
  noProbes?: boolean;
}

/**
 * The requests of the folders (or requests) with these names or ids; of the whole collection when none is given.
 * The others are cut out rather than left to newman, which runs nothing at all for a name it does not know,
 * and only one of two folders with the same name.
 */
export function selectRequests(
  collection: JsonObject,
  wanted: readonly string[],
  { noProbes = false }: SelectionOptions = {},
): Selection {
  const found = new Set<string>();
  const requests: SelectedRequest[] = [];

  /** The operation of a folder is that of the probes in it. */
  function select(
    items: JsonValue,
    folder: string[],
    place: string,
    inside: boolean,
    outer?: string,
  ): JsonValue[] {
    const selected: JsonValue[] = [];
    for (const [index, item] of asArray(items).entries()) {
      if (!isObject(item)) continue;
      const name = typeof item.name === 'string' ? item.name : '';
      const id = typeof item.id === 'string' ? item.id : `${place}/${index}`;
      const names = wanted.filter((each) => each === name || each === id);
      for (const each of names) found.add(each);
      const chosen = inside || names.length > 0;
      const tests = readTested(item, outer);
      if (Array.isArray(item.item)) {
        const kept = select(item.item, [...folder, name], id, chosen, tests?.operation);
        if (kept.length > 0) selected.push({ ...item, id, item: kept });
      } else if (chosen && item.request !== undefined && !(noProbes && tests?.probe !== undefined)) {
        selected.push({ ...item, id });
        const operation = operationOf(item.request);
        requests.push({ id, name, folder, operation, ...(tests === undefined ? {} : { tests }) });
      }
    }
    return selected;
  }

  const item = select(collection.item ?? [], [], '', wanted.length === 0);
  const unknown = wanted.filter((name) => !found.has(name));
  if (unknown.length > 0) throw unknownFolders(unknown, collection);
  return { collection: { ...collection, item }, requests };
}

function unknownFolders(unknown: string[], collection: JsonObject): ProblemError {
  const folders = asArray(collection.item)
    .filter(isObject)
    .filter((item) => Array.isArray(item.item));
  const known = [...new Set(folders.map((item) => `"${item.name}"`))];
  return new ProblemError(
    ...unknown.map((name) => ({
      code: 'USAGE' as const,
      severity: 'error' as const,
      message: `the collection has no folder "${name}"`,
      expected:
        known.length === 0 ? 'no --folder, as the collection has no folders' : `one of ${known.join(', ')}`,
    })),
  );
}

/** Method and path template of a request, which may be a bare url. */
function operationOf(request: JsonValue): string {
  if (typeof request === 'string') return `GET ${pathOf(request)}`;
  if (!isObject(request)) return '';
  const method = typeof request.method === 'string' ? request.method.toUpperCase() : 'GET';
  return `${method} ${pathOf(request.url)}`;
}

function pathOf(url: JsonValue | undefined): string {
  if (isObject(url) && Array.isArray(url.path)) return `/${url.path.join('/')}`;
  const raw = isObject(url) ? url.raw : url;
  if (typeof raw !== 'string') return '/';
  const path = raw.replace(/^(?:\{\{[^}]*\}\}|\w+:\/\/[^/?#]*)/, '').replace(/[?#].*$/s, '');
  return path.startsWith('/') ? path : `/${path}`;
}

function asArray(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
