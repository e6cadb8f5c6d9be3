import { type Finding, type Findings, findingsOf } from './findings';
import type { RequestRecord, RunRecord } from './run-record';

export interface Verdict {
  /** 0: the contract was kept; 1: it was broken; 2: it could not be tested, or not all of it. */
  exitCode: 0 | 1 | 2;
  /** A summary of a few lines. The last one says kept, broken or not tested, and why. */
  lines: string[];
}

/** The summary shows this many lines of a kind, and a line this many requests; the reports hold all. */
const shown = { lines: 5, requests: 10, letters: 400 };

export function verdictOf(record: RunRecord): Verdict {
  const findings = findingsOf(record);
  const { counts, broken, troubles, skips } = findings;
  const unchecked = counts.unchecked === 0 ? '' : `; ${counts.unchecked} sent without a check`;
  const { exitCode, reason } = conclude(record.interrupted, findings);
  return {
    exitCode,
    lines: [
      `requests: ${counts.sent} sent, ${counts.skipped} skipped, of ${counts.selected} selected${unchecked}`,
      `checks: ${counts.passed} passed, ${counts.failed} failed`,
      ...oneByOne('broken', broken),
      ...byReason('not tested', troubles),
      ...byReason('skipped', skips),
      reason,
    ],
  };
}

function conclude(
  interrupted: string | undefined,
  { counts, broken, troubles }: Findings,
): { exitCode: Verdict['exitCode']; reason: string } {
  const failures = plural(counts.failed, 'check');
  const [firstBroken] = broken;
  const [trouble] = troubles;

  if (interrupted !== undefined) {
    const ended = `${counts.sent + counts.skipped} of ${plural(counts.selected, 'request')}`;
    const soFar = counts.failed === 0 ? '' : `; ${failures} had failed so far`;
    return { exitCode: 2, reason: `Not tested: stopped by ${interrupted} after ${ended}${soFar}` };
  }
  if (firstBroken !== undefined) {
    const untested = new Set(troubles.map(({ request }) => request)).size;
    const others = untested === 0 ? '' : `; ${plural(untested, 'request')} could not be tested`;
    const first = `${placeOf(firstBroken)}: ${oneLine(firstBroken.reason)}`;
    return { exitCode: 1, reason: `Broken: ${failures} failed, first ${first}${others}` };
  }
  if (trouble !== undefined) {
    const more = troubles.length === 1 ? '' : ` (and ${troubles.length - 1} more)`;
    return { exitCode: 2, reason: `Not tested: ${textOf(trouble, placeOf(trouble))}${more}` };
  }
  if (counts.selected === 0) return { exitCode: 2, reason: 'Not tested: no request was selected' };
  if (counts.passed === 0) {
    const why = counts.sent === 0 ? 'every request was skipped' : 'no answer was checked';
    return { exitCode: 2, reason: `Not tested: ${why}` };
  }
  const skipped = counts.skipped === 0 ? '' : `; ${plural(counts.skipped, 'request')} skipped`;
  const kept = `${plural(counts.passed, 'check')} passed on ${plural(counts.sent, 'request')}`;
  return { exitCode: 0, reason: `Kept: ${kept}${skipped}` };
}

/** A line for each finding. */
function oneByOne(title: string, findings: Finding[]): string[] {
  const texts = findings.map((finding) => textOf(finding, placeOf(finding)));
  return titled(title, texts);
}

/** A line for each reason, with the requests that it holds for. */
function byReason(title: string, findings: Finding[]): string[] {
  const reasons = new Set(findings.map((finding) => textOf(finding)));
  const texts = [...reasons].map((reason) => {
    const places = findings
      .filter((finding) => finding.request !== undefined && textOf(finding) === reason)
      .map(placeOf);
    if (places.length === 0) return reason;
    const more = places.length - shown.requests;
    const last = more > 0 ? `, and ${more} more` : '';
    const some = places.slice(0, shown.requests).join(', ');
    return `${plural(places.length, 'request')}: ${reason}: ${some}${last}`;
  });
  return titled(title, texts);
}

function titled(title: string, texts: string[]): string[] {
  const lines = texts.slice(0, shown.lines).map((text) => `${title}: ${text}`);
  const more = texts.length - lines.length;
  return more === 0 ? lines : [...lines, `${title}: ${more} more`];
}

function textOf({ reason, message }: Finding, place = ''): string {
  return [place, oneLine(reason), oneLine(message ?? '')].filter((part) => part !== '').join(': ');
}

/** `Shipments / Create a shipment (POST /shipments)` */
function placeOf({ request }: { request?: RequestRecord }): string {
  if (request === undefined) return '';
  return `${[...request.folder, request.name].join(' / ')} (${request.operation})`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A message of a failed check may be a page long. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > shown.letters ? `${line.slice(0, shown.letters)}…` : line;
}
