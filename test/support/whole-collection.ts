import { buildCollection } from '../../scripts/collection/build-collection';
import type { Lazy } from '../../scripts/collection/files/print-collection';
import type { PostmanCollection, PostmanFolder, PostmanItem } from '../../scripts/collection/postman';
import type { ScriptFiles } from '../../scripts/collection/scripts/build-script';
import type { Contract } from '../../scripts/contract/model';

/** The collection of a contract as a value, all requests built. */
export function wholeCollection(contract: Contract, files: ScriptFiles): PostmanCollection {
  return whole<PostmanCollection>(buildCollection(contract, files));
}

function whole<Holder extends { item: unknown }>(holder: Lazy<Holder>): Holder {
  const item = Array.from(holder.item, (entry) => (isFolder(entry) ? whole<PostmanFolder>(entry) : entry));
  return { ...holder, item } as unknown as Holder;
}

function isFolder(entry: Lazy<PostmanFolder> | PostmanItem): entry is Lazy<PostmanFolder> {
  return 'item' in entry;
}
