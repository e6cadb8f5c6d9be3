import type { Probed, RequestRecord } from '../run-record';
import { sortRun } from '../verdict/sort-run';
import type { ProbeCoverage, ProbeOutcome } from './coverage';

/** From what is worth most to know to what is worth least. */
const order: ProbeOutcome[] = ['broken', 'not tested', 'finding', 'deviation', 'as expected', 'not sent'];

/**
 * What became of a probe.
 * @param rows the same request for each row of data, one if there are none
 */
export function probeCoverage(rows: readonly RequestRecord[], { kind, place }: Probed): ProbeCoverage {
  const [worst] = rows
    .map((request) => ({ ...outcomeOf(request), status: request.attempts.at(-1)?.status }))
    .sort((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome));
  const { outcome, reason, status } = worst ?? {
    outcome: 'not sent',
    reason: 'never reached',
    status: undefined,
  };
  return { kind, place, outcome, status, reason };
}

function outcomeOf(request: RequestRecord): { outcome: ProbeOutcome; reason: string } {
  const { broken, troubles, findings, deviations, skips } = sortRun({
    collection: '',
    environment: '',
    requests: [request],
  });
  const [breach] = broken;
  const [finding] = findings;
  const [trouble] = troubles;
  const [skip] = skips;
  const deviation = deviations.find(({ state }) => state !== 'gone');
  if (breach !== undefined) {
    return { outcome: 'broken', reason: [breach.reason, breach.message ?? ''].filter(Boolean).join(': ') };
  }
  if (trouble !== undefined) {
    const reason = [trouble.reason, trouble.message ?? ''].filter(Boolean).join(': ');
    return { outcome: request.attempts.at(-1)?.sent === true ? 'not tested' : 'not sent', reason };
  }
  if (finding !== undefined) return { outcome: 'finding', reason: finding.reason };
  if (deviation !== undefined) {
    return { outcome: 'deviation', reason: `${deviation.check}: ${deviation.reason}` };
  }
  if (skip !== undefined) {
    return {
      outcome: request.attempts.at(-1)?.sent === true ? 'not tested' : 'not sent',
      reason: skip.reason,
    };
  }
  return { outcome: 'as expected', reason: '' };
}
