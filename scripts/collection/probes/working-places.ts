import type { Variable } from '../../contract/life-cycles/life-cycles';
import type { Contract, Operation } from '../../contract/model';
import { valueAt } from '../../spec/json-pointer';
import { type NamedPlace, namedPlaces } from '../life-cycles/named-places';
import { preferredMedia } from '../requests/preferred-media';
import type { PlannedProbe } from './planned-probe';

/**
 * Where a probe that has to be accepted names variables, as the plain request does: days to come, what is looked up,
 * what a person sets. Its own place stays as it is. So does an example, but for days, what is looked up, and what that
 * is looked up for: the contract's are past, or exist nowhere.
 */
export function workingPlaces({ kind, place, operation }: PlannedProbe, contract: Contract): NamedPlace[] {
  const { variables } = contract.lifeCycles;
  const names = kind === 'example' ? namesThatExpire(variables) : namesThatArePut(variables);
  return namedPlaces(operation, contract).filter((named) => {
    const isOther = !overlap(`${named.in} ${named.name}`, place);
    return isOther && names.has(named.variable) && isSent(named, kind, operation);
  });
}

/** A look-up names variables of its own: the division of that country. */
function namesThatExpire(variables: readonly Variable[]): Set<string> {
  const names = variables.flatMap(({ name, source }) => {
    if (source.kind === 'date') return [name];
    if (source.kind !== 'lookUp') return [];
    const inQuery = source.query.flatMap(([, text]) => [...text.matchAll(/{{([^{}]+)}}/g)]);
    return [name, ...inQuery.map(([, inner = '']) => inner)];
  });
  return new Set(names);
}

/** All but those that a run creates. */
function namesThatArePut(variables: readonly Variable[]): Set<string> {
  return new Set(variables.filter(({ source }) => source.kind !== 'answer').map(({ name }) => name));
}

function overlap(one: string, other: string): boolean {
  return `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);
}

/** A plain request sends what a variable stands for; no probe sends what it could leave away. */
function isSent(
  { in: place, name }: NamedPlace,
  kind: PlannedProbe['kind'],
  { parameters, requestBody }: Operation,
): boolean {
  if (place !== 'body')
    return parameters.some((each) => each.in === place && each.name === name && each.required);
  const value = requestBody && valueAt(preferredMedia(requestBody.content).sample, name);
  return kind !== 'example' || (value !== undefined && value !== null);
}
