import { pointerTo } from '../../spec/json-pointer';
import type { Contract, Operation, Schema } from '../model';
import { type Definitions, propertiesOf, schemaParts, typesOf } from '../schema/schema-shape';
import type { Paging } from './life-cycles';

/** Names in lower case, without `_` and `-`. */
const PARAMETERS = {
  page: ['page', 'pagenumber', 'pageno'],
  size: ['limit', 'perpage', 'pagesize', 'size'],
};
const COUNTERS = {
  page: ['currentpage', 'page', 'pagenumber'],
  size: ['perpage', 'pagesize', 'limit', 'size'],
  pages: ['lastpage', 'totalpages', 'pagecount', 'pages'],
  total: ['total', 'totalitems', 'totalcount', 'totalelements'],
};
/** An object at the top of an answer that holds its counters. */
const HOLDER = /^(meta|metadata|page|pageinfo|pager|paging|pagination)$/;
/** A list that is gone through in another way than page by page. */
const ELSE = ['offset', 'skip', 'start', 'marker', 'cursor', 'after', 'before', 'pagetoken', 'nexttoken'];

/** How a list is gone through page by page, the first one being 1; undefined where it is not, or in another way. */
export function derivePaging(
  { parameters }: Operation,
  answer: Schema,
  definitions: Contract['definitions'],
): Paging | undefined {
  const query = parameters.filter((parameter) => parameter.in === 'query');
  if (query.some(({ name }) => ELSE.includes(plain(name)))) return undefined;
  const parameter = (names: string[]) =>
    query.find(({ name, schema }) => names.includes(plain(name)) && isNumber(schema, definitions.request));
  const page = parameter(PARAMETERS.page);
  if (page !== undefined && beginsAtZero(page.schema, definitions.request)) return undefined;
  const numbers = numbersIn(answer, definitions.response);
  const counter = (names: string[]) => names.flatMap((name) => numbers.get(name) ?? [])[0];
  const paging: Paging = {
    page: { parameter: page?.name, at: counter(COUNTERS.page) },
    size: { parameter: parameter(PARAMETERS.size)?.name, at: counter(COUNTERS.size) },
    pages: counter(COUNTERS.pages),
    total: counter(COUNTERS.total),
  };
  const known = [...Object.values(paging.page), ...Object.values(paging.size), paging.pages, paging.total];
  return known.every((each) => each === undefined) ? undefined : paging;
}

/** Pointers of the numbers in an answer, or in an object such as `meta` at its top, by plain name. */
function numbersIn(answer: Schema, definitions: Definitions): Map<string, string> {
  const found = new Map<string, string>();
  const objects: [pointer: string, schema: Schema][] = [['', answer]];
  for (const [pointer, schema] of objects) {
    for (const [name, property] of propertiesOf(schema, definitions)) {
      const at = pointer + pointerTo(name);
      if (isNumber(property, definitions)) {
        if (!found.has(plain(name))) found.set(plain(name), at);
      } else if (pointer === '' && HOLDER.test(plain(name))) objects.push([at, property]);
    }
  }
  return found;
}

function beginsAtZero(schema: Schema, definitions: Definitions): boolean {
  return schemaParts(schema, definitions).some(({ minimum }) => minimum === 0);
}

function isNumber(schema: Schema, definitions: Definitions): boolean {
  const types = typesOf(schema, definitions);
  return types.has('integer') || types.has('number');
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[_-]/g, '');
}
