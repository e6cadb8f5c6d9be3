import newman, { type NewmanRunOptions } from 'newman';
import type { Contract } from '../../scripts/contract/model';
import { variableNames } from '../../scripts/run/inputs/fill-environment';
import type { JsonObject } from '../../scripts/spec/document';
import { startStandIn } from '../../scripts/stand-in/start-stand-in';
import type { Store } from '../../scripts/stand-in/state/store';
import { withoutWaiting } from './alter-collection';
import { type Repeated, type Trial, trialHeader } from './repeat-per-fault';
import { withValues } from './run-nova-post';
import { type Seeded, seeded } from './seeded';

export interface Tried extends Trial {
  /** The fault changed the answer. */
  struck: boolean;
  /** Names of the checks of the last attempt that failed, and of those that were skipped. */
  failed: string[];
  skipped: string[];
  passed: string[];
  /** What scripts threw. */
  errors: string[];
}

/**
 * Each trial begins anew, and what the one before broke is not told here: with a clean memory, and with the apiKey
 * that a broken answer of the test key may have replaced. A repeat of a trial goes on.
 */
function beginAnew(environment: JsonObject, { values, deleted }: Seeded): string {
  const variables = environment.values as JsonObject[];
  const apiKey = variables.find(({ key }) => key === 'apiKey')?.value ?? '';
  // each is sent once: a host that is shaky is asked no second time
  const again = { waited: 0, isOver: true };
  const run = JSON.stringify({ started: true, made: values, again });
  return `
if (pm.variables.get('trial') !== pm.info.requestId) {
  pm.variables.set('trial', pm.info.requestId);
  pm.variables.set('contractRun', ${JSON.stringify(run)});
  pm.environment.set('apiKey', ${JSON.stringify(apiKey)});
  const kept = ${JSON.stringify(values)}, deleted = ${JSON.stringify(deleted)};
  for (const name of Object.keys(kept)) pm.environment.set(name, kept[name]);
  for (const name of Object.keys(deleted)) pm.variables.set(name, deleted[name]);
}`;
}

/** Runs the trials in one run of newman, against one stand-in that breaks each answer as its trial says. */
export async function runTrials(
  contract: Contract,
  { collection, trials }: Repeated,
  environment: JsonObject,
): Promise<Tried[]> {
  const byId = new Map(trials.map((trial) => [trial.id, trial]));
  const struck = new Set<string>();
  const live = await seeded(contract);
  // a trial may send several requests
  const stores = new Map<string, Store>();
  let latest = '';
  // a script's own requests name no trial: they belong to the one before
  const storeOf = (trial: string) => {
    if (trial !== '') latest = trial;
    const store = stores.get(latest) ?? live.fork();
    stores.set(latest, store);
    return store;
  };
  const standIn = await startStandIn({
    contract,
    keptRequests: trials.length * 3 + 100,
    faultFor: ({ headers }) => byId.get(headers[trialHeader] ?? '')?.fault,
    storeFor: ({ headers }) => storeOf(headers[trialHeader] ?? ''),
  });
  try {
    const clean = withFirstLines(withoutWaiting(collection), beginAnew(environment, live));
    const others = variableNames(environment.values).filter((name) => name.endsWith('BaseUrl'));
    const values = withValues(environment, {
      ...Object.fromEntries(others.map((name) => [name, standIn.url])),
      baseUrl: standIn.url,
      allowWrites: 'true',
      expiredJwt: standIn.expiredJwt,
    });
    const seen = await runNewman(clean, values);
    for (const { headers, faults } of standIn.requests) {
      if (faults.length > 0) struck.add(headers[trialHeader] ?? '');
    }
    return trials.map((trial) => {
      const checks = seen.get(trial.id) ?? {
        failed: [],
        skipped: [],
        passed: [],
        errors: ['was never sent'],
      };
      return { ...trial, ...checks, struck: struck.has(trial.id) };
    });
  } finally {
    await standIn.close();
  }
}

type Seen = Pick<Tried, 'failed' | 'skipped' | 'passed' | 'errors'>;

function runNewman(collection: JsonObject, environment: JsonObject): Promise<Map<string, Seen>> {
  const seen = new Map<string, Seen>();
  const options = { collection, environment, reporters: [], timeoutRequest: 30_000 };
  return new Promise((resolve, reject) => {
    const run = newman.run(options as unknown as NewmanRunOptions, (error) =>
      error === null ? resolve(seen) : reject(error),
    );
    const checksOf = (id: string): Seen => {
      const checks = seen.get(id) ?? { failed: [], skipped: [], passed: [], errors: [] };
      seen.set(id, checks);
      return checks;
    };
    // a request that is sent again begins anew
    run.on('beforeItem', (_error, { item }) => void seen.delete(item.id));
    run.on('assertion', (error, { item, assertion, skipped }) => {
      const checks = checksOf(item.id);
      if (skipped) checks.skipped.push(assertion);
      else checks[error ? 'failed' : 'passed'].push(assertion);
    });
    run.on('script', (error, { item }) => {
      if (error) checksOf(item.id).errors.push(error.message);
    });
  });
}

/** In the script that is there: one script more would cost each trial some milliseconds. */
function withFirstLines(collection: JsonObject, text: string): JsonObject {
  const events = collection.event as unknown as { listen: string; script: { exec: string[] } }[];
  const [first, ...others] = events;
  if (first?.listen !== 'prerequest')
    throw new Error('the collection does not begin with a pre-request script');
  const begun = { ...first, script: { ...first.script, exec: [text, ...first.script.exec] } };
  return { ...collection, event: [begun, ...others] } as unknown as JsonObject;
}
