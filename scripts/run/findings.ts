import type { Attempt, Check, RequestRecord, RunRecord } from './run-record';

export interface Finding {
  /** Undefined for what concerns the run as a whole. */
  request?: RequestRecord;
  /** What failed or why it was not tested; for a broken contract, the name of the check. */
  reason: string;
  message?: string;
}

export interface Findings {
  counts: {
    selected: number;
    sent: number;
    skipped: number;
    /** Sent, but no check of its answer passed or failed. */
    unchecked: number;
    passed: number;
    failed: number;
  };
  /** Checks of answers that failed. */
  broken: Finding[];
  /** Why requests could not be tested, though nothing forbade it. */
  troubles: Finding[];
  /** Requests that were left out on purpose, or as a consequence of a trouble. */
  skips: Finding[];
}

/** Sorts what happened in a run into what breaks the contract, what kept it from being tested, and what was left out. */
export function findingsOf(record: RunRecord): Findings {
  const broken: Finding[] = [];
  const troubles: Finding[] = [];
  const skips: Finding[] = [];
  const counts = {
    selected: record.requests.length,
    sent: 0,
    skipped: 0,
    unchecked: 0,
    passed: 0,
    failed: 0,
  };

  if (record.error !== undefined) troubles.push({ reason: record.error });
  for (const request of record.requests) {
    for (const attempt of request.attempts.filter((each, index, all) => !isMended(each, all[index + 1]))) {
      const found = sortChecks(attempt);
      broken.push(...found.broken.map((finding) => ({ request, ...finding })));
      troubles.push(...found.troubles.map((finding) => ({ request, ...finding })));
      counts.passed += found.passed;
      counts.failed += found.broken.length;
    }
    const last = request.attempts.at(-1);
    if (last?.ended !== true) {
      const reason = last === undefined ? 'never reached' : 'did not end';
      troubles.push({ request, reason });
    } else if (last.sent) {
      counts.sent += 1;
      if (!request.attempts.some(isChecked)) counts.unchecked += 1;
      if (!isChecked(last)) skips.push(...skippedReasons(last).map((reason) => ({ request, reason })));
    } else {
      counts.skipped += 1;
      skips.push(...skippedReasons(last).map((reason) => ({ request, reason })));
      if (isSilent(last)) troubles.push({ request, reason: 'skipped without a reason' });
    }
  }
  return { counts, broken, troubles, skips };
}

/**
 * Why a request could not be tested, where the name of a check says so (`not tested: REASON`).
 * The scripts of the collection fail such a check for the cause, and skip it where nothing went wrong.
 */
export function notTestedReason(name: string): string | undefined {
  return /^not tested:\s*(.*)$/s.exec(name)?.[1];
}

/** A script skipped the request and did not say why. */
export function isSilent({ sent, ended, scriptErrors, checks }: Attempt): boolean {
  return ended && !sent && scriptErrors.length === 0 && checks.every(({ result }) => result === 'passed');
}

/** Instead of judging the answer, or the lack of one, a script sent the request again. */
export function isMended({ ended, sent, scriptErrors, checks }: Attempt, next: Attempt | undefined): boolean {
  const isUnjudged = checks.length > 0 && checks.every(({ result }) => result === 'skipped');
  return next !== undefined && ended && sent && scriptErrors.length === 0 && isUnjudged;
}

function sortChecks(attempt: Attempt): { broken: Finding[]; troubles: Finding[]; passed: number } {
  const causes = attempt.checks
    .filter((check) => check.result === 'failed' && !isReal(check))
    .map(findingOf)
    .map((cause) => (attempt.error === undefined ? cause : { message: attempt.error, ...cause }));
  // without an answer, a failed check says nothing about the contract
  const broken = attempt.error === undefined ? attempt.checks.filter(isBroken) : [];
  const troubles: Finding[] = [
    ...(attempt.error === undefined || causes.length > 0
      ? []
      : [{ reason: 'no answer', message: attempt.error }]),
    ...attempt.scriptErrors.map((message) => ({ reason: 'a script failed', message })),
    ...causes,
  ];
  if (attempt.status === 503 && broken.length === 0 && causes.length === 0) {
    troubles.push({ reason: 'the service is unavailable (503)' });
  }
  const passed = attempt.status === undefined ? [] : attempt.checks.filter(isPassed);
  return { broken: broken.map(findingOf), troubles, passed: passed.length };
}

function findingOf({ name, message }: Check): Finding {
  const reason = notTestedReason(name) ?? name;
  return message === undefined || message === reason ? { reason } : { reason, message };
}

/** Something was said about the answer. */
function isChecked(attempt: Attempt): boolean {
  return attempt.error === undefined && attempt.checks.some((check) => isPassed(check) || isBroken(check));
}

/** A check of an answer, not a reason why there is none. */
function isReal(check: Check): boolean {
  return notTestedReason(check.name) === undefined;
}

function isPassed(check: Check): boolean {
  return check.result === 'passed' && isReal(check);
}

function isBroken(check: Check): boolean {
  return check.result === 'failed' && isReal(check);
}

function skippedReasons(attempt: Attempt): string[] {
  const skipped = attempt.checks.filter((check) => check.result === 'skipped');
  return [...new Set(skipped.map(({ name }) => notTestedReason(name) ?? name))];
}
