import { pointerTo } from '../../spec/json-pointer';
import { nearestName } from '../../spec/nearest-name';
import type { Located, RefResolver } from '../schema/ref-resolver';
import type { Finding } from './finding';
import { type FoundPath, listPaths } from './list-operations';
import { templateNames } from './path-template';
import type { Survey } from './survey';

/** Path parameters that the path lacks, and names in the path that no parameter declares. */
export function pathParameters({ document, refs }: Survey): Finding[] {
  return listPaths(document, refs).flatMap((found) => {
    const names = templateNames(found.path);
    const shared = declaredIn(found.item, refs);
    const own = found.operations.map((operation) => ({ operation, declared: declaredIn(operation, refs) }));
    const strangers = [...shared, ...own.flatMap(({ declared }) => declared)]
      .filter(({ name }) => !names.includes(name))
      .map(({ name, pointer }) => notInPath(name, pointer, found.path, nearestName(name, names)));
    const lacking = names.flatMap((name) => {
      const without = own.filter(
        ({ declared }) => ![...shared, ...declared].some((one) => one.name === name),
      );
      return without.map(({ operation }) => ({ name, operation }));
    });
    return [...strangers, ...merge(lacking, found)];
  });
}

interface Declared {
  name: string;
  pointer: string;
}

function declaredIn({ value, pointer }: Located, refs: RefResolver): Declared[] {
  const list = Array.isArray(value.parameters) ? value.parameters : [];
  return list.flatMap((entry, index): Declared[] => {
    const parameter = refs.follow(entry, '')?.value;
    if (parameter?.in !== 'path' || typeof parameter.name !== 'string') return [];
    return [{ name: parameter.name, pointer: pointer + pointerTo('parameters', index) }];
  });
}

/** What every operation of a path lacks is told once, at the path. */
function merge(
  lacking: { name: string; operation: Located }[],
  { path, pointer, operations }: FoundPath,
): Finding[] {
  const names = [...new Set(lacking.map(({ name }) => name))];
  return names.flatMap((name) => {
    const places = lacking.filter((one) => one.name === name).map(({ operation }) => operation.pointer);
    return (places.length === operations.length ? [pointer] : places).map((at) => undeclared(name, at, path));
  });
}

function notInPath(name: string, pointer: string, path: string, near: string | undefined): Finding {
  return {
    code: 'PATH_PARAMETER',
    pointer,
    message: `the path ${path} has no {${name}}`,
    hint: near === undefined ? 'put it into the path, or take the parameter out' : `did you mean ${near}`,
  };
}

function undeclared(name: string, pointer: string, path: string): Finding {
  return {
    code: 'PATH_PARAMETER',
    pointer,
    message: `no parameter declares {${name}} of the path ${path}`,
    hint: 'declare it, with `in: path`',
  };
}
