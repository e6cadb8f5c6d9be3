import assert from 'node:assert/strict';
import { readReporters } from '../../../scripts/run/reporters/read-reporters';
import type { ProblemError } from '../../../scripts/spec/problem';

describe('readReporters', () => {
  const read = (names: string[], flags: [string, string | true][] = []) =>
    readReporters(names, flags, __dirname).map(({ name, options }) => [name, options]);

  it("gives each reporter the options that begin with its name, as newman's command line does", () => {
    assert.deepEqual(
      read(
        ['json,junit', 'json', 'htmlextra'],
        [
          ['json-export', 'run.json'],
          ['htmlextra-skip-headers', true],
          ['htmlextra-showEnvironmentData', true],
          ['export', 'all.txt'],
        ],
      ),
      [
        ['json', { export: 'all.txt' }],
        ['junit', { export: 'all.txt' }],
        ['htmlextra', { skipHeaders: true, showEnvironmentData: true, export: 'all.txt' }],
      ],
    );
  });

  it('says what to install where there is no such reporter', () => {
    assert.throws(
      () => read(['nobody-has-this']),
      ({ problems }: ProblemError) => {
        assert.equal(problems[0]?.message, 'there is no reporter "nobody-has-this"');
        assert.equal(problems[0]?.hint, '`npm install --save-dev newman-reporter-nobody-has-this`');
        return true;
      },
    );
  });

  it('says which reporter to name where an option has none', () => {
    assert.throws(
      () => read([], [['htmlextra-export', 'x.html']]),
      ({ problems }: ProblemError) => problems[0]?.hint === 'name it, --reporters htmlextra',
    );
  });
});
