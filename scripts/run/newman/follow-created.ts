import type { JsonValue } from '../../spec/document';
import { valueAt } from '../../spec/json-pointer';
import type { LeftBehind, Tested } from '../run-record';
import type { SelectedRequest } from '../selection/select-requests';
import type { NewmanEmitter, NewmanEvent } from './newman-events';
import { basePathOf, callOn, describeCall, readCall, type SentCall } from './sent-call';

/** The connection ended after it was there: the host may have done what it was asked. */
const LOST = new Set(['ECONNRESET', 'EPIPE', 'ESOCKETTIMEDOUT']);

/**
 * Follows what a run creates and deletes. The descriptions of requests tell what creates something and how that is
 * deleted; newman's `request` event tells what was sent, also by scripts.
 *
 * @returns gives what is there at that moment, the latest first
 */
export function followCreated(
  selected: readonly SelectedRequest[],
  newman: Pick<NewmanEmitter, 'on'>,
): () => LeftBehind[] {
  const existing = new Map<string, LeftBehind>();
  newman.on('request', (error, event) => {
    const { cursor, request, response } = event;
    const isLost = LOST.has(error?.code ?? '');
    if (cursor === undefined || !(isLost || (error === null && isSuccess(response?.code)))) return;
    const call = readCall(request?.method, request?.url?.toString());
    if (call === undefined) return;
    if (!isLost) existing.delete(describeCall(call));
    // what a script sends by itself is to delete or to look something up
    const tests = cursor.scriptId === undefined ? selected[cursor.position]?.tests : undefined;
    const created = tests === undefined ? undefined : createdBy(tests, call, isLost ? undefined : event);
    if (created === undefined) return;
    const key = created.deleteBy ?? cursor.ref;
    // one that is created once more is the latest
    existing.delete(key);
    existing.set(key, created);
  });
  return () => [...existing.values()].reverse();
}

/** @param answered undefined where the answer was lost */
function createdBy(
  { operation, deletedBy }: Tested,
  call: SentCall,
  answered: NewmanEvent | undefined,
): LeftBehind | undefined {
  // a probe may send another method than the operation's
  const basePath = basePathOf(call, operation);
  if (deletedBy === undefined || basePath === undefined) return undefined;
  if (answered === undefined) return { operation, unanswered: true };
  const id = idIn(answered.response?.text?.() ?? '', deletedBy.id);
  if (id === undefined) return { operation };
  return { operation, id, deleteBy: describeCall(callOn(call.origin, basePath, deletedBy.operation, id)) };
}

function idIn(body: string, pointer: string): string | undefined {
  let answer: JsonValue;
  try {
    answer = JSON.parse(body);
  } catch {
    return undefined;
  }
  const id = valueAt(answer, pointer);
  return (typeof id === 'string' && id !== '') || typeof id === 'number' ? String(id) : undefined;
}

function isSuccess(status: number | undefined): boolean {
  return status !== undefined && status >= 200 && status < 300;
}
