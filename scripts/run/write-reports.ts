import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '../spec/problem';
import { junitReport } from './junit-report';
import type { RunRecord } from './run-record';
import type { Verdict } from './verdict';

/** Names of the files in the folder of reports. */
const names = { json: 'contract-run.json', junit: 'contract-run.junit.xml' };

/**
 * Writes a run as JSON and as JUnit XML.
 * @param record without secrets
 * @param folder as the person named it
 * @param path where it is
 * @throws ProblemError UNWRITABLE
 */
export async function writeReports(
  record: RunRecord,
  verdict: Verdict,
  folder: string,
  path: string,
): Promise<void> {
  const json = `${JSON.stringify({ verdict, ...record }, null, 2)}\n`;
  await makeReportFolder(folder, path);
  await orUnwritable(folder, async () => {
    await writeFile(join(path, names.json), json);
    await writeFile(join(path, names.junit), junitReport(record));
  });
}

/** Makes the folder, so that one that cannot be made is noticed before the run. */
export async function makeReportFolder(folder: string, path: string): Promise<void> {
  await orUnwritable(folder, () => mkdir(path, { recursive: true }));
}

async function orUnwritable(folder: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new ProblemError({
      code: 'UNWRITABLE',
      severity: 'error',
      message: `the reports cannot be written there${code}`,
      file: folder,
      hint: 'name a folder that you may write to with --report-dir',
    });
  }
}
