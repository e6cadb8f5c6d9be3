import type { Coverage } from '../coverage/coverage';
import { coverageLines } from '../coverage/coverage-lines';
import { leftBehindLines } from '../reports/left-behind-lines';
import type { RunRecord } from '../run-record';
import type { Verdict } from './verdict';

/** What is printed at the end. The verdict comes last, where a person looks first. */
export function lastWords(record: RunRecord, { lines }: Verdict, coverage: Coverage | undefined): string[] {
  const covered =
    coverage === undefined
      ? ["coverage: left out, for --collection is not made from the project's contract"]
      : coverageLines(coverage);
  const troubles = record.reporterTroubles ?? [];
  return [...lines.slice(0, -1), ...covered, ...troubles, ...leftBehindLines(record), ...lines.slice(-1)];
}
