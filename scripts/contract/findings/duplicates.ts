import { pointerTo } from '../../spec/json-pointer';
import type { Located, RefResolver } from '../schema/ref-resolver';
import type { Finding } from './finding';
import { listPaths } from './list-operations';
import type { Survey } from './survey';

/** The same operationId in two operations, and the same parameter twice in one list. */
export function duplicates({ document, refs }: Survey): Finding[] {
  const ids = new Map<string, string>();
  const seen = new Set<string>();
  return listPaths(document, refs).flatMap(({ path, item, operations }) => {
    // Two paths may refer to the same path item: what stands there once is not told twice.
    const parts = [item, ...operations].filter(({ pointer }) => !seen.has(pointer));
    for (const { pointer } of parts) seen.add(pointer);
    const repeatedIds = operations.flatMap(({ value, pointer, method }): Finding[] => {
      const id = value.operationId;
      if (typeof id !== 'string' || id === '') return [];
      const key = `${method.toUpperCase()} ${path}`;
      const first = ids.get(id);
      if (first === undefined) ids.set(id, key);
      return first === undefined ? [] : [repeatedId(id, `${pointer}/operationId`, first)];
    });
    return [...repeatedIds, ...parts.flatMap((part) => repeatedParameters(part, refs))];
  });
}

function repeatedParameters({ value, pointer }: Located, refs: RefResolver): Finding[] {
  const list = Array.isArray(value.parameters) ? value.parameters : [];
  const first = new Map<string, number>();
  return list.flatMap((entry, index): Finding[] => {
    const parameter = refs.follow(entry, '')?.value;
    if (typeof parameter?.name !== 'string' || typeof parameter.in !== 'string') return [];
    const { name, in: place } = parameter;
    const key = `${place} ${place === 'header' ? name.toLowerCase() : name}`;
    const known = first.get(key);
    first.set(key, known ?? index);
    if (known === undefined) return [];
    return [
      {
        code: 'DUPLICATE',
        pointer: pointer + pointerTo('parameters', index),
        message: `the ${place} parameter ${name} stands twice in the list`,
        hint: 'keep one of the two',
      },
    ];
  });
}

function repeatedId(id: string, pointer: string, first: string): Finding {
  return {
    code: 'DUPLICATE',
    pointer,
    message: `the operationId ${id} is that of ${first} too`,
    hint: 'give each operation an id of its own',
  };
}
