import type { Operation } from '../../contract/model';
import { PROBE_KINDS, type ProbeKind } from '../../contract/probe-kind';
import { leftOutOf, type PlannedProbe, type ProbePlan } from './planned-probe';

/** Kinds of which an operation may have one in many places. */
const IN_MANY_PLACES: ReadonlySet<ProbeKind> = new Set([
  'missing-parameter',
  'missing-field',
  'wrong-type',
  'not-in-enum',
  'out-of-bounds',
  'length',
  'pattern',
  'unknown-field',
  'on-limit',
]);

/**
 * One probe of each kind, in the most telling place: a limit that somebody chose before that of a format; what is
 * required before what is optional; the body before the query, the path, headers and cookies; the shallower field
 * before the deeper, and the body as a whole last; else the first in the document. What is not chosen is counted.
 */
export function chooseProbes(operation: Operation, probes: PlannedProbe[]): ProbePlan {
  const plan: ProbePlan = { probes: [], leftOut: [] };
  for (const kind of PROBE_KINDS) {
    const all = probes.filter((probe) => probe.kind === kind).sort(moreTelling);
    const chosen = IN_MANY_PLACES.has(kind) ? all.slice(0, 1) : all;
    plan.probes.push(...chosen);
    const count = all.length - chosen.length;
    const reason = 'one of each kind per operation is made, unless the profile asks for thorough probes';
    if (count > 0) plan.leftOut.push(leftOutOf(operation, kind, '', reason, count));
  }
  return plan;
}

/** Node's sort is stable: the document's order decides among equals. */
function moreTelling(one: PlannedProbe, other: PlannedProbe): number {
  const index = one.rank.findIndex((rank, place) => rank !== other.rank[place]);
  return index === -1 ? 0 : (one.rank[index] ?? 0) - (other.rank[index] ?? 0);
}
