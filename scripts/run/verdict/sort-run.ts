import type { Attempt, RequestRecord, RunRecord } from '../run-record';
import { type Deviation, gatherDeviations } from './gather-deviations';
import {
  isSilent,
  type Remark,
  skippedReasons,
  sortAttempt,
  wasJudged,
  wasMended,
  whyAgain,
} from './sort-attempt';

/** Something that a person should know about a request, or about the run as a whole. */
export interface Note extends Remark {
  /** Undefined for what concerns the run as a whole. */
  request?: RequestRecord;
}

export interface SortedRun {
  counts: {
    selected: number;
    /** Of data, for each of which the requests were sent. */
    rows: number;
    sent: number;
    skipped: number;
    /** Not sent, as the run was to stop after the first failure. */
    left: number;
    /** Sent, but no check said anything of its answer. */
    unchecked: number;
    passed: number;
    failed: number;
  };
  /** Checks of answers that failed; in a strict run also what would be a finding. */
  broken: Note[];
  /** Why requests could not be tested, though nothing forbade it. */
  troubles: Note[];
  /** What servers accept though they could refuse it; breaks no contract. */
  findings: Note[];
  /** Known deviations, one for each check of an operation. */
  deviations: Deviation[];
  /** Requests that were sent again, as the host was not ready or the jwt no longer good; one for each time. */
  again: Note[];
  /** Requests that were left out on purpose, or as a consequence of a trouble. */
  skips: Note[];
}

export interface Strictness {
  /** Findings break the contract. */
  strict?: boolean;
}

/** Sorts what happened in a run into what breaks the contract, what kept it from being tested, and what was left out. */
export function sortRun(record: RunRecord, { strict = false }: Strictness = {}): SortedRun {
  const broken: Note[] = [];
  const troubles: Note[] = [];
  const findings: Note[] = [];
  const skips: Note[] = [];
  const again: Note[] = [];
  const counts = {
    selected: record.requests.length,
    rows: record.rows?.length ?? 1,
    sent: 0,
    skipped: 0,
    left: 0,
    unchecked: 0,
    passed: 0,
    failed: 0,
  };

  if (record.error !== undefined) troubles.push({ reason: record.error });
  for (const request of record.requests) {
    const noted = (remarks: Remark[]) => remarks.map((remark): Note => ({ request, ...remark }));
    for (const attempt of judgedAttempts(request)) {
      const sorted = sortAttempt(attempt);
      broken.push(...noted(sorted.broken));
      troubles.push(...noted(sorted.troubles));
      if (strict) broken.push(...noted(sorted.findings.map(asBreak)));
      else findings.push(...noted(sorted.findings));
      counts.passed += sorted.passed;
      counts.failed += sorted.broken.length + (strict ? sorted.findings.length : 0);
    }
    again.push(...noted(request.attempts.slice(0, -1).flatMap(asRepeated)));
    const last = request.attempts.at(-1);
    if (last === undefined && record.bailed === true) counts.left += 1;
    else if (last?.ended !== true) {
      const reason = last === undefined ? 'never reached' : 'did not end';
      troubles.push({ request, reason });
    } else if (last.sent) {
      counts.sent += 1;
      if (!request.attempts.some(wasJudged)) counts.unchecked += 1;
      if (!wasJudged(last)) skips.push(...noted(skippedReasons(last)));
    } else {
      counts.skipped += 1;
      skips.push(...noted(skippedReasons(last)));
      if (isSilent(last)) troubles.push({ request, reason: 'skipped without a reason' });
    }
  }
  return { counts, broken, troubles, findings, deviations: gatherDeviations(record), again, skips };
}

/** The attempts at a request whose answers were judged: not those after which it was sent again. */
function judgedAttempts({ attempts }: RequestRecord): Attempt[] {
  return attempts.filter((attempt, index) => !wasMended(attempt, attempts[index + 1]));
}

function asRepeated(attempt: Attempt): Remark[] {
  const reason = whyAgain(attempt);
  return reason === undefined ? [] : [{ reason }];
}

function asBreak({ reason }: Remark): Remark {
  return { reason: `finding: ${reason}` };
}
