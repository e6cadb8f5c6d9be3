import type { Paging } from '../../contract/life-cycles/life-cycles';
import type { Contract, Operation } from '../../contract/model';
import type { Checks, ListChecks } from '../../postman/script-data';

/** What a list has to keep, where the operation answers one of which anything is known; what it does not have is not there. */
export function listChecks({ key }: Operation, { lifeCycles }: Contract): Pick<Checks, 'list'> {
  const list = lifeCycles.lists[key];
  if (list === undefined) return {};
  const { items, filters, of, paging } = list;
  const known = {
    ...(Object.keys(filters).length > 0 ? { filters } : {}),
    ...(of === undefined ? {} : { of }),
    ...(paging === undefined ? {} : { paging: pagingOf(paging) }),
  };
  return Object.keys(known).length > 0 ? { list: { items, ...known } } : {};
}

function pagingOf({ page, size, pages, total }: Paging): NonNullable<ListChecks['paging']> {
  return {
    ...counterOf('page', page),
    ...counterOf('size', size),
    ...(pages === undefined ? {} : { pages }),
    ...(total === undefined ? {} : { total }),
  };
}

function counterOf(name: 'page' | 'size', { parameter, at }: Paging['page']): Pick<Counters, typeof name> {
  const counter = {
    ...(parameter === undefined ? {} : { parameter }),
    ...(at === undefined ? {} : { at }),
  };
  return Object.keys(counter).length > 0 ? { [name]: counter } : {};
}

type Counters = NonNullable<ListChecks['paging']>;
