import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { plainMarkdown } from '../../../scripts/run/reports/markdown';
import { markdownSummary } from '../../../scripts/run/reports/markdown-summary';
import type { RunRecord } from '../../../scripts/run/run-record';
import { verdictOf } from '../../../scripts/run/verdict/verdict';
import {
  attempt,
  failed,
  guarded,
  known,
  lenient,
  passed,
  record,
  refused,
  unsent,
} from '../../support/run-parts';

const at = new Date('2026-01-31T12:00:30Z');

function summary(run: RunRecord, most?: number): string {
  return markdownSummary({ record: run, verdict: verdictOf(run), coverage: undefined, at }, most);
}

describe('markdownSummary', () => {
  it('says the verdict, then what is broken, not tested, found, deviating, and skipped', () => {
    const run = record(
      attempt(passed, failed),
      attempt(refused),
      attempt(lenient),
      attempt(known),
      unsent(guarded),
    );
    assert.equal(
      summary({ ...run, leftBehind: [{ operation: 'POST /r', id: '1', deleteBy: 'DELETE http://h/r/1' }] }),
      `## ❌ Broken: 1 check failed, first F / R0 (GET /r0): body is as documented; 1 request could not be tested

c against e, 2026-01-31 12:00 UTC.

| Requests | sent | skipped | Checks passed | failed | Findings | Known deviations |
| --- | --- | --- | --- | --- | --- | --- |
| 5 | 4 | 1 | 1 | 1 | 1 | 1 |

### Broken (1)

| Operation | Request | What | Why |
| --- | --- | --- | --- |
| <code>GET /r0</code> | F / R0 | body is as documented | /id is no string |

### Not tested (1)

| Operation | Request | What | Why |
| --- | --- | --- | --- |
| <code>GET /r1</code> | F / R1 | the login was refused | 401 |

### Findings (1)

| Kind | Count | First |
| --- | --- | --- |
| plain call | 1 | <code>GET /r2</code> query limit: a text: came 200 |

### Known deviations (1)

| Operation | Check | State | Reason |
| --- | --- | --- | --- |
| <code>GET /r3</code> | body satisfies its schema | happens | prices are texts |

### Left behind (1)

- DELETE http&#58;//h/r/1

### Skipped (1)

| Reason | Requests |
| --- | --- |
| allowWrites is not true | 1 request |
`,
    );
  });

  it('shows the first forty of many, and says how many there are', () => {
    const text = summary(record(...Array.from({ length: 50 }, () => attempt(failed))));
    assert.equal(text.match(/is no string \|\n/g)?.length, 40);
    assert.match(text, /### Broken \(50\)[\s\S]*\nAnd 10 more\.\n/);
  });

  it('leaves out the last sections where there is no room, and never the verdict', () => {
    const run = record(attempt(failed), unsent(guarded));
    const whole = summary(run);
    const less = summary(run, Buffer.byteLength(whole) - 1);
    assert.match(
      less,
      /^## ❌ Broken[\s\S]*### Broken \(1\)[\s\S]*There was no room for more; the other reports hold all\.\n$/,
    );
    assert.doesNotMatch(less, /### Skipped/);
    assert.ok(Buffer.byteLength(less) < Buffer.byteLength(whole));
    assert.equal(summary(run, 20), '');
  });
});

describe('plainMarkdown', () => {
  it('is shown as the text that it was, on one line', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'ab1 \n\t.-+*_`[]()<>|~#@&!=$^\\:/"\'', '```', '<b>', '&amp;'),
        }),
        (text) => {
          const line = text.replace(/\s+/g, ' ').trim();
          fc.pre(line !== '');
          const [first, ...rest] = fromMarkdown(plainMarkdown(text)).children;
          assert.deepEqual(rest, []);
          assert.ok(first?.type === 'paragraph');
          assert.equal(
            first.children.map((each) => (each.type === 'text' ? each.value : `(${each.type})`)).join(''),
            line,
          );
        },
      ),
    );
  });

  it('ends no cell of a table, and makes no link', () => {
    assert.equal(
      plainMarkdown('a | b http://x www.y @me #1'),
      'a &#124; b http&#58;//x www&#46;y &#64;me &#35;1',
    );
  });

  it('cuts what is too long', () => assert.equal(plainMarkdown('😀'.repeat(5), 3), '😀😀😀…'));
});
