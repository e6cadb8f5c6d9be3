/** `npm run merge-reports`: makes the reports of a run's shards one set of reports, with one verdict. */

import { runCommand, userPath } from './cli/command-line';
import { readOwnContract } from './cli/own-project';
import { writeRunReports } from './cli/write-run-reports';
import { leftOutProbes } from './collection/probes/left-out-probes';
import { coverageOf } from './run/coverage/coverage-of';
import { mergeRecords } from './run/reports/merge-records';
import { readRunReport } from './run/reports/read-run-report';
import { lastWords } from './run/verdict/last-words';
import { verdictOf } from './run/verdict/verdict';
import { usageError } from './spec/problem';

const usage = `
npm run merge-reports -- DIR... --out DIR

Makes one run of the shards of a run: reads what \`npm run contract -- --shard I/N --report-dir DIR\`
wrote, writes the same reports for all of them, and ends as one run would have.

  --out DIR   folder for the merged reports
  --help      print this

Exit code: 0 the contract was kept, 1 it was broken, 2 it could not be tested, or a shard is missing.
`;

void runCommand({
  usage,
  options: { out: { type: 'string' } },
  allowPositionals: true,
  lastLine: ({ file, message }) => `Not tested: ${file === undefined ? '' : `${file}: `}${message}`,
  async run({ out }, { words: folders }) {
    if (out === undefined) throw usageError('--out is missing', 'name a folder for the merged reports');
    const reports = await Promise.all(folders.map((folder) => readRunReport(folder, userPath('.'))));
    const record = mergeRecords(reports.map((report) => report.record));
    const strict = reports.some((report) => report.strict);
    const verdict = verdictOf(record, { strict });
    const contract = reports.every(({ hasCoverage }) => hasCoverage) ? await readOwnContract() : undefined;
    const coverage = contract && coverageOf(record, contract, leftOutProbes(contract));
    const isWritten = await writeRunReports({ record, verdict, coverage, at: new Date(), strict }, out);
    process.stdout.write(`${lastWords(record, verdict, coverage).join('\n')}\n`);
    return isWritten || verdict.exitCode !== 0 ? verdict.exitCode : 2;
  },
});
