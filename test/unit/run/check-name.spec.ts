import assert from 'node:assert/strict';
import { type CheckName, readCheckName } from '../../../scripts/run/verdict/check-name';

const names: [string, CheckName][] = [
  ['body satisfies its schema', { says: 'check', name: 'body satisfies its schema' }],
  ['not tested: not provokable: no jwt', { says: 'not tested', reason: 'not provokable: no jwt' }],
  ['finding: query limit: a text: came 200', { says: 'finding', reason: 'query limit: a text: came 200' }],
  [
    'deviation: is refused: the sandbox takes anything',
    { says: 'deviation', check: 'is refused', state: 'happens', reason: 'the sandbox takes anything' },
  ],
  [
    'deviation: is refused: overdue since 2026-01-31: it takes anything',
    {
      says: 'deviation',
      check: 'is refused',
      state: 'overdue',
      reason: 'overdue since 2026-01-31: it takes anything',
    },
  ],
  [
    'deviation: is refused: no longer happens',
    { says: 'deviation', check: 'is refused', state: 'gone', reason: 'no longer happens' },
  ],
  ['findings are listed', { says: 'check', name: 'findings are listed' }],
];

describe('readCheckName', () => {
  for (const [name, meaning] of names) {
    it(`reads "${name}"`, () => assert.deepEqual(readCheckName(name), meaning));
  }
});
