import type { Contract, Operation } from '../contract/model';
import { arrangeFolders, type Folder } from './arrange-folders';
import { buildChecks } from './build-checks';
import { buildItem } from './build-item';
import { buildRequest } from './build-request';
import { checkEvent } from './build-script';
import { describeFields } from './describe-fields';
import { buildAfter } from './life-cycles/build-after';
import { buildBefore } from './life-cycles/build-before';
import { type CyclePlace, planCycle } from './life-cycles/plan-cycle';
import type { PostmanFolder, PostmanItem } from './postman';
import { savedAnswers } from './saved-answers';
import { stableId } from './stable-id';

/** The plain requests in the folders of their tags, each with what it needs before and after. */
export function buildFolders(contract: Contract): (PostmanFolder | PostmanItem)[] {
  const folders = arrangeFolders(contract);
  const names = new Map(
    folders.flatMap(({ entries }) => entries).map(({ operation, name }) => [operation.key, name]),
  );
  return folders.flatMap((folder): (PostmanFolder | PostmanItem)[] => {
    const { name, description, entries } = folder;
    const place = { folder: name ?? '', names, taken: namesBeside(folder, folders) };
    const items = withCycle(entries, place, contract);
    if (name === undefined) return items;
    return [
      {
        id: stableId(contract.slug, 'folder', name),
        name,
        ...(description === '' ? {} : { description }),
        item: items,
      },
    ];
  });
}

/** Operations without a tag stand beside the folders. */
function namesBeside({ name, entries }: Folder, folders: readonly Folder[]): string[] {
  const beside = name === undefined ? folders.flatMap((folder) => folder.name ?? []) : [];
  return [...beside, ...entries.map((entry) => entry.name)];
}

function withCycle(
  entries: Folder['entries'],
  place: CyclePlace,
  contract: Contract,
): (PostmanFolder | PostmanItem)[] {
  const cycle = planCycle(
    entries.map(({ operation }) => operation),
    contract,
  );
  const before = buildBefore(cycle, place, contract);
  const after = buildAfter(cycle, place, contract);
  return [
    ...(before === undefined ? [] : [before]),
    ...entries.map(({ name, operation }) => plainItem(name, operation, contract)),
    ...(after === undefined ? [] : [after]),
  ];
}

function plainItem(name: string, operation: Operation, contract: Contract): PostmanItem {
  const { slug } = contract;
  const request = buildRequest(describeFields(operation, contract), contract);
  return buildItem({
    id: stableId(slug, operation.key),
    name,
    request,
    response: savedAnswers(operation, request, contract),
    event: checkEvent(buildChecks(operation, contract), [slug, operation.key]),
  });
}
