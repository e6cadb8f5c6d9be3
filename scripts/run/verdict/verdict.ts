import { counted } from '../../spec/counted';
import { oneLine } from '../reports/one-line';
import { placeOf, summaryLines, textOf } from '../reports/summary-lines';
import type { RunRecord } from '../run-record';
import { type SortedRun, type Strictness, sortRun } from './sort-run';

export interface Verdict {
  /** 0: the contract was kept; 1: it was broken; 2: it could not be tested, or not all of it. */
  exitCode: 0 | 1 | 2;
  /** A summary of a few lines. The last one says kept, broken or not tested, and why. */
  lines: string[];
}

/** Findings and known deviations are shown and counted; they make no run red, unless it is a strict one. */
export function verdictOf(record: RunRecord, strictness: Strictness = {}): Verdict {
  const sorted = sortRun(record, strictness);
  const { exitCode, reason } = conclude(record.interrupted, sorted);
  const { left } = sorted.counts;
  const bailed = left === 0 ? '' : `; stopped there (--bail), ${counted(left, 'request')} not sent`;
  return { exitCode, lines: [...summaryLines(sorted), reason + bailed] };
}

function conclude(
  interrupted: string | undefined,
  sorted: SortedRun,
): { exitCode: Verdict['exitCode']; reason: string } {
  const { counts, broken, troubles } = sorted;
  const failures = counted(counts.failed, 'check');
  const [firstBroken] = broken;
  const [trouble] = troubles;

  if (interrupted !== undefined) {
    const ended = `${counts.sent + counts.skipped} of ${counted(counts.selected, 'request')}`;
    const soFar = counts.failed === 0 ? '' : `; ${failures} had failed so far`;
    return { exitCode: 2, reason: `Not tested: stopped by ${interrupted} after ${ended}${soFar}` };
  }
  if (firstBroken !== undefined) {
    const untested = new Set(troubles.map(({ request }) => request)).size;
    const others = untested === 0 ? '' : `; ${counted(untested, 'request')} could not be tested`;
    const first = `${placeOf(firstBroken)}: ${oneLine(firstBroken.reason)}`;
    return { exitCode: 1, reason: `Broken: ${failures} failed, first ${first}${others}` };
  }
  if (trouble !== undefined) {
    const more = troubles.length === 1 ? '' : ` (and ${troubles.length - 1} more)`;
    return { exitCode: 2, reason: `Not tested: ${textOf(trouble, placeOf(trouble))}${more}` };
  }
  if (counts.selected === 0) return { exitCode: 2, reason: 'Not tested: no request was selected' };
  if (counts.sent - counts.unchecked === 0) {
    const why = counts.sent === 0 ? 'every request was skipped' : 'no answer was checked';
    return { exitCode: 2, reason: `Not tested: ${why}` };
  }
  return { exitCode: 0, reason: keptReason(sorted) };
}

function keptReason({ counts, findings, deviations, again }: SortedRun): string {
  const kept = `${counted(counts.passed, 'check')} passed on ${counted(counts.sent, 'request')}`;
  const known = deviations.filter(({ state }) => state !== 'gone').length;
  const others = [
    ...(findings.length === 0 ? [] : [counted(findings.length, 'finding')]),
    ...(known === 0 ? [] : [counted(known, 'known deviation')]),
    ...(again.length === 0
      ? []
      : [`${counted(new Set(again.map(({ request }) => request)).size, 'request')} sent again`]),
    ...(counts.skipped === 0 ? [] : [`${counted(counts.skipped, 'request')} skipped`]),
  ];
  return `Kept: ${[kept, ...others].join('; ')}`;
}
