import type { Contract } from '../../contract/model';
import { planContract } from './plan-contract';
import type { LeftOut } from './planned-probe';

/** Every probe of a contract that is not made, with the reason. */
export function leftOutProbes(contract: Contract): LeftOut[] {
  return planContract(contract).leftOut;
}
