import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the project. */
export const PROJECT = join(__dirname, '..', '..');

/** Material beside the project that it must not need; undefined where it is absent. */
export function sharedFile(...path: string[]): string | undefined {
  const file = join(PROJECT, '..', 'shared', ...path);
  return existsSync(file) ? file : undefined;
}

export function readProjectFile(...path: string[]): string {
  return readFileSync(join(PROJECT, ...path), 'utf8');
}
