import { deepStrictEqual, strictEqual, throws } from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePieces } from '../../../scripts/collection/files/write-pieces';

/** Three pieces that are compared and written in more than one go; signs of two and of four bytes. */
const pieces = ['a'.repeat(300_000), 'ł'.repeat(300_000), `${'😀'.repeat(10)}end`];
const whole = pieces.join('');

describe('writing a text in pieces', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pieces-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = (name: string) => join(folder, name);
  const write = (text: string | undefined) => {
    if (text !== undefined) writeFileSync(file('old'), text);
    const isWritten = writePieces(pieces, file('old'), file('new'));
    return { isWritten, text: isWritten ? readFileSync(file('new'), 'utf8') : undefined };
  };

  it('writes it where there is no file yet, with the folders it needs', () => {
    deepStrictEqual(write(undefined), { isWritten: true, text: whole });
    strictEqual(writePieces(['a'], file('none'), file('b/c/new')), true);
    strictEqual(readFileSync(file('b/c/new'), 'utf8'), 'a');
  });

  it('writes nothing where the file is the same', () => {
    deepStrictEqual(write(whole), { isWritten: false, text: undefined });
    strictEqual(existsSync(file('new')), false);
  });

  const others: [string, string][] = [
    ['differs at its beginning', `b${whole.slice(1)}`],
    ['differs in the middle', `${pieces[0]}x${pieces[1]?.slice(1)}${pieces[2]}`],
    ['differs at its end', `${whole.slice(0, -1)}D`],
    ['is shorter', whole.slice(0, -1)],
    ['is much shorter', 'aaa'],
    ['is longer', `${whole}more`],
    ['is empty', ''],
  ];
  for (const [title, text] of others) {
    it(`writes all of it where the file ${title}`, () => {
      deepStrictEqual(write(text), { isWritten: true, text: whole });
      strictEqual(readFileSync(file('old'), 'utf8'), text);
    });
  }

  it('writes an empty text', () => {
    writeFileSync(file('old'), 'not empty');
    strictEqual(writePieces([], file('old'), file('new')), true);
    strictEqual(readFileSync(file('new'), 'utf8'), '');
  });

  it('leaves the old file alone when a piece cannot be made', () => {
    writeFileSync(file('old'), 'old');
    const broken = {
      *[Symbol.iterator]() {
        yield 'new';
        throw new Error('no more');
      },
    };
    throws(() => writePieces(broken, file('old'), file('new')), /no more/);
    strictEqual(readFileSync(file('old'), 'utf8'), 'old');
  });
});
