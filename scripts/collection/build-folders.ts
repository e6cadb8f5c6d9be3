import type { Contract, Operation } from '../contract/model';
import { buildChecks } from './answers/build-checks';
import { savedAnswers } from './answers/saved-answers';
import { arrangeFolders, type Folder } from './arrange-folders';
import { buildItem } from './build-item';
import type { Lazy } from './files/print-collection';
import { buildAfter } from './life-cycles/build-after';
import { buildBefore } from './life-cycles/build-before';
import { type CyclePlace, planCycle } from './life-cycles/plan-cycle';
import type { PostmanFolder, PostmanItem } from './postman';
import { buildRequest } from './requests/build-request';
import { describeFields } from './requests/describe-fields';
import { describeRequest } from './requests/describe-request';
import { checkEvent } from './scripts/build-script';
import { stableId } from './stable-id';

/** The plain requests in the folders of their tags, each with what it needs before and after. */
export function* buildFolders(contract: Contract): Generator<Lazy<PostmanFolder> | PostmanItem> {
  const folders = arrangeFolders(contract);
  const names = new Map(
    folders.flatMap(({ entries }) => entries).map(({ operation, name }) => [operation.key, name]),
  );
  for (const folder of folders) {
    const { name, description, entries } = folder;
    const place = { folder: name ?? '', names, taken: namesBeside(folder, folders) };
    const item = { [Symbol.iterator]: () => withCycle(entries, place, contract) };
    if (name === undefined) yield* item;
    else {
      const said = description === '' ? {} : { description };
      yield { id: stableId(contract.slug, 'folder', name), name, ...said, item };
    }
  }
}

/** Operations without a tag stand beside the folders. */
function namesBeside({ name, entries }: Folder, folders: readonly Folder[]): string[] {
  const beside = name === undefined ? folders.flatMap((folder) => folder.name ?? []) : [];
  return [...beside, ...entries.map((entry) => entry.name)];
}

function* withCycle(
  entries: Folder['entries'],
  place: CyclePlace,
  contract: Contract,
): Generator<PostmanFolder | PostmanItem> {
  const cycle = planCycle(
    entries.map(({ operation }) => operation),
    contract,
  );
  const before = buildBefore(cycle, place, contract);
  const after = buildAfter(cycle, place, contract);
  if (before !== undefined) yield before;
  for (const { name, operation } of entries) yield plainItem(name, operation, contract);
  if (after !== undefined) yield after;
}

function plainItem(name: string, operation: Operation, contract: Contract): PostmanItem {
  const { slug } = contract;
  const described = describeFields(operation, contract);
  const request = buildRequest(described, contract);
  return buildItem({
    id: stableId(slug, operation.key),
    name,
    request: { ...request, description: describeRequest(described, contract) },
    response: savedAnswers(operation, request, contract),
    event: checkEvent(buildChecks(operation, contract)),
  });
}
