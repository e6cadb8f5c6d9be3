import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeReports } from '../../../scripts/run/reports/write-reports';
import type { RunRecord } from '../../../scripts/run/run-record';
import { verdictOf } from '../../../scripts/run/verdict/verdict';
import { jsonReportProblems } from '../../support/json-report-problems';
import { attempt, failed, known, lenient, passed, record, unsent } from '../../support/run-parts';
import { withScratchFolder } from '../../support/scratch-folder';

const at = new Date('2026-01-31T12:00:00Z');

async function jsonOf(run: RunRecord) {
  return withScratchFolder({}, async (folder) => {
    await writeReports({ record: run, verdict: verdictOf(run), coverage: undefined, at }, folder, folder);
    return JSON.parse(readFileSync(join(folder, 'contract-run.json'), 'utf8'));
  });
}

describe('writeReports', () => {
  it('writes the JSON report as its schema documents it', async () => {
    const timed = { ...attempt(passed, failed), at: at.toISOString(), took: 12.5 };
    const run = record(timed, attempt(lenient), attempt(known), unsent(), [], [attempt(), attempt(passed)]);
    const full = {
      ...run,
      rows: [{ a: 1 }],
      leftBehind: [{ operation: 'POST /r' }],
      interrupted: 'SIGINT',
      reporterTroubles: ['reporter x: Error'],
      error: 'no',
    };
    for (const each of [record(attempt(passed)), full]) {
      assert.deepEqual(jsonReportProblems(await jsonOf(each)), []);
    }
  });

  it('says the verdict in words as well', async () => {
    const results = [attempt(passed), attempt(failed), unsent()].map(async (each) => {
      const { version, at: began, verdict } = await jsonOf(record(each));
      return [version, began, verdict.result, verdict.exitCode];
    });
    assert.deepEqual(await Promise.all(results), [
      [1, '2026-01-31T12:00:00.000Z', 'kept', 0],
      [1, '2026-01-31T12:00:00.000Z', 'broken', 1],
      [1, '2026-01-31T12:00:00.000Z', 'not tested', 2],
    ]);
  });

  it('has a schema that notices a field which is documented otherwise', async () => {
    const report = await jsonOf(record(attempt(passed)));
    assert.deepEqual(jsonReportProblems({ ...report, version: 2, news: 1 }).sort(), [
      ' must NOT have additional properties',
      '/version must be equal to constant',
    ]);
  });
});
