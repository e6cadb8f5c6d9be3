import { ProblemError } from '../../../spec/problem';
import { readText } from '../../../spec/sources/read-text';
import { csvRows } from './csv-rows';
import type { DataRow } from './data-row';
import { jsonRows } from './json-rows';

/**
 * Reads rows of values for variables, as newman reads them: a JSON array of objects, or CSV with the names of the
 * variables in its first line. What newman would take silently and nobody means is refused.
 *
 * @param file as the person named it, relative to `cwd`
 * @param variables the names that a column may have
 * @returns at least one row
 * @throws ProblemError for a file that cannot be read, and INVALID_DATA or INVALID_SYNTAX for what is in it
 */
export async function readDataFile(
  file: string,
  cwd: string,
  variables: Iterable<string>,
): Promise<DataRow[]> {
  const text = await readText(file, cwd);
  const isJson = /\.json$/i.test(file) || /^\s*[[{]/.test(text);
  const rows = (isJson ? jsonRows : csvRows)(text, file, new Set(variables));
  if (rows.length > 0) return rows;
  throw new ProblemError({
    code: 'INVALID_DATA',
    severity: 'error',
    message: 'the file has no rows',
    file,
    expected: isJson
      ? 'a JSON array with an object for each row'
      : 'a line of values for each row, below the names',
  });
}
