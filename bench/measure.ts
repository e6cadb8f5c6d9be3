import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What one process cost, from its start to its end. */
export interface Measurement {
  /** Milliseconds by the clock. */
  wall: number;
  /** Milliseconds of CPU, user and system, of the process and those it started: steadier than the clock. */
  cpu: number;
  /** Bytes: the peak of the largest process. */
  memory: number;
}

export type Outcome = { measured: Measurement } | { failure: string };

/** The file that each measured process adds a line to. */
const USAGE = 'usage.jsonl';

/**
 * Runs `node ARGS` in a folder, alone and to its end.
 *
 * @param limit milliseconds after which it is stopped and counts as failed
 */
export async function measure(args: readonly string[], folder: string, limit: number): Promise<Outcome> {
  const usage = join(folder, USAGE);
  rmSync(usage, { force: true });
  const started = process.hrtime.bigint();
  const child = spawn(process.execPath, ['--require', join(__dirname, 'report-usage.cjs'), ...args], {
    cwd: folder,
    env: { ...process.env, BENCH_USAGE: usage, INIT_CWD: folder },
    stdio: 'ignore',
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), limit);
  const [code, signal] = await new Promise<[number | null, string | null]>((done) => {
    child.on('error', () => done([null, null]));
    child.on('exit', (...end) => done(end));
  });
  const wall = Number(process.hrtime.bigint() - started) / 1e6;
  clearTimeout(timer);
  if (signal === 'SIGKILL') return { failure: `longer than ${limit / 1000} s` };
  if (code !== 0) return { failure: `exit ${code ?? signal}` };
  const processes = existsSync(usage) ? readUsage(usage) : [];
  return {
    measured: {
      wall,
      cpu: processes.reduce((sum, { cpu }) => sum + cpu, 0) / 1000,
      memory: Math.max(0, ...processes.map(({ maxRSS }) => maxRSS)) * 1024,
    },
  };
}

function readUsage(file: string): { maxRSS: number; cpu: number }[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as { maxRSS: number; cpu: number });
}
