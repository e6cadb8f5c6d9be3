import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './project';

/** Where a program of the project's packages is; undefined where it is not installed. */
export function installedProgram(name: string): string | undefined {
  const path = join(PROJECT, 'node_modules', '.bin', name);
  return existsSync(path) ? path : undefined;
}

/** Runs a program to its end. */
export async function runProgram(
  program: string,
  args: readonly string[],
  cwd = PROJECT,
): Promise<{ exitCode: number | null; output: string }> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, output };
}
