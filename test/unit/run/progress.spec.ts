import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { showProgress } from '../../../scripts/run/reports/progress';
import type { Attempt } from '../../../scripts/run/run-record';
import { attempt, failed, guarded, lenient, passed, record, refused, unsent } from '../../support/run-parts';

/** What is printed for requests that go as these attempts tell. */
function printed(attempts: (Attempt | Attempt[])[], { colour = false, logs = [] as unknown[] } = {}): string {
  const { requests } = record(...attempts);
  const going = requests.map((request) => ({ ...request, attempts: [] as Attempt[] }));
  const newman = new EventEmitter();
  let text = '';
  const write = (line: string) => {
    text += line;
  };
  const redact = (line: string) => line.replaceAll('secret', '***');
  const end = showProgress(going, newman, { rows: 1, colour, write, redact });
  for (const [position, request] of requests.entries()) {
    for (const each of request.attempts) {
      going[position]?.attempts.push(each);
      newman.emit('beforeItem', null, { cursor: { position, iteration: 0 } });
      for (const log of logs) newman.emit('console', null, { messages: [log] });
    }
  }
  end();
  return text;
}

describe('showProgress', () => {
  it('has a line for each request below its folder, with what is to be said about it', () => {
    const text = printed([
      { ...attempt(passed, passed), took: 12 },
      attempt(passed, failed),
      attempt(refused),
      unsent(guarded),
      attempt(passed, lenient),
      { ...attempt(), status: undefined, error: 'ECONNREFUSED' } as unknown as Attempt,
    ]);
    assert.equal(
      text,
      `
F
  ✓ R0 (GET /r0): 200, 12 ms, 2 checks
  ✗ R1 (GET /r1): 200, 1 of 2 checks failed
      body is as documented: /id is no string
  ? R2 (GET /r2): 200
      the login was refused: 401
  - R3 (GET /r3): not sent
      allowWrites is not true
  ~ R4 (GET /r4): 200, 1 check
      query limit: a text: came 200
  ? R5 (GET /r5): no answer
      no answer: ECONNREFUSED
`,
    );
  });

  it('tells that a request was sent again, and why', () => {
    const again = { name: 'not tested: 503; sent again', result: 'skipped' } as const;
    assert.equal(
      printed([[{ ...attempt(again), status: 503 }, attempt(passed)]]),
      '\nF\n  ↻ R0 (GET /r0): 503\n      503; sent again\n  ✓ R0 (GET /r0): 200, 1 check\n',
    );
  });

  it('shows what scripts log below their request, without secrets', () => {
    assert.match(
      printed([attempt(passed)], { logs: ['a secret\nin two lines', { n: 1 }] }),
      /1 check\n {6}\| a \*\*\*\n {6}\| in two lines\n {6}\| \{ n: 1 \}\n$/,
    );
  });

  it('is coloured where that is wanted', () => {
    assert.ok(printed([attempt(passed)], { colour: true }).includes('\u001b[32m✓\u001b[39m'));
  });
});
