import { format, styleText } from 'node:util';
import { counted } from '../../spec/counted';
import type { NewmanEmitter } from '../newman/newman-events';
import type { Attempt, RequestRecord } from '../run-record';
import { type Remark, skippedReasons, sortAttempt, wasMended } from '../verdict/sort-attempt';
import { oneLine } from './one-line';

export interface ProgressOptions {
  /** How many rows of data there are; 1 without. */
  rows: number;
  colour: boolean;
  /** Takes lines, without secrets. */
  write(text: string): void;
  redact(text: string): string;
}

type Mark = 'kept' | 'broken' | 'not tested' | 'noted' | 'skipped' | 'again';

const marks: Record<Mark, { sign: string; colour: Parameters<typeof styleText>[0] }> = {
  kept: { sign: '✓', colour: 'green' },
  broken: { sign: '✗', colour: 'red' },
  'not tested': { sign: '?', colour: 'yellow' },
  noted: { sign: '~', colour: 'yellow' },
  skipped: { sign: '-', colour: 'gray' },
  again: { sign: '↻', colour: 'gray' },
};

/**
 * Prints a line for each request as it ends, below the name of its folder, and lines for what is to be said about it,
 * and for what its scripts log.
 * Must be called after `recordRequests`, whose record it reads.
 *
 * @param requests for every row of data, one after the other
 * @returns prints what is still to be printed
 */
export function showProgress(
  requests: readonly RequestRecord[],
  newman: Pick<NewmanEmitter, 'on'>,
  { rows, colour, write, redact }: ProgressOptions,
): () => void {
  const painted = (style: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  let folder: string | undefined;
  let latest: RequestRecord | undefined;
  let logged: string[] = [];

  newman.on('console', (_error, { messages = [] }) => {
    logged.push(...format(...messages).split('\n'));
  });
  // only then it is known whether the request before was sent again
  newman.on('beforeItem', (_error, { cursor }) => {
    const position = (cursor?.iteration ?? 0) * (requests.length / rows) + (cursor?.position ?? 0);
    showLatest(requests[position]);
    latest = requests[position];
  });
  return () => showLatest();

  function showLatest(following?: RequestRecord): void {
    const attempts = latest?.attempts ?? [];
    const [attempt, next] = following === latest ? attempts.slice(-2) : attempts.slice(-1);
    if (latest !== undefined && attempt?.ended === true) show(latest, attempt, next);
    for (const line of logged) print(painted('gray', `      | ${line}`));
    logged = [];
    latest = undefined;
  }

  function show(request: RequestRecord, attempt: Attempt, next: Attempt | undefined): void {
    const where = [...request.folder, ...(request.row === undefined ? [] : [`row ${request.row}`])].join(
      ' / ',
    );
    if (where !== folder) print(`\n${painted('bold', oneLine(where))}`);
    folder = where;
    const { mark, remarks } = remarksOn(attempt, next);
    const { sign, colour } = marks[mark];
    const name = `${oneLine(request.name)} ${painted('gray', `(${oneLine(request.operation)})`)}`;
    print(`  ${painted(colour, sign)} ${name}: ${resultOf(attempt, mark)}`);
    for (const { reason, message } of remarks) {
      print(painted(colour, `      ${[reason, message ?? ''].filter(Boolean).map(oneLine).join(': ')}`));
    }
  }

  function print(line: string): void {
    write(`${redact(line)}\n`);
  }
}

function remarksOn(attempt: Attempt, next: Attempt | undefined): { mark: Mark; remarks: Remark[] } {
  if (wasMended(attempt, next)) return { mark: 'again', remarks: skippedReasons(attempt) };
  const { broken, troubles, findings } = sortAttempt(attempt);
  if (broken.length > 0) return { mark: 'broken', remarks: [...broken, ...troubles] };
  if (troubles.length > 0) return { mark: 'not tested', remarks: troubles };
  if (findings.length > 0) return { mark: 'noted', remarks: findings };
  return { mark: attempt.sent ? 'kept' : 'skipped', remarks: skippedReasons(attempt) };
}

/** `201, 12 ms, 6 checks` */
function resultOf(attempt: Attempt, mark: Mark): string {
  const { status, took, error, sent } = attempt;
  if (!sent) return 'not sent';
  const { passed, broken } = sortAttempt(attempt);
  const checks = passed + broken.length;
  return [
    ...(status === undefined ? [error === undefined ? 'sent' : 'no answer'] : [String(status)]),
    ...(took === undefined ? [] : [`${took} ms`]),
    ...(mark === 'broken' ? [`${broken.length} of ${counted(checks, 'check')} failed`] : []),
    ...(mark !== 'broken' && checks > 0 ? [counted(checks, 'check')] : []),
  ].join(', ');
}
