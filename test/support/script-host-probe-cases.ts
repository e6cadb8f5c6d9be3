import type { Checks, Probe } from '../../scripts/postman/script-data';
import { probeCalls } from './script-host-collection';
import { type Answered, hosts, openScriptHost, type ScriptHost } from './script-host-sandbox';
import { assertVerdicts, type Expected } from './script-host-verdicts';

/** One answer to one probe. */
export interface ProbeCase extends Expected {
  title: string;
  probe: Probe;
  answered: Answered;
  checks?: Partial<Checks>;
}

export const json = { 'content-type': 'application/json' };
export const html = { 'content-type': 'text/html' };
export const page = '<html>sorry</html>';
const thing = { type: 'object', required: ['id'] };
export const problem = { type: 'object', required: ['title'] };

const checks: Checks = {
  operation: 'GET /things',
  answers: {
    '200': { 'application/json': thing },
    '302': {},
    '400': { 'application/json': problem },
    '401': { 'application/json': problem },
    '404': { 'application/json': problem },
    '4XX': { 'application/json': problem },
    '500': { 'application/json': problem },
  },
};
/** As messages list them. */
export const all = '200, 302, 400, 401, 404, 500, 4XX';
export const few: Partial<Checks> = { answers: { '200': { 'application/json': thing }, '401': {} } };
export const withDefault: Partial<Checks> = {
  answers: { '200': { 'application/json': thing }, default: { 'application/json': problem } },
};

export const credentials: Probe = {
  sends: 'no jwt',
  expects: 'refusal',
  statuses: ['401', '403'],
  otherwise: 'broken',
};
export const input: Probe = {
  sends: 'query limit: a text in place of an integer',
  expects: 'refusal',
  statuses: ['400', '4XX'],
  otherwise: 'finding',
};

export const ok = { code: 200, headers: json, body: '{"id":1}' };
export const refusal = (code: number) => ({ code, headers: json, body: '{"title":"no"}' });

/** A mocha test per case, in both script hosts. */
export function itJudges(title: string, cases: readonly ProbeCase[]): void {
  for (const name of hosts) {
    describe(`${title} in ${name}`, () => {
      let host: ScriptHost;
      before(async () => {
        host = await openScriptHost(name);
      });
      after(() => host.close());

      for (const { title: claim, probe, answered, checks: more, ...expected } of cases) {
        it(claim, async () => {
          const verdicts = await host.judge(probeCalls({ ...checks, ...more }, probe), answered);
          assertVerdicts(verdicts, expected, `GET /things (sent: ${probe.sends})`);
        });
      }
    });
  }
}
