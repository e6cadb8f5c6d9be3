import type { Lazy } from './files/print-collection';
import type { PostmanFolder, PostmanItem } from './postman';

/** Postman keeps each request and each saved answer in a file of its name: 255 bytes with the ending, at most. */
const MOST_BYTES = 200;

type Entry = Lazy<PostmanFolder> | PostmanItem;

/** The same folders, requests and saved answers; a name that no file could have is cut, and stays the only one. */
export function* boundNames(entries: Iterable<Entry>): Generator<Entry> {
  for (const entry of entries) {
    if ('item' in entry) {
      const { item } = entry;
      yield { ...bounded(entry), item: { [Symbol.iterator]: () => boundNames(item) } };
    } else yield { ...bounded(entry), response: entry.response.map(bounded) };
  }
}

/** The beginning of the id tells what is cut from its neighbours, whatever these are called. */
function bounded<T extends { id: string; name: string }>(entry: T): T {
  const name = shortened(entry.name);
  return name === entry.name ? entry : { ...entry, name: `${name} (${entry.id.slice(0, 8)})` };
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= MOST_BYTES) return name;
  let kept = '';
  for (const character of name) {
    if (Buffer.byteLength(kept + character) > MOST_BYTES) break;
    kept += character;
  }
  // At a word, unless that takes most of it away.
  const end = kept.lastIndexOf(' ');
  return `${end > kept.length / 2 ? kept.slice(0, end) : kept}…`;
}
