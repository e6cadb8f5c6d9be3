import type { Contract } from '../../contract/model';
import { planContract } from './plan-contract';

/** How many probes a contract has, and how many it could have besides. */
export interface ProbeSummary {
  made: number;
  /** By reason, the most frequent first; where a reason names a place, without it. */
  leftOut: { reason: string; count: number }[];
}

export function summarizeProbes(contract: Contract): ProbeSummary {
  const { probes, leftOut } = planContract(contract);
  const counts = new Map<string, number>();
  for (const { reason, count } of leftOut) {
    const [general = reason] = reason.split(': ');
    counts.set(general, (counts.get(general) ?? 0) + count);
  }
  return {
    made: [...probes.values()].flat().length,
    leftOut: [...counts]
      .map(([reason, count]) => ({ reason, count }))
      .sort((one, other) => other.count - one.count),
  };
}
