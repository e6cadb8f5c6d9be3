import type { Contract } from '../../contract/model';
import type { LeftOut } from '../../contract/probe-kind';
import { planContract } from './plan-contract';

/** Every probe of a contract that is not made, with the reason. */
export function leftOutProbes(contract: Contract): LeftOut[] {
  return planContract(contract).leftOut;
}
