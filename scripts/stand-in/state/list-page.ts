import type { Paging } from '../../contract/life-cycles/life-cycles';
import type { JsonValue } from '../../spec/document';
import { valueAt } from '../../spec/json-pointer';
import { withValueAt } from '../../spec/with-value-at';

/** Which part of a list is asked for. */
export interface PageAsked {
  /** From 1. */
  page: number;
  /** Items on a page. */
  size: number;
}

/** What a page holds where neither the request nor the contract says. */
const usualSize = 15;

/**
 * Reads the parameters of paging; a size or page below 1 means nothing.
 * @param textsOf the values of a query parameter
 * @param defaultSize the contract's, for a request that names no size
 */
export function pageAsked(
  { page, size }: Paging,
  textsOf: (parameter: string) => string[],
  defaultSize: number | undefined,
): PageAsked {
  const asked = (parameter: string | undefined) => {
    const [text = ''] = parameter === undefined ? [] : textsOf(parameter);
    const number = Number(text);
    return Number.isInteger(number) && number >= 1 ? number : undefined;
  };
  return { page: asked(page.parameter) ?? 1, size: asked(size.parameter) ?? defaultSize ?? usualSize };
}

export function itemsOnPage<Item>(items: readonly Item[], { page, size }: PageAsked): Item[] {
  return items.slice((page - 1) * size, page * size);
}

/**
 * The answer with counters that are right for a page of `total` items, `count` of them on it. `from` and `to` beside
 * the total are numbers, or null on an empty page.
 */
export function withCounters(
  answer: JsonValue,
  paging: Paging,
  { page, size }: PageAsked,
  { total, count }: { total: number; count: number },
  keeps: (candidate: JsonValue) => boolean,
): JsonValue {
  const first = (page - 1) * size;
  const beside = (paging.total ?? paging.page.at ?? '').replace(/[^/]*$/, '');
  const counters: [string | undefined, JsonValue][] = [
    [paging.page.at, page],
    [paging.size.at, size],
    [paging.pages, Math.max(1, Math.ceil(total / size))],
    [paging.total, total],
  ];
  const range: [string, JsonValue][] = [
    [`${beside}from`, count === 0 ? null : first + 1],
    [`${beside}to`, count === 0 ? null : first + count],
  ];
  const counted = counters.reduce(
    (value, [at, number]) => (at === undefined ? value : withValueAt(value, at, number)),
    answer,
  );
  return range.reduce((value, [at, number]) => {
    if (beside === '' || valueAt(value, at) === undefined) return value;
    const candidate = withValueAt(value, at, number);
    return keeps(candidate) ? candidate : value;
  }, counted);
}
