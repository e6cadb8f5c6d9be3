import type { Checks } from '../../scripts/postman/script-data';
import { checkCall } from './script-host-collection';
import { type Answered, hosts, openScriptHost, type ScriptHost } from './script-host-sandbox';
import { assertVerdicts, type Expected } from './script-host-verdicts';

export const thing = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer' }, note: { type: ['string', 'null'] }, jwt: { type: 'integer' } },
};
export const json = { 'content-type': 'application/json' };
const problem = { 'application/problem+json': { type: 'object', required: ['title'] } };

const checks: Checks = {
  operation: 'GET /things',
  answers: { '200': { 'application/json': thing }, '204': {}, '404': problem, '4XX': { 'text/plain': true } },
  notTested: { '429': 'the daily limit is reached' },
};

/** An answer to `GET /things`, and what its check tells of it. */
export interface ThingCase extends Expected {
  title: string;
  answered: Answered;
  /** In place of the usual ones. */
  checks?: Partial<Checks>;
}

/** Holds answers to their checks, in every script host. */
export function judgeThings(what: string, cases: readonly ThingCase[]): void {
  for (const name of hosts) {
    describe(`${what} in ${name}`, () => {
      let host: ScriptHost;
      before(async () => {
        host = await openScriptHost(name);
      });
      after(() => host.close());

      for (const { title, answered, checks: more, ...expected } of cases) {
        it(title, async () => {
          const verdicts = await host.judge(checkCall({ ...checks, ...more }), answered);
          assertVerdicts(verdicts, expected, 'GET /things');
        });
      }
    });
  }
}
