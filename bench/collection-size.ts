/** Sizes of a collection in bytes. */
export interface CollectionSize {
  /** The file as it was written. */
  file: number;
  /** The same value without indentation. */
  compact: number;
  /** Without the folder `Contract checks` too, which the peers have nothing like. */
  compactPlain: number;
  /** Requests outside that folder. */
  requests: number;
}

interface Item {
  name?: string;
  item?: Item[];
}

const PROBES = /^Contract checks/;

export function collectionSize(text: string): CollectionSize {
  const read: Item & { collection?: Item } = JSON.parse(text);
  const collection = read.collection ?? read;
  const item = (collection.item ?? []).filter(({ name = '' }) => !PROBES.test(name));
  return {
    file: Buffer.byteLength(text),
    compact: Buffer.byteLength(JSON.stringify(collection)),
    compactPlain: Buffer.byteLength(JSON.stringify({ ...collection, item })),
    requests: countRequests(item),
  };
}

function countRequests(items: Item[]): number {
  return items.reduce((sum, { item }) => sum + (item === undefined ? 1 : countRequests(item)), 0);
}
