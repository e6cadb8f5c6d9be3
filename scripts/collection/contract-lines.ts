import type { Contract, Operation } from '../contract/model';

/**
 * The lines of a description that say what in the contract it is about: method, path and operationId, and how what
 * it creates is deleted. Runs read them, to tell what was tested and what was left behind.
 */
export function contractLines({ key, operationId }: Operation, { lifeCycles }: Contract): string {
  const name = operationId === undefined ? '' : ` (operationId \`${operationId}\`)`;
  const deleted = lifeCycles.resources.flatMap(({ maker, id, deleter }) =>
    maker === key && deleter !== undefined ? [`Deleted by: \`${deleter}\` (id at \`${id}\`)`] : [],
  );
  return [`Contract: \`${key}\`${name}`, ...deleted].join('\n\n');
}
