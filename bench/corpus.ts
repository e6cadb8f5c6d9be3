import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchContract } from './made-contracts';

/** The contracts in a folder, by name; undefined where there is no such folder. */
export function corpusContracts(folder: string): BenchContract[] | undefined {
  const names = namesIn(folder)?.filter((name) => /\.(ya?ml|json)$/.test(name));
  return names?.sort().map((file) => ({ name: file, file, text: readFileSync(join(folder, file), 'utf8') }));
}

function namesIn(folder: string): string[] | undefined {
  try {
    return readdirSync(folder);
  } catch {
    return undefined;
  }
}
