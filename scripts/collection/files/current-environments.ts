import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { stableId } from '../stable-id';

export const ENDING = '.postman_environment.json';

/**
 * The environments of a contract that stand in a folder, by their names, as texts; those that somebody wrote, or that
 * another contract gave, are not among them.
 *
 * @param slug of the contract
 * @param folder the output folder, relative to `cwd`
 */
export function currentEnvironments(slug: string, folder: string, cwd: string): Map<string, string> {
  const directory = resolve(cwd, folder, 'environments');
  return new Map(
    namesIn(directory).flatMap((name): [string, string][] => {
      const text = textOf(join(directory, `${name}${ENDING}`));
      return idIn(text) === stableId(slug, 'environment', name) ? [[name, text]] : [];
    }),
  );
}

function namesIn(directory: string): string[] {
  try {
    const files = readdirSync(directory).filter((file) => file.endsWith(ENDING));
    return files.map((file) => file.slice(0, -ENDING.length)).sort();
  } catch {
    // What keeps it from being read is told where it is written.
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function idIn(text: string): JsonValue | undefined {
  try {
    const environment = JSON.parse(text) as JsonValue;
    return isObject(environment) ? environment.id : undefined;
  } catch {
    return undefined;
  }
}
