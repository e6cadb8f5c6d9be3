import type { RequestRecord } from '../run-record';
import { sortRun } from '../sort-run';
import type { ProbeCoverage, ProbeOutcome } from './coverage';

/** What became of a probe. */
export function probeCoverage(request: RequestRecord, kind: string, place: string): ProbeCoverage {
  const { outcome, reason } = outcomeOf(request);
  return { kind, place, outcome, status: request.attempts.at(-1)?.status, reason };
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
