import type { Contract } from '../../contract/model';
import { freeName } from '../free-name';
import { planContract } from './plan-contract';

const NAME = 'Contract checks';

/** What the folder of the probes is called, so that no other is; undefined where there are no probes. */
export function probesFolderName(contract: Contract): string | undefined {
  const hasProbes = [...planContract(contract).probes.values()].some((probes) => probes.length > 0);
  if (!hasProbes) return undefined;
  const taken = contract.operations.map(({ tag }) => tag);
  return freeName(NAME, taken, 'probes');
}
