import { compareAnswers } from './compare-answers';
import { compareRequests, deprecation } from './compare-requests';
import type { Change, OperationChanges, ReadOperation, ReadRequest, Verdict } from './model';

/** What changed in one operation, as far as both sides say it. */
export function compareOperations(before: ReadOperation, after: ReadOperation): OperationChanges | undefined {
  const request = withPathNames(before, after);
  const changes = [
    ...(request === undefined || after.request === undefined ? [] : compareRequests(request, after.request)),
    ...answerChanges(before, after),
    ...(before.deprecated === after.deprecated
      ? []
      : [deprecation('operation', 'the operation', after.deprecated)]),
  ];
  if (before.key === after.key)
    return changes.length === 0 ? undefined : operationChanges(after.key, changes);
  return pathShape(before.key) === pathShape(after.key)
    ? operationChanges(after.key, [renamedInPath(before.key), ...changes], before.key)
    : {
        operation: after.key,
        before: before.key,
        state: 'moved',
        verdict: 'break',
        changes: inOrder(changes),
      };
}

/** Whether the scripts that hold answers to the contract are other ones than before. */
export function hasOtherChecks(before: ReadOperation, after: ReadOperation): boolean {
  return before.checks !== after.checks || before.schemas !== after.schemas;
}

function answerChanges(before: ReadOperation, after: ReadOperation): Change[] {
  if (!hasOtherChecks(before, after)) return [];
  const [was, is] = [before.answers(), after.answers()];
  return was === undefined || is === undefined ? [] : compareAnswers(was, is);
}

function operationChanges(operation: string, changes: Change[], before?: string): OperationChanges {
  return {
    operation,
    ...(before === undefined ? {} : { before }),
    state: 'changed',
    verdict: worst(changes),
    changes: inOrder(changes),
  };
}

/** A key without the names of its path parameters, which clients do not send: `GET /a/{}`. */
export function pathShape(key: string): string {
  return key.replaceAll(/\{[^{}]*\}/g, '{}');
}

function renamedInPath(before: string): Change {
  return {
    kind: 'path-parameter-renamed',
    effect: 'different',
    verdict: 'fine',
    place: 'path',
    text: `the path was written ${before.slice(before.indexOf(' ') + 1)}`,
  };
}

/** The parameters of a path that is the same but for their names, by the names that they have now. */
function withPathNames({ key, request }: ReadOperation, after: ReadOperation): ReadRequest | undefined {
  if (request === undefined || key === after.key || pathShape(key) !== pathShape(after.key)) return request;
  const [was, is] = [namesIn(key), namesIn(after.key)];
  const parameters = request.parameters.map((parameter) => ({
    ...parameter,
    name: parameter.in === 'path' ? (is[was.indexOf(parameter.name)] ?? parameter.name) : parameter.name,
  }));
  return { ...request, parameters };
}

function namesIn(key: string): string[] {
  return [...key.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}

const ORDER: Verdict[] = ['break', 'look', 'fine'];

/** Breaks first; else as they were found. */
function inOrder(changes: Change[]): Change[] {
  return changes.toSorted((one, other) => ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict));
}

function worst(changes: Change[]): Verdict {
  return ORDER.find((verdict) => changes.some((change) => change.verdict === verdict)) ?? 'fine';
}
