import newman, { type NewmanRunOptions } from 'newman';
import type { JsonObject } from '../spec/document';
import { ProblemError } from '../spec/problem';
import type { DataRow } from './data-file/data-row';
import { secretColumns } from './data-file/secret-columns';
import { secretNamesOf, secretsOf } from './fill-environment';
import { followCreated } from './follow-created';
import type { NewmanEmitter, NewmanEvent } from './newman-events';
import { recordRequests } from './record-requests';
import type { AddedReporters } from './reporters/added-reporters';
import { startReporters } from './reporters/start-reporters';
import { showProgress } from './reports/progress';
import type { RunRecord } from './run-record';
import { captureOutput } from './secrets/capture-output';
import { guardEvents } from './secrets/guard-events';
import { redactValue } from './secrets/redact-value';
import { createSecretKeeper, type SecretKeeper } from './secrets/secret-keeper';
import { type SelectedRequest, selectRequests } from './select-requests';

export interface NewmanRun {
  /** A collection of format v2.1.0. */
  collection: JsonObject;
  /** An environment, with the secrets in it. */
  environment: JsonObject;
  /** Names or ids of the folders to run; all when empty. */
  folders: readonly string[];
  /** Leave the probes out. */
  noProbes?: boolean;
  /**
   * Rows of data: the requests are sent once for each. Probes are not, as they name no variables; but for those that
   * try to use what was deleted.
   */
  rows?: readonly DataRow[];
  /** Reporters of newman that a person adds. */
  added?: AddedReporters;
  colour: boolean;
  /** Takes newman's own progress, without secrets. Must not end in `process.stdout.write`, which is captured. */
  write(text: string): void;
  /** Stops the run; the reason is what the record calls it, `SIGINT`. */
  signal?: AbortSignal;
}

/** Milliseconds. A script may wait for a login that is tried several times. */
const timeouts = { timeoutRequest: 30_000, timeoutScript: 90_000 };

/** Newman also obeys a configuration file in the home folder: an export from there would hold the jwt. */
const noExports = { exportEnvironment: '', exportGlobals: '', exportCollection: '', exportCookieJar: '' };

/**
 * Runs a collection with newman.
 * @returns what happened, without secrets
 * @throws ProblemError USAGE for a folder that the collection lacks
 */
export async function runNewman(run: NewmanRun): Promise<RunRecord> {
  const { collection, requests } = selectRequests(run.collection, run.folders, {
    noProbes: run.noProbes ?? false,
    forRows: run.rows !== undefined,
  });
  if (run.rows !== undefined && requests.length === 0 && run.folders.length > 0) throw nothingForRows();
  const rows = run.rows ?? [{}];
  const secrets = createSecretKeeper([run.environment.values, collection.variable].flatMap(secretNamesOf));
  secrets.learn(...secretsOf(run.environment.values), ...secretsOf(collection.variable));
  const columns = secretColumns(rows, run.environment.values, collection.variable);
  secrets.learn(...columns.secrets);

  const release = captureOutput(secrets, run.colour, run.write);
  try {
    const options: NewmanRunOptions = {
      collection,
      environment: run.environment,
      // a configuration file in the home folder shall not say either
      iterationData: [...rows],
      iterationCount: rows.length,
      reporters: [],
      color: run.colour ? 'on' : 'off',
      insecure: false,
      ...timeouts,
      ...noExports,
    };
    const record = await followRun(options, { requests, rows: rows.length }, secrets, run);
    const names = { collection: nameOf(collection.info), environment: nameOf(run.environment) };
    const data = run.rows === undefined ? {} : { rows: columns.shown };
    return redactValue({ ...names, ...data, ...record }, secrets);
  } finally {
    release();
  }
}

type Followed = Omit<RunRecord, 'collection' | 'environment' | 'rows'>;

function followRun(
  options: NewmanRunOptions,
  selected: { requests: readonly SelectedRequest[]; rows: number },
  secrets: SecretKeeper,
  { signal, added, colour, write }: NewmanRun,
): Promise<Followed> {
  return new Promise((resolve) => {
    const emitter: NewmanEmitter = newman.run(options, (error) => {
      finish(error === null ? {} : { error: error.message });
    });
    const { requests, noteScriptError } = recordRequests(selected.requests, emitter, selected.rows);
    const leftBehind = followCreated(selected.requests, emitter);
    const { redact } = secrets;
    const showRest = hasOwnProgress(added)
      ? undefined
      : showProgress(requests, emitter, { rows: selected.rows, colour, write, redact });
    guardEvents(emitter, secrets);
    const reporters = added === undefined ? undefined : startReporters(emitter, added, options, secrets);
    let underWay: NewmanEvent['run'];
    let isOver = false;
    emitter.on('start', (_error, event) => {
      underWay = event.run;
    });

    // without these, a promise that a script rejects ends the process, and the run without a report
    const onRejection = (reason: unknown) => {
      if (reporters?.take(reason) !== true) noteScriptError(`unhandled rejection: ${textOf(reason)}`);
    };
    const onException = (error: unknown) => {
      if (reporters?.take(error) !== true) finish({ error: textOf(error) });
    };
    const onAbort = () => finish({ interrupted: String(signal?.reason) });
    process.on('unhandledRejection', onRejection);
    process.on('uncaughtException', onException);
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted === true) onAbort();

    function finish(how: Pick<RunRecord, 'interrupted' | 'error'>): void {
      if (isOver) return;
      isOver = true;
      signal?.removeEventListener('abort', onAbort);
      // after a stop or an error newman goes on with what is under way: nobody shall hear of it
      if (how.error !== undefined || how.interrupted !== undefined) {
        emitter.removeAllListeners();
        emitter.on('start', (_error, event) => event.run?.abort());
        underWay?.abort();
      }
      showRest?.();
      const followed = { requests, leftBehind: leftBehind(), ...how };
      void (reporters?.end(how) ?? Promise.resolve([])).then((reporterTroubles) => {
        process.off('unhandledRejection', onRejection);
        process.off('uncaughtException', onException);
        resolve(reporterTroubles.length === 0 ? followed : { ...followed, reporterTroubles });
      });
    }
  });
}

/** Some reporters of newman show how it goes; twice would be too much. */
function hasOwnProgress(added: AddedReporters | undefined): boolean {
  const shows = new Set(['cli', 'progress', 'emojitrain']);
  return added?.reporters.some(({ name }) => shows.has(name)) ?? false;
}

function nothingForRows(): ProblemError {
  return new ProblemError({
    code: 'USAGE',
    severity: 'error',
    message: 'the chosen folders hold nothing but probes, which are the same for every row of data',
    hint: 'leave --data out, or choose other folders',
  });
}

function textOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.trim();
}

function nameOf(value: unknown): string {
  const name: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'name') : undefined;
  return typeof name === 'string' ? name : '';
}
