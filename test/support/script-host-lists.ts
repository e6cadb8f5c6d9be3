import type { Checks, ListChecks, Probe, Settings } from '../../scripts/postman/script-data';
import { checkCall, probeCall } from './script-host-collection';
import { hosts, openScriptHost, type ScriptHost } from './script-host-sandbox';
import { assertVerdicts, type Expected } from './script-host-verdicts';

/** Checks of an answer that is a list, whatever the list. */
export const fine = [
  'status is documented and a success',
  'media type is as documented',
  'body satisfies its schema',
];

const list: ListChecks = {
  items: '/items',
  filters: { 'ids[]': '/id', 'numbers[]': '/number', kind: '/kind', isOpen: '/isOpen' },
  of: { variable: 'thingId', id: '/id' },
  paging: {
    page: { parameter: 'page', at: '/current_page' },
    size: { parameter: 'limit', at: '/per_page' },
    pages: '/last_page',
    total: '/total',
  },
};
const checks: Checks = {
  operation: 'GET /things',
  answers: {
    '200': {
      'application/json': {
        type: 'object',
        required: ['items'],
        properties: { items: { type: 'array', items: { type: 'object' } } },
      },
    },
    '404': { 'application/json': true },
  },
  list,
};
const settings: Partial<Settings> = {
  variables: {
    thingId: { from: { 'POST /things': '/id' }, example: '1' },
    thingNumber: { from: { 'POST /things': '/number' }, example: 'T-1' },
    otherId: { from: { 'POST /others': '/id' }, example: '2' },
  },
};

/** What this run made of `thing 7`, and sent for it. */
export const memory = (sent: object = {}) => ({
  contractRun: { made: { thingId: '7', thingNumber: 'T-7', otherId: '8' }, sent: { thingId: sent } },
});

export interface ListCase extends Expected {
  title: string;
  /** The answer's body. */
  body: unknown;
  query?: string;
  locals?: Record<string, unknown>;
  checks?: Partial<Checks>;
  probe?: Partial<Probe>;
  code?: number;
}

export const things = (count: number, more: object = {}) =>
  Array.from({ length: count }, (_, i) => ({ id: 100 + i, ...more }));
export const answer = (count: number, counters: object) => ({
  items: things(count),
  current_page: 1,
  per_page: 20,
  last_page: 1,
  total: count,
  ...counters,
});

export const items = (...all: unknown[]) => answer(all.length, { items: all });

const probe: Probe = { sends: 'limit', expects: 'refusal', statuses: ['404'], otherwise: 'broken' };
const call = (own: Checks, more: Partial<Probe> | undefined) =>
  more === undefined ? checkCall(own) : probeCall(own, { ...probe, ...more });

/** A mocha test per case, in both script hosts. */
export function itLists(title: string, cases: readonly ListCase[]): void {
  for (const name of hosts) {
    describe(`${title} in ${name}`, () => {
      let host: ScriptHost;
      before(async () => {
        host = await openScriptHost(name);
      });
      after(() => host.close());

      for (const {
        title: claim,
        body,
        query,
        locals,
        checks: more,
        probe: as,
        code = 200,
        ...expected
      } of cases) {
        it(claim, async () => {
          const verdicts = await host.judge(call({ ...checks, ...more }, as), {
            code,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
            settings,
            ...(query !== undefined && { query }),
            ...(locals !== undefined && { locals }),
          });
          const subject = as === undefined ? 'GET /things' : 'GET /things (sent: limit)';
          assertVerdicts(verdicts, expected, subject);
        });
      }
    });
  }
}
