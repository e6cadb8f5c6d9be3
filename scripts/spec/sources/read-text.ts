import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { nearestName } from '../nearest-name';
import { decodeText } from '../parse/decode-text';
import { ProblemError } from '../problem';
import { isAddress, shownAddress } from './address';

/**
 * Reads a file as text: UTF-8, without its byte order mark, every line end as `\n`.
 *
 * @param source the file's name as the person typed it, shown that way in messages
 * @param cwd the folder it is relative to
 * @throws ProblemError UNREADABLE_SOURCE, EMPTY_SOURCE, or UNSUPPORTED for a folder or a url
 */
export async function readText(source: string, cwd: string): Promise<string> {
  refuseUrl(source);
  const bytes = await readBytes(source, resolve(cwd, source));
  return decodeText(bytes, source);
}

function refuseUrl(source: string): void {
  if (!isAddress(source)) return;
  throw new ProblemError({
    code: 'UNSUPPORTED',
    severity: 'error',
    message: 'found a url in place of a file',
    file: shownAddress(source),
    hint: 'save what it leads to and name that file',
  });
}

async function readBytes(source: string, path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'EISDIR') {
      throw new ProblemError({
        code: 'UNSUPPORTED',
        severity: 'error',
        message: 'found a folder in place of a file',
        file: source,
        hint: 'name one file in it',
      });
    }
    const missing = code === 'ENOENT' || code === 'ENOTDIR';
    throw new ProblemError({
      code: 'UNREADABLE_SOURCE',
      severity: 'error',
      message: missing ? 'there is no such file' : `the file cannot be read (${code})`,
      file: source,
      hint: missing ? await likeNamed(path) : 'check its permissions',
    });
  }
}

async function likeNamed(path: string): Promise<string> {
  const names = await readdir(dirname(path)).catch(() => []);
  const near = nearestName(basename(path), names);
  return near === undefined ? 'check the spelling and the folder' : `did you mean ${near}`;
}
