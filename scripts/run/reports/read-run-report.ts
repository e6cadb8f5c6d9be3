import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import type { JsonObject } from '../../spec/document';
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
  if (!isObject(report) || report.version !== reportVersion) throw noReport(file, '');
  const problem = problemIn(report);
  if (problem !== undefined) throw noReport(file, `: ${problem}`);
  const { version: _, at: __, verdict: ___, findings: ____, deviations: _____, strict, ...record } = report;
  return {
    // as its schema says: what is left of it is a record
    record: record as unknown as RunRecord,
    strict: strict === true,
    hasCoverage: existsSync(join(resolve(cwd, folder), reportFiles.coverage)),
  };
}

/** The first thing that is not as the schema of the report says; there may be more than it knows. */
function problemIn(report: JsonObject): string | undefined {
  const text = readFileSync(join(__dirname, '../../../docs/contract-run.schema.json'), 'utf8');
  const schema = JSON.parse(text, (key, value) => (key === 'additionalProperties' ? undefined : value));
  const validate = new Ajv2020({ strict: false, logger: false }).compile(schema);
  if (validate(report)) return undefined;
  return validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`)[0];
}

function noReport(file: string, why: string): ProblemError {
  return new ProblemError({
    code: 'USAGE',
    severity: 'error',
    message: `this is no report of a run, version ${reportVersion}${why}`,
    file,
    hint,
  });
}
