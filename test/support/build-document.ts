import type { PostmanCollection, PostmanFolder, PostmanItem } from '../../scripts/collection/postman';
import type { Profile } from '../../scripts/contract/profile/profile';
import { describeDocument } from './describe-document';
import { wholeCollection } from './whole-collection';

/** The collection of a document written as YAML in a test, with one line in place of each of our scripts. */
export function buildDocument(yaml: string, profile?: Profile): PostmanCollection {
  return wholeCollection(describeDocument(yaml, profile).contract, {
    preRequest: ['// before\n'],
    test: ['// after\n'],
  });
}

/** Every plain request of a collection, in order: those that stand at the top or in a folder of their tag. */
export function itemsOf(collection: PostmanCollection): PostmanItem[] {
  return collection.item
    .filter((entry) => !isAround(entry))
    .flatMap((entry) => (isFolder(entry) ? entry.item : [entry]))
    .filter((entry): entry is PostmanItem => !isFolder(entry));
}

/** What stands around the plain requests of a folder, by `Parcels/Before`; without a tag, by `Before`. */
export function aroundOf({ item }: PostmanCollection): Record<string, PostmanItem[]> {
  const folders = item.filter(isFolder);
  const inside = folders.flatMap((folder) =>
    folder.item.filter(isFolder).map((inner) => [`${folder.name}/${inner.name}`, inner] as const),
  );
  const named = [...folders.map((folder) => [folder.name, folder] as const), ...inside];
  return Object.fromEntries(
    named
      .filter(([, folder]) => isAround(folder))
      .map(([name, folder]) => [name, folder.item.filter((entry): entry is PostmanItem => !isFolder(entry))]),
  );
}

function isAround(entry: PostmanFolder | PostmanItem): boolean {
  return isFolder(entry) && ['Before', 'After'].includes(entry.name);
}

/** A collection without the folder of its probes, the only one with folders of operations inside. */
export function withoutProbes(collection: PostmanCollection): PostmanCollection {
  return { ...collection, item: collection.item.filter((entry) => !isOfProbes(entry)) };
}

function isOfProbes(entry: PostmanFolder | PostmanItem): boolean {
  return isFolder(entry) && entry.item.some((inner) => isFolder(inner) && !isAround(inner));
}

/** Every probe of the folder of the probes, in order, with the folder of its operation. */
export function probesOf({ item }: PostmanCollection): { folder: PostmanFolder; probe: PostmanItem }[] {
  const folders = item.filter(isOfProbes).filter(isFolder).flatMap(foldersBelow);
  return folders.flatMap((folder) =>
    folder.item.flatMap((probe) => (isFolder(probe) ? [] : [{ folder, probe }])),
  );
}

function foldersBelow({ item }: PostmanFolder): PostmanFolder[] {
  return item.filter(isFolder).flatMap((folder) => [folder, ...foldersBelow(folder)]);
}

export function isFolder(entry: PostmanFolder | PostmanItem): entry is PostmanFolder {
  return 'item' in entry;
}

/** The one request of a collection that is expected to have one. */
export function onlyItem(collection: PostmanCollection): PostmanItem {
  const items = itemsOf(collection);
  const [item] = items;
  if (item === undefined || items.length > 1) throw new Error(`expected one request, found ${items.length}`);
  return item;
}
