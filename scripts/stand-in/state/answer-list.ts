import type { List } from '../../contract/life-cycles/life-cycles';
import type { Operation } from '../../contract/model';
import { schemaParts } from '../../contract/schema/schema-shape';
import type { JsonValue } from '../../spec/document';
import { valueAt } from '../../spec/json-pointer';
import { withValueAt } from '../../spec/with-value-at';
import type { Mischief } from '../faults/mischief';
import { parameterTexts } from './asked-objects';
import { dictionaryItems } from './dictionary-items';
import { itemsOnPage, pageAsked, withCounters } from './list-page';
import type { Shown } from './overlay';
import { showMembers } from './show-members';
import { documentedValue, knownFields, successReply, type Tools } from './state-answer-value';
import type { Kind } from './state-plan';
import type { StateAnswer, StateRequest } from './state-request';
import type { StoredObject } from './store';

/** An item of a list, and the object that it shows; undefined: one of a dictionary. */
interface Item {
  value: JsonValue;
  object: StoredObject | undefined;
}

/** What a list answers, and which mischief made it another one. */
type ListAnswer = (asked: StateRequest, list: List, kind: Kind | undefined) => StateAnswer;

/** Answers lists: the live objects of a kind, or a dictionary, filtered and paged as the request asks. */
export function createListAnswer(tools: Tools): ListAnswer {
  const { contract, overlay } = tools;
  const dictionaries = new WeakMap<Operation, Item[]>();
  /** What an object looks like in a list, for as long as it does not change. */
  const looks = new WeakMap<Operation, WeakMap<StoredObject, Item>>();

  return (asked, list, kind) => {
    const shown = documentedValue(tools, asked);
    const documented = shown && valueAt(shown.value, list.items);
    if (shown === undefined || !Array.isArray(documented)) {
      return { reply: successReply(tools, asked, undefined), flaws: [], struck: [] };
    }
    const items = kind === undefined ? dictionary(asked, shown, list) : living(asked, shown, list, kind);
    const value = answerOf(asked, shown, list, items, asked.mischief);
    // named only where the list would be another one without it
    const struck = [...asked.mischief].filter((one) => {
      const others = new Set([...asked.mischief].filter((other) => other !== one));
      return JSON.stringify(answerOf(asked, shown, list, items, others)) !== JSON.stringify(value);
    });
    return { reply: successReply(tools, asked, value), flaws: [], struck };
  };

  function answerOf(
    asked: StateRequest,
    shown: Shown,
    list: List,
    items: readonly Item[],
    mischief: ReadonlySet<Mischief>,
  ): JsonValue {
    const textsOf = (name: string) =>
      parameterTexts({ in: 'query', name }, asked.operation, asked.request, contract);
    const fits = mischief.has('list-ignores-filter') ? items : filtered(items, list, textsOf);
    const left = mischief.has('list-leaves-out') ? fits.slice(1) : fits;
    const { paging } = list;
    if (paging === undefined) return withItems(asked, shown, list, left);

    const { page, size } = paging;
    const isDeaf = (parameter: string) =>
      (parameter === size.parameter && mischief.has('ignores-limit')) ||
      (parameter === page.parameter && mischief.has('ignores-page'));
    const wanted = pageAsked(
      paging,
      (name) => (isDeaf(name) ? [] : textsOf(name)),
      defaultOf(asked.operation, size.parameter),
    );
    const present = itemsOnPage(left, wanted);
    const total = left.length + (mischief.has('list-counts-wrong') ? 1 : 0);
    const keeps = (candidate: JsonValue) => overlay.keeps(shown.media, candidate);
    const right = withCounters(
      withItems(asked, shown, list, present),
      paging,
      wanted,
      { total: left.length, count: present.length },
      keeps,
    );
    const value = paging.total === undefined ? right : withValueAt(right, paging.total, total);
    return keeps(value) ? value : shown.value;
  }

  function withItems(asked: StateRequest, shown: Shown, list: List, items: readonly Item[]): JsonValue {
    return withValueAt(
      shown.value,
      list.items,
      items.map((item) => withMembers(asked, shown, list, item)),
    );
  }

  /** What an object's lists hold depends on other objects: it is looked up when it is shown. */
  function withMembers(
    { store }: StateRequest,
    shown: Shown,
    list: List,
    { value, object }: Item,
  ): JsonValue {
    if (object === undefined) return value;
    const at = `${list.items}/0`;
    const showing = { owner: object, store, contract, overlay };
    const alone = withValueAt(shown.value, list.items, [value]);
    const whole = Object.entries(object.members).reduce<JsonValue>(
      (answer, [name, members]) => showMembers({ ...shown, value: answer }, at, name, members, showing),
      alone,
    );
    return valueAt(whole, at) ?? value;
  }

  function living(asked: StateRequest, shown: Shown, list: List, kind: Kind): Item[] {
    const known = looks.get(asked.operation) ?? new WeakMap<StoredObject, Item>();
    looks.set(asked.operation, known);
    return asked.store.objects(kind.name).map((object) => {
      const item = known.get(object) ?? lookOfObject(object, shown, list);
      known.set(object, item);
      return item;
    });
  }

  function lookOfObject(object: StoredObject, shown: Shown, list: List): Item {
    const at = `${list.items}/0`;
    const [first = {}] = (valueAt(shown.value, list.items) ?? []) as JsonValue[];
    const alone = withValueAt(shown.value, list.items, [first]);
    const id = object.values[list.of?.variable ?? ''];
    const named = overlay.lay({ ...shown, value: alone }, at, knownFields(object));
    const idAt = at + (list.of?.id ?? '');
    const present = valueAt(named, idAt);
    const fitted = overlay.fitted(id ?? null, present, overlay.schemaAt(shown.media.schema ?? true, idAt));
    const whole = id === undefined ? named : withValueAt(named, idAt, fitted);
    const value = overlay.keeps(shown.media, whole) ? whole : named;
    return { value: valueAt(value, at) ?? first, object };
  }

  function dictionary({ operation }: StateRequest, shown: Shown, list: List): Item[] {
    const known = dictionaries.get(operation);
    if (known !== undefined) return known;
    const keeps = (item: JsonValue) =>
      overlay.keeps(shown.media, withValueAt(shown.value, list.items, [item]));
    const documented = valueAt(shown.value, list.items) as JsonValue[];
    const values = dictionaryItems(documented, list, operation, contract, keeps);
    const items = values.map((value) => ({ value, object: undefined }));
    dictionaries.set(operation, items);
    return items;
  }

  function defaultOf({ parameters }: Operation, name: string | undefined): number | undefined {
    const parameter = parameters.find((each) => each.in === 'query' && each.name === name);
    for (const part of schemaParts(parameter?.schema ?? true, contract.definitions.request)) {
      if (typeof part.default === 'number' && part.default >= 1) return part.default;
    }
    return undefined;
  }
}

function filtered(
  items: readonly Item[],
  { filters }: List,
  textsOf: (name: string) => string[],
): readonly Item[] {
  return Object.entries(filters).reduce((left, [parameter, at]) => {
    const wanted = new Set(textsOf(parameter));
    return wanted.size === 0 ? left : left.filter(({ value }) => wanted.has(String(valueAt(value, at))));
  }, items);
}
