import { counted } from '../../spec/counted';
import { groupBy } from '../group-by';
import { operationOf } from '../operation-of';
import type { Deviation } from '../verdict/gather-deviations';
import type { Note, SortedRun } from '../verdict/sort-run';
import { oneLine } from './one-line';

/** The summary shows this many lines of a sort, and a line this many requests; the reports hold all. */
const shown = { lines: 5, requests: 10, requestsOfMany: 3 };

/** What happened in a run, in a few lines. */
export function summaryLines(sorted: SortedRun): string[] {
  const { counts, broken, troubles, findings, deviations, again, skips } = sorted;
  const unchecked = counts.unchecked === 0 ? '' : `; ${counts.unchecked} sent without a check`;
  const rows = counts.rows === 1 ? '' : ` in ${counted(counts.rows, 'row')}`;
  const known = deviations.filter(({ state }) => state !== 'gone').length;
  const others = [
    ...(findings.length === 0 ? [] : [`; ${counted(findings.length, 'finding')}`]),
    ...(known === 0 ? [] : [`; ${counted(known, 'known deviation')}`]),
  ].join('');
  return [
    `requests: ${counts.sent} sent, ${counts.skipped} skipped, of ${counts.selected} selected${rows}${unchecked}`,
    `checks: ${counts.passed} passed, ${counts.failed} failed${others}`,
    ...oneByOne('broken', broken),
    ...byReason('not tested', troubles),
    ...findingLines(findings),
    ...deviationLines(deviations),
    ...byReason('sent again', again),
    ...byReason('skipped', skips),
  ];
}

/** `Shipments / Create a shipment (POST /shipments)`; with several rows of data `… (POST /shipments, row 2)` */
export function placeOf({ request }: Pick<Note, 'request'>): string {
  if (request === undefined) return '';
  const { folder, name, operation, row } = request;
  return oneLine(`${[...folder, name].join(' / ')} (${operation}${row === undefined ? '' : `, row ${row}`})`);
}

/** Reason and message of a note, on one line. */
export function textOf({ reason, message }: Note, place = ''): string {
  return [place, oneLine(reason), oneLine(message ?? '')].filter((part) => part !== '').join(': ');
}

/** A line for each note. */
function oneByOne(title: string, notes: Note[]): string[] {
  return titled(
    title,
    notes.map((note) => textOf(note, placeOf(note))),
  );
}

/** A line for each reason, with the requests that it holds for. */
function byReason(title: string, notes: Note[]): string[] {
  const texts = [...groupBy(notes, (note) => textOf(note))].map(([reason, all]) => {
    const places = all.filter(({ request }) => request !== undefined).map(placeOf);
    if (places.length === 0) return reason;
    // of many, a few are enough to see which they are
    const some = places.slice(0, places.length > shown.requests ? shown.requestsOfMany : shown.requests);
    const more = places.length - some.length;
    const last = more > 0 ? `, and ${more} more` : '';
    return `${counted(places.length, 'request')}: ${reason}: ${some.join(', ')}${last}`;
  });
  return titled(title, texts);
}

/** A line for each kind of probe, the most frequent first, with one finding as its example. */
function findingLines(findings: Note[]): string[] {
  const kinds = [...groupBy(findings, kindOf)].sort(([, one], [, other]) => other.length - one.length);
  const texts = kinds.map(([kind, all]) => {
    const [first] = all;
    const where = first?.request === undefined ? '' : `${operationOf(first.request)}: `;
    const example = `${where}${oneLine(first?.reason ?? '')}`;
    return all.length === 1 ? `${kind}: ${example}` : `${kind}, ${all.length} times, first ${example}`;
  });
  return titled('finding', texts, 'kinds');
}

function deviationLines(deviations: Deviation[]): string[] {
  const titles = { happens: 'deviation', overdue: 'deviation overdue', gone: 'deviation gone' };
  return (['overdue', 'gone', 'happens'] as const).flatMap((state) =>
    titled(
      titles[state],
      deviations
        .filter((deviation) => deviation.state === state)
        .map(({ operation, check, reason, requests }) => {
          const times = requests === 1 ? '' : ` (${requests} requests)`;
          const advice = state === 'gone' ? '; take it out of the profile' : '';
          return `${operation}: ${check}: ${oneLine(reason)}${advice}${times}`;
        }),
    ),
  );
}

function kindOf({ request }: Note): string {
  return request?.tests?.probe?.kind ?? 'plain call';
}

function titled(title: string, texts: string[], noun = ''): string[] {
  const lines = texts.slice(0, shown.lines).map((text) => `${title}: ${text}`);
  const more = texts.length - lines.length;
  return more === 0 ? lines : [...lines, `${title}: ${more} more${noun === '' ? '' : ` ${noun}`}`];
}
