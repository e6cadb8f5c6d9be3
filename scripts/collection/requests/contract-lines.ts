import type { Contract, Operation } from '../../contract/model';
import { contractIndex } from '../life-cycles/contract-index';

/**
 * The lines of a description that say what in the contract it is about: method, path and operationId, and how what
 * it creates is deleted. Runs read them, to tell what was tested and what was left behind.
 */
export function contractLines({ key, operationId }: Operation, contract: Contract): string {
  const name = operationId === undefined ? '' : ` (operationId \`${operationId}\`)`;
  const deleted = (contractIndex(contract).resources.get(key) ?? []).flatMap(({ id, deleter }) =>
    deleter === undefined ? [] : [`Deleted by: \`${deleter}\` (id at \`${id}\`)`],
  );
  return [`Contract: \`${key}\`${name}`, ...deleted].join('\n\n');
}
