import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { valueAt } from '../../../scripts/spec/json-pointer';
import { readDocument } from '../../../scripts/spec/read-document';
import { openapi, operation, refusedFiles, told } from '../../support/read-files';
import { withScratchFolder } from '../../support/scratch-folder';
import { thrownProblems } from '../../support/thrown-problems';

const reading = (ref: string) => openapi(`paths:\n${operation('get', '/a', `{$ref: '${ref}'}`)}`);
const SCHEMA = '/paths/~1a/get/responses/200/content/application~1json/schema';

describe('readDocument: references that it refuses', () => {
  const place = `openapi.yaml:6#${SCHEMA}/$ref`;
  const cases: [what: string, ref: string, want: string, words: RegExp, hint: RegExp][] = [
    [
      'a file that is not there',
      'parcel.yaml',
      `DANGLING_REF ${place}`,
      /parcel\.yaml leads nowhere/,
      /relative/,
    ],
    [
      'a name that a file lacks',
      'a.yaml#/Percel',
      `DANGLING_REF ${place}`,
      /a\.yaml#\/Percel leads nowhere in a\.yaml/,
      /Parcel/,
    ],
    ['an anchor in a file', 'a.yaml#parcel', `DANGLING_REF ${place}`, /a\.yaml#parcel/, /JSON pointer/],
    [
      'a file outside',
      '../../../etc/hostname',
      `UNSUPPORTED ${place}`,
      /out of the folder/,
      /--allow-outside/,
    ],
    ['an absolute path', '/etc/hostname', `UNSUPPORTED ${place}`, /out of the folder/, /--allow-outside/],
    [
      'a file as a url',
      'file:///etc/hostname',
      `UNSUPPORTED ${place}`,
      /out of the folder/,
      /--allow-outside/,
    ],
    [
      'another server',
      'https://example.test/a.json?key=k#/A',
      `UNSUPPORTED ${place}`,
      /https:\/\/example\.test\/a\.json leads to another server/,
      /--allow-remote/,
    ],
    [
      'a url without a scheme',
      '//example.test/a.json',
      `UNSUPPORTED ${place}`,
      /another server/,
      /--allow-remote/,
    ],
    ['a scheme nobody reads', 'ftp://example.test/a.json', `UNSUPPORTED ${place}`, /scheme/, /file/],
  ];
  for (const [what, ref, want, words, hint] of cases) {
    it(what, async () => {
      const problems = await refusedFiles(
        { 'openapi.yaml': reading(ref), 'a.yaml': 'Parcel: {}' },
        'openapi.yaml',
      );
      assert.deepEqual(problems.map(told), [want]);
      assert.match(problems[0]?.message ?? '', words);
      assert.match(problems[0]?.hint ?? '', hint);
      assert.ok(!problems[0]?.message.includes('key='));
    });
  }

  it('a link inside that leads outside, unless that is allowed', async () => {
    await withScratchFolder(
      { 'api/openapi.yaml': reading('link.yaml'), 'secret.yaml': 'type: string' },
      async (folder) => {
        symlinkSync(join(folder, 'secret.yaml'), join(folder, 'api', 'link.yaml'));
        const [problem] = await thrownProblems(() => readDocument('api/openapi.yaml', folder));
        assert.match(problem?.message ?? '', /out of the folder/);
        const { document } = await readDocument('api/openapi.yaml', folder, { allowOutside: true });
        assert.deepEqual(valueAt(document.value, '/components/schemas/link'), { type: 'string' });
      },
    );
  });

  it('a broken file, at its own place', async () => {
    const problems = await refusedFiles(
      { 'openapi.yaml': reading('a.yaml'), 'a.yaml': "type: 'string\n" },
      'openapi.yaml',
    );
    assert.deepEqual(
      problems.map(({ code, file }) => [code, file]),
      [['INVALID_SYNTAX', 'a.yaml']],
    );
  });

  it('a value in a file that is not what it should be, at its own place', async () => {
    const problems = await refusedFiles(
      { 'openapi.yaml': reading('a.yaml#/A'), 'a.yaml': '\nA: {properties: []}' },
      'openapi.yaml',
    );
    assert.deepEqual(problems.map(told), ['INVALID_DOCUMENT a.yaml:2#/A/properties']);
  });
});
