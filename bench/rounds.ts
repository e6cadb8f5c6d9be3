import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CollectionSize, collectionSize } from './collection-size';
import type { BenchContract } from './made-contracts';
import { type Measurement, measure } from './measure';
import type { Tool } from './tools';

/** What one tool needed for one contract: medians of the rounds, or why there is nothing. */
export type Result = { median: Measurement; size: CollectionSize } | { failure: string };

/** The results for one contract, by the tool's name. */
export interface Row {
  contract: BenchContract;
  results: Map<string, Result>;
}

/**
 * Lets the tools make the collection of one contract in turn, round by round, so that whatever slows the machine
 * for a while slows them alike. A tool that fails once has failed and is not tried again.
 *
 * @param limit milliseconds for one run
 */
export async function runRounds(
  contract: BenchContract,
  tools: readonly Tool[],
  rounds: number,
  limit: number,
): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const spec = join(folder, contract.file);
    writeFileSync(spec, contract.text);
    const failures = new Map<string, string>();
    const measured = new Map(tools.map(({ name }) => [name, [] as Measurement[]]));
    const sizes = new Map<string, CollectionSize>();
    for (let round = 0; round < rounds; round += 1) {
      for (const tool of tools.filter(({ name }) => !failures.has(name))) {
        const out = join(folder, 'out');
        mkdirSync(out);
        const outcome = await measure(tool.args(spec, out), folder, limit);
        const size = writtenSize(out);
        rmSync(out, { recursive: true });
        if ('failure' in outcome) failures.set(tool.name, outcome.failure);
        else if (size === undefined) failures.set(tool.name, 'wrote no collection');
        else {
          measured.get(tool.name)?.push(outcome.measured);
          sizes.set(tool.name, size);
        }
      }
    }
    const results = new Map(
      tools.map(({ name }): [string, Result] => {
        const size = sizes.get(name);
        const failure = failures.get(name);
        if (failure !== undefined || size === undefined) return [name, { failure: failure ?? 'not run' }];
        return [name, { median: medians(measured.get(name) ?? []), size }];
      }),
    );
    return { contract, results };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Our tool writes the collection into a folder of that name, beside the environments. */
function writtenSize(out: string): CollectionSize | undefined {
  const folder = [join(out, 'collections'), out].find(existsSync) ?? out;
  const file = readdirSync(folder).find((name) => name.endsWith('.json'));
  return file === undefined ? undefined : collectionSize(readFileSync(join(folder, file), 'utf8'));
}

function medians(measurements: Measurement[]): Measurement {
  const of = (key: keyof Measurement) => median(measurements.map((measurement) => measurement[key]));
  return { wall: of('wall'), cpu: of('cpu'), memory: of('memory') };
}

function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
