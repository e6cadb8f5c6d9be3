import type { Contract, Operation } from '../../contract/model';
import { describeChoice } from './build-auth';
import { contractLines } from './contract-lines';

/** The contract's words about an operation, and what to look for in it. */
export function describeRequest(operation: Operation, contract: Contract): string {
  return [
    operation.deprecated ? 'Deprecated.' : '',
    operation.description.trim(),
    describeChoice(operation, contract),
    contractLines(operation, contract),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
