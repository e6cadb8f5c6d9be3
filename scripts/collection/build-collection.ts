import {
  Collection,
  type CollectionDefinition,
  Item,
  type ItemDefinition,
  ItemGroup,
  type ItemGroupDefinition,
} from 'postman-collection';
import type { Contract } from '../contract/model';
import type { JsonValue } from '../spec/document';
import { boundNames } from './bound-names';
import { loginAuth } from './build-auth';
import { buildFolders } from './build-folders';
import { buildProbesFolder } from './build-probes-folder';
import { collectionEvents, type ScriptFiles } from './build-script';
import { buildSettings } from './build-settings';
import { buildVariables } from './build-variables';
import { usedVariables } from './life-cycles/used-variables';
import type { PostmanCollection, PostmanFolder, PostmanItem } from './postman';
import { stableId } from './stable-id';
import { tidyCollection } from './tidy-collection';

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** The whole collection, format v2.1.0. The same contract and scripts give the same value. */
export function buildCollection(contract: Contract, files: ScriptFiles): PostmanCollection {
  const { slug } = contract;
  const auth = loginAuth(contract);
  const variable = buildVariables(contract);
  const item = buildFolders(contract);
  const probes = buildProbesFolder(contract);
  const collection: PostmanCollection = {
    info: {
      _postman_id: stableId(slug),
      name: contract.name,
      description: describe(contract),
      schema: SCHEMA,
    },
    item: boundNames(probes === undefined ? item : [...item, probes]),
    ...(auth === undefined ? {} : { auth }),
    event: collectionEvents(buildSettings(contract), files, slug),
    // A redirect to a sign-in page must be seen as what it is, not as the page it leads to.
    protocolProfileBehavior: { followRedirects: false },
    ...(variable.length > 0 ? { variable } : {}),
  };
  return throughPostman(collection);
}

function describe(contract: Contract): string {
  const how =
    contract.login === undefined
      ? 'Select an environment, fill in its secrets, and send a request.'
      : 'Select an environment, paste your `apiKey` into it, and send a request: the jwt is fetched, kept and renewed for you.';
  const cycles =
    usedVariables(contract).length === 0
      ? ''
      : 'A name in double braces, such as `{{NAME}}`, stands for what another answer gives, or what you set: the variables of the collection say which. Each folder works from top to bottom, and deletes what it made.';
  const title = `${contract.name}${contract.version === '' ? '' : `, version ${contract.version}`}.`;
  return [title, how, cycles, contract.description.trim()].filter((part) => part !== '').join('\n\n');
}

/**
 * Through Postman's own library and back: what it cannot read, or would add, never reaches a file. Item by item,
 * since the library's own objects take many times the room of what is in them.
 */
function throughPostman(collection: PostmanCollection): PostmanCollection {
  // The library keeps `_postman_id` as a stray key; it takes `id` and writes `_postman_id`.
  const { _postman_id: id, ...info } = collection.info;
  const definition = { ...collection, info: { ...info, id }, item: [] };
  const read = new Collection(definition as unknown as CollectionDefinition).toJSON();
  return { ...tidied<PostmanCollection>(read), item: collection.item.map(itemThroughPostman) };
}

function itemThroughPostman(item: PostmanFolder | PostmanItem): PostmanFolder | PostmanItem {
  if (!('item' in item)) return tidied(new Item(item as unknown as ItemDefinition).toJSON());
  const definition = { ...item, item: [] };
  const read = new ItemGroup(definition as unknown as ItemGroupDefinition).toJSON();
  return { ...tidied<PostmanFolder>(read), item: item.item.map(itemThroughPostman) };
}

function tidied<T>(read: object): T {
  return tidyCollection(read as unknown as JsonValue) as unknown as T;
}
