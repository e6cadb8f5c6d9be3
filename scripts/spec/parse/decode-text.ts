import { ProblemError } from '../problem';

const UTF_16_MARKS = ['fffe', 'feff'];

/**
 * Bytes as text: UTF-8, without its byte order mark, every line end as `\n`.
 *
 * @param source what the bytes came from, for messages
 * @throws ProblemError UNREADABLE_SOURCE, EMPTY_SOURCE
 */
export function decodeText(bytes: Buffer, source: string): string {
  const text = decode(bytes, source).replace(/\r\n?/g, '\n');
  if (text.trim() !== '') return text;
  throw new ProblemError({
    code: 'EMPTY_SOURCE',
    severity: 'error',
    message: bytes.length === 0 ? 'the file is empty' : 'the file holds nothing but blanks',
    file: source,
    hint: 'fetch or save the file again',
  });
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
