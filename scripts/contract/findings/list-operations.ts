import type { JsonObject } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo } from '../../spec/json-pointer';
import type { Located, RefResolver } from '../schema/ref-resolver';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

export interface FoundPath {
  path: string;
  /** Behind a `$ref`, where it leads. */
  item: Located;
  /** Of the path's own key, where it is written. */
  pointer: string;
  operations: FoundOperation[];
}

export interface FoundOperation extends Located {
  method: string;
}

/** The paths of a document with their operations, in its order. */
export function listPaths(document: JsonObject, refs: RefResolver): FoundPath[] {
  const paths = isObject(document.paths) ? document.paths : {};
  return Object.entries(paths).flatMap(([path, entry]): FoundPath[] => {
    const pointer = pointerTo('paths', path);
    const item = refs.follow(entry, pointer);
    if (item === undefined || path.startsWith('x-')) return [];
    const operations = Object.entries(item.value).flatMap(([method, value]): FoundOperation[] =>
      METHODS.includes(method) && isObject(value)
        ? [{ method, value, pointer: `${item.pointer}/${method}` }]
        : [],
    );
    return [{ path, item, pointer, operations }];
  });
}
