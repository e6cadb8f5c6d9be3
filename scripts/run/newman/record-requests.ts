import type { Attempt, RequestRecord } from '../run-record';
import type { SelectedRequest } from '../selection/select-requests';
import type { Cursor, NewmanEmitter, NewmanError, NewmanEvent } from './newman-events';

export interface RequestRecorder {
  requests: RequestRecord[];
  attemptOf(cursor: Cursor | undefined): Attempt | undefined;
  /** Notes an error of a script that newman does not report, with the request that is under way. */
  noteScriptError(message: string): void;
}

/**
 * Listens to a run and notes what happens to each request.
 * Newman's own reports lose the checks of skipped requests and count what scripts send as requests, so this
 * goes by the cursor: its position and iteration tell the request, its `ref` the attempt, its `scriptId` a
 * script's doing.
 *
 * @param rows how many rows of data the requests are sent for
 */
export function recordRequests(
  selected: readonly SelectedRequest[],
  newman: Pick<NewmanEmitter, 'on'>,
  rows = 1,
  now = () => new Date(),
): RequestRecorder {
  const requests = Array.from({ length: rows }, (_, index) =>
    selected.map((request): RequestRecord => {
      return { ...request, ...(rows > 1 ? { row: index + 1 } : {}), attempts: [] };
    }),
  ).flat();
  const attempts = new Map<string, Attempt>();
  let latest: Attempt | undefined;

  newman.on('beforeItem', (_error, { cursor }) => {
    if (cursor === undefined) return;
    const attempt = {
      ended: false,
      sent: false,
      at: now().toISOString(),
      scriptErrors: [],
      scriptRequests: 0,
      checks: [],
    };
    attempts.set(cursor.ref, attempt);
    requests[cursor.iteration * selected.length + cursor.position]?.attempts.push(attempt);
    latest = attempt;
  });
  on('request', (attempt, error, { cursor, response }) => {
    if (cursor?.scriptId !== undefined) {
      attempt.scriptRequests += 1;
      return;
    }
    attempt.sent = true;
    if (response?.responseTime !== undefined) attempt.took = response.responseTime;
    if (error !== null) attempt.error = error.message ?? 'the request failed';
    else if (response?.code !== undefined) attempt.status = response.code;
    else attempt.error = 'there was no answer';
  });
  on('assertion', (attempt, error, { assertion, skipped }) => {
    const name = assertion ?? '';
    if (skipped === true) attempt.checks.push({ name, result: 'skipped' });
    else if (error === null) attempt.checks.push({ name, result: 'passed' });
    else attempt.checks.push({ name, result: 'failed', message: error.message ?? '' });
  });
  // a synchronous throw is announced twice, one in a callback as an exception only
  on('exception', (attempt, _error, { error }) => noteError(attempt, error));
  on('script', (attempt, error) => noteError(attempt, error ?? undefined));
  on('item', (attempt) => {
    attempt.ended = true;
  });

  return {
    requests,
    attemptOf,
    noteScriptError: (message) => latest?.scriptErrors.push(message),
  };

  function attemptOf(cursor: Cursor | undefined): Attempt | undefined {
    return attempts.get(cursor?.ref ?? '');
  }

  function on(
    name: string,
    note: (attempt: Attempt, error: NewmanError | null, event: NewmanEvent) => void,
  ): void {
    newman.on(name, (error, event) => {
      const attempt = attemptOf(event.cursor);
      if (attempt !== undefined) note(attempt, error, event);
    });
  }
}

function noteError(attempt: Attempt, error: NewmanError | undefined): void {
  if (error === undefined) return;
  const text = `${error.name ?? 'Error'}: ${error.message ?? ''}`;
  if (!attempt.scriptErrors.includes(text)) attempt.scriptErrors.push(text);
}
