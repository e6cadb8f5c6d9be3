import type { JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { ProblemError } from '../../spec/problem';
import { groupBy } from '../group-by';
import type { Shard } from '../run-record';
import type { SelectedRequest, Selection } from './select-requests';

type Placed = SelectedRequest & { position: number };

/**
 * One of several parts of a selection, about as many requests each. A folder at the top stays whole, for its requests
 * depend on each other; the folder of the probes, which do not, is dealt out by the operations in it.
 *
 * @throws ProblemError USAGE where nothing is left for a part
 */
export function takeShard({ collection, requests }: Selection, { index, of }: Shard): Selection {
  const placed = requests.map((request, position): Placed => ({ ...request, position }));
  const parts = partsOf(placed);
  if (parts.length < of) throw tooMany(parts.length, of);
  const mine = new Set(deal(parts, of)[index - 1]?.flat());
  const kept = placed.filter((request) => mine.has(request));
  const positions = new Set(kept.map(({ position }) => position));
  let next = 0;
  return { collection: { ...collection, item: keep(collection.item ?? []) }, requests: kept };

  function keep(items: JsonValue): JsonValue[] {
    return (Array.isArray(items) ? items : []).flatMap((item): JsonValue[] => {
      if (!isObject(item)) return [];
      if (!Array.isArray(item.item)) return positions.has(next++) ? [item] : [];
      const inner = keep(item.item);
      return inner.length > 0 ? [{ ...item, item: inner }] : [];
    });
  }
}

/** What must stay together. */
function partsOf(requests: readonly Placed[]): Placed[][] {
  const tops = groupBy(requests, ({ folder, id }) => JSON.stringify(folder[0] ?? { id }));
  return [...tops.values()].flatMap((top) => {
    const isOfProbes = top.every(({ tests }) => tests?.probe !== undefined);
    return isOfProbes ? [...groupBy(top, ({ folder }) => JSON.stringify(folder)).values()] : [top];
  });
}

/** The largest first, each to the part that has the fewest requests so far. */
function deal(parts: readonly Placed[][], of: number): Placed[][][] {
  const dealt = Array.from({ length: of }, () => ({ parts: [] as Placed[][], size: 0 }));
  for (const part of [...parts].sort((one, other) => other.length - one.length)) {
    const least = dealt.reduce((one, other) => (other.size < one.size ? other : one));
    least.parts.push(part);
    least.size += part.length;
  }
  return dealt.map((each) => each.parts);
}

function tooMany(parts: number, of: number): ProblemError {
  return new ProblemError({
    code: 'USAGE',
    severity: 'error',
    message: `${of} shards are more than there are folders to share: ${parts}`,
    hint: 'a folder is not cut in two, except for that of the probes; take fewer shards',
  });
}
