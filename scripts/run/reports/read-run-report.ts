import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isObject } from '../../spec/is-object';
import { ProblemError } from '../../spec/problem';
import { readText } from '../../spec/sources/read-text';
import { parseJson } from '../inputs/parse-json';
import type { RunRecord } from '../run-record';
import { reportFiles, reportVersion } from './write-reports';

/** What `writeReports` has written of a run, as far as merging needs it. */
export interface RunReport {
  record: RunRecord;
  strict: boolean;
  hasCoverage: boolean;
}

const hint = 'npm run contract -- --shard I/N --report-dir DIR writes it';

/**
 * @param folder of reports, as the person named it
 * @throws ProblemError where it holds no report of a run
 */
export async function readRunReport(folder: string, cwd: string): Promise<RunReport> {
  const file = join(folder, reportFiles.json);
  const report = parseJson(await readText(file, cwd), file, hint);
  const isReport = isObject(report) && report.version === reportVersion && Array.isArray(report.requests);
  if (!isReport) {
    throw new ProblemError({
      code: 'USAGE',
      severity: 'error',
      message: `this is no report of a run, version ${reportVersion}`,
      file,
      hint,
    });
  }
  const { version: _, at: __, verdict: ___, findings: ____, deviations: _____, strict, ...record } = report;
  return {
    // the file is our own: what is left of it is a record
    record: record as unknown as RunRecord,
    strict: strict === true,
    hasCoverage: existsSync(join(resolve(cwd, folder), reportFiles.coverage)),
  };
}
