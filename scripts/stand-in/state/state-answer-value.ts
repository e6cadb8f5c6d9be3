import type { Contract } from '../../contract/model';
import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTokens, valueAt } from '../../spec/json-pointer';
import type { DocumentedReplies } from '../answers/documented-replies';
import { jsonReply, type Reply } from '../answers/reply';
import { targetOf } from './field-names';
import type { Overlay, Shown } from './overlay';
import { showMembers } from './show-members';
import type { Kind } from './state-plan';
import type { StateRequest } from './state-request';
import type { Member, StoredObject } from './store';

/** What answers about stored things are made with. */
export interface Tools {
  contract: Contract;
  replies: DocumentedReplies;
  overlay: Overlay;
}

/** The documented success, where it is JSON. */
export function documentedValue({ replies }: Tools, { operation, request }: StateRequest): Shown | undefined {
  return replies.successValue(operation, request.headers.accept);
}

/** The success with this value; undefined: as it is documented. */
export function successReply(
  { replies }: Tools,
  { operation, request }: StateRequest,
  value: JsonValue | undefined,
): Reply {
  const reply = replies.success(operation, request.headers.accept);
  return value === undefined ? reply : jsonReply(reply.status, value, reply.headers['Content-Type']);
}

/** What is known of a thing, by the names that answers may have for it. */
export function knownFields({ values, fields }: StoredObject): JsonObject {
  return { ...values, ...fields };
}

/** The answer with the thing's fields and lists in it. */
export function withObject(
  tools: Tools,
  shown: Shown,
  object: StoredObject,
  kind: Kind,
  asked: StateRequest,
) {
  const value = tools.overlay.lay(shown, rootIn(shown.value, kind), knownFields(object));
  return Object.entries(object.members).reduce<JsonValue>(
    (whole, [list, items]) =>
      withList(tools, { ...shown, value: whole }, { object, kind, list, items }, asked),
    value,
  );
}

/** The answer with these members of a thing in it. */
export function withList(
  { contract, overlay }: Tools,
  shown: Shown,
  of: { object: StoredObject; kind: Kind; list: string; items: readonly Member[]; takenOut?: number },
  { store }: StateRequest,
): JsonValue {
  const { object: owner, kind, list, items, ...taken } = of;
  const showing = { owner, store, contract, overlay, ...taken };
  return showMembers(shown, rootIn(shown.value, kind), list, items, showing);
}

/** Whether an answer is the thing itself, and not something about it. */
export function showsItself(value: JsonValue, kind: Kind): boolean {
  const root = valueAt(value, rootIn(value, kind));
  const id = pointerTokens(kind.resources[0]?.id ?? '').at(-1) ?? '';
  return isObject(root ?? null) && targetOf(id, Object.keys(root as JsonObject)) !== undefined;
}

/** Where in an answer a thing's fields stand: in the envelope that its maker has, if there is one. */
export function rootIn(value: JsonValue, kind: Kind): string {
  const root = parentOf(kind.resources[0]?.id ?? '');
  return isObject(valueAt(value, root) ?? null) ? root : '';
}

export function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}
