import { appendStepSummary } from '../run/reports/append-step-summary';
import { markdownSummary } from '../run/reports/markdown-summary';
import { type Reports, writeReports } from '../run/reports/write-reports';
import { ProblemError } from '../spec/problem';
import { printProblems, userPath } from './command-line';

/**
 * Writes what a run left to read: files in a folder, and where GitHub Actions run this the summary that the job shows.
 * The verdict stands, whatever becomes of them: problems are printed.
 *
 * @param folder as the person typed it; undefined: none
 * @returns whether all of it is written
 */
export async function writeRunReports(reports: Reports, folder: string | undefined): Promise<boolean> {
  const summary = process.env.GITHUB_STEP_SUMMARY ?? '';
  const writers = [
    ...(folder === undefined ? [] : [() => writeReports(reports, folder, userPath(folder))]),
    ...(summary === '' ? [] : [() => appendStepSummary(summary, (most) => markdownSummary(reports, most))]),
  ];
  let isWritten = true;
  for (const write of writers) {
    await write().catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      printProblems(error.problems);
      isWritten &&= error.problems.every(({ severity }) => severity !== 'error');
    });
  }
  return isWritten;
}
