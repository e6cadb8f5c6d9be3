import type { Contract, Operation } from '../../contract/model';
import { PROBE_KINDS } from '../../contract/probe-kind';
import { answerVariables, namedPlaces } from '../life-cycles/named-places';
import { bodyProbes, brokenBody } from './body-probes';
import { chooseProbes } from './choose-probes';
import { credentialProbes } from './credential-probes';
import { exampleProbes } from './example-probes';
import { refusalsOf } from './expected-statuses';
import { withHarmlessIds } from './harmless-ids';
import { loginProbes } from './login-probes';
import { methodProbes } from './method-probes';
import { pagingProbes } from './paging-probes';
import { brokenParameter, parameterProbes } from './parameter-probes';
import { leftOutOf, type PlannedProbe, type ProbePlan } from './planned-probe';

/** These say something whatever else is wrong with a request. */
const WHOLE_BODY = ['missing-body', 'not-json', 'wrong-media-type'];

/**
 * The probes of one operation, each breaking one thing of its plain request, and what is not made and why.
 * An operation that may create something has probes only where the profile says how that is deleted; one that
 * changes something gets ids that nothing has.
 */
export function planProbes(operation: Operation, contract: Contract): ProbePlan {
  const safe = asSafe(operation, contract);
  if (typeof safe === 'string') {
    return { probes: [], leftOut: [leftOutOf(operation, 'all', '', safe)] };
  }
  const inputs = inputProbes(safe, contract);
  const plans = [
    credentialProbes(safe, contract),
    loginProbes(safe, contract),
    { ...inputs, probes: named(inputs.probes) },
    methodProbes(safe, contract),
  ];
  const probes = plans.flatMap((plan) => plan.probes);
  const chosen =
    contract.testing.probes === 'one'
      ? chooseProbes(operation, probes)
      : { probes: [...probes].sort(byKind), leftOut: [] };
  return { probes: chosen.probes, leftOut: [...plans.flatMap((plan) => plan.leftOut), ...chosen.leftOut] };
}

/** The operation as its probes may call it, or why none may. */
function asSafe(operation: Operation, contract: Contract): Operation | string {
  if (contract.testKey?.operation === operation.key)
    return 'it gives a key once a day and phone, which a probe would spend';
  if (!operation.writes || hasDeleter(operation, contract)) return operation;
  const harmless = withHarmlessIds(operation, contract);
  return harmless ?? 'it may create something, and the profile does not say how that is deleted';
}

function hasDeleter({ key }: Operation, { lifeCycles }: Contract): boolean {
  return lifeCycles.resources.some(({ maker, deleter }) => maker === key && deleter !== undefined);
}

function inputProbes(operation: Operation, contract: Contract): ProbePlan {
  // With an id that nothing has, nothing can be accepted.
  const mayAccept = !operation.writes || hasDeleter(operation, contract);
  const examples = exampleProbes(operation, contract);
  const plans = [bodyProbes(operation, contract, mayAccept), parameterProbes(operation, contract, mayAccept)];
  const accepted: ProbePlan = mayAccept
    ? examples
    : without(examples.probes, operation, 'its path names an id that nothing has, so nothing is accepted');
  const all = [...plans, accepted, pagingProbes(operation, contract)];
  const told = withoutRefusalsOfAlike(
    all.flatMap((plan) => plan.probes),
    operation,
  );
  const { probes } = told;
  const leftOut = [...all.flatMap((plan) => plan.leftOut), ...told.leftOut];

  const unsound = brokenParameter(operation, contract) ?? brokenBody(operation, contract);
  const sound =
    unsound === undefined ? { probes, leftOut: [] } : onlyWhole(probes, operation, unsound, WHOLE_BODY);
  const obstacle = obstacleToAcceptance(operation, contract);
  const hindered = sound.probes.filter(
    ({ expected }) => expected.expects === 'acceptance' && obstacle !== undefined,
  );
  const unhindered = sound.probes.filter((probe) => !hindered.includes(probe));
  const unmade = without(hindered, operation, obstacle ?? '');
  const refusable = unhindered.filter(
    ({ expected }) => expected.expects === 'acceptance' || expected.statuses.length > 0,
  );
  const unrefusable = unhindered.filter((probe) => !refusable.includes(probe));
  const noRefusal = without(unrefusable, operation, 'the contract documents no refusal of an input (4xx)');
  return {
    probes: refusable,
    leftOut: [...leftOut, ...sound.leftOut, ...unmade.leftOut, ...noRefusal.leftOut],
  };
}

/** What breaks a request to one may be a sound request to another, where the url does not tell which is meant. */
function withoutRefusalsOfAlike(probes: PlannedProbe[], operation: Operation): ProbePlan {
  if (operation.alike === undefined) return { probes, leftOut: [] };
  const refused = probes.filter(({ expected }) => expected.expects === 'refusal');
  const reason = `another operation has its method and path, and may take it: ${operation.alike.join(', ')}`;
  return {
    probes: probes.filter((probe) => !refused.includes(probe)),
    leftOut: without(refused, operation, reason).leftOut,
  };
}

/** Why a sound request may be refused; undefined: it is to be accepted. */
function obstacleToAcceptance(operation: Operation, contract: Contract): string | undefined {
  const kept = answerVariables(operation, contract).map(({ name }) => name);
  const needsARun = namedPlaces(operation, contract).some(({ in: place, name, variable }) => {
    const parameter = operation.parameters.find((each) => each.in === place && each.name === name);
    return kept.includes(variable) && parameter?.required !== false;
  });
  if (needsARun) return 'it needs what a run creates, so nothing else is accepted';
  const notNow = contract.lifeCycles.notNow[operation.key] ?? {};
  const reason = refusalsOf(operation)
    .inputOnly.map((status) => notNow[status])
    .find((each) => each !== undefined);
  return reason && `it may be refused for another reason: ${reason}`;
}

function onlyWhole(
  probes: PlannedProbe[],
  operation: Operation,
  reason: string,
  kinds: readonly string[],
): ProbePlan {
  const kept = probes.filter(({ kind }) => kinds.includes(kind) || kind === 'example');
  return {
    probes: kept,
    leftOut: without(
      probes.filter((probe) => !kept.includes(probe)),
      operation,
      reason,
    ).leftOut,
  };
}

/** Counts probes that are not made, by kind. */
function without(probes: PlannedProbe[], operation: Operation, reason: string): ProbePlan {
  const leftOut = PROBE_KINDS.flatMap((kind) => {
    const count = probes.filter((probe) => probe.kind === kind).length;
    return count === 0 ? [] : [leftOutOf(operation, kind, '', reason, count)];
  });
  return { probes: [], leftOut };
}

/** Each once, and each by a name of its own. */
function named(probes: PlannedProbe[]): PlannedProbe[] {
  const unique = probes.filter(
    (probe, index) => probes.findIndex((other) => identityOf(other) === identityOf(probe)) === index,
  );
  return unique.map((probe) => {
    const isShared = unique.some((other) => other !== probe && other.name === probe.name);
    return isShared ? { ...probe, name: probe.expected.sends } : probe;
  });
}

function identityOf({ kind, expected }: PlannedProbe): string {
  return `${kind} ${expected.sends}`;
}

function byKind(one: PlannedProbe, other: PlannedProbe): number {
  return PROBE_KINDS.indexOf(one.kind) - PROBE_KINDS.indexOf(other.kind);
}
