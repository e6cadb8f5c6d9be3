import type { NewmanRunOptions } from 'newman';
import type { JsonObject } from '../../spec/document';
import { ProblemError } from '../../spec/problem';
import type { DataRow } from '../inputs/data-file/data-row';
import { secretColumns } from '../inputs/data-file/secret-columns';
import { secretNamesOf, secretsOf, variableTexts } from '../inputs/fill-environment';
import type { RunRecord, Shard } from '../run-record';
import { captureOutput } from '../secrets/capture-output';
import { redactValue } from '../secrets/redact-value';
import { createSecretKeeper } from '../secrets/secret-keeper';
import { proxyUrls, urlCredentials } from '../secrets/url-credentials';
import { selectRequests } from '../selection/select-requests';
import { takeShard } from '../selection/take-shard';
import { type Following, followRun } from './follow-run';

export interface NewmanRun
  extends Pick<Following, 'added' | 'bail' | 'colour' | 'onRequest' | 'signal' | 'strict' | 'write'> {
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
  /** Send this part of the requests only. */
  shard?: Shard | undefined;
  network?: Network;
}

/** How requests go out, in newman's own words. Proxies it takes from the environment of the process. */
export interface Network {
  /** Milliseconds between two requests. */
  delayRequest?: number | undefined;
  /** Milliseconds that an answer may take; default 30 000. */
  timeoutRequest?: number | undefined;
  /** File of certificates (PEM) that count beside those of Node. */
  sslExtraCaCerts?: string | undefined;
  /** Take any certificate. */
  insecure?: boolean | undefined;
}

/** Milliseconds. A script may wait for a login that is tried several times, or for a host that asks for a pause. */
const timeouts = { timeoutRequest: 30_000, timeoutScript: 90_000 };

/** Newman also obeys a configuration file in the home folder: an export from there would hold the jwt. */
const noExports = { exportEnvironment: '', exportGlobals: '', exportCollection: '', exportCookieJar: '' };

/**
 * Runs a collection with newman.
 * @returns what happened, without secrets
 * @throws ProblemError USAGE for a folder that the collection lacks, or a shard that gets nothing
 */
export async function runNewman(run: NewmanRun): Promise<RunRecord> {
  const selection = selectRequests(run.collection, run.folders, {
    noProbes: run.noProbes ?? false,
    forRows: run.rows !== undefined,
  });
  const { collection, requests } = run.shard === undefined ? selection : takeShard(selection, run.shard);
  if (run.rows !== undefined && requests.length === 0 && run.folders.length > 0) throw nothingForRows();
  const rows = run.rows ?? [{}];
  const secrets = createSecretKeeper([run.environment.values, collection.variable].flatMap(secretNamesOf));
  for (const variables of [run.environment.values, collection.variable]) {
    secrets.learn(...secretsOf(variables), ...urlCredentials(variableTexts(variables)));
  }
  secrets.learn(...urlCredentials(proxyUrls(process.env)));
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
      ...timeouts,
      ...noExports,
      ...networkOptions(run.network),
    };
    const record = await followRun(options, { ...run, requests, rows: rows.length, secrets });
    const names = { collection: nameOf(collection.info), environment: nameOf(run.environment) };
    const data = run.rows === undefined ? {} : { rows: columns.shown };
    const shard = run.shard === undefined ? {} : { shard: run.shard };
    return redactValue({ ...names, ...data, ...shard, ...record }, secrets);
  } finally {
    release();
  }
}

function networkOptions(network: Network = {}): Partial<NewmanRunOptions> {
  const { delayRequest, timeoutRequest, sslExtraCaCerts, insecure = false } = network;
  return {
    insecure,
    ...(delayRequest === undefined ? {} : { delayRequest }),
    ...(timeoutRequest === undefined ? {} : { timeoutRequest }),
    ...(sslExtraCaCerts === undefined ? {} : { sslExtraCaCerts }),
  };
}

function nothingForRows(): ProblemError {
  return new ProblemError({
    code: 'USAGE',
    severity: 'error',
    message: 'the chosen folders hold nothing but probes, which are the same for every row of data',
    hint: 'leave --data out, or choose other folders',
  });
}

function nameOf(value: unknown): string {
  const name: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'name') : undefined;
  return typeof name === 'string' ? name : '';
}
