import type { LeftBehind, RunRecord } from '../run-record';

/** What a run created and did not delete, with the calls that delete it; nothing where there is none. */
export function leftBehindLines({ environment, leftBehind = [] }: RunRecord): string[] {
  if (leftBehind.length === 0) return [];
  return [`left behind in ${environment}:`, ...leftBehind.map((entry) => `  ${lineOf(entry)}`)];
}

function lineOf({ operation, deleteBy, unanswered }: LeftBehind): string {
  if (deleteBy !== undefined) return deleteBy;
  return unanswered === true
    ? `perhaps what ${operation} was to create: its answer was lost, look there`
    : `what ${operation} created: its answer does not tell the id`;
}
