import { appendFile, stat } from 'node:fs/promises';
import { ProblemError } from '../../spec/problem';

/** GitHub shows no more bytes of the summaries of a step, and nothing at all where there are more. */
const mostBytes = 1024 * 1024;

/**
 * Appends to the summary of a step of GitHub Actions.
 * @param path of the file, `GITHUB_STEP_SUMMARY`
 * @param summary the text, given how many bytes there is room for
 * @throws ProblemError UNWRITABLE
 */
export async function appendStepSummary(path: string, summary: (most: number) => string): Promise<void> {
  try {
    const { size } = await stat(path).catch(() => ({ size: 0 }));
    // what another command wrote may not end its line
    const text = summary(mostBytes - size - 2);
    if (text !== '') await appendFile(path, size === 0 ? text : `\n\n${text}`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new ProblemError({
      code: 'UNWRITABLE',
      severity: 'warning',
      message: `the summary of this step cannot be written${code}`,
      file: 'GITHUB_STEP_SUMMARY',
    });
  }
}
