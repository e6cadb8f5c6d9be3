import { stringify } from 'yaml';
import { operationOf } from '../operation-of';
import type { RunRecord } from '../run-record';
import { readCheckName } from './check-name';
import { sortRun } from './sort-run';
import type { Verdict } from './verdict';

/** A known deviation is looked at again after this many days. */
const days = 90;
const longestReason = 200;

/**
 * The checks that failed in a run, as the profile lists known deviations: YAML, one for each check of an operation.
 * @param record without secrets
 */
export function baseline(record: RunRecord, verdict: Verdict, at: Date): string {
  const until = dayOf(new Date(at.getTime() + days * 24 * 60 * 60 * 1000));
  const deviations = new Map<string, Record<string, string>>();
  for (const { request, reason: check, message } of sortRun(record).broken) {
    if (request === undefined || readCheckName(check).says !== 'check') continue;
    const operation = operationOf(request);
    const key = JSON.stringify([check, operation]);
    if (deviations.has(key)) continue;
    deviations.set(key, { check, operation, reason: reasonOf(message ?? 'fails', operation), until });
  }
  const head = [
    `Checks that failed in a run against ${record.environment} on ${dayOf(at)}, as known deviations.`,
    'Read them, say in each reason why the contract is wrong there, and move the list into the profile.',
    verdict.lines.at(-1) ?? '',
  ];
  const comment = head.map((line) => `# ${line.replace(/\s+/g, ' ')}\n`).join('');
  return comment + stringify({ deviations: [...deviations.values()] }, { lineWidth: 0 });
}

/** One line, without the operation that stands beside it. */
function reasonOf(message: string, operation: string): string {
  const text = message.startsWith(operation) ? message.slice(operation.length).replace(/^:? /, '') : message;
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longestReason ? `${line.slice(0, longestReason)}…` : line;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
