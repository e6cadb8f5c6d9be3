import type { Attempt, Check } from '../run-record';
import { readCheckName } from './check-name';

/** What one check, or the lack of one, has to say. */
export interface Remark {
  /** What failed, was found, or why it was not tested; for a broken contract, the name of the check. */
  reason: string;
  message?: string;
}

export interface SortedAttempt {
  broken: Remark[];
  troubles: Remark[];
  findings: Remark[];
  /** How many checks passed. */
  passed: number;
}

/** Sorts the checks of one attempt at a request. */
export function sortAttempt(attempt: Attempt): SortedAttempt {
  const causes = attempt.checks
    .filter((check) => check.result === 'failed' && saysOf(check) === 'not tested')
    .map(remarkOf)
    .map((cause) => (attempt.error === undefined ? cause : { message: attempt.error, ...cause }));
  // without an answer, a failed check says nothing about the contract
  const broken = attempt.error === undefined ? attempt.checks.filter(isBroken) : [];
  const troubles: Remark[] = [
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
  const findings = attempt.checks.filter(isFinding).map(remarkOf);
  return { broken: broken.map(remarkOf), troubles, findings, passed: passed.length };
}

/** Something failed that sending the request again does not mend. */
export function hasFailed(attempt: Attempt, strict: boolean): boolean {
  const { broken, troubles, findings } = sortAttempt(attempt);
  const isFailure = broken.length + troubles.length > 0 || (strict && findings.length > 0);
  return (isFailure && whyAgain(attempt) === undefined) || isSilent(attempt);
}

/** A script skipped the request and did not say why. */
export function isSilent({ sent, ended, scriptErrors, checks }: Attempt): boolean {
  return ended && !sent && scriptErrors.length === 0 && checks.every(({ result }) => result === 'passed');
}

/** Instead of judging the answer, or the lack of one, a script sent the request again. */
export function wasMended(
  { ended, sent, scriptErrors, checks }: Attempt,
  next: Attempt | undefined,
): boolean {
  const isUnjudged =
    checks.length > 0 && checks.every((check) => check.result === 'skipped' && !isJudged(check));
  return next !== undefined && ended && sent && scriptErrors.length === 0 && isUnjudged;
}

const sentAgain = '; a run sends this request again';

/** Why a script was to send the request again, in its own words; undefined: it was not. */
export function whyAgain({ checks }: Attempt): string | undefined {
  const check = checks.find(({ name, result }) => result === 'skipped' && name.endsWith(sentAgain));
  return check === undefined ? undefined : remarkOf(check).reason.slice(0, -sentAgain.length);
}

/** Something was said about the answer. */
export function wasJudged(attempt: Attempt): boolean {
  return attempt.error === undefined && attempt.checks.some(isJudged);
}

/** Why a request was skipped, or why nothing was said about its answer. */
export function skippedReasons(attempt: Attempt): Remark[] {
  const skipped = attempt.checks.filter((check) => check.result === 'skipped' && !isJudged(check));
  return [...new Set(skipped.map((check) => remarkOf(check).reason))].map((reason) => ({ reason }));
}

function remarkOf({ name, message }: Check): Remark {
  const said = readCheckName(name);
  const reason = said.says === 'not tested' || said.says === 'finding' ? said.reason : name;
  return message === undefined || message === reason ? { reason } : { reason, message };
}

function isJudged(check: Check): boolean {
  const isKnown = check.result === 'skipped' && saysOf(check) === 'deviation';
  return isPassed(check) || isBroken(check) || isFinding(check) || isKnown;
}

function isPassed(check: Check): boolean {
  return check.result === 'passed' && saysOf(check) !== 'not tested';
}

/** A check of an answer failed: not the reason why there is none. */
function isBroken(check: Check): boolean {
  return check.result === 'failed' && saysOf(check) !== 'not tested';
}

function isFinding(check: Check): boolean {
  return check.result === 'skipped' && saysOf(check) === 'finding';
}

function saysOf({ name }: Check): ReturnType<typeof readCheckName>['says'] {
  return readCheckName(name).says;
}
