import type { JsonObject, JsonValue } from '../../spec/document';

/** Something that a request made. It is never changed: a change puts another one in its place. */
export interface StoredObject {
  /** What it is one of: the key of the first operation that makes such things. */
  readonly kind: string;
  /** Its id as text: what a path has. */
  readonly id: string;
  /** Counts what was made: the newest has the highest. */
  readonly serial: number;
  /** By name of the variable, what its maker's answer gave to later requests, the id among it. */
  readonly values: Readonly<Record<string, JsonValue>>;
  /** What its maker answered and what was sent since. */
  readonly fields: JsonObject;
  /** By name of the list that requests add to and take from: what is in it. */
  readonly members: Readonly<Record<string, readonly Member[]>>;
}

/** One item of a list that belongs to an object. */
export interface Member {
  /** Tells it from the others. */
  readonly key: string;
  /** As it was sent. */
  readonly item: JsonValue;
  /** The object that it stands for. */
  readonly of: { readonly kind: string; readonly id: string } | undefined;
}

/** What lives, by kind. Every method is synchronous: a request that uses it cannot be torn by another. */
export interface Store {
  /** Adds a new object; where there are too many the oldest goes. */
  add(object: Omit<StoredObject, 'serial'>): StoredObject;
  /** Puts the second in place of the first, if that is still there. */
  replace(present: StoredObject, next: StoredObject): void;
  /** The object is gone, and remembered as gone. */
  remove(object: StoredObject): void;
  /** As if the object had never been made. */
  forget(object: StoredObject): void;
  /** As if the object had not been removed. */
  restore(object: StoredObject): void;
  /** The newest first. */
  objects(kind: string): StoredObject[];
  get(kind: string, id: string): StoredObject | undefined;
  /** The object with that value of a variable. */
  find(kind: string, variable: string, value: string): StoredObject | undefined;
  /** The same among what is gone. */
  findGone(kind: string, variable: string, value: string): StoredObject | undefined;
  /** The next number of a series that begins after `from`. */
  count(series: string, from: number): number;
  /** How many live, by kind; kinds of which none does count 0. */
  counts(): Record<string, number>;
  /** A copy that goes its own way. */
  fork(): Store;
}

/** Objects of one kind that are kept, and as many that are gone. */
export const mostObjects = 1000;

interface Content {
  live: Map<string, Map<string, StoredObject>>;
  gone: Map<string, Map<string, StoredObject>>;
  series: Map<string, number>;
  made: number;
}

export function createStore(kinds: readonly string[]): Store {
  return storeOf({ live: empty(kinds), gone: empty(kinds), series: new Map(), made: 0 });
}

function storeOf(content: Content): Store {
  const live = (kind: string) => shelf(content.live, kind);
  const gone = (kind: string) => shelf(content.gone, kind);

  return {
    add(object) {
      content.made += 1;
      const stored = { ...object, serial: content.made };
      put(live(object.kind), stored);
      gone(object.kind).delete(object.id);
      return stored;
    },
    replace(present, next) {
      if (live(present.kind).get(present.id) === present) live(present.kind).set(next.id, next);
    },
    remove(object) {
      if (live(object.kind).delete(object.id)) put(gone(object.kind), object);
    },
    forget(object) {
      const there = live(object.kind).get(object.id);
      if (there?.serial === object.serial) live(object.kind).delete(object.id);
    },
    restore(object) {
      gone(object.kind).delete(object.id);
      const objects = [...live(object.kind).values(), object].sort((a, b) => a.serial - b.serial);
      content.live.set(object.kind, new Map(objects.map((each) => [each.id, each])));
    },
    objects: (kind) => [...live(kind).values()].reverse(),
    get: (kind, id) => live(kind).get(id),
    find: (kind, variable, value) => findIn(live(kind), variable, value),
    findGone: (kind, variable, value) => findIn(gone(kind), variable, value),
    count(series, from) {
      const next = Math.max(content.series.get(series) ?? from, from) + 1;
      content.series.set(series, next);
      return next;
    },
    counts: () => Object.fromEntries([...content.live].map(([kind, objects]) => [kind, objects.size])),
    fork: () =>
      storeOf({
        live: copy(content.live),
        gone: copy(content.gone),
        series: new Map(content.series),
        made: content.made,
      }),
  };
}

function empty(kinds: readonly string[]): Content['live'] {
  return new Map(kinds.map((kind) => [kind, new Map()]));
}

function copy(shelves: Content['live']): Content['live'] {
  return new Map([...shelves].map(([kind, objects]) => [kind, new Map(objects)]));
}

function shelf(shelves: Content['live'], kind: string): Map<string, StoredObject> {
  const found = shelves.get(kind);
  if (found === undefined) throw new Error(`the store has no kind ${kind}`);
  return found;
}

function put(objects: Map<string, StoredObject>, object: StoredObject): void {
  objects.set(object.id, object);
  const [oldest] = objects.keys();
  if (objects.size > mostObjects && oldest !== undefined) objects.delete(oldest);
}

function findIn(
  objects: Map<string, StoredObject>,
  variable: string,
  value: string,
): StoredObject | undefined {
  for (const object of objects.values()) if (String(object.values[variable]) === value) return object;
  return undefined;
}
