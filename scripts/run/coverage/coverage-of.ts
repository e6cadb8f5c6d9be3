import type { Contract, Operation } from '../../contract/model';
import type { LeftOut } from '../../contract/probe-kind';
import { groupBy } from '../group-by';
import type { Attempt, RequestRecord, RunRecord } from '../run-record';
import { skippedReasons } from '../verdict/sort-attempt';
import { bodyFields } from './body-fields';
import type {
  Call,
  Coverage,
  OperationCoverage,
  PlaceCoverage,
  ProbeCoverage,
  StatusCoverage,
} from './coverage';
import { coverageTotals } from './coverage-totals';
import { explainUnseen } from './explain-unseen';
import { probeCoverage } from './probe-coverage';

/** Kinds of probes that send what the contract wants. */
const wellFormed = ['example', 'on-limit', 'paging'];

/**
 * What a run tested of a contract. The requests tell by themselves which operation and which place they test;
 * operations without a request are in the coverage too.
 *
 * @param leftOut the probes that were not made
 */
export function coverageOf(record: RunRecord, contract: Contract, leftOut: readonly LeftOut[]): Coverage {
  const requests = groupBy(record.requests, ({ tests }) => tests?.operation ?? '');
  const operations = contract.operations.map((operation) =>
    operationCoverage(
      operation,
      contract,
      requests.get(operation.key) ?? [],
      leftOut.filter((each) => each.operation === operation.key),
    ),
  );
  return {
    contract: { name: contract.name, version: contract.version },
    environment: record.environment,
    totals: coverageTotals(operations),
    onlyErrors: operations.filter((operation) => operation.onlyErrors).map(({ key }) => key),
    operations,
  };
}

function operationCoverage(
  operation: Operation,
  { definitions }: Contract,
  requests: RequestRecord[],
  leftOut: LeftOut[],
): OperationCoverage {
  const plain = requests.filter(({ tests }) => tests?.probe === undefined);
  const probes = [...groupBy(requests, ({ id }) => id).values()].flatMap((rows) => {
    const probe = rows[0]?.tests?.probe;
    return probe === undefined ? [] : [probeCoverage(rows, probe)];
  });
  const call = callOf(plain);
  const documented = operation.responses.map(({ status }) => status);
  const seen = new Set(requests.flatMap(statusesOf).map((status) => documentedAs(status, documented)));
  const statuses = documented.map(
    (status): StatusCoverage =>
      seen.has(status)
        ? { status, seen: true, reason: '' }
        : { status, seen: false, reason: explainUnseen(status, { call, probes, leftOut }) },
  );
  const sends = new Set(plain.filter(wasSent).flatMap(({ tests }) => tests?.sends ?? []));
  const place = (at: string, required: boolean, sent: boolean): PlaceCoverage => ({
    place: at,
    required,
    sent: sent && plain.some(wasSent),
    probed: probedAt(at, probes),
  });
  return {
    key: operation.key,
    name: (operation.summary.split('\n', 1)[0] ?? '') || (operation.operationId ?? operation.key),
    tag: operation.tag,
    call,
    onlyErrors: hasOnlyErrors(requests),
    statuses,
    undocumented: [...new Set(requests.filter(isOfOperation).flatMap(statusesOf))].filter(
      (status) => documentedAs(status, documented) === undefined,
    ),
    parameters: operation.parameters.map(({ in: where, name, required }) =>
      place(`${where} ${name}`, required, where === 'path' || isParameterSent(where, name, sends)),
    ),
    fields: bodyFields(operation.requestBody, definitions.request).map(({ pointer, required }) =>
      place(`body ${pointer}`, required, sends.has(`body ${pointer}`)),
    ),
    probes,
    leftOut,
  };
}

/** Several requests may call an operation: the best of them is told, a success if there is one. */
function callOf(plain: RequestRecord[]): Call {
  const statusOf = ({ attempts }: RequestRecord) => attempts.at(-1)?.status;
  const succeeded = plain.find((request) => (statusOf(request) ?? 400) < 400);
  const answered = plain.find((request) => statusOf(request) !== undefined);
  const request = succeeded ?? answered ?? plain[0];
  if (request === undefined) return { state: 'not in the run', reason: 'not in this run' };
  const last = request.attempts.at(-1);
  if (last === undefined) return { state: 'not sent', reason: 'never reached' };
  if (last.status !== undefined) return { state: 'answered', status: last.status };
  const reason = last.error ?? skippedReasons(last)[0]?.reason ?? failedReason(last);
  return { state: last.sent ? 'no answer' : 'not sent', reason };
}

function failedReason({ checks, scriptErrors, ended }: Attempt): string {
  const failed = checks.find(({ result }) => result === 'failed');
  return failed?.message ?? failed?.name ?? scriptErrors[0] ?? (ended ? 'no reason given' : 'did not end');
}

/** The exact status, else its range, else the default: how OpenAPI documents it. */
function documentedAs(status: number, documented: string[]): string | undefined {
  return [String(status), `${String(status)[0]}XX`, 'default'].find((each) => documented.includes(each));
}

/** Called as documented, and answered; but never with success. */
function hasOnlyErrors(requests: RequestRecord[]): boolean {
  const asDocumented = requests.filter(({ tests }) => {
    const kind = tests?.probe?.kind;
    return kind === undefined || wellFormed.includes(kind);
  });
  const statuses = asDocumented.flatMap(statusesOf);
  return statuses.length > 0 && statuses.every((status) => status >= 400);
}

/** A method that the contract lacks is answered for the path, not for the operation. */
function isOfOperation({ tests }: RequestRecord): boolean {
  return tests?.probe?.kind !== 'other-method';
}

function statusesOf({ attempts }: RequestRecord): number[] {
  return attempts.flatMap(({ status }) => status ?? []);
}

function wasSent({ attempts }: RequestRecord): boolean {
  return attempts.some(({ sent }) => sent);
}

/** An object or a list may be sent as several parameters, `filter[from]`. */
function isParameterSent(where: string, name: string, sends: Set<string>): boolean {
  if (where === 'header') return sends.has(`header ${name.toLowerCase()}`);
  const place = `${where} ${name}`;
  return sends.has(place) || [...sends].some((sent) => sent.startsWith(`${place}[`));
}

function probedAt(place: string, probes: ProbeCoverage[]): string[] {
  const kinds = probes.filter((probe) => probe.place === place && probe.status !== undefined);
  return [...new Set(kinds.map(({ kind }) => kind))];
}
