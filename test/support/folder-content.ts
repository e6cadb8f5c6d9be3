import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What stands below a folder: each file's text by its path, `null` for a folder. */
export function contentOf(folder: string): Record<string, string | null> {
  const paths = readdirSync(folder, { recursive: true }).map(String).sort();
  return Object.fromEntries(
    paths.map((path) => {
      const file = join(folder, path);
      return [path, statSync(file).isDirectory() ? null : readFileSync(file, 'utf8')];
    }),
  );
}

/** When each file below a folder was written last, in milliseconds. */
export function timesOf(folder: string): Record<string, number> {
  const paths = readdirSync(folder, { recursive: true }).map(String).sort();
  return Object.fromEntries(paths.map((path) => [path, statSync(join(folder, path)).mtimeMs]));
}
