import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import type { RequestRecord, Tested } from '../run-record';
import { chooseItems } from './choose-items';
import { readTested } from './read-tested';

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
  /** Leave those probes out that are the same for each row of data: all but those that use what was deleted. */
  forRows?: boolean;
}

/**
 * The requests of the folders (or requests) with these names or ids; of the whole collection when none is given.
 * The others are cut out rather than left to newman, which runs nothing at all for a name it does not know,
 * and only one of two folders with the same name.
 *
 * @throws ProblemError USAGE
 */
export function selectRequests(
  collection: JsonObject,
  wanted: readonly string[],
  { noProbes = false, forRows = false }: SelectionOptions = {},
): Selection {
  const chosen = chooseItems(collection.item ?? [], wanted);
  const requests: SelectedRequest[] = [];
  const item = select(collection.item ?? [], { folder: [], place: [], id: '', inside: wanted.length === 0 });
  return { collection: { ...collection, item }, requests };

  function select(items: JsonValue, outer: Outer): JsonValue[] {
    const selected: JsonValue[] = [];
    for (const [index, item] of asArray(items).entries()) {
      if (!isObject(item)) continue;
      const name = typeof item.name === 'string' ? item.name : '';
      const id = typeof item.id === 'string' ? item.id : `${outer.id}/${index}`;
      const place = [...outer.place, index];
      const inside = outer.inside || chosen.has(place.join('/'));
      // the operation of a folder is that of the probes in it
      const tests = readTested(item, outer.tests);
      if (Array.isArray(item.item)) {
        const folder = [...outer.folder, name];
        const kept = select(item.item, {
          folder,
          place,
          id,
          inside,
          ...(tests === undefined ? {} : { tests }),
        });
        if (kept.length > 0) selected.push({ ...item, id, item: kept });
      } else if (inside && item.request !== undefined && isTaken(tests?.probe?.kind)) {
        selected.push({ ...item, id });
        const operation = operationOf(item.request);
        const { folder } = outer;
        requests.push({ id, name, folder, operation, ...(tests === undefined ? {} : { tests }) });
      }
    }
    return selected;
  }

  function isTaken(probe: string | undefined): boolean {
    if (probe === undefined) return true;
    return !noProbes && (!forRows || probe === 'after-deletion');
  }
}

/** What stands around an item. */
interface Outer {
  folder: string[];
  place: number[];
  id: string;
  inside: boolean;
  tests?: Tested;
}

/** Method and path template of a request, which may be a bare url. */
function operationOf(request: JsonValue): string {
  if (typeof request === 'string') return `GET ${pathOf(request)}`;
  if (!isObject(request)) return 'GET /';
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
