import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { leftOutProbes } from './collection/probes/left-out-probes';
import { printProblems, runCommand, usageError, userPath } from './command-line';
import type { Contract } from './contract/model';
import { baseline } from './run/baseline';
import type { Coverage } from './run/coverage/coverage';
import { coverageLines } from './run/coverage/coverage-lines';
import { coverageOf } from './run/coverage/coverage-of';
import type { DataRow } from './run/data-file/data-row';
import { readDataFile } from './run/data-file/read-data-file';
import { environmentValue, fillEnvironment, variableNames } from './run/fill-environment';
import { readPostmanFile } from './run/read-postman-file';
import { readReporters, reporterPrefix } from './run/reporters/read-reporters';
import { appendStepSummary } from './run/reports/append-step-summary';
import { leftBehindLines } from './run/reports/left-behind-lines';
import { markdownSummary } from './run/reports/markdown-summary';
import { makeReportFolder, type Reports, writeReports } from './run/reports/write-reports';
import type { RunRecord } from './run/run-record';
import { type Verdict, verdictOf } from './run/verdict';
import { refuseExisting, writeBaseline } from './run/write-baseline';
import type { JsonObject } from './spec/document';
import { ProblemError } from './spec/problem';
import type { StandIn } from './stand-in/start-stand-in';

const usage = `
npm run contract -- [--env NAME|FILE] [--folder NAME]... [--data FILE] [--no-probes] [--strict]
                    [--report-dir DIR] [--reporters NAMES] [--baseline FILE] [--allow-writes]
                    [--collection FILE]

Sends the requests of the collection and tells whether the answers keep the contract, and what it
left behind where something could not be deleted again.

  --env NAME|FILE    stand-in (the default, started for the run), sandbox, production,
                     or the file of another environment
  --folder NAME      only the requests of the folders with this name, with what these do before and
                     after; may be given several times
  --data FILE        rows of values for variables, CSV or JSON (data/shipments.csv): the requests are
                     sent once for each row, without Contract checks, which no row changes
  --no-probes        nothing that is sent to be refused: only the plain calls, and what deletes again
  --strict           a finding (a server takes what it could refuse) breaks the contract
  --report-dir DIR   write contract-run.json, .junit.xml and .md there, and what was tested of the contract:
                     contract-coverage.json and .html. In GitHub Actions the job shows the .md
  --reporters NAMES  add reporters of newman, as its -r does: htmlextra, or json,junit; their options as newman
                     takes them: --reporter-htmlextra-export FILE. They are told everything but secrets
  --baseline FILE    write the checks that failed there, as the profile lists known deviations
  --allow-writes     let requests through that create, change or delete something, where the
                     environment does not (on production that takes more: the host's name in allowWrites)
  --collection FILE  another collection than the project's own
  --help             print this

NOVAPOST_API_KEY and NOVAPOST_PHONE fill apiKey and phone, except with the stand-in.
Exit code: 0 the contract was kept, 1 it was broken, 2 it could not be tested.
`;

const project = resolve(__dirname, '..');
const ownCollection = 'collections/nova-post.postman_collection.json';
const environmentSuffix = '.postman_environment.json';

void runCommand({
  usage,
  options: {
    env: { type: 'string', default: 'stand-in' },
    folder: { type: 'string', multiple: true, default: [] },
    data: { type: 'string' },
    'report-dir': { type: 'string' },
    reporters: { type: 'string', short: 'r', multiple: true, default: [] },
    'no-probes': { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    baseline: { type: 'string' },
    'allow-writes': { type: 'boolean', default: false },
    collection: { type: 'string' },
  },
  passOn: reporterPrefix,
  async run(values, passed) {
    if (values['allow-writes'] && values.env === 'production') {
      throw usageError(
        '--allow-writes is not enough to write to production',
        'copy the environment, put the name of the host into its allowWrites, and name that file with --env',
      );
    }
    const interruption = interrupt();
    const collection = await readCollection(values.collection);
    const environment = await readEnvironment(values.env, values['allow-writes']);
    const rows = values.data === undefined ? undefined : await readRows(values.data, collection, environment);
    const { strict, baseline: baselineFile, 'report-dir': folder } = values;
    if (baselineFile !== undefined) refuseExisting(baselineFile, userPath(baselineFile));
    if (folder !== undefined) await makeReportFolder(folder, userPath(folder));
    const reporters = readReporters(values.reporters, passed, userPath('.'));
    const isStandIn = values.env === 'stand-in';
    const contract = isStandIn || values.collection === undefined ? await readOwnContract() : undefined;

    const at = new Date();
    const standIn = isStandIn && contract !== undefined ? await startOwnStandIn(contract) : undefined;
    const write = process.stdout.write.bind(process.stdout);
    for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, ignoreLate);
    // loaded late: newman takes longer than all the rest
    const { runNewman }: typeof import('./run/run-newman') = require('./run/run-newman');
    const record = await runNewman({
      collection,
      environment: fillEnvironment(environment, { baseUrl: standIn?.url, expiredJwt: standIn?.expiredJwt }),
      folders: values.folder,
      noProbes: values['no-probes'],
      ...(rows === undefined ? {} : { rows }),
      ...(reporters.length === 0 ? {} : { added: { reporters, ...exportFolders(folder) } }),
      colour: process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '',
      write,
      signal: interruption,
    });
    await standIn?.close();

    const verdict = verdictOf(record, { strict });
    const coverage =
      values.collection === undefined && contract !== undefined
        ? coverageOf(record, contract, leftOutProbes(contract))
        : undefined;
    write(`\n${summaryOf(record, verdict, coverage).join('\n')}\n`);
    const reports = { record, verdict, coverage, at, strict };
    const isWritten = await written([
      ...(folder === undefined ? [] : [() => writeReports(reports, folder, userPath(folder))]),
      ...stepSummaries(reports),
    ]);
    if (baselineFile !== undefined) {
      await writeBaseline(baseline(record, verdict, at), baselineFile, userPath(baselineFile));
    }
    return isWritten || verdict.exitCode !== 0 ? verdict.exitCode : 2;
  },
});

/** Where GitHub Actions run this, the job shows the summary. */
function stepSummaries(reports: Reports): (() => Promise<void>)[] {
  const path = process.env.GITHUB_STEP_SUMMARY ?? '';
  return path === '' ? [] : [() => appendStepSummary(path, (most) => markdownSummary(reports, most))];
}

/** The verdict stands, whatever becomes of the reports. */
async function written(writers: (() => Promise<void>)[]): Promise<boolean> {
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

/** What fails while a run goes on is its own to tell; what fails after it shall not hide the verdict. */
function ignoreLate(): void {}

/** Where reporters that a person adds write, as newman would, but for our own folder of reports. */
function exportFolders(folder: string | undefined) {
  return { cwd: userPath('.'), exportFolder: userPath(folder ?? 'newman') };
}

/** The verdict comes last, where a person looks first. */
function summaryOf(record: RunRecord, { lines }: Verdict, coverage: Coverage | undefined): string[] {
  const covered =
    coverage === undefined
      ? ["coverage: left out, for --collection is not made from the project's contract"]
      : coverageLines(coverage);
  const troubles = record.reporterTroubles ?? [];
  return [...lines.slice(0, -1), ...covered, ...troubles, ...leftBehindLines(record), ...lines.slice(-1)];
}

/** Ctrl-C ends the run with a summary; a second time it ends the process. */
function interrupt(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort(name));
  return controller.signal;
}

function readCollection(file: string | undefined): Promise<JsonObject> {
  return file === undefined
    ? readPostmanFile('collection', ownCollection, project)
    : readPostmanFile('collection', file, userPath('.'));
}

/** A column stands for a variable that requests or scripts may name. */
function readRows(file: string, collection: JsonObject, environment: JsonObject): Promise<DataRow[]> {
  const names = [collection.variable, environment.values].flatMap(variableNames);
  return readDataFile(file, userPath('.'), names);
}

/** The environment as the run needs it; the stand-in's own has a public key. */
async function readEnvironment(env: string, allowWrites: boolean): Promise<JsonObject> {
  const isName = /^[\w-]+$/.test(env);
  const known = environmentNames();
  if (isName && known.length > 0 && !known.includes(env)) {
    throw usageError(
      `there is no environment "${env}"`,
      `the project has ${known.join(', ')}; write a file as a path, ./${env}`,
    );
  }
  const file = isName ? `environments/${env}${environmentSuffix}` : env;
  const environment = await readPostmanFile('environment', file, isName ? project : userPath('.'));
  const writes = { allowWrites: allowWrites ? 'true' : undefined };
  if (env === 'stand-in') return fillEnvironment(environment, writes);

  const filled = fillEnvironment(environment, {
    ...writes,
    apiKey: takeVariable('NOVAPOST_API_KEY'),
    phone: takeVariable('NOVAPOST_PHONE'),
  });
  // an environment without an apiKey is that of a collection without a login
  if (environmentValue(filled, 'apiKey') === '' && (environmentValue(filled, 'jwt') ?? '') === '') {
    throw usageError(
      `apiKey is empty in the environment ${file}, and so is jwt`,
      'set NOVAPOST_API_KEY, or apiKey in the environment (a phone alone does not help: a run spends no test key)',
    );
  }
  return filled;
}

/** Takes a secret out of the process's variables, where reporters and whatever they start would find it. */
function takeVariable(name: string): string | undefined {
  const value = process.env[name]?.trim();
  delete process.env[name];
  return value;
}

function environmentNames(): string[] {
  const folder = join(project, 'environments');
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(environmentSuffix))
      .map((name) => name.slice(0, -environmentSuffix.length));
  } catch {
    return []; // nothing generated yet: reading the file says so
  }
}

async function readOwnContract(): Promise<Contract> {
  const { readContract }: typeof import('./contract/read-contract') = require('./contract/read-contract');
  // its warnings are the generator's to show
  const { contract } = await readContract({
    spec: 'spec/nova-post.openapi.yaml',
    profile: 'spec/nova-post.profile.yaml',
    cwd: project,
  });
  return contract;
}

function startOwnStandIn(contract: Contract): Promise<StandIn> {
  const { startStandIn }: typeof import('./stand-in/start-stand-in') = require('./stand-in/start-stand-in');
  return startStandIn({ contract, port: 0 });
}
