import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import type { Change, Changes, OperationChanges } from '../../../scripts/changes/model';
import { changesAsMarkdown, changesAsText } from '../../../scripts/changes/print-changes';

const change = (text: string, verdict: Change['verdict'] = 'fine'): Change => {
  return { kind: 'field-new', effect: 'looser', verdict, place: 'body', text };
};
const changed = (operation: string, ...changes: Change[]): OperationChanges => {
  return { operation, state: 'changed', verdict: changes[0]?.verdict ?? 'fine', changes };
};
const changesOf = (operations: OperationChanges[], notes: string[] = [], breaks = 0): Changes => {
  return { file: 'c.json', state: 'changed', complete: true, breaks, operations, notes };
};

describe('printing changes', () => {
  it('shows no more lines than there is room for, and says how many are left', () => {
    const operations = Array.from({ length: 50 }, (_, index) =>
      changed(`GET /${index}`, change(`query ${index} is new`)),
    );
    const lines = changesAsText(changesOf(operations), 40);
    strictEqual(lines.length, 41);
    strictEqual(lines[0], 'Changed operations: 50 changed; no break for clients');
    strictEqual(lines.at(-1), '  …and 61 more lines; --changes FILE has all');
    strictEqual(changesAsText(changesOf(operations)).length, 101);
  });

  it('tells once what changed alike in several operations', () => {
    const operations = ['/a', '/b', '/c', '/d', '/e'].map((path) =>
      changed(`GET ${path}`, change('body `x` is new')),
    );
    deepStrictEqual(changesAsText(changesOf(operations)), [
      'Changed operations: 5 changed; no break for clients',
      '  GET /a, GET /b, GET /c and 2 more:',
      '    looser: body `x` is new',
    ]);
  });

  it('writes Markdown in which no text of the contract is mark-up', () => {
    const operations: OperationChanges[] = [
      { operation: 'GET /a`</script>', state: 'removed', verdict: 'break', changes: [] },
      changed('GET /b', change('query `a|b`: <b>*x*</b>', 'break'), change('body `x` is new')),
    ];
    strictEqual(
      changesAsMarkdown(changesOf(operations, ['names of 1 operation changed'], 2)),
      `### Changed operations: 1 removed, 1 changed; 2 breaks for clients

Against \`c.json\`.

**BREAK** \`GET /aˋ</script>\`: removed

\`GET /b\`:

| | | |
|---|---|---|
| **BREAK** | looser | query \`a\\|b\`: \\<b\\>\\*x\\*\\</b\\> |
|  | looser | body \`x\` is new |

- names of 1 operation changed
`,
    );
  });

  it('sends nothing to a terminal but text', () => {
    const [, line] = changesAsText(changesOf([changed('GET /\u001b[31m', change('x'))]));
    strictEqual(line, '  GET /?[31m:');
  });
});
