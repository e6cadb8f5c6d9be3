import { code } from '../contract/fields/words';
import { compareAnswers } from './compare-answers';
import { compareRequests, deprecation } from './compare-requests';
import { judge } from './judge';
import type { Change, OperationChanges, ReadOperation, ReadRequest, Verdict } from './model';

/** What changed in one operation, as far as both sides say it. */
export function compareOperations(before: ReadOperation, after: ReadOperation): OperationChanges | undefined {
  const request = withPathNames(before, after);
  const changes = [
    ...(request === undefined || after.request === undefined ? [] : compareRequests(request, after.request)),
    ...serverChanges(before, after),
    ...tokenChanges(before, after),
    ...answerChanges(before, after),
    ...(before.deprecated === after.deprecated
      ? []
      : [deprecation('operation', 'the operation', after.deprecated)]),
    ...(before.operationId === after.operationId ? [] : [renamedOperation(before, after)]),
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

/** Servers are variables of the environments. */
function serverChanges({ server: was }: ReadOperation, { server: is }: ReadOperation): Change[] {
  if (was === undefined || is === undefined || was === is) return [];
  const place = 'server';
  const text = `${place}: ${code(is)}, was ${code(was)}`;
  return [{ kind: 'server', ...judge('unclear', 'request'), place, text }];
}

/** Other credentials are told by themselves; here, that those of before are got in another way. */
function tokenChanges(before: ReadOperation, after: ReadOperation): Change[] {
  const alternatives = ({ request }: ReadOperation) => request?.credentials.map(({ text }) => text).join();
  if (alternatives(before) !== alternatives(after)) return [];
  const place = 'credentials';
  return [...new Set([...Object.keys(before.token), ...Object.keys(after.token)])]
    .filter((key) => before.token[key] !== after.token[key])
    .map((key) => ({
      kind: 'token',
      ...judge('unclear', 'request'),
      place,
      text: `${place}: ${key} ${orNone(after.token[key])}, was ${orNone(before.token[key])}`,
    }));
}

function orNone(text: string | undefined): string {
  return text === undefined ? 'none' : code(text);
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

/** Nothing that is sent, but what code made from the contract is called. */
function renamedOperation({ operationId: was }: ReadOperation, { operationId: is }: ReadOperation): Change {
  const place = 'operationId';
  const text = `${place}: ${orNone(is)}, was ${orNone(was)}`;
  return { kind: 'operation-id', effect: 'different', verdict: 'fine', place, text };
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

/** The parameters of a path by the names that they have now: what they are called is nothing that clients send. */
function withPathNames({ key, request }: ReadOperation, after: ReadOperation): ReadRequest | undefined {
  const [was, is] = [namesIn(key), namesIn(after.key)];
  if (request === undefined || was.length !== is.length) return request;
  const parameters = request.parameters.map((parameter) => ({
    ...parameter,
    name: parameter.in === 'path' ? (is[was.indexOf(parameter.name)] ?? parameter.name) : parameter.name,
  }));
  return { ...request, parameters };
}

function namesIn(key: string): string[] {
  return [...key.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}

/** What matters more comes first. */
export const ORDER: Verdict[] = ['break', 'look', 'fine'];

/** Breaks first; else as they were found. */
function inOrder(changes: Change[]): Change[] {
  return changes.toSorted((one, other) => ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict));
}

function worst(changes: Change[]): Verdict {
  return ORDER.find((verdict) => changes.some((change) => change.verdict === verdict)) ?? 'fine';
}
