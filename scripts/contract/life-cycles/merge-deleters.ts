import { pointerTokens } from '../../spec/json-pointer';
import type { Operation } from '../model';
import type { ProfileDeleter } from '../profile/profile';
import type { Draft } from './derive-variables';
import type { Resource } from './life-cycles';
import { variableName } from './variable-name';

/**
 * The resources, with what the profile says of how some are deleted; an id that no variable keeps yet gets one.
 */
export function mergeDeleters(
  resources: readonly Resource[],
  variables: readonly Draft[],
  deleters: readonly ProfileDeleter[],
  operations: readonly Operation[],
): { resources: Resource[]; variables: Draft[] } {
  const merged = { resources: [...resources], variables: [...variables] };
  for (const { operation: maker, by: deleter, id } of deleters) {
    const path = operations.find(({ key }) => key === maker)?.path;
    if (path === undefined || !operations.some(({ key }) => key === deleter)) continue;
    const kept = merged.variables.find(({ source }) => gives(source, maker, id));
    const isTaken = (name: string) => merged.variables.some((variable) => variable.name === name);
    const variable = kept?.name ?? variableName(path, pointerTokens(id).at(-1) ?? 'id', isTaken);
    if (kept === undefined) {
      const source: Draft['source'] = { kind: 'answer', from: [{ operation: maker, in: 'body', at: id }] };
      merged.variables.push({ name: variable, source, places: [] });
    }
    const resource: Resource = { maker, id, variable, deleter };
    const index = merged.resources.findIndex((each) => each.maker === maker);
    if (index < 0) merged.resources.push(resource);
    else merged.resources[index] = resource;
  }
  return merged;
}

function gives(source: Draft['source'], maker: string, id: string): boolean {
  return (
    source.kind === 'answer' &&
    source.from.some((place) => place.operation === maker && place.in === 'body' && place.at === id)
  );
}
