/** `npm run contract`: runs the collection, and tells whether the answers keep the contract. */

import { runCommand, userPath } from './cli/command-line';
import { confirm } from './cli/confirm';
import { contractFlags, contractUsage } from './cli/contract-flags';
import { loadDotEnv } from './cli/load-dot-env';
import { project, readOwnContract } from './cli/own-project';
import { readCertificates, readMilliseconds, readShard } from './cli/read-flags';
import { writeRunReports } from './cli/write-run-reports';
import { leftOutProbes } from './collection/probes/left-out-probes';
import type { Contract } from './contract/model';
import { coverageOf } from './run/coverage/coverage-of';
import type { DataRow } from './run/inputs/data-file/data-row';
import { readDataFile } from './run/inputs/data-file/read-data-file';
import { fillEnvironment, variableNames } from './run/inputs/fill-environment';
import { isProduction, productionNotice } from './run/inputs/production-notice';
import { readEnvironment } from './run/inputs/read-environment';
import { readPostmanFile } from './run/inputs/read-postman-file';
import { readReporters, reporterPrefix } from './run/reporters/read-reporters';
import { createProgressLine } from './run/reports/progress-line';
import { makeReportFolder } from './run/reports/write-reports';
import { selectRequests } from './run/selection/select-requests';
import { baseline } from './run/verdict/baseline';
import { lastWords } from './run/verdict/last-words';
import { verdictOf } from './run/verdict/verdict';
import { refuseExisting, writeBaseline } from './run/verdict/write-baseline';
import type { JsonObject } from './spec/document';
import type { StandIn } from './stand-in/start-stand-in';

const ownCollection = 'collections/nova-post.postman_collection.json';
const ownProduction = 'environments/production.postman_environment.json';

void runCommand({
  usage: contractUsage,
  options: contractFlags,
  lastLine: ({ file, message }) => `Not tested: ${file === undefined ? '' : `${file}: `}${message}`,
  passOn: reporterPrefix,
  async run(values, { passed }) {
    loadDotEnv();
    const timeout = readMilliseconds('--timeout', values.timeout);
    const interruption = interrupt();
    const shard = readShard(values.shard);
    const network = {
      delayRequest: readMilliseconds('--delay-request', values['delay-request']),
      timeoutRequest: readMilliseconds('--timeout-request', values['timeout-request']),
      sslExtraCaCerts: readCertificates('--ssl-extra-ca-certs', values['ssl-extra-ca-certs']),
      insecure: values.insecure,
    };
    const collection = await readCollection(values.collection);
    const environment = await readEnvironment({
      env: values.env,
      project,
      cwd: userPath('.'),
      allowWrites: values['allow-writes'],
      apiKey: takeVariable('NOVAPOST_API_KEY'),
      phone: takeVariable('NOVAPOST_PHONE'),
    });
    const rows = values.data === undefined ? undefined : await readRows(values.data, collection, environment);
    const { strict, bail, folder: folders, baseline: baselineFile, 'report-dir': folder } = values;
    if (baselineFile !== undefined) refuseExisting(baselineFile, userPath(baselineFile));
    if (folder !== undefined) await makeReportFolder(folder, userPath(folder));
    const reporters = readReporters(values.reporters, passed, userPath('.'));

    const toProduction = isProduction(environment, await readOwnProduction());
    const noProbes = values['no-probes'] || toProduction;
    if (toProduction) {
      const { requests } = selectRequests(collection, folders, { noProbes, forRows: rows !== undefined });
      await confirm(productionNotice(environment, requests), values.yes, interruption.signal);
    }
    const isStandIn = values.env === 'stand-in';
    const contract = isStandIn || values.collection === undefined ? await readOwnContract() : undefined;

    const at = new Date();
    interruption.after(timeout);
    const standIn = isStandIn && contract !== undefined ? await startOwnStandIn(contract) : undefined;
    const print = process.stdout.write.bind(process.stdout);
    const isTerminal = process.stdout.isTTY === true && process.env.TERM !== 'dumb';
    const progress = isTerminal ? createProgressLine(print, () => process.stdout.columns) : undefined;
    for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, ignoreLate);
    // loaded late: newman takes longer than all the rest
    const { runNewman }: typeof import('./run/newman/run-newman') = require('./run/newman/run-newman');
    const record = await runNewman({
      collection,
      environment: fillEnvironment(environment, { baseUrl: standIn?.url, expiredJwt: standIn?.expiredJwt }),
      folders,
      noProbes,
      ...(rows === undefined ? {} : { rows }),
      added: reporters.length === 0 ? undefined : { reporters, ...exportFolders(folder) },
      shard,
      bail,
      strict,
      network,
      colour: isTerminal && (process.env.NO_COLOR ?? '') === '',
      write: progress?.write ?? print,
      onRequest: progress?.show,
      signal: interruption.signal,
    }).finally(() => standIn?.close());
    progress?.end();

    const verdict = verdictOf(record, { strict });
    const coverage =
      values.collection === undefined && contract !== undefined
        ? coverageOf(record, contract, leftOutProbes(contract))
        : undefined;
    print(`\n${lastWords(record, verdict, coverage).join('\n')}\n`);
    const reports = { record, verdict, coverage, at, strict };
    const isWritten = await writeRunReports(reports, folder);
    if (baselineFile !== undefined) {
      await writeBaseline(baseline(record, verdict, at), baselineFile, userPath(baselineFile));
    }
    return isWritten || verdict.exitCode !== 0 ? verdict.exitCode : 2;
  },
});

/** Takes a secret out of the process's variables, where reporters and whatever they start would find it. */
function takeVariable(name: string): string | undefined {
  const value = process.env[name];
  delete process.env[name];
  return value;
}

/** What fails while a run goes on is its own to tell; what fails after it shall not hide the verdict. */
function ignoreLate(): void {}

/** Where reporters that a person adds write, as newman would, but for our own folder of reports. */
function exportFolders(folder: string | undefined) {
  return { cwd: userPath('.'), exportFolder: userPath(folder ?? 'newman') };
}

/** Ctrl-C and the time limit end the run with a summary; Ctrl-C a second time ends the process. */
function interrupt() {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort(name));
  return {
    signal: controller.signal,
    /** From now on, milliseconds: how long a person takes to agree is not of the run. */
    after(limit: number | undefined): void {
      if (limit === undefined) return;
      setTimeout(() => controller.abort(`the time limit of ${limit} ms`), limit).unref();
    },
  };
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

/** Undefined where there is none. */
function readOwnProduction(): Promise<JsonObject | undefined> {
  return readPostmanFile('environment', ownProduction, project).catch(() => undefined);
}

function startOwnStandIn(contract: Contract): Promise<StandIn> {
  // a proxy does not know it
  process.env.NO_PROXY = [process.env.NO_PROXY ?? process.env.no_proxy, '127.0.0.1']
    .filter(Boolean)
    .join(',');
  const { startStandIn }: typeof import('./stand-in/start-stand-in') = require('./stand-in/start-stand-in');
  return startStandIn({ contract, port: 0 });
}
