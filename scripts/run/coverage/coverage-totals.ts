import type { CoverageTotals, OperationCoverage, PlaceCoverage, ProbeOutcome, Share } from './coverage';

export function coverageTotals(operations: OperationCoverage[]): CoverageTotals {
  const probes = operations.flatMap((operation) => operation.probes);
  const count = (outcome: ProbeOutcome) => probes.filter((probe) => probe.outcome === outcome).length;
  return {
    operations: shareOf(operations, hadSuccess),
    statuses: shareOf(
      operations.flatMap(({ statuses }) => statuses),
      ({ seen }) => seen,
    ),
    parameters: shareOf(
      operations.flatMap(({ parameters }) => parameters),
      isExercised,
    ),
    fields: shareOf(
      operations.flatMap(({ fields }) => fields),
      isExercised,
    ),
    probes: {
      ...shareOf(probes, ({ outcome }) => outcome === 'as expected'),
      finding: count('finding'),
      deviation: count('deviation'),
      broken: count('broken'),
      'not tested': count('not tested'),
      'not sent': count('not sent'),
      leftOut: sumOf(operations.flatMap(({ leftOut }) => leftOut)),
    },
  };
}

/** A parameter or a field had a value on the wire, be it a good or a bad one. */
export function isExercised({ sent, probed }: PlaceCoverage): boolean {
  return sent || probed.length > 0;
}

export function sumOf(parts: { count: number }[]): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}

export function shareOf<T>(all: T[], isCovered: (each: T) => boolean): Share {
  return { covered: all.filter(isCovered).length, all: all.length };
}

function hadSuccess({ call }: OperationCoverage): boolean {
  return call.state === 'answered' && call.status < 400;
}
