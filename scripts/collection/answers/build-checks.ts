import type { Contract, Operation, ResponseHeader } from '../../contract/model';
import type { Checks } from '../../postman/script-data';
import type { JsonValue } from '../../spec/document';
import { withNearest } from '../../spec/print-json';
import { listChecks } from '../life-cycles/list-checks';
import { answerSchema, namedSchemas } from './named-schemas';

/** What a request's test script has to hold its answer against. */
export function buildChecks(operation: Operation, contract: Contract): Checks {
  // Whoever reads an answer gets the doubles that its integers are nearest to.
  const nearest = <T>(part: T) => withNearest(part as JsonValue, contract.digits) as T;
  const answers = nearest(
    Object.fromEntries(
      operation.responses.map((response) => [
        response.status,
        Object.fromEntries(response.content.map((media) => [media.type, answerSchema(media)])),
      ]),
    ),
  );
  const headers = nearest(headersOf(operation));
  const definitions = namedSchemas(contract).own.get(operation.key) ?? {};
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
