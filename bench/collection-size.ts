/** Sizes of a collection in bytes. */
export interface CollectionSize {
  /** The file as it was written. */
  file: number;
  /** The same value without indentation. */
  compact: number;
  /** Without the folder `Contract checks` too, which the peers have nothing like. */
  compactPlain: number;
  /** Of that, the scripts of the collection itself. */
  scripts: number;
  /** Of that, the folders Before and After. */
  around: number;
  /** Requests outside that folder. */
  requests: number;
}

interface Item {
  name?: string;
  item?: Item[];
  event?: unknown[];
}

const PROBES = /^Contract checks/;
const AROUND = /^(Before|After)\b/;

export function collectionSize(text: string): CollectionSize {
  const read: Item & { collection?: Item } = JSON.parse(text);
  const collection = read.collection ?? read;
  const item = (collection.item ?? []).filter(({ name = '' }) => !PROBES.test(name));
  return {
    file: Buffer.byteLength(text),
    compact: Buffer.byteLength(JSON.stringify(collection)),
    compactPlain: Buffer.byteLength(JSON.stringify({ ...collection, item })),
    scripts: Buffer.byteLength(JSON.stringify(collection.event ?? [])),
    around: sizeAround(item),
    requests: countRequests(item),
  };
}

function sizeAround(items: Item[]): number {
  return items.reduce((sum, entry) => {
    if (entry.item === undefined) return sum;
    const isAround = AROUND.test(entry.name ?? '');
    return sum + (isAround ? Buffer.byteLength(JSON.stringify(entry)) : sizeAround(entry.item));
  }, 0);
}

function countRequests(items: Item[]): number {
  return items.reduce((sum, { item }) => sum + (item === undefined ? 1 : countRequests(item)), 0);
}
