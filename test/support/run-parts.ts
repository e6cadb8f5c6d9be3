import type { Attempt, Check, RequestRecord, RunRecord } from '../../scripts/run/run-record';

export const passed: Check = { name: 'status is documented', result: 'passed' };
export const failed: Check = { name: 'body is as documented', result: 'failed', message: '/id is no string' };
export const refused: Check = { name: 'not tested: the login was refused', result: 'failed', message: '401' };
export const silent: Check = {
  name: 'not tested: no answer, look at baseUrl',
  result: 'failed',
  message: 'no answer, look at baseUrl',
};
export const lenient: Check = { name: 'finding: query limit: a text: came 200', result: 'skipped' };
export const known: Check = {
  name: 'deviation: body satisfies its schema: prices are texts',
  result: 'skipped',
};
export const overdue: Check = {
  name: 'deviation: body satisfies its schema: overdue since 2026-01-31: prices are texts',
  result: 'skipped',
};
export const gone: Check = {
  name: 'deviation: body satisfies its schema: no longer happens',
  result: 'skipped',
};
export const consequence: Check = { name: 'not tested: the login failed earlier', result: 'skipped' };
export const again = (reason: string): Check => ({
  name: `not tested: ${reason}; a run sends this request again`,
  result: 'skipped',
});
export const guarded: Check = { name: 'not tested: allowWrites is not true', result: 'skipped' };

export function attempt(...checks: Check[]): Attempt {
  return { ended: true, sent: true, status: 200, scriptErrors: [], scriptRequests: 0, checks };
}

export function unsent(...checks: Check[]): Attempt {
  return { ended: true, sent: false, scriptErrors: [], scriptRequests: 0, checks };
}

/** Probes of one kind at one operation each, with one attempt. */
export function probes(kind: string, ...attempts: Attempt[]): RequestRecord[] {
  return attempts.map((each, index) => ({
    id: `${kind}${index}`,
    name: kind,
    folder: ['Contract checks'],
    operation: `GET /p${index}/:id`,
    tests: { operation: `GET /p${index}/{id}`, probe: { kind, place: 'query limit' }, sends: [] },
    attempts: [each],
  }));
}

export function record(...attempts: (Attempt | Attempt[])[]): RunRecord {
  const requests = attempts.map(
    (each, index): RequestRecord => ({
      id: `${index}`,
      name: `R${index}`,
      folder: ['F'],
      operation: `GET /r${index}`,
      attempts: Array.isArray(each) ? each : [each],
    }),
  );
  return { collection: 'c', environment: 'e', requests };
}
