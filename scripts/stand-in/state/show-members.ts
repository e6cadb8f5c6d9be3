import { sample } from 'openapi-sampler';
import type { Contract } from '../../contract/model';
import { itemsOf, typesOf } from '../../contract/schema/schema-shape';
import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo, pointerTokens, valueAt } from '../../spec/json-pointer';
import { withValueAt } from '../../spec/with-value-at';
import { targetOf } from './field-names';
import { momentLike } from './moment-like';
import type { Overlay, Shown } from './overlay';
import type { Use } from './state-plan';
import { type Member, mostObjects, type Store, type StoredObject } from './store';

/** The items of a body's list as members; what they stand for is found by the variables that the body names. */
export function membersIn(
  body: JsonValue | undefined,
  list: string,
  uses: readonly Use[],
  store: Store,
): Member[] {
  const items = valueAt(body ?? null, pointerTo(list));
  if (!Array.isArray(items)) return [];
  const use = uses.find((each) => each.in === 'body' && pointerTokens(each.name)[0] === list);
  const [, , ...inside] = pointerTokens(use?.name ?? '');
  return items.slice(0, mostObjects).map((item): Member => {
    const value = use === undefined ? undefined : valueAt(item, pointerTo(...inside));
    if (use === undefined || value === undefined) return { key: JSON.stringify(item), item, of: undefined };
    const { kind, variable } = use;
    const object = store.find(kind.name, variable, String(value));
    return { key: String(value), item, of: object && { kind: kind.name, id: object.id } };
  });
}

/** `members` with more of them, each once, the latest ones if there are too many. */
export function withMembers(members: readonly Member[], more: readonly Member[]): Member[] {
  const all = new Map([...members, ...more].map((member) => [member.key, member]));
  return [...all.values()].slice(-mostObjects);
}

export function withoutMembers(members: readonly Member[], less: readonly Member[]): Member[] {
  const keys = new Set(less.map(({ key }) => key));
  return members.filter(({ key }) => !keys.has(key));
}

export interface Showing {
  owner: StoredObject;
  store: Store;
  contract: Contract;
  overlay: Overlay;
  /** The members have been taken out, at this time. */
  takenOut?: number;
}

/**
 * An answer in which the list of that name has one item for each member that still lives. Fields of an item that are
 * named like a variable get the member's value, or the owner's. Where the answer has no such list, but lists of plain
 * values whose names end alike (`addedNumbers`, `missedNumbers`), the first has the members and the others are empty.
 */
export function showMembers(
  shown: Shown,
  at: string,
  list: string,
  members: readonly Member[],
  showing: Showing,
): JsonValue {
  const { overlay, store, contract } = showing;
  const root = valueAt(shown.value, at);
  if (!isObject(root ?? null)) return shown.value;
  const pointer = at + pointerTo(list);
  const schema = overlay.schemaAt(shown.media.schema ?? true, pointer);
  const documented = (root as JsonObject)[list];
  const living = members.filter(({ of }) => of === undefined || store.get(of.kind, of.id) !== undefined);
  if (Array.isArray(documented) || typesOf(schema, contract.definitions.response).has('array')) {
    const items = living.map((member) => shownMember(member, documented, schema, showing));
    const value = withValueAt(shown.value, pointer, items);
    return overlay.keeps(shown.media, value) ? value : shown.value;
  }
  const alike = Object.entries(root as JsonObject).filter(
    ([name, value]) => name.toLowerCase().endsWith(list.toLowerCase()) && Array.isArray(value),
  );
  return alike.reduce((value, [name], index) => {
    const items = index === 0 ? living.map(({ item }) => item) : [];
    const candidate = withValueAt(value, at + pointerTo(name), items);
    return overlay.keeps(shown.media, candidate) ? candidate : value;
  }, shown.value);
}

function shownMember(
  { item, of }: Member,
  documented: JsonValue | undefined,
  schema: Parameters<typeof itemsOf>[0],
  { owner, store, contract, overlay, takenOut }: Showing,
): JsonValue {
  const definitions = contract.definitions.response;
  const itemSchema = itemsOf(schema, definitions) ?? true;
  const [first] = Array.isArray(documented) ? documented : [];
  const template = first ?? made(itemSchema, definitions);
  // the contract says nothing of its fields
  if (isObject(template) && Object.keys(template).length === 0) return isObject(item) ? item : template;
  if (!isObject(template)) return overlay.fitted(item, template, itemSchema);
  const known = { ...owner.values, ...(of === undefined ? {} : store.get(of.kind, of.id)?.values) };
  const names = Object.keys(known);
  const filled = Object.entries(template).map(([name, present]): [string, JsonValue] => {
    if (takenOut !== undefined && targetOf('deletedAt', [name]) !== undefined) {
      return [name, momentLike(present, takenOut)];
    }
    const variable = targetOf(name, names);
    const sent = isObject(item) ? item[name] : undefined;
    const value = variable === undefined ? sent : known[variable];
    return [name, value === undefined ? present : overlay.fitted(value, present, true)];
  });
  return Object.fromEntries(filled);
}

function made(schema: Parameters<typeof itemsOf>[0], definitions: Contract['definitions']['response']) {
  if (typeof schema === 'boolean') return null;
  return (sample(schema, { quiet: true }, { definitions }) ?? null) as JsonValue;
}
