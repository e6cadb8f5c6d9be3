import type { Resource } from '../../contract/life-cycles/life-cycles';
import type { Contract, Operation } from '../../contract/model';
import { type AnswerVariable, contractIndex } from './contract-index';
import { answerVariables, comesFrom, namedPlaces } from './named-places';

/** What stands around the plain requests of a folder, so that it is a life cycle of its own. */
export interface Cycle {
  /** What makes that which the folder needs and other folders make, in the order in which it is sent. */
  before: Operation[];
  /** What is made, by Before or the folder, and deleted again by the folder's own requests. */
  deleted: Deleted[];
  /** What is made likewise and deleted by none of them; the last one made first. */
  left: Left[];
}

export interface Deleted {
  resource: Resource;
  /** Requests that name it, in the order of the folder: to be tried once it is deleted. */
  change: Operation | undefined;
  read: Operation | undefined;
  list: Operation | undefined;
  deleter: Operation;
}

export interface Left {
  resource: Resource;
  maker: Operation;
  deleter: Operation;
}

/** Where a cycle's folders Before and After stand. */
export interface CyclePlace {
  /** Name of the tag; empty: that of the operations without one. */
  folder: string;
  /** Of the plain requests of all folders, by key. */
  names: ReadonlyMap<string, string>;
  /** What stands beside them. */
  taken: readonly string[];
}

/** @param operations of one folder, in its order */
export function planCycle(operations: readonly Operation[], contract: Contract): Cycle {
  const index = contractIndex(contract);
  const before = makersBefore(operations, contract);
  const made = [...before, ...operations].flatMap((maker): Left[] =>
    (index.resources.get(maker.key) ?? []).flatMap((resource) => {
      const deleter = index.operations.get(resource.deleter ?? '');
      return deleter === undefined ? [] : [{ resource, maker, deleter }];
    }),
  );
  const isDeletedHere = ({ resource, deleter }: Left) =>
    operations.includes(deleter) && lastInPath(deleter, contract)?.name === resource.variable;
  return {
    before,
    deleted: made
      .filter(isDeletedHere)
      .map(({ resource, deleter }) => ({ resource, deleter, ...triedOn(resource, operations, contract) })),
    left: made.filter((each) => !isDeletedHere(each)).reverse(),
  };
}

function triedOn(
  resource: Resource,
  operations: readonly Operation[],
  contract: Contract,
): Pick<Deleted, 'change' | 'read' | 'list'> {
  const { lists } = contract.lifeCycles;
  const onIt = operations.filter((operation) => {
    const named = lastInPath(operation, contract);
    return named !== undefined && comesFrom(named, resource.maker);
  });
  const changes = onIt.filter(({ method, writes }) => writes && method !== 'DELETE');
  return {
    change: changes.find(({ method }) => method === 'PUT' || method === 'PATCH') ?? changes[0],
    read: onIt.find(({ method }) => method === 'GET'),
    list: operations.find(({ key }) => lists[key]?.of?.variable === resource.variable),
  };
}

/** The variable of the innermost thing that a path names. */
function lastInPath(operation: Operation, contract: Contract): AnswerVariable | undefined {
  const names = namedPlaces(operation, contract);
  const inPath = operation.parameters
    .filter((parameter) => parameter.in === 'path')
    .map(({ name }) => ({ name, at: operation.path.indexOf(`{${name}}`) }))
    .sort((one, other) => other.at - one.at);
  const variable = names.find((place) => place.in === 'path' && place.name === inPath[0]?.name)?.variable;
  return answerVariables(operation, contract).find(({ name }) => name === variable);
}

/**
 * The makers in other folders of what a folder's requests name, each after what it needs itself. Only what can be
 * deleted again is made; and nothing out of what only the folder itself makes.
 */
function makersBefore(operations: readonly Operation[], contract: Contract): Operation[] {
  const isMadeHere = ({ source }: AnswerVariable) =>
    source.from.some((place) => operations.some(({ key }) => key === place.operation));
  const chains = operations.flatMap((operation) =>
    answerVariables(operation, contract)
      .filter((variable) => !isMadeHere(variable))
      .map((variable) => chainTo(variable, [])),
  );
  return [...new Set(chains.flatMap((chain) => chain ?? []))];

  /** A maker of the variable, after the makers of what it needs; undefined: there is none. */
  function chainTo(variable: AnswerVariable, behind: readonly Operation[]): Operation[] | undefined {
    if (isMadeHere(variable)) return undefined;
    const makers = variable.source.from
      .map((place) => contractIndex(contract).operations.get(place.operation))
      .filter((operation) => operation !== undefined && canBeUndone(operation, contract));
    const maker = makers.find((operation) => operation?.writes) ?? makers[0];
    if (maker === undefined || behind.includes(maker)) return undefined;
    const needs = answerVariables(maker, contract).map((needed) => chainTo(needed, [...behind, maker]));
    return needs.some((chain) => chain === undefined)
      ? undefined
      : [...needs.flatMap((chain) => chain ?? []), maker];
  }
}

function canBeUndone({ key, writes }: Operation, contract: Contract): boolean {
  if (!writes) return true;
  const { resources, operations } = contractIndex(contract);
  return (resources.get(key) ?? []).some(({ deleter }) => operations.has(deleter ?? ''));
}

/** The variables that are worth nothing once a resource is deleted: all that came with it. */
export function variablesOf({ maker }: Resource, contract: Contract): string[] {
  return (contractIndex(contract).given.get(maker) ?? []).map(({ name }) => name);
}
