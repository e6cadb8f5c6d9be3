import { realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Problem, ProblemError } from '../problem';
import { isAddress, shownAddress } from './address';
import type { FetchLimits } from './fetch-text';
import { readText } from './read-text';
import type { Source } from './source';

/**
 * Reads what a person named: files, folders and urls.
 *
 * @param names as typed; files and folders are relative to `cwd`
 * @returns the texts, in the order of the names, a folder's files sorted; the folders (real paths, or addresses that
 *   end in `/`) which they may refer to; and what is wrong with files of a folder that nobody named
 * @throws ProblemError for what cannot be read
 */
export async function readSources(
  names: readonly string[],
  cwd: string,
  limits?: FetchLimits,
): Promise<{ sources: Source[]; folders: string[]; passedOver: Problem[] }> {
  const sources = new Map<string, Source>();
  const folders = new Set<string>();
  const passedOver: Problem[] = [];
  for (const name of names) {
    if (isAddress(name)) {
      const { fetchText }: typeof import('./fetch-text') = require('./fetch-text');
      const { text, address, type } = await fetchText(name, limits);
      add({ name: shownAddress(name), location: address, text, page: /markdown/.test(type), found: false });
      folders.add(new URL('.', address).href);
      continue;
    }
    const path = resolve(cwd, name);
    if (await isFolder(path)) {
      folders.add(await realpath(path));
      await addFolder(name, path);
      continue;
    }
    add({ name, location: path, text: await readText(name, cwd), page: false, found: false });
    folders.add(await realpath(dirname(path)));
  }
  return { sources: [...sources.values()], folders: [...folders], passedOver };

  /** What is named twice, or lies in a folder that is named as well, counts once. */
  function add(source: Source): void {
    if (sources.get(source.location)?.found !== false) sources.set(source.location, source);
  }

  async function addFolder(name: string, path: string): Promise<void> {
    const { listFolder }: typeof import('./list-folder') = require('./list-folder');
    for (const inner of await listFolder(path)) {
      const shown = join(name, inner);
      const text = await readText(shown, cwd).catch((error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
        passedOver.push(...error.problems);
        return undefined;
      });
      if (text !== undefined)
        add({ name: shown, location: join(path, inner), text, page: false, found: true });
    }
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
