import type { PostmanFolder, PostmanItem } from './postman';

/** Postman keeps each request and each saved answer in a file of its name: 255 bytes with the ending, at most. */
const MOST_BYTES = 200;

/** The same folders, requests and saved answers; a name that no file could have is cut, and differs from its neighbours. */
export function boundNames(
  entries: readonly (PostmanFolder | PostmanItem)[],
): (PostmanFolder | PostmanItem)[] {
  return bounded(entries).map((entry) =>
    'item' in entry
      ? { ...entry, item: boundNames(entry.item) }
      : { ...entry, response: bounded(entry.response) },
  );
}

function bounded<T extends { id: string; name: string }>(siblings: readonly T[]): T[] {
  const names = siblings.map(({ name }) => shortened(name));
  return siblings.map((sibling, index) => {
    const name = names[index] ?? '';
    if (name === sibling.name) return sibling;
    const isShared = names.some((other, at) => at !== index && other === name);
    return { ...sibling, name: isShared ? `${name} (${sibling.id.slice(0, 8)})` : name };
  });
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
