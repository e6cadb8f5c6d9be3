import { stat, writeFile } from 'node:fs/promises';
import { dirname, join, parse, resolve } from 'node:path';
import { makeFolder } from '../reports/make-folder';
import type { AddedReporters, ReporterExport } from './added-reporters';

/**
 * Writes what a reporter exports, where Newman would: at its path, in the folder that the path names, or under its
 * own name with the time in it.
 */
export async function writeExport(
  { default: name = 'newman-report', path, content }: ReporterExport,
  { cwd, exportFolder }: Omit<AddedReporters, 'reporters'>,
  at = new Date(),
): Promise<void> {
  const { base, name: stem, ext } = parse(name);
  const named = typeof path === 'string' && path !== '' ? resolve(cwd, path) : undefined;
  const stamped = `${stem}-${at.toISOString().replace(/\D+/g, '-')}0${ext}`;
  const file = named === undefined ? join(exportFolder, base === '' ? 'newman-report' : stamped) : named;
  const target = (await isFolder(file)) ? join(file, stamped) : file;
  await makeFolder(dirname(target));
  await writeFile(target, textOf(content));
}

function textOf(content: unknown): string | Uint8Array {
  if (typeof content === 'string' || content instanceof Uint8Array) return content;
  return content === undefined || content === null ? '' : JSON.stringify(content, null, 2);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
