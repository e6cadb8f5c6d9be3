import type { JsonValue } from '../spec/document';
import { compareOperations, ORDER, pathShape } from './compare-operations';
import { describeOthers, describeUnsaid } from './describe-others';
import type { Changes, OperationChanges, Pair, ReadCollection, ReadOperation } from './model';
import { readCollection } from './read-collection';

const BOM = /^\uFEFF/;

/**
 * What a generated collection changes against the file that it replaces.
 *
 * @param file the file's path as the person gave it
 * @param before its text; undefined where there is none
 * @param after the text that is generated now
 */
export function compareCollections(file: string, before: string | undefined, after: string): Changes {
  const only = (state: Changes['state'], ...notes: string[]): Changes => {
    return { file, state, complete: state !== 'unknown', breaks: 0, operations: [], notes };
  };
  if (before === undefined) return only('new');
  if (before === after) return only('same');
  const was = readText(before);
  const is = readText(after);
  if (is === undefined || was === undefined || was.operations.length === 0) {
    return only('unknown', whyUnknown(was));
  }
  const { pairs, gone, fresh } = match(was.operations, is.operations);
  const compared = pairs.flatMap(([one, other]) => compareOperations(one, other) ?? []);
  const operations: OperationChanges[] = [
    ...gone.map(({ key }): OperationChanges => entry(key, 'removed')),
    ...fresh.map(({ key }): OperationChanges => entry(key, 'added')),
    ...compared,
  ];
  const changed = new Set(compared.map(({ operation }) => operation));
  const unsaid = describeUnsaid(pairs);
  const notes = [...unsaid, ...describeOthers(was, is, pairs, changed)];
  if (operations.length + notes.length === 0 && !isSameJson(before, after)) {
    notes.push('what changed is the order of requests, or what stands around those of the contract');
  }
  return {
    file,
    state: 'changed',
    complete: unsaid.length === 0,
    breaks: operations.reduce((sum, operation) => sum + breaksOf(operation), 0),
    operations: ORDER.flatMap((verdict) => operations.filter((operation) => operation.verdict === verdict)),
    notes,
  };
}

/** By key, else by the path but for its parameters' names, else by operationId. */
function match(
  before: ReadOperation[],
  after: ReadOperation[],
): { pairs: Pair[]; gone: ReadOperation[]; fresh: ReadOperation[] } {
  const pairs: Pair[] = [];
  let [gone, fresh] = [before, after];
  const identities = [
    ({ key }: ReadOperation) => key,
    ({ key }: ReadOperation) => pathShape(key),
    ({ operationId }: ReadOperation) => operationId,
  ];
  for (const identity of identities) {
    const [was, is] = [onlyOnes(gone, identity), onlyOnes(fresh, identity)];
    const matched = [...is].flatMap(([name, operation]): Pair[] => {
      const earlier = was.get(name);
      return earlier === undefined ? [] : [[earlier, operation]];
    });
    const done = new Set(matched.flat());
    gone = gone.filter((operation) => !done.has(operation));
    fresh = fresh.filter((operation) => !done.has(operation));
    pairs.push(...matched);
  }
  return { pairs, gone, fresh };
}

/** Operations by something that no other of them has. */
function onlyOnes(
  operations: ReadOperation[],
  identity: (operation: ReadOperation) => string | undefined,
): Map<string, ReadOperation> {
  const found = new Map<string, ReadOperation>();
  const twice = new Set<string>();
  for (const operation of operations) {
    const name = identity(operation);
    if (name === undefined) continue;
    if (found.has(name)) twice.add(name);
    found.set(name, operation);
  }
  for (const name of twice) found.delete(name);
  return found;
}

function entry(operation: string, state: 'added' | 'removed'): OperationChanges {
  return { operation, state, verdict: state === 'removed' ? 'break' : 'fine', changes: [] };
}

/** An operation that is not where it was is one break, besides what changed in it. */
function breaksOf({ state, changes }: OperationChanges): number {
  const own = state === 'removed' || state === 'moved' ? 1 : 0;
  return own + changes.filter(({ verdict }) => verdict === 'break').length;
}

function whyUnknown(was: ReadCollection | undefined): string {
  return was === undefined
    ? 'what stood there is no Postman collection: nothing can be compared'
    : 'no request of what stood there names an operation of a contract, so this project did not write it: nothing can be compared';
}

function isSameJson(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => JSON.stringify(JSON.parse(text.replace(BOM, ''))));
  return first === second;
}

/** Whatever stands there: it may be no JSON, or nested deeper than any collection. */
function readText(text: string): ReadCollection | undefined {
  try {
    return readCollection(JSON.parse(text.replace(BOM, '')) as JsonValue);
  } catch {
    return undefined;
  }
}
