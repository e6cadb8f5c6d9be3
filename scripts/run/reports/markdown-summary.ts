import { counted } from '../../spec/counted';
import type { Coverage } from '../coverage/coverage';
import { groupBy } from '../group-by';
import { operationOf } from '../operation-of';
import type { RunRecord } from '../run-record';
import { type Note, type SortedRun, type Strictness, sortRun } from '../verdict/sort-run';
import type { Verdict } from '../verdict/verdict';
import { leftBehindLines } from './left-behind-lines';
import { markdownTable, plainMarkdown } from './markdown';

export interface SummaryInput extends Strictness {
  record: RunRecord;
  verdict: Verdict;
  coverage: Coverage | undefined;
  at: Date;
}

/** A table shows this many rows; the other reports hold all. */
const shownRows = 40;

const signs = { 0: '✅', 1: '❌', 2: '⚠️' };

/**
 * A run as Markdown, for people who look at a job: the verdict first, then what is broken, what could not be tested,
 * findings, deviations, what was skipped, and coverage.
 *
 * @param most bytes that there is room for: whole sections are left out, the last ones first
 */
export function markdownSummary(
  { record, verdict, coverage, at, strict = false }: SummaryInput,
  most = Number.POSITIVE_INFINITY,
): string {
  const sorted = sortRun(record, { strict });
  const when = at.toISOString().replace('T', ' ').slice(0, 16);
  const sections = [
    `## ${signs[verdict.exitCode]} ${plainMarkdown(verdict.lines.at(-1) ?? '')}\n\n` +
      `${plainMarkdown(record.collection)} against ${plainMarkdown(record.environment)}, ${when} UTC.\n`,
    counts(sorted),
    oneByOne('Broken', sorted.broken),
    oneByOne('Not tested', sorted.troubles),
    findings(sorted),
    deviations(sorted),
    list('Left behind', leftBehindLines(record).slice(1)),
    list('Reporters', record.reporterTroubles ?? []),
    coverage === undefined ? '' : covered(coverage),
    skips(sorted),
  ].filter((section) => section !== '');
  return withinBounds(sections, most);
}

function withinBounds(sections: string[], most: number): string {
  const note = '\nThere was no room for more; the other reports hold all.\n';
  const whole = sections.join('\n');
  if (Buffer.byteLength(whole) <= most) return whole;
  let kept = '';
  for (const section of sections) {
    const longer = kept === '' ? section : `${kept}\n${section}`;
    if (Buffer.byteLength(longer + note) > most) break;
    kept = longer;
  }
  return kept === '' ? '' : kept + note;
}

function counts({
  counts: { selected, sent, skipped, passed, failed },
  findings,
  deviations,
}: SortedRun): string {
  const known = deviations.filter(({ state }) => state !== 'gone').length;
  return markdownTable(
    ['Requests', 'sent', 'skipped', 'Checks passed', 'failed', 'Findings', 'Known deviations'],
    [[selected, sent, skipped, passed, failed, findings.length, known].map(String)],
  );
}

function oneByOne(title: string, notes: Note[]): string {
  const rows = notes.map(({ request, reason, message = '' }) => [
    request === undefined ? '' : code(operationOf(request)),
    request === undefined
      ? ''
      : plainMarkdown([...request.folder, request.name].join(' / ') + rowOf(request.row)),
    plainMarkdown(reason),
    plainMarkdown(message),
  ]);
  return titled(title, ['Operation', 'Request', 'What', 'Why'], rows);
}

function findings({ findings }: SortedRun): string {
  const kinds = [...groupBy(findings, ({ request }) => request?.tests?.probe?.kind ?? 'plain call')]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([kind, all]) => {
      const [first] = all;
      const where = first?.request === undefined ? '' : `${code(operationOf(first.request))} `;
      return [plainMarkdown(kind), String(all.length), `${where}${plainMarkdown(first?.reason ?? '')}`];
    });
  return titled('Findings', ['Kind', 'Count', 'First'], kinds, findings.length);
}

function deviations({ deviations }: SortedRun): string {
  const rows = deviations.map(({ operation, check, state, reason }) => [
    code(operation),
    plainMarkdown(check),
    { happens: 'happens', overdue: '**overdue**', gone: '**no longer happens**' }[state],
    plainMarkdown(reason),
  ]);
  return titled('Known deviations', ['Operation', 'Check', 'State', 'Reason'], rows);
}

function skips({ skips }: SortedRun): string {
  const rows = [...groupBy(skips, ({ reason }) => reason)].map(([reason, all]) => [
    plainMarkdown(reason),
    counted(all.length, 'request'),
  ]);
  return titled('Skipped', ['Reason', 'Requests'], rows, skips.length);
}

function covered({ totals, onlyErrors }: Coverage): string {
  const names = {
    operations: 'Operations answered with success',
    statuses: 'Documented statuses seen',
    parameters: 'Parameters sent or probed',
    fields: 'Body fields sent or probed',
    probes: 'Probes answered as expected',
  } as const;
  const rows = (Object.keys(names) as (keyof typeof names)[]).map((key) => [
    names[key],
    `${totals[key].covered} of ${totals[key].all}`,
  ]);
  const errors = list('Answered with errors only', onlyErrors);
  return `### Coverage\n\n${markdownTable(['What', 'Covered'], rows)}${errors === '' ? '' : `\n${errors}`}`;
}

function list(title: string, texts: readonly string[]): string {
  if (texts.length === 0) return '';
  return `### ${title} (${texts.length})\n\n${texts.map((text) => `- ${plainMarkdown(text)}\n`).join('')}`;
}

function titled(title: string, head: string[], rows: string[][], count = rows.length): string {
  if (rows.length === 0) return '';
  const more = rows.length - shownRows;
  const rest = more > 0 ? `\nAnd ${more} more.\n` : '';
  return `### ${title} (${count})\n\n${markdownTable(head, rows.slice(0, shownRows))}${rest}`;
}

/** In letters of one width, and escaped all the same: a back-tick could end a code span. */
function code(text: string): string {
  return `<code>${plainMarkdown(text)}</code>`;
}

function rowOf(row: number | undefined): string {
  return row === undefined ? '' : ` (row ${row})`;
}
