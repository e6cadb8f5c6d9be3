import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '../../spec/problem';
import type { Coverage } from '../coverage/coverage';
import { coveragePage } from '../coverage/coverage-page';
import { operationOf } from '../operation-of';
import type { RunRecord } from '../run-record';
import { type Note, type Strictness, sortRun } from '../verdict/sort-run';
import type { Verdict } from '../verdict/verdict';
import { junitReport } from './junit-report';
import { makeFolder } from './make-folder';
import { markdownSummary } from './markdown-summary';

export interface Reports extends Strictness {
  /** Without secrets. */
  record: RunRecord;
  verdict: Verdict;
  /** Undefined where the contract of the collection is not known. */
  coverage: Coverage | undefined;
  /** When the run began. */
  at: Date;
}

/** Names of the files in the folder of reports. */
export const reportFiles = {
  json: 'contract-run.json',
  junit: 'contract-run.junit.xml',
  summary: 'contract-run.md',
  coverage: 'contract-coverage.json',
  page: 'contract-coverage.html',
};

/** Of the JSON report; another number means that a program which reads it has to be changed. */
export const reportVersion = 1;
const results = { 0: 'kept', 1: 'broken', 2: 'not tested' } as const;

/**
 * Writes a run as JSON, as JUnit XML and as Markdown, and its coverage as JSON and as a page.
 * @param folder as the person named it
 * @param path where it is
 * @throws ProblemError UNWRITABLE
 */
export async function writeReports(reports: Reports, folder: string, path: string): Promise<void> {
  const { record, verdict, coverage, at, strict = false } = reports;
  const { findings, deviations } = sortRun(record);
  const run = {
    version: reportVersion,
    at: at.toISOString(),
    verdict: { result: results[verdict.exitCode], ...verdict },
    strict,
    findings: findings.map(listed),
    deviations,
    ...record,
  };
  await makeReportFolder(folder, path);
  await orUnwritable(folder, async () => {
    await writeFile(join(path, reportFiles.json), json(run));
    await writeFile(join(path, reportFiles.junit), junitReport(record, { strict }));
    await writeFile(join(path, reportFiles.summary), markdownSummary(reports));
    if (coverage === undefined) return;
    await writeFile(join(path, reportFiles.coverage), json(coverage));
    await writeFile(join(path, reportFiles.page), coveragePage(coverage, verdict, at));
  });
}

/** Makes the folder, so that one that cannot be made is noticed before the run. */
export async function makeReportFolder(folder: string, path: string): Promise<void> {
  await orUnwritable(folder, () => makeFolder(path));
}

/** A finding as the JSON report lists it. */
function listed({ request, reason }: Note) {
  if (request === undefined) return { reason };
  const { id, folder, name, row, tests } = request;
  const place = { operation: operationOf(request), id, folder, name, ...(row === undefined ? {} : { row }) };
  return { ...place, ...tests?.probe, reason };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
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
