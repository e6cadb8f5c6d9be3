import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appendStepSummary } from '../../../scripts/run/reports/append-step-summary';
import type { ProblemError } from '../../../scripts/spec/problem';
import { withScratchFolder } from '../../support/scratch-folder';

describe('appendStepSummary', () => {
  it('appends to what is there, and tells how much room that leaves of one mebibyte', () =>
    withScratchFolder({}, async (folder) => {
      const path = join(folder, 'summary.md');
      const rooms: number[] = [];
      for (const text of ['# one\n', '# two\n']) {
        await appendStepSummary(path, (most) => {
          rooms.push(most);
          return text;
        });
      }
      assert.equal(readFileSync(path, 'utf8'), '# one\n\n\n# two\n');
      assert.deepEqual(rooms, [1048574, 1048568]);
    }));

  it('leaves a file alone that has no room', () =>
    withScratchFolder({}, async (folder) => {
      const path = join(folder, 'summary.md');
      writeFileSync(path, 'x'.repeat(1024 * 1024));
      await appendStepSummary(path, (most) => (most < 10 ? '' : 'text'));
      assert.equal(readFileSync(path, 'utf8').length, 1024 * 1024);
    }));

  it('says in a warning that the file cannot be written', () =>
    withScratchFolder({}, (folder) =>
      assert.rejects(
        () => appendStepSummary(join(folder, 'no', 'summary.md'), () => 'text'),
        ({ problems }: ProblemError) =>
          problems[0]?.severity === 'warning' &&
          problems[0].message === 'the summary of this step cannot be written (ENOENT)',
      ),
    ));
});
