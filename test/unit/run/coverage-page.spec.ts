import assert from 'node:assert/strict';
import type { LeftOut } from '../../../scripts/contract/probe-kind';
import { coverageOf } from '../../../scripts/run/coverage/coverage-of';
import { coveragePage } from '../../../scripts/run/coverage/coverage-page';
import type { RequestRecord } from '../../../scripts/run/run-record';
import { smallContract } from '../../support/small-contract';

const evil = '<script>alert("1")</script> & \u202etxt';
const escaped = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; \ufffdtxt';
const key = 'GET /parcels';
const request: RequestRecord = {
  id: '1',
  name: 'R',
  folder: [],
  operation: key,
  tests: { operation: key, probe: { kind: 'wrong-type', place: `query ${evil}` }, sends: [] },
  attempts: [
    {
      ended: true,
      sent: true,
      status: 200,
      scriptErrors: [],
      scriptRequests: 0,
      checks: [{ name: `finding: ${evil}`, result: 'skipped' }],
    },
  ],
};
const leftOut: LeftOut[] = [{ operation: key, kind: 'pattern', place: evil, reason: evil, count: 3 }];
const record = { collection: 'C', environment: evil, requests: [request] };

function page(): string {
  const contract = { ...smallContract, name: evil, tags: [] };
  const verdict = { exitCode: 0 as const, lines: [`Kept: ${evil}`] };
  return coveragePage(coverageOf(record, contract, leftOut), verdict, new Date('2026-11-25T02:03:04Z'));
}

describe('coveragePage', () => {
  it('escapes every text, wherever it comes from', () => {
    const html = page();
    assert.ok(!html.includes('<script'), 'a script element');
    assert.ok(!html.includes('\u202e'), 'a character that turns the text around');
    for (const where of [
      `<h1>${escaped} `,
      `${escaped}, 2026-11-25 02:03 UTC`,
      `<p class="verdict kept">Kept: ${escaped}</p>`,
      `<span class="why">${escaped}</span>`,
    ]) {
      assert.ok(html.includes(where), where);
    }
  });

  it('needs nothing from elsewhere: no address, no import, no file', () => {
    assert.doesNotMatch(page(), /https?:|url\(|@import|<link|<img|src=/i);
  });

  it('shows why a status was not seen to the pointer and in the text', () => {
    const reason = 'not provokable: only a service that is busy or fails says so';
    assert.ok(page().includes(`<b class="chip unseen" title="not seen: ${reason}">503</b>`));
    assert.ok(page().includes(`<b class="chip unseen">503</b> <span>${reason}</span>`));
  });

  it('says once what is left out of one place for one reason', () => {
    const twice: LeftOut[] = [
      ...leftOut,
      { operation: key, kind: 'all', place: '', reason: 'none', count: 1 },
      ...leftOut,
    ];
    const html = coveragePage(
      coverageOf({ ...record, requests: [] }, smallContract, twice),
      { exitCode: 2, lines: ['Not tested: no request was selected'] },
      new Date(0),
    );
    const items = [...html.matchAll(/<li><b>([\w ]+)<\/b>.*?: ([^:]*)<\/li>/g)].map(([, ...item]) => item);
    assert.deepEqual(items.length, 2, html);
    assert.ok(html.includes(' (6): '));
    assert.ok(html.includes('<li><b>every kind</b>: none</li>'));
    assert.ok(html.includes('<p class="verdict not-tested">'));
  });

  it('has every operation, and each element is closed', () => {
    const html = page();
    assert.equal(html.match(/<tr>\n<th scope="row">/g)?.length, smallContract.operations.length);
    for (const name of ['section', 'table', 'tbody', 'tr', 'td', 'details', 'div', 'ul', 'li', 'span', 'b']) {
      const opened = html.match(new RegExp(`<${name}[ >]`, 'g'))?.length ?? 0;
      assert.equal(html.match(new RegExp(`</${name}>`, 'g'))?.length ?? 0, opened, name);
    }
  });

  it('lets a path that only ever gave errors break at its slashes', () => {
    const [attempt] = request.attempts;
    const refused = {
      ...request,
      tests: { operation: key, sends: [] },
      attempts: [{ ...attempt, status: 404 }],
    };
    const record = { collection: 'C', environment: 'E', requests: [refused as RequestRecord] };
    const verdict = { exitCode: 0 as const, lines: ['Kept: all'] };
    const html = coveragePage(coverageOf(record, smallContract, []), verdict, new Date(0));
    assert.ok(html.includes('<li><code>GET <wbr>/parcels</code> answered 404</li>'), html);
  });
});
