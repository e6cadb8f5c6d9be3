import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const project = join(__dirname, '..', '..');

export interface CommandResult {
  /** Null where a signal ended the process. */
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

export interface CommandOptions {
  /** The folder in which the person stands; the project's by default. */
  cwd?: string;
  /** Variables on top of this process's own; `undefined` takes one away. */
  env?: Record<string, string | undefined>;
  /** Gets the process once it runs, to send it a signal. */
  onStart?(child: ChildProcess): void;
}

/** Runs `scripts/NAME.ts` as a process of its own, as package.json has it, and waits for its end. */
export async function runCommand(
  name: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const child = spawn(process.execPath, [join(project, 'scripts', 'start.cjs'), name, ...args], {
    cwd: project,
    env: {
      ...process.env,
      // empty, so that the .env of a person's own does not count either
      NOVAPOST_API_KEY: '',
      NOVAPOST_PHONE: '',
      INIT_CWD: options.cwd ?? project,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  options.onStart?.(child);
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (chunk: string) => {
      output[stream] += chunk;
    });
  }
  const [exitCode] = await once(child, 'close');
  return { exitCode, ...output };
}
