import type { Contract, Operation } from '../../contract/model';
import type { JsonValue } from '../../spec/document';
import { valueAt } from '../../spec/json-pointer';
import { withValueAt } from '../../spec/with-value-at';
import { preferredMedia } from '../requests/preferred-media';
import { type AnswerVariable, contractIndex } from './contract-index';

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
export function namedPlaces(operation: Operation, contract: Contract): NamedPlace[] {
  const found: NamedPlace[] = [];
  const claims = contractIndex(contract).places.get(operation.key) ?? [];
  for (const { variable, place: claimed } of claims) {
    const { in: place, name } = claimed;
    const isTaken = found.some((other) => other.in === place && other.name === name);
    if (isTaken || !hasPlace(operation, claimed)) continue;
    const isBare = place === 'body' && isNumberOrBoolean(exampleAt(operation, name) ?? variable.example);
    found.push({ in: place, name, variable: variable.name, ...(isBare ? { bare: true } : {}) });
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

/** The variables that a plain request names whose values come from other answers, in the order of the contract. */
export function answerVariables(operation: Operation, contract: Contract): AnswerVariable[] {
  const { places, variables } = contractIndex(contract);
  const names = namedPlaces(operation, contract).map(({ variable }) => variable);
  const named = (places.get(operation.key) ?? []).filter(({ variable }) => names.includes(variable.name));
  return [...new Set(named.map(({ variable }) => variable.name))].flatMap(
    (name) => variables.get(name) ?? [],
  );
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
