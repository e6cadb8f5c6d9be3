import { buildCollection } from '../../scripts/collection/build-collection';
import type { PostmanCollection, PostmanFolder, PostmanItem } from '../../scripts/collection/postman';
import type { Profile } from '../../scripts/contract/profile';
import { describeDocument } from './describe-document';

/** The collection of a document written as YAML in a test, with one line in place of each of our scripts. */
export function buildDocument(yaml: string, profile?: Profile): PostmanCollection {
  return buildCollection(describeDocument(yaml, profile).contract, {
    preRequest: ['// before\n'],
    test: ['// after\n'],
  });
}

/** Every request of a collection, in order. */
export function itemsOf(collection: PostmanCollection): PostmanItem[] {
  return collection.item.flatMap((entry) => (isFolder(entry) ? entry.item : [entry]));
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
