import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { valueAt } from '../../spec/json-pointer';
import { isDelivered } from '../answers/reply';
import { mergeFields, targetOf } from './field-names';
import { momentLike } from './moment-like';
import { sentFields, stampsOfChange } from './sent-fields';
import { membersIn, withMembers, withoutMembers } from './show-members';
import {
  documentedValue,
  rootIn,
  showsItself,
  successReply,
  type Tools,
  withList,
  withObject,
} from './state-answer-value';
import type { Part, Use } from './state-plan';
import type { StateAnswer, StateRequest } from './state-request';
import type { Member, StoredObject } from './store';

/** Merges what was sent into a thing, and answers with it. */
export function changeObject(
  tools: Tools,
  asked: StateRequest,
  { kind }: Use,
  object: StoredObject,
): StateAnswer {
  const sent = sentFields(asked.operation, asked.request, asked.body, kind, tools.contract);
  const isNews = Object.entries(sent).some(([name, value]) => !isSame(object.fields[name], value));
  const next = changed(object, sent, object.members, asked.now);
  const shown = documentedValue(tools, asked);
  const isAbout = asked.operation.method !== 'POST' || (shown && showsItself(shown.value, kind));
  const value = shown && isAbout ? withObject(tools, shown, next, kind, asked) : undefined;
  return { reply: successReply(tools, asked, value), ...keep(asked, object, next, isNews) };
}

/** Adds to, or takes from, a list of a thing what the body names. */
export function changeMembers(
  tools: Tools,
  asked: StateRequest,
  role: Extract<Part['role'], { list: string }>,
  uses: readonly Use[],
  object: StoredObject,
): StateAnswer {
  const { list } = role;
  const { kind } = role.target;
  const { store, body, now } = asked;
  const sent = membersIn(body, list, uses, store);
  const before = object.members[list] ?? [];
  const after = role.is === 'adder' ? withMembers(before, sent) : withoutMembers(before, sent);
  const next = changed(object, {}, { ...object.members, [list]: after }, now);
  const kept = keep(asked, object, next, !isSame(keysOf(before), keysOf(after)));

  const shown = documentedValue(tools, asked);
  if (shown === undefined) return { reply: successReply(tools, asked, undefined), ...kept };
  if (showsItself(shown.value, kind)) {
    const value = withObject(tools, shown, next, kind, asked);
    return { reply: successReply(tools, asked, value), ...kept };
  }
  const takenOut = role.is === 'taker' ? { takenOut: now } : {};
  const value = withList(tools, shown, { object: next, kind, list, items: sent, ...takenOut }, asked);
  return { reply: successReply(tools, asked, value), ...kept };
}

/** Deletes a thing; the answer says when. */
export function removeObject(
  tools: Tools,
  asked: StateRequest,
  { kind }: Use,
  object: StoredObject,
): StateAnswer {
  const { store, mischief, now } = asked;
  const lives = store.get(object.kind, object.id) === object;
  const keeps = lives && mischief.has('keeps-deleted');
  if (lives && !keeps) store.remove(object);
  return {
    reply: successReply(tools, asked, deletedValue(tools, asked, kind, object, now)),
    flaws: [],
    struck: keeps ? ['keeps-deleted'] : [],
    settle: (answer) => {
      if (lives && !keeps && !isDelivered(answer)) store.restore(object);
    },
  };
}

function deletedValue(
  tools: Tools,
  asked: StateRequest,
  kind: Use['kind'],
  object: StoredObject,
  now: number,
): JsonValue | undefined {
  const documented = documentedValue(tools, asked);
  if (documented === undefined) return undefined;
  const { value } = documented;
  const whole = showsItself(value, kind) ? withObject(tools, documented, object, kind, asked) : value;
  const at = rootIn(value, kind);
  const own = valueAt(value, at) ?? null;
  const name = isObject(own) ? targetOf('deletedAt', Object.keys(own)) : undefined;
  if (name === undefined) return whole;
  const moment = momentLike((own as JsonObject)[name] ?? createdAt(object), now);
  return tools.overlay.lay({ ...documented, value: whole }, at, { [name]: moment });
}

function createdAt({ fields }: StoredObject): JsonValue | undefined {
  const name = targetOf('createdAt', Object.keys(fields));
  return name === undefined ? undefined : fields[name];
}

function changed(
  object: StoredObject,
  sent: JsonObject,
  members: StoredObject['members'],
  now: number,
): StoredObject {
  const fields = mergeFields(object.fields, sent);
  return { ...object, fields: mergeFields(fields, stampsOfChange(fields, now)), members };
}

/** Puts the changed thing in the place of what it was. */
function keep(
  { store, mischief }: StateRequest,
  object: StoredObject,
  next: StoredObject,
  isNews: boolean,
): Omit<StateAnswer, 'reply'> {
  if (mischief.has('loses-changes')) return { flaws: [], struck: isNews ? ['loses-changes'] : [] };
  store.replace(object, next);
  return {
    flaws: [],
    struck: [],
    settle: (answer) => {
      if (!isDelivered(answer)) store.replace(next, object);
    },
  };
}

function keysOf(members: readonly Member[]): string[] {
  return members.map(({ key }) => key);
}

function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
