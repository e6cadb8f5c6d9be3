import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareTexts } from '../compare-texts';

/** A folder with more of them is hardly a contract. */
const MAX_FILES = 5_000;
const SKIPPED = new Set(['node_modules']);

/**
 * The YAML, JSON and Markdown files below a folder, sorted by name, folder by folder; hidden ones are passed over,
 * and links are not followed.
 *
 * @returns paths relative to the folder, with `/`
 */
export async function listFolder(folder: string): Promise<string[]> {
  const files: string[] = [];
  const open = [''];
  for (let inner = open.shift(); inner !== undefined; inner = open.shift()) {
    const entries = await readdir(join(folder, inner), { withFileTypes: true });
    for (const entry of entries.sort((one, other) => compareTexts(one.name, other.name))) {
      const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) open.push(path);
      if (entry.isFile() && /\.(ya?ml|json|mdx?|markdown)$/i.test(entry.name)) files.push(path);
      if (files.length > MAX_FILES) return files;
    }
  }
  return files;
}
