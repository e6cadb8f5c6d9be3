import type { JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { type Problem, ProblemError } from '../../spec/problem';

interface Found {
  /** The indices that lead to it, `2/0/1`. */
  place: string;
  name: string;
  id: string | undefined;
  /** Names of the folders it stands in, outermost first. */
  folder: string[];
  isFolder: boolean;
  /** It is, or stands in, what a folder does before and after its own requests. */
  isAround: boolean;
}

/** Names of the folders, inside of others, that make what those need, and delete it again. */
const around = new Set(['Before', 'After']);

/**
 * The folders and requests of a collection with these names or ids, all that have the same name: by the indices
 * that lead to them, `2/0/1`. What stands in `Before` and `After` repeats requests of other folders, so it is chosen
 * by a name only where nothing else has that name.
 *
 * @throws ProblemError USAGE for a name that nothing has, and for one that stands for the inside of several folders
 */
export function chooseItems(items: JsonValue, wanted: readonly string[]): Set<string> {
  const all = found(items, { folder: [], place: [], isAround: false });
  const problems: Problem[] = [];
  const places = wanted.flatMap((name) => {
    const named = all.filter((item) => item.name === name || item.id === name);
    const own = named.filter((item) => !item.isAround || item.id === name);
    const chosen = own.length > 0 ? own : named;
    if (chosen.length === 0) problems.push(unknown(name, all));
    if (own.length === 0 && named.length > 1) problems.push(ambiguous(name, named));
    return chosen.map(({ place }) => place);
  });
  if (problems.length > 0) throw new ProblemError(...problems);
  return new Set(places);
}

function found(items: JsonValue, outer: { folder: string[]; place: number[]; isAround: boolean }): Found[] {
  return (Array.isArray(items) ? items : []).flatMap((item, index): Found[] => {
    if (!isObject(item)) return [];
    const name = typeof item.name === 'string' ? item.name : '';
    const id = typeof item.id === 'string' ? item.id : undefined;
    const isFolder = Array.isArray(item.item);
    const isAround = outer.isAround || (isFolder && outer.folder.length > 0 && around.has(name));
    const place = [...outer.place, index];
    const self = { place: place.join('/'), name, id, folder: outer.folder, isFolder, isAround };
    return [self, ...found(item.item ?? [], { folder: [...outer.folder, name], place, isAround })];
  });
}

function unknown(name: string, all: Found[]): Problem {
  const folders = all.filter(({ isFolder, folder }) => isFolder && folder.length === 0);
  const known = quoted(folders.map((each) => each.name));
  return {
    code: 'USAGE',
    severity: 'error',
    message: `the collection has no folder "${name}"`,
    expected: known === '' ? 'no --folder, as the collection has no folders' : `one of ${known}`,
  };
}

function ambiguous(name: string, named: Found[]): Problem {
  return {
    code: 'USAGE',
    severity: 'error',
    message: `"${name}" stands inside of several folders`,
    expected: `one of the folders around it: ${quoted(named.map(({ folder }) => folder[0] ?? ''))}`,
  };
}

function quoted(names: string[]): string {
  return [...new Set(names)].map((name) => `"${name}"`).join(', ');
}
