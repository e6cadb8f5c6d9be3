import type { RunRecord } from '../run-record';

/** What a run created and did not delete, with the calls that delete it; nothing where there is none. */
export function leftBehindLines({ environment, leftBehind = [] }: RunRecord): string[] {
  if (leftBehind.length === 0) return [];
  return [
    `left behind in ${environment}:`,
    ...leftBehind.map(({ operation, deleteBy }) =>
      deleteBy === undefined
        ? `  what ${operation} created: its answer does not tell the id`
        : `  ${deleteBy}`,
    ),
  ];
}
