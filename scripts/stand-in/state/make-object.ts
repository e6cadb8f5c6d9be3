import type { Resource } from '../../contract/life-cycles/life-cycles';
import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTokens, valueAt } from '../../spec/json-pointer';
import { withValueAt } from '../../spec/with-value-at';
import { isDelivered, jsonOf } from '../answers/reply';
import { mergeFields } from './field-names';
import { newValue } from './new-value';
import type { Shown } from './overlay';
import { datesOfNew, sentFields } from './sent-fields';
import { membersIn } from './show-members';
import { documentedValue, parentOf, successReply, type Tools, withList } from './state-answer-value';
import type { Kind, Use } from './state-plan';
import type { StateAnswer, StateRequest } from './state-request';
import type { Store } from './store';

/** Makes a thing: the documented success with an id and a number that nothing had before, and with what was sent. */
export function makeObject(
  tools: Tools,
  asked: StateRequest,
  { kind, resource, uses }: { kind: Kind; resource: Resource; uses: readonly Use[] },
): StateAnswer {
  const { operation, request, body, store, mischief, now } = asked;
  const documented = documentedValue(tools, asked);
  if (documented === undefined)
    return { reply: successReply(tools, asked, undefined), flaws: [], struck: [] };

  const root = parentOf(resource.id);
  const sent = sentFields(operation, request, body, kind, tools.contract);
  const dates = datesOfNew(objectAt(documented.value, root), now);
  const laid = tools.overlay.lay(documented, root, mergeFields(sent, dates));
  const named = withNewValues(tools, { ...documented, value: laid }, kind, resource, store);
  const id = valueAt(named.shown.value, resource.id);
  if (id === undefined) return { reply: successReply(tools, asked, laid), flaws: [], struck: [] };

  const lists = [...kind.lists].map((list) => [list, membersIn(body, list, uses, store)] as const);
  const object = store.add({
    kind: kind.name,
    id: String(id),
    values: named.values,
    fields: mergeFields(sent, objectAt(named.shown.value, root)),
    members: Object.fromEntries(lists),
  });
  const value = lists.reduce<JsonValue>(
    (whole, [list, items]) =>
      withList(tools, { ...documented, value: whole }, { object, kind, list, items }, asked),
    named.shown.value,
  );
  const forgets = mischief.has('forgets-created');
  if (forgets) store.forget(object);
  return {
    reply: successReply(tools, asked, value),
    flaws: [],
    struck: forgets ? ['forgets-created'] : [],
    // A thing of which nobody was told cannot be deleted either: a call that failed has made nothing.
    settle: (answer) => {
      const told = isDelivered(answer) ? valueAt(jsonOf(answer) ?? null, resource.id) : undefined;
      if (told !== id) store.forget(object);
    },
  };
}

/** The answer with new ids and numbers where it gives them to later requests. */
function withNewValues(
  { overlay }: Tools,
  answer: Shown,
  kind: Kind,
  { maker, id, variable }: Resource,
  store: Store,
): { shown: Shown; values: Record<string, JsonValue> } {
  let shown = answer;
  const values: Record<string, JsonValue> = {};
  for (const at of new Set([id, ...placesOf(kind), `${parentOf(id)}/number`])) {
    // the field's name: things of one kind, whoever makes them, share a series
    const name = pointerTokens(at).at(-1) ?? '';
    const example = valueAt(shown.value, at) ?? (at === id ? 0 : undefined);
    if (example === undefined) continue;
    const count = (stem: string, from: number) => store.count(`${kind.name} ${name} ${stem}`, from);
    const value = newValue(example, count);
    const candidate = value === undefined ? shown.value : withValueAt(shown.value, at, value);
    if (overlay.keeps(shown.media, candidate)) shown = { ...shown, value: candidate };
  }
  for (const [name, places] of Object.entries(kind.variables)) {
    // what another operation makes gives the same at the same place
    const place = places.find(({ operation }) => operation === maker) ?? places[0];
    const given = place && valueAt(shown.value, place.at);
    if (given !== undefined) values[name] = given;
  }
  const given = valueAt(shown.value, id);
  for (const each of [variable, ...kind.resources.map((resource) => resource.variable)]) {
    if (given !== undefined) values[each] = given;
  }
  return { shown, values };
}

/** Where the makers of a kind give something to later requests; what they answer is alike. */
function placesOf({ variables }: Kind): string[] {
  return Object.values(variables).flatMap((places) => places.map(({ at }) => at));
}

function objectAt(value: JsonValue, pointer: string): JsonObject {
  const found = valueAt(value, pointer) ?? null;
  return isObject(found) ? found : {};
}
