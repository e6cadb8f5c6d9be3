import type { Variable } from '../../contract/life-cycles/life-cycles';
import type { Contract } from '../../contract/model';
import { namedPlaces } from './named-places';

/** The variables that some request names, or that are needed to look up or delete something. */
export function usedVariables(contract: Contract): Variable[] {
  const { variables, resources } = contract.lifeCycles;
  const used = new Set([
    ...contract.operations
      .flatMap((operation) => namedPlaces(operation, contract))
      .map((place) => place.variable),
    ...resources.filter(({ deleter }) => deleter !== undefined).map(({ variable }) => variable),
  ]);
  // A lookup may name variables that are looked up themselves; a set that grows is walked to its end.
  const sources = new Map(variables.map(({ name, source }) => [name, source]));
  for (const name of used) {
    const source = sources.get(name);
    if (source?.kind !== 'lookUp') continue;
    for (const [, text] of source.query)
      for (const [, inner = ''] of text.matchAll(/{{([^{}]+)}}/g)) used.add(inner);
  }
  return variables.filter(({ name }) => used.has(name));
}

/** What a variable is until it gets a value: the contract's example, as the text that Postman keeps. */
export function exampleText({ example }: Variable): string {
  return typeof example === 'string' ? example : JSON.stringify(example);
}
