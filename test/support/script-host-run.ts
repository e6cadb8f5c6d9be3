import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import newman, { type NewmanRunOptions } from 'newman';

/** What a run of the collection showed, in either host. */
export interface HostRun {
  /** One line per request: `divisions: kept`, `divisions: skipped (why)`, `divisions: failed (checks)`. */
  outcomes: string[];
  /** Names and messages of all checks, and console lines. */
  said: string[];
  /** Milliseconds that our scripts waited. */
  waits: number[];
  /** Variables of the environment after the run; newman only. */
  environment: Record<string, unknown>;
}

export interface HostInput {
  collection: object;
  /** Null: none is selected. */
  environment: Record<string, string> | null;
  /** Rows of a data file. */
  data?: object[];
  /** Names of the requests that are sent, in this order; Postman CLI only. */
  clicks?: readonly string[];
  /** Newman only. */
  options?: NewmanRunOptions;
}

interface Assertion {
  item: string;
  /** Tells apart two executions of the same request. */
  execution: string;
  name: string;
  skipped: boolean;
  message: string | undefined;
}

/** One line per request that had checks, in the order of the run. */
function outcomesOf(assertions: readonly Assertion[]): string[] {
  const groups = new Map<string, Assertion[]>();
  for (const assertion of assertions) {
    groups.set(assertion.execution, [...(groups.get(assertion.execution) ?? []), assertion]);
  }
  return [...groups.values()].map((group) => {
    const failed = group.filter(({ message }) => message !== undefined).map(({ name }) => name);
    const skipped = group.filter((one) => one.skipped).map(({ name }) => name);
    const item = group[0]?.item;
    if (failed.length > 0) return `${item}: failed (${failed.join('; ')})`;
    return skipped.length > 0 ? `${item}: skipped (${skipped.join('; ')})` : `${item}: kept`;
  });
}

function environmentFile(values: Record<string, string>): object {
  return {
    name: 'sample environment',
    values: Object.entries(values).map(([key, value]) => ({ key, value, enabled: true })),
  };
}

export async function runInNewman({ collection, environment, data, options }: HostInput): Promise<HostRun> {
  const assertions: Assertion[] = [];
  const printed: string[] = [];
  const values = await new Promise<Record<string, unknown>>((resolve, reject) => {
    newman
      .run(
        {
          collection: collection as NonNullable<NewmanRunOptions['collection']>,
          ...(environment && { environment: environmentFile(environment) as never }),
          ...(data && { iterationData: data }),
          reporters: [],
          ...options,
        },
        (error, summary) => {
          if (error) return reject(error);
          const scope = summary.environment as unknown as { toObject(): Record<string, unknown> };
          resolve(scope.toObject());
        },
      )
      .on('assertion', (error, { assertion, skipped, item, cursor }) => {
        const message = error?.message;
        assertions.push({ item: item.name, execution: cursor.ref, name: assertion, skipped, message });
      })
      .on('console', (_error, { messages }) => printed.push(messages.join(' ')));
  });
  return hostRun(assertions, printed, values);
}

const postmanCli = join(__dirname, '..', '..', 'node_modules', '.bin', 'postman');
export const hasPostmanCli = existsSync(postmanCli);

/** Runs `postman collection run`, which carries the script host of the app. */
export async function runInPostmanCli({
  collection,
  environment,
  data,
  clicks = [],
}: HostInput): Promise<HostRun> {
  const folder = mkdtempSync(join(tmpdir(), 'script-host-'));
  const file = (name: string) => join(folder, name);
  try {
    writeFileSync(file('collection.json'), JSON.stringify(collection));
    writeFileSync(file('environment.json'), JSON.stringify(environmentFile(environment ?? {})));
    const args = ['collection', 'run', file('collection.json'), '-r', 'cli,json'];
    args.push('--reporter-json-export', file('report.json'), '--reporter-json-structure', 'newman');
    if (environment !== null) args.push('-e', file('environment.json'));
    if (data !== undefined) {
      writeFileSync(file('data.json'), JSON.stringify(data));
      args.push('-d', file('data.json'));
    }
    for (const name of clicks) args.push('-i', `id of ${name}`);
    const output = await new Promise<string>((resolve) => {
      execFile(postmanCli, args, { cwd: folder }, (_error, stdout, stderr) => resolve(stdout + stderr));
    });
    const report = JSON.parse(readFileSync(file('report.json'), 'utf8')) as CliReport;
    const assertions = report.run.executions.flatMap(({ id, item, cursor, assertions = [] }) =>
      assertions.map(({ assertion, skipped, error }) => ({
        item: item.name,
        execution: cursor?.ref ?? id,
        name: assertion,
        skipped,
        message: error?.message,
      })),
    );
    const printed = [...output.matchAll(/'wait', \d+/g)].map(([line]) => line.replace("'wait',", 'wait'));
    return hostRun(assertions, printed, {});
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface CliReport {
  run: {
    executions: {
      id: string;
      item: { name: string };
      cursor?: { ref: string };
      assertions?: { assertion: string; skipped: boolean; error?: { message: string } }[];
    }[];
  };
}

function hostRun(assertions: Assertion[], printed: string[], environment: Record<string, unknown>): HostRun {
  const isWait = (line: string) => line.startsWith('wait ');
  return {
    outcomes: outcomesOf(assertions),
    said: [
      ...assertions.flatMap(({ name, message }) => [name, message ?? '']),
      ...printed.filter((line) => !isWait(line)),
    ],
    waits: printed.filter(isWait).map((line) => Number(line.slice(5))),
    environment,
  };
}
