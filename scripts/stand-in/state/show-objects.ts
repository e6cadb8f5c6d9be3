import type { JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo, pointerTokens, valueAt } from '../../spec/json-pointer';
import { withValueAt } from '../../spec/with-value-at';
import { targetOf } from './field-names';
import { lookOf } from './new-value';
import type { Overlay, Shown } from './overlay';
import type { Kind } from './state-plan';
import type { StoredObject } from './store';

/**
 * An answer about things that were asked for (tracking, attachments), with their ids and numbers in place of the
 * documented ones: in fields named like a variable (`shipmentNumber`), or like the field that gave the variable
 * (`number`) where the documented value looks like it. A list has one item for each thing.
 */
export function showObjects(
  shown: Shown,
  objects: readonly StoredObject[],
  kind: Kind,
  overlay: Overlay,
): JsonValue {
  const [first] = objects;
  if (first === undefined) return shown.value;
  const at = pointerOfList(shown.value);
  const items = at === undefined ? undefined : valueAt(shown.value, at);
  const [item] = Array.isArray(items) ? items : [];
  const showsThem = item !== undefined && JSON.stringify(named(item, first, kind)) !== JSON.stringify(item);
  const value =
    at === undefined || item === undefined || !showsThem
      ? named(shown.value, first, kind)
      : withValueAt(
          shown.value,
          at,
          objects.map((object) => named(item, object, kind)),
        );
  return overlay.keeps(shown.media, value) ? value : shown.value;
}

/** The list that an answer is, or the one list of objects in it. */
function pointerOfList(value: JsonValue): string | undefined {
  if (Array.isArray(value)) return '';
  if (!isObject(value)) return undefined;
  const lists = Object.entries(value).filter(([, list]) => Array.isArray(list) && isObject(list[0] ?? null));
  return lists.length === 1 ? pointerTo(lists[0]?.[0] ?? '') : undefined;
}

function named(value: JsonValue, object: StoredObject, kind: Kind): JsonValue {
  if (Array.isArray(value)) return value.map((item) => named(item, object, kind));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, present]): [string, JsonValue] => {
    const known = knownValue(name, present, object, kind);
    return [name, known === undefined ? named(present, object, kind) : asTypeOf(known, present)];
  });
  return Object.fromEntries(entries);
}

function knownValue(
  name: string,
  present: JsonValue,
  { values }: StoredObject,
  { variables }: Kind,
): JsonValue | undefined {
  if (present !== null && typeof present === 'object') return undefined;
  const variable = targetOf(name, Object.keys(values));
  if (variable !== undefined) return values[variable];
  const same = Object.entries(variables).find(
    ([key, places]) =>
      values[key] !== undefined && places.some(({ at }) => pointerTokens(at).at(-1) === name),
  );
  const value = same && values[same[0]];
  return value !== undefined && present !== null && lookOf(value) === lookOf(present) ? value : undefined;
}

function asTypeOf(value: JsonValue, present: JsonValue): JsonValue {
  if (typeof present === 'string') return String(value);
  return typeof present === 'number' && Number.isFinite(Number(value)) ? Number(value) : value;
}
