import assert from 'node:assert/strict';
import type { Problem } from '../../../scripts/spec/problem';
import { readDocument } from '../../../scripts/spec/read-document';
import { withScratchFolder } from '../../support/scratch-folder';
import { refusedFile, SMALL } from '../../support/small-files';
import { thrownProblems } from '../../support/thrown-problems';

describe('readDocument: sources it refuses', () => {
  it('a file that is not there, with the nearest name', async () => {
    await withScratchFolder({ 'parcels.yaml': SMALL }, async (folder) => {
      const [problem] = await thrownProblems(() => readDocument('parcel.yaml', folder));
      assert.equal(problem?.code, 'UNREADABLE_SOURCE');
      assert.equal(problem.file, 'parcel.yaml');
      assert.match(problem.hint ?? '', /parcels\.yaml/);
    });
  });

  const cases: [
    what: string,
    name: string,
    content: string | Uint8Array,
    want: Partial<Problem>,
    words: RegExp,
  ][] = [
    ['an empty file', 'a.yaml', '', { code: 'EMPTY_SOURCE' }, /empty/],
    ['a blank file', 'a.json', ' \n\n', { code: 'EMPTY_SOURCE' }, /blank/],
    ['a file of comments', 'a.yaml', '# to do\n', { code: 'EMPTY_SOURCE' }, /no value/],
    ['a binary file', 'a.yaml', Uint8Array.of(80, 75, 3, 4, 0, 0), { code: 'UNREADABLE_SOURCE' }, /binary/],
    [
      'text that is not UTF-8',
      'a.yaml',
      Buffer.from('openapi: 3.0.3\nname: Gda\xf1sk\n', 'latin1'),
      { code: 'UNREADABLE_SOURCE', line: 2 },
      /UTF-8/,
    ],
    ['UTF-16', 'a.yaml', Buffer.from('\ufeffopenapi: 3', 'utf16le'), { code: 'UNREADABLE_SOURCE' }, /UTF-16/],
    [
      'a sign-in page under the name of a contract',
      'a.json',
      '\n<!-- x -->\n<!DOCTYPE html>\n<html><title>Sign in</title></html>\n',
      { code: 'HTML_INSTEAD', line: 1 },
      /HTML.*OpenAPI/,
    ],
    [
      'a sign-in page in place of a Markdown page',
      'a.md',
      '<html>\n</html>',
      { code: 'HTML_INSTEAD' },
      /HTML/,
    ],
    [
      'an error in XML',
      'a.yaml',
      '<?xml version="1.0"?>\n<Error><Code>AccessDenied</Code></Error>',
      { code: 'HTML_INSTEAD' },
      /XML/,
    ],
  ];
  for (const [what, name, content, want, words] of cases) {
    it(what, async () => {
      const problem = await refusedFile(name, content);
      assert.deepEqual({ ...problem, ...want }, problem);
      assert.match(problem.message, words);
      assert.ok(problem.hint);
    });
  }
});
