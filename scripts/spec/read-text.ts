import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { nearestName } from './nearest-name';
import { ProblemError } from './problem';

const UTF_16_MARKS = ['fffe', 'feff'];

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
  const text = decode(bytes, source).replace(/\r\n?/g, '\n');
  if (text.trim() === '') {
    throw new ProblemError({
      code: 'EMPTY_SOURCE',
      severity: 'error',
      message: bytes.length === 0 ? 'the file is empty' : 'the file holds nothing but blanks',
      file: source,
      hint: 'fetch or save the file again',
    });
  }
  return text;
}

function refuseUrl(source: string): void {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(source)) return;
  // A user name or a query may hold a key, so neither is shown.
  const shown = source.replace(/\/\/[^/?#]*@/, '//').replace(/[?#].*$/s, '');
  throw new ProblemError({
    code: 'UNSUPPORTED',
    severity: 'error',
    message: 'found a url in place of a file',
    file: shown,
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

function decode(bytes: Buffer, source: string): string {
  const problem = { code: 'UNREADABLE_SOURCE', severity: 'error', file: source } as const;
  if (UTF_16_MARKS.includes(bytes.subarray(0, 2).toString('hex'))) {
    throw new ProblemError({ ...problem, message: 'the text is UTF-16', hint: 'save it as UTF-8' });
  }
  const lossy = bytes.toString('utf8');
  if (lossy.includes('\0')) {
    throw new ProblemError({
      ...problem,
      message: 'the file is not text but binary',
      hint: 'name a YAML, JSON or Markdown file',
    });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const before = lossy.slice(0, lossy.indexOf('\ufffd'));
    throw new ProblemError({
      ...problem,
      line: before.split(/\r\n?|\n/).length,
      message: 'the text is not UTF-8',
      hint: 'save it as UTF-8',
    });
  }
}
