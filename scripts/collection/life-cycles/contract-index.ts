import type { Resource, Variable, VariablePlace } from '../../contract/life-cycles/life-cycles';
import type { Contract, Operation } from '../../contract/model';

export type AnswerVariable = Variable & { source: Extract<Variable['source'], { kind: 'answer' }> };

/** What a contract lists, by the key of the operation that it is about: a large one is never walked once per operation. */
export interface ContractIndex {
  operations: ReadonlyMap<string, Operation>;
  /** Operations by their path, and by their tag. */
  onPath: ReadonlyMap<string, Operation[]>;
  ofTag: ReadonlyMap<string | undefined, Operation[]>;
  /** By its maker. */
  resources: ReadonlyMap<string, Resource[]>;
  /** Places of an operation, each with the variables that may stand there, in the contract's order. */
  places: ReadonlyMap<string, { variable: Variable; place: VariablePlace }[]>;
  /** Variables whose values come from answers: by their names, and by the operations that give them. */
  variables: ReadonlyMap<string, AnswerVariable>;
  given: ReadonlyMap<string, AnswerVariable[]>;
}

const indexes = new WeakMap<Contract, ContractIndex>();

export function contractIndex(contract: Contract): ContractIndex {
  const known = indexes.get(contract);
  if (known !== undefined) return known;
  const { operations, lifeCycles } = contract;
  const { variables, resources } = lifeCycles;
  const fromAnswers = variables.filter(isOfAnswer);
  const index: ContractIndex = {
    operations: new Map(operations.map((operation) => [operation.key, operation])),
    onPath: grouped(operations.map((operation) => [operation.path, operation] as const)),
    ofTag: grouped(operations.map((operation) => [operation.tag, operation] as const)),
    resources: grouped(resources.map((resource) => [resource.maker, resource] as const)),
    places: grouped(
      variables.flatMap((variable) =>
        variable.places.map((place) => [place.operation, { variable, place }] as const),
      ),
    ),
    variables: new Map(fromAnswers.map((variable) => [variable.name, variable])),
    given: grouped(
      fromAnswers.flatMap((variable) =>
        [...new Set(variable.source.from.map(({ operation }) => operation))].map(
          (key) => [key, variable] as const,
        ),
      ),
    ),
  };
  indexes.set(contract, index);
  return index;
}

function isOfAnswer(variable: Variable): variable is AnswerVariable {
  return variable.source.kind === 'answer';
}

function grouped<K, T>(entries: (readonly [K, T])[]): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const [key, value] of entries) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
