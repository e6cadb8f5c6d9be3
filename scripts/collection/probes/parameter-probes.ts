import type { Contract, Operation, Parameter, SchemaObject } from '../../contract/model';
import type { LeftOut } from '../../contract/probe-kind';
import type { JsonValue } from '../../spec/document';
import { buildAuth, isCredential, secretParameter } from '../requests/build-auth';
import type { Attempt } from './attempt';
import { breakingAttempts } from './breaking-attempts';
import { type Input, inputProbe } from './input-probe';
import { limitAttempts } from './limit-attempts';
import { leftOutOf, type ProbePlan } from './planned-probe';
import { requestChecker } from './schema-checker';
import { schemasAt } from './schemas-at';
import { typesOf } from './types-of';
import { workingValue } from './working-value';

const PLACES = ['query', 'path', 'header', 'cookie'] as const;

/**
 * Probes of an operation's parameters: each required one left out, each with values that break one of its rules,
 * and values on its limits. An optional one is sent where it is probed.
 *
 * @param mayAccept whether values on a limit may be tried
 */
export function parameterProbes(operation: Operation, contract: Contract, mayAccept: boolean): ProbePlan {
  const plan: ProbePlan = { probes: [], leftOut: [] };
  const auth = buildAuth(operation, contract);
  for (const parameter of operation.parameters) {
    if (isLoginKey(parameter, operation, contract) || isCredential(parameter, auth)) continue;
    if (parameter.required && parameter.in !== 'path')
      plan.probes.push(withoutParameter(parameter, operation, contract));
    const part = valueProbes(parameter, operation, contract, mayAccept);
    plan.probes.push(...part.probes);
    plan.leftOut.push(...part.leftOut);
  }
  return plan;
}

/** What a plain request sends that its own schema refuses: nothing can be broken by itself there. */
export function brokenParameter(operation: Operation, contract: Contract): string | undefined {
  const check = requestChecker(contract);
  const broken = operation.parameters.find(
    (parameter) =>
      parameter.required &&
      parameter.mediaType === undefined &&
      secretParameter(parameter) === undefined &&
      !isLoginKey(parameter, operation, contract) &&
      check(parameter.schema, parameter.sample, 'text').length > 0,
  );
  return broken === undefined
    ? undefined
    : `the value that the contract gives for ${broken.in} ${broken.name} does not satisfy its schema`;
}

function isLoginKey({ in: place, name }: Parameter, { key }: Operation, { login }: Contract): boolean {
  return login?.operation === key && login.apiKey.in === place && login.apiKey.name === name;
}

function withoutParameter(parameter: Parameter, operation: Operation, contract: Contract) {
  const parameters = operation.parameters.filter((other) => other !== parameter);
  const input = inputOf(parameter, { ...operation, parameters });
  return inputProbe({ ...input, kind: 'missing-parameter', words: 'left out' }, contract);
}

function valueProbes(
  parameter: Parameter,
  operation: Operation,
  contract: Contract,
  mayAccept: boolean,
): ProbePlan {
  const place = placeOf(parameter);
  const sample = listed(parameter, contract);
  const schemas = schemasAt([parameter.schema], sample, contract);
  const attempts = attemptsOf(schemas, sample, contract);
  const reason = unfit(parameter, schemas, sample);
  if (reason !== undefined) {
    const isFree = parameter.mediaType === undefined && attempts.length === 0;
    return { probes: [], leftOut: isFree ? [] : [leftOutOf(operation, 'wrong-type', place, reason)] };
  }

  const check = requestChecker(contract);
  const plan: ProbePlan = { probes: [], leftOut: [] };
  for (const { attempt, inList } of attempts) {
    if (attempt.kind === 'on-limit' && !mayAccept) continue;
    if (attempt.kind === 'on-limit' && parameter.in === 'path') {
      plan.leftOut.push(leftOutOf(operation, 'on-limit', place, 'what stands in the path is looked up'));
      continue;
    }
    const whole = (value: JsonValue) =>
      inList && Array.isArray(sample) ? [value, ...sample.slice(1)] : value;
    const found = workingValue(
      { ...attempt, candidates: attempt.candidates.filter(({ value }) => !isNothing(parameter, value)) },
      (value) => check(parameter.schema, whole(value), 'text'),
      inList ? '/0' : '',
    );
    if (found === undefined) {
      plan.leftOut.push(leftOutOf(operation, attempt.kind, place, attempt.reason ?? notFound(attempt)));
      continue;
    }
    const changed = { ...parameter, sample: whole(found.value), required: true };
    const parameters = operation.parameters.map((other) => (other === parameter ? changed : other));
    const input = inputOf(parameter, { ...operation, parameters }, attempt.ofFormat);
    plan.probes.push(inputProbe({ ...input, kind: attempt.kind, words: found.words }, contract));
  }
  return plan;
}

/** Rules of the parameter itself and, of a list, those of its items. */
function attemptsOf(
  schemas: SchemaObject[],
  sample: JsonValue,
  contract: Contract,
): { attempt: Attempt; inList: boolean }[] {
  const own = [...breakingAttempts(schemas, sample, 'text'), ...limitAttempts(schemas, sample)];
  const [first] = Array.isArray(sample) ? sample : [];
  const itemSchemas = schemas.map(({ items }) => (Array.isArray(items) ? items[0] : items) as SchemaObject);
  const inside = first === undefined ? [] : schemasAt(itemSchemas, first, contract);
  const items =
    first === undefined ? [] : [...breakingAttempts(inside, first, 'text'), ...limitAttempts(inside, first)];
  return [
    ...own.map((attempt) => ({ attempt, inList: false })),
    ...items.map((attempt) => ({ attempt, inList: true })),
  ];
}

/** The plain value; where a list is meant and one value given, a list of it. */
function listed({ schema, sample }: Parameter, contract: Contract): JsonValue {
  const isList = schemasAt([schema], sample, contract).some((part) => typesOf(part).includes('array'));
  return isList && !Array.isArray(sample) ? [sample] : sample;
}

function unfit(parameter: Parameter, schemas: SchemaObject[], sample: JsonValue): string | undefined {
  if (secretParameter({ ...parameter, required: true }) !== undefined)
    return 'its value is a secret of yours';
  if (parameter.mediaType !== undefined) return `its value is written in ${parameter.mediaType}`;
  const isObject = schemas.some((schema) => typesOf(schema).includes('object'));
  if (isObject || (typeof sample === 'object' && sample !== null && !Array.isArray(sample)))
    return 'its value is an object, which is not taken apart';
  return undefined;
}

/** A list of nothing is left out of a request; without its text a segment of the path would be another path. */
function isNothing(parameter: Parameter, value: JsonValue): boolean {
  return (parameter.in === 'path' && value === '') || (Array.isArray(value) && value.length === 0);
}

function notFound({ breaks }: Attempt): LeftOut['reason'] {
  return breaks === undefined
    ? 'no value was found that sits on the limit and satisfies the rest'
    : `no value was found that breaks ${breaks} and nothing else`;
}

function placeOf(parameter: Parameter): string {
  return `${parameter.in} ${parameter.name}`;
}

function inputOf(
  parameter: Parameter,
  operation: Operation,
  ofFormat = false,
): Omit<Input, 'kind' | 'words'> {
  const { in: place, name, required } = parameter;
  return {
    place: placeOf(parameter),
    placeWords: place === 'query' || place === 'path' ? `${place} parameter ${name}` : `${place} ${name}`,
    shortPlace: name,
    operation,
    rank: [ofFormat ? 1 : 0, required ? 0 : 1, 1 + PLACES.indexOf(place), 0],
  };
}
