import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { ProblemError } from '../../spec/problem';

/**
 * Refuses a file that is there already, which may hold what a person wrote: to be called before the run.
 * @param file as the person named it
 * @param path where it is
 * @throws ProblemError UNWRITABLE
 */
export function refuseExisting(file: string, path: string): void {
  if (existsSync(path)) throw unwritable(file, 'there is a file already');
}

/** @throws ProblemError UNWRITABLE, also for a file that came to be there meanwhile */
export async function writeBaseline(text: string, file: string, path: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw unwritable(file, `the baseline cannot be written there${code}`);
  }
}

function unwritable(file: string, message: string): ProblemError {
  return new ProblemError({
    code: 'UNWRITABLE',
    severity: 'error',
    message,
    file,
    hint: 'name a new file, in a folder that you may write to, with --baseline',
  });
}
