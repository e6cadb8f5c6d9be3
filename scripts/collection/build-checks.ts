import type { Contract, MediaType, Operation, ResponseHeader, Schema } from '../contract/model';
import type { Checks } from '../postman/script-data';
import type { JsonValue } from '../spec/document';
import { pointerTokens } from '../spec/json-pointer';
import { withNearest } from '../spec/print-json';
import { listChecks } from './life-cycles/list-checks';

/** What a request's test script has to hold its answer against. */
export function buildChecks(operation: Operation, contract: Contract): Checks {
  // Whoever reads an answer gets the doubles that its integers are nearest to.
  const nearest = <T>(part: T) => withNearest(part as JsonValue, contract.digits) as T;
  const answers = nearest(
    Object.fromEntries(
      operation.responses.map((response) => [
        response.status,
        Object.fromEntries(response.content.map((media) => [media.type, schemaOf(media)])),
      ]),
    ),
  );
  const headers = nearest(headersOf(operation));
  const schemas = [
    ...Object.values(answers).flatMap((byType) => Object.values(byType)),
    ...Object.values(headers).flatMap((byName) => Object.values(byName).map(({ schema }) => schema)),
  ];
  const definitions = nearest(closure(schemas, contract.definitions.response));
  const { login } = contract;
  const readsBack = contract.lifeCycles.readsBack[operation.key];
  return {
    operation: operation.key,
    answers,
    ...(Object.keys(definitions).length > 0 ? { definitions } : {}),
    ...(login?.operation === operation.key
      ? { jwt: { at: login.jwt, lifetime: login.lifetime, source: login.source } }
      : {}),
    ...notTestedOf(operation, contract),
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
    ...(contract.testing.timeLimit === undefined ? {} : { timeLimit: contract.testing.timeLimit }),
    ...listChecks(operation, contract),
    ...(readsBack === undefined ? {} : { readsBack }),
    ...deviationsOf(operation, contract),
  };
}

/** What slim checks leave out: that one of these passes says nothing. */
const NOT_IN_SLIM = ['body satisfies its schema', 'headers are as documented', 'answer comes in time'];

/** The checks of an operation that is only a means here, and held against its whole contract elsewhere. */
export function buildSlimChecks(operation: Operation, contract: Contract): Checks {
  const answers = operation.responses.map(({ status, content }) => [
    status,
    Object.fromEntries(content.map(({ type }) => [type, true])),
  ]);
  return {
    operation: operation.key,
    answers: Object.fromEntries(answers),
    ...notTestedOf(operation, contract),
    ...deviationsOf(operation, contract, NOT_IN_SLIM),
  };
}

function notTestedOf({ key }: Operation, { lifeCycles, testKey }: Contract): Pick<Checks, 'notTested'> {
  const isDaily = testKey?.operation === key;
  const notTested = {
    ...lifeCycles.notNow[key],
    ...(isDaily
      ? { [String(testKey.dailyLimit)]: "today's key was made already (the documented daily limit)" }
      : {}),
  };
  return Object.keys(notTested).length > 0 ? { notTested } : {};
}

function headersOf({ responses }: Operation): Record<string, Record<string, Omit<ResponseHeader, 'name'>>> {
  return Object.fromEntries(
    responses.flatMap(({ status, headers = [] }) =>
      headers.length === 0
        ? []
        : [[status, Object.fromEntries(headers.map(({ name, ...header }) => [name, header]))]],
    ),
  );
}

/** @param leftOut names of checks that are not made */
function deviationsOf(
  { key }: Operation,
  { testing }: Contract,
  leftOut: readonly string[] = [],
): Pick<Checks, 'deviations'> {
  const known = testing.deviations.filter(
    ({ operation, check }) => operation === key && !leftOut.includes(check),
  );
  if (known.length === 0) return {};
  const deviations = Object.fromEntries(
    known.map(({ check, reason, until }) => [check, { reason, ...(until === undefined ? {} : { until }) }]),
  );
  return { deviations };
}

/** Only JSON has a value that a schema speaks of. */
function schemaOf(media: MediaType): Schema {
  return /[/+]json\b/i.test(media.type) ? (media.schema ?? true) : true;
}

/** The named schemas that some schemas lead to, and no other: what an answer needs travels with its check. */
function closure(schemas: Schema[], all: Record<string, Schema>): Record<string, Schema> {
  const needed = new Map<string, Schema>();
  const waiting: unknown[] = [...schemas];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const ref = (next as { $ref?: unknown }).$ref;
    const name = typeof ref === 'string' ? definitionNamed(ref) : undefined;
    const schema = name === undefined ? undefined : all[name];
    if (name !== undefined && schema !== undefined && !needed.has(name)) {
      needed.set(name, schema);
      waiting.push(schema);
    }
    waiting.push(...Object.values(next));
  }
  // Sorted, so that a change in one schema does not move the others.
  return Object.fromEntries([...needed].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** `#/definitions/NAME`, percent-decoded and unescaped. */
function definitionNamed(ref: string): string | undefined {
  return pointerTokens(decodeURIComponent(ref.slice(1)))[1];
}
