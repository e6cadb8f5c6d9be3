import { describeMachine } from './machine';
import type { Result, Row } from './rounds';
import { peerVersions, tools } from './tools';

/** The results as a Markdown page: time, memory, size, growth. */
export function reportPage(rows: Row[], rounds: number): string {
  return [
    '# Bench',
    `${describeMachine()}. ${peerVersions().join(', ')}. Medians of ${rounds} rounds, the tools in turn, whole processes from start to end.`,
    '## Time',
    'Seconds of CPU, user and system, of all threads, and in brackets by the clock, which counts what else the machine does. The ratios are of the CPU: how many times as long as ours.',
    timeTable(rows),
    '## Memory',
    "Peak of the process (resident), MiB. A number in brackets is ours divided by openapi-to-postmanv2's.",
    memoryTable(rows),
    '## Size',
    'KB (1000 bytes) of the collection. *compact* is without indentation, so that tools that indent by tabs, two and four compare; *plain* is ours without the folder `Contract checks`. In it are the scripts of the collection, which are the same for every contract but for the schemas that answers share, and the folders Before and After, which make and delete what the other requests need; the others have neither.',
    sizeTable(rows),
    '## Growth',
    'Ours, per operation: time and size grow in proportion where the lines agree.',
    growthTable(rows),
  ].join('\n\n');
}

function timeTable(rows: Row[]): string {
  return table(
    ['contract', ...tools.map(({ name }) => name), ...tools.slice(1).map(({ name }) => `${name} / ours`)],
    rows.map((row) => {
      const [ours, ...others] = tools.map(({ name }) => row.results.get(name));
      const cells = [ours, ...others].map((result) =>
        show(result, ({ median }) => `${seconds(median.cpu)} (${seconds(median.wall)})`),
      );
      const ratios = others.map((result) => ratioOf(result, ours, ({ median }) => median.cpu));
      return [row.contract.name, ...cells, ...ratios];
    }),
  );
}

function memoryTable(rows: Row[]): string {
  return table(
    ['contract', ...tools.map(({ name }) => name)],
    rows.map((row) => {
      const results = tools.map(({ name }) => row.results.get(name));
      const memories = results.map((result) => show(result, ({ median }) => mebibytes(median.memory)));
      const ratio = ratioOf(results[0], results[1], ({ median }) => median.memory);
      return [row.contract.name, `${memories[0]} (${ratio})`, ...memories.slice(1)];
    }),
  );
}

function sizeTable(rows: Row[]): string {
  const names = tools.map(({ name }) => name);
  return table(
    [
      'contract',
      'contract KB',
      'ours file',
      'ours compact',
      'ours plain',
      'of it scripts',
      'of it Before and After',
      ...names.slice(1).map((name) => `${name} compact`),
      'requests',
    ],
    rows.map((row) => {
      const [ours, ...others] = names.map((name) => row.results.get(name));
      return [
        row.contract.name,
        kilobytes(Buffer.byteLength(row.contract.text)),
        show(ours, ({ size }) => kilobytes(size.file)),
        show(ours, ({ size }) => kilobytes(size.compact)),
        show(ours, ({ size }) => kilobytes(size.compactPlain)),
        show(ours, ({ size }) => kilobytes(size.scripts)),
        show(ours, ({ size }) => kilobytes(size.around)),
        ...others.map((result) => show(result, ({ size }) => kilobytes(size.compact))),
        [ours, ...others].map((result) => show(result, ({ size }) => String(size.requests), '-')).join(' / '),
      ];
    }),
  );
}

function growthTable(rows: Row[]): string {
  const sized = rows.filter(({ contract }) => /^\d+ operations$/.test(contract.name));
  return table(
    ['contract', 'ms of CPU per operation', 'KB per operation', 'KB per operation, plain'],
    sized.map(({ contract, results }) => {
      const ours = results.get('ours');
      const count = Number.parseInt(contract.name, 10);
      return [
        contract.name,
        show(ours, ({ median }) => (median.cpu / count).toFixed(2)),
        show(ours, ({ size }) => (size.compact / count / 1000).toFixed(2)),
        show(ours, ({ size }) => (size.compactPlain / count / 1000).toFixed(2)),
      ];
    }),
  );
}

type Success = Exclude<Result, { failure: string }>;

function show(result: Result | undefined, text: (success: Success) => string, failed?: string): string {
  if (result === undefined) return '-';
  return 'failure' in result ? (failed ?? `failed: ${result.failure}`) : text(result);
}

function ratioOf(
  one: Result | undefined,
  other: Result | undefined,
  of: (success: Success) => number,
): string {
  if (one === undefined || other === undefined || 'failure' in one || 'failure' in other) return '-';
  return (of(one) / of(other)).toFixed(2);
}

function table(head: string[], lines: string[][]): string {
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}

function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}
