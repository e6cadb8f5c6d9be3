import type { Variable } from '../../contract/life-cycles';
import type { Contract, Operation } from '../../contract/model';
import type { JsonValue } from '../../spec/document';
import { valueAt } from '../../spec/json-pointer';
import { withValueAt } from '../../spec/with-value-at';
import { preferredMedia } from '../preferred-media';

/** A place of a request where the name of a variable stands for a value. */
export interface NamedPlace {
  in: 'path' | 'query' | 'header' | 'body';
  /** Name of the parameter; in a body a JSON pointer. */
  name: string;
  /** `shipmentId` */
  variable: string;
  /** In JSON: a number or a boolean, which stands without quotes. */
  bare?: true;
}

/** Where a plain request names variables: places that it has, each with the first variable that claims it. */
export function namedPlaces(operation: Operation, { lifeCycles }: Contract): NamedPlace[] {
  const found: NamedPlace[] = [];
  for (const { name: variable, places, example } of lifeCycles.variables) {
    for (const { operation: key, in: place, name } of places) {
      const isTaken = found.some((other) => other.in === place && other.name === name);
      if (key !== operation.key || isTaken || !hasPlace(operation, { in: place, name })) continue;
      const isBare = place === 'body' && isNumberOrBoolean(exampleAt(operation, name) ?? example);
      found.push({ in: place, name, variable, ...(isBare ? { bare: true } : {}) });
    }
  }
  return found;
}

function isNumberOrBoolean(value: JsonValue): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

/** Undefined or null: the contract gives none. */
function exampleAt({ requestBody }: Operation, pointer: string): JsonValue | undefined {
  return requestBody && valueAt(preferredMedia(requestBody.content).sample, pointer);
}

/** The variables that a plain request names whose values come from other answers. */
export function answerVariables(operation: Operation, contract: Contract): AnswerVariable[] {
  const names = namedPlaces(operation, contract).map(({ variable }) => variable);
  return contract.lifeCycles.variables.filter(isOfAnswer).filter(({ name }) => names.includes(name));
}

export type AnswerVariable = Variable & { source: Extract<Variable['source'], { kind: 'answer' }> };

export function isOfAnswer(variable: Variable): variable is AnswerVariable {
  return variable.source.kind === 'answer';
}

/** Whether the operations that give a variable's value include one. */
export function comesFrom({ source }: AnswerVariable, key: string): boolean {
  return source.from.some(({ operation }) => operation === key);
}

const MARK = 'here';

function hasPlace(
  { parameters, requestBody }: Operation,
  { in: place, name }: Pick<NamedPlace, 'in' | 'name'>,
): boolean {
  if (place !== 'body') return parameters.some((each) => each.in === place && each.name === name);
  if (requestBody === undefined) return false;
  const { type, sample } = preferredMedia(requestBody.content);
  // Of other bodies nothing is known but their text.
  const hasFields = /[/+]json\b|^multipart\/|x-www-form-urlencoded/i.test(type);
  // An item that the example does not have is not made up.
  return hasFields && valueAt(withValueAt(sample, name, MARK), name) === MARK;
}
