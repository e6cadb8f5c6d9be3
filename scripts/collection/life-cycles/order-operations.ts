import type { Contract, Operation } from '../../contract/model';
import { contractIndex } from './contract-index';
import { answerVariables } from './named-places';

/**
 * The operations of a folder in the order in which they work one after the other: the login, what needs nothing,
 * what makes something, changes, what adds to it, what reads it, what takes out of it, what deletes it. Before that
 * order goes: who makes a variable before who uses it, who uses it before who deletes it, and the profile's pairs.
 */
export function orderOperations(operations: readonly Operation[], contract: Contract): Operation[] {
  const waiting = operations
    .map((operation) => ({ operation, rank: RANKS.indexOf(roleOf(operation, contract)) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ operation }) => operation);
  const before = predecessors(waiting, contract);
  const ordered: Operation[] = [];
  while (waiting.length > 0) {
    const ready = waiting.findIndex(({ key }) => !waiting.some((other) => before.get(key)?.has(other.key)));
    // In a circle the rank decides.
    ordered.push(...waiting.splice(Math.max(ready, 0), 1));
  }
  return ordered;
}

const RANKS = ['login', 'plain read', 'maker', 'change', 'addition', 'read', 'removal', 'deleter'] as const;

function roleOf(operation: Operation, contract: Contract): (typeof RANKS)[number] {
  const { key, method, path, writes } = operation;
  const { login, lifeCycles } = contract;
  if (key === login?.operation) return 'login';
  if (!writes) return needsOf(operation, contract).length === 0 ? 'plain read' : 'read';
  if (method === 'PUT' || method === 'PATCH') return 'change';
  const isKnownMaker = contractIndex(contract).given.has(key);
  // What is sent to no thing in particular makes one, also where nothing is known of it.
  if (isKnownMaker || (method === 'POST' && !path.includes('{'))) return 'maker';
  if (method !== 'DELETE') return 'addition';
  const isDeleter = lifeCycles.resources.some(({ deleter }) => deleter === key) || path.endsWith('}');
  return isDeleter ? 'deleter' : 'removal';
}

/** Names of the variables that an operation names, or whose objects it lists. */
function needsOf(operation: Operation, contract: Contract): string[] {
  const listed = contract.lifeCycles.lists[operation.key]?.of?.variable;
  return [
    ...answerVariables(operation, contract).map(({ name }) => name),
    ...(listed === undefined ? [] : [listed]),
  ];
}

/** Key of an operation, to the keys of those that go before it. */
function predecessors(operations: readonly Operation[], contract: Contract): Map<string, Set<string>> {
  const { resources, variables } = contractIndex(contract);
  const before = new Map(operations.map(({ key }) => [key, new Set<string>()]));
  const needs = new Map<string, string[]>();
  for (const operation of operations)
    for (const name of needsOf(operation, contract))
      needs.set(name, [...(needs.get(name) ?? []), operation.key]);
  for (const [name, keys] of needs) {
    const makers = variables.get(name)?.source.from.map(({ operation }) => operation) ?? [];
    // Where several give it, the first makes it, and the others tell how it has changed.
    const first = makers.find((maker) => before.has(maker));
    const deleters = makers.flatMap((maker) => resources.get(maker) ?? []).map(({ deleter }) => deleter);
    for (const key of keys) {
      if (first !== undefined && first !== key) before.get(key)?.add(first);
      for (const deleter of deleters)
        if (deleter !== undefined && deleter !== key) before.get(deleter)?.add(key);
    }
  }
  for (const [first, second] of contract.lifeCycles.order) before.get(second)?.add(first);
  return before;
}
