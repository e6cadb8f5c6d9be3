import assert from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTogether } from '../../../scripts/collection/files/write-together';
import { contentOf } from '../../support/folder-content';

describe('writing files together', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'together-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (...files: [file: string, pieces: Iterable<string>][]) =>
    writeTogether(
      files.map(([file, pieces]) => ({ file, pieces })),
      folder,
    );
  const given = (name: string, text: string) => writeFileSync(join(folder, name), text);
  /** A text after which a folder stands in the place of a file that was to be written. */
  const inTheWayOf = (name: string) => ({
    *[Symbol.iterator]() {
      rmSync(join(folder, name), { force: true });
      mkdirSync(join(folder, name, 'full'), { recursive: true });
      yield 'new';
    },
  });

  it('names those that were written and leaves nothing beside them', () => {
    given('same', 'old');
    given('other', 'old');
    const files = write(['same', ['old']], ['other', ['new']], ['a/new', ['n', 'ew']]);
    assert.deepEqual(files, ['other', 'a/new']);
    assert.deepEqual(contentOf(folder), { a: null, 'a/new': 'new', other: 'new', same: 'old' });
  });

  it('replaces none where one cannot be made', () => {
    given('a', 'old');
    const broken = {
      *[Symbol.iterator]() {
        yield 'new';
        throw new Error('no more');
      },
    };
    assert.throws(() => write(['a', ['new']], ['b', broken]), /no more/);
    assert.deepEqual(contentOf(folder), { a: 'old' });
  });

  it('writes none where something else stands in the place of one, and says of which', () => {
    mkdirSync(join(folder, 'b'));
    assert.throws(() => write(['a', ['new']], ['b', ['new']]), {
      problems: [
        {
          code: 'UNWRITABLE',
          severity: 'error',
          file: 'b',
          message: 'the file cannot be written: a folder stands in the place of the file',
          hint: 'name another place with --out or --changes, or make room for the file there',
        },
      ],
    });
    assert.deepEqual(contentOf(folder), { b: null });
  });

  it('puts back what it replaced where the last one cannot be', () => {
    given('a', 'old');
    given('c', 'old');
    assert.throws(
      () => write(['a', ['new']], ['b', ['new']], ['c', ['new']], ['d', inTheWayOf('c')]),
      /UNWRITABLE|cannot be written/,
    );
    assert.deepEqual(contentOf(folder), { a: 'old', c: null, [join('c', 'full')]: null });
  });

  it('writes the file that a link names, which stays a link, and keeps who may read it', () => {
    mkdirSync(join(folder, 'real'));
    given('real/a', 'old');
    chmodSync(join(folder, 'real', 'a'), 0o600);
    symlinkSync(join('real', 'a'), join(folder, 'a'));
    assert.deepEqual(write(['a', ['new']]), ['a']);
    assert.ok(lstatSync(join(folder, 'a')).isSymbolicLink());
    assert.equal(readFileSync(join(folder, 'real', 'a'), 'utf8'), 'new');
    assert.equal(statSync(join(folder, 'real', 'a')).mode & 0o777, 0o600);
  });
});
