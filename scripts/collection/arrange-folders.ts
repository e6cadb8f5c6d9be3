import { plainName } from '../contract/describe/plain-name';
import type { Contract, Operation } from '../contract/model';
import { contractIndex } from './life-cycles/contract-index';
import { orderOperations } from './life-cycles/order-operations';

/** Operations as people find them: by tag. */
export interface Folder {
  /** Undefined: operations without a tag stand beside the folders. */
  name: string | undefined;
  description: string;
  entries: { name: string; operation: Operation }[];
}

/**
 * A folder per tag in the contract's order, each operation once, under its first tag, in an order that works. The
 * login comes first of all: a run begins with it, and everything after it finds the jwt cached.
 */
export function arrangeFolders(contract: Contract): Folder[] {
  const declared = contract.tags.map((tag) => tag.name);
  const used = contract.operations.map((operation) => operation.tag).filter((tag) => tag !== undefined);
  const { ofTag } = contractIndex(contract);
  const names = [...new Set([...declared, ...used])].filter((name) => ofTag.has(name));
  const folders = [...names, undefined].map((name): Folder => {
    const operations = ofTag.get(name) ?? [];
    return {
      name,
      description: contract.tags.find((tag) => tag.name === name)?.description ?? '',
      entries: namedUniquely(orderOperations(operations, contract)),
    };
  });
  const isFirst = ({ entries }: Folder) =>
    entries.some(({ operation }) => operation.key === contract.login?.operation);
  return [...folders.filter(isFirst), ...folders.filter((folder) => !isFirst(folder))].filter(
    (folder) => folder.entries.length > 0,
  );
}

/** A name that several operations of a folder share gets method and path beside it, on each of them. */
function namedUniquely(operations: Operation[]): Folder['entries'] {
  const names = operations.map(readableName);
  return operations.map((operation, index) => {
    const name = names[index] ?? operation.key;
    const isShared = names.filter((other) => other === name).length > 1;
    return { name: isShared ? `${name} (${operation.key})` : name, operation };
  });
}

function readableName(operation: Operation): string {
  const summary = plainName(operation.summary.split('\n', 1)[0] ?? '');
  if (summary !== '') return summary;
  if (operation.operationId === undefined) return operation.key;
  const words = plainName(
    operation.operationId.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll(/[_\-.]+/g, ' '),
  ).toLowerCase();
  return words === '' ? operation.key : words.charAt(0).toUpperCase() + words.slice(1);
}
