import assert from 'node:assert/strict';
import { readProfile } from '../../../scripts/contract/profile/read-profile';
import type { Problem } from '../../../scripts/spec/problem';
import { withScratchFolder } from '../../support/scratch-folder';
import { thrownProblems } from '../../support/thrown-problems';

const refused = (text: string): Promise<readonly Problem[]> =>
  withScratchFolder({ 'p.yaml': text }, (folder) => thrownProblems(() => readProfile('p.yaml', folder)));

describe('readProfile: how the API is tested', () => {
  const deviation = (until: string) =>
    `deviations:\n  - {check: is refused, operation: GET /a, reason: it is kind, until: '${until}'}\n`;

  it('refuses a day that no calendar has', async () => {
    for (const day of [
      '2027-02-29',
      '2026-13-01',
      '2026-00-10',
      '26-01-01',
      '2026-12-31T00:00:00Z',
      'soon',
    ]) {
      const [problem] = await refused(deviation(day));
      assert.equal(problem?.pointer, '/deviations/0/until', day);
      assert.equal(problem.expected, 'a day of the calendar, such as 2026-12-31');
    }
  });

  it('says what may be meant by a day written otherwise', async () => {
    const [problem] = await refused(deviation('2026/12/31'));
    assert.equal(problem?.hint, 'did you mean 2026-12-31');
  });

  it('refuses a time limit of nothing', async () => {
    for (const limit of ['0', '-5', '1.5', 'fast']) {
      const [problem] = await refused(`timeLimit: ${limit}\n`);
      assert.equal(problem?.pointer, '/timeLimit', limit);
    }
  });

  it('refuses a word it does not know, and a line that lacks its half', async () => {
    assert.equal((await refused('inputs: hard\n'))[0]?.expected, 'lenient or strict');
    assert.equal((await refused('probes: many\n'))[0]?.expected, 'one or thorough');
    const [problem] = await refused('deleters:\n  - {operation: POST /a, id: /id}\n');
    assert.equal(problem?.message, '`by` is missing');
  });
});
