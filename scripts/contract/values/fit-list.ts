import type { JsonValue } from '../../spec/document';
import type { Schema, SchemaObject } from '../model';
import type { Fitter } from './fitter';
import { limitsOf } from './limits-of';
import { schemasOfItem } from './members-of';

/** More items than anybody wants to see in a request. */
const MOST_ITEMS = 1_000;

/** A list that satisfies some plain schemas; undefined where none was found. */
export function fitList(
  parts: readonly SchemaObject[],
  hint: JsonValue | undefined,
  fitter: Fitter,
): JsonValue[] | undefined {
  const least = Math.max(0, ...limitsOf(parts, 'minItems'));
  const most = Math.min(MOST_ITEMS, ...limitsOf(parts, 'maxItems'));
  if (least > most) return undefined;
  const given = hintsOf(hint);
  const tuple = Math.max(0, ...parts.map(({ items }) => (Array.isArray(items) ? items.length : 0)));
  const wanted = given.length > 0 ? given.length : Math.max(1, tuple);
  const length = Math.min(most, Math.max(least, wanted));
  const isUnique = parts.some(({ uniqueItems }) => uniqueItems === true);
  const list: JsonValue[] = [];
  for (const contained of containedIn(parts)) {
    const index = list.length;
    const item = fitter.fit([...schemasAt(index), contained], given[index]);
    if (item !== undefined) list.push(item);
  }
  while (list.length < length) {
    // Items of one schema are alike.
    const item = fitter.fit(
      schemasAt(list.length),
      given[list.length] ?? (tuple === 0 ? list[0] : undefined),
    );
    if (item === undefined) break;
    list.push(item);
  }
  return list.length < least ? undefined : list;

  function schemasAt(index: number): Schema[] {
    const schemas = schemasOfItem(parts, index);
    return isUnique && list.length > 0 ? [...schemas, { not: { enum: [...list] } }] : schemas;
  }
}

function containedIn(parts: readonly SchemaObject[]): Schema[] {
  return parts.flatMap(({ contains }) => (contains === undefined ? [] : [contains as Schema]));
}

/** One value where a list is meant is its first item. */
function hintsOf(hint: JsonValue | undefined): JsonValue[] {
  if (Array.isArray(hint)) return hint.slice(0, MOST_ITEMS);
  return hint === undefined || hint === null ? [] : [hint];
}
