import type { Contract } from '../../contract/model';
import type { LeftOut } from '../../contract/probe-kind';
import { planProbes } from './plan-probes';
import type { PlannedProbe } from './planned-probe';

/** The probes of a whole contract. */
export interface ContractPlan {
  /** By the key of the operation; empty lists too. */
  probes: Map<string, PlannedProbe[]>;
  leftOut: LeftOut[];
}

const plans = new WeakMap<Contract, ContractPlan>();

/** Plans every operation, once per contract: a large one takes a second. */
export function planContract(contract: Contract): ContractPlan {
  const known = plans.get(contract);
  if (known !== undefined) return known;
  const plan: ContractPlan = { probes: new Map(), leftOut: [] };
  for (const operation of contract.operations) {
    const { probes, leftOut } = planProbes(operation, contract);
    plan.probes.set(operation.key, probes);
    plan.leftOut.push(...leftOut);
  }
  plans.set(contract, plan);
  return plan;
}
