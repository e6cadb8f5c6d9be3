import type { Operation } from '../model';
import type { LifeCycles } from './life-cycles';

/** The variable that keeps the id of what an operation makes, or of the innermost resource that its path names. */
export function writtenVariable(
  { key, path }: Operation,
  { variables, resources }: Pick<LifeCycles, 'variables' | 'resources'>,
): string | undefined {
  const made = resources.find(({ maker }) => maker === key);
  if (made !== undefined) return made.variable;
  const parameters = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name).reverse();
  const named = parameters.flatMap((parameter) =>
    variables.filter(({ places }) =>
      places.some((place) => place.operation === key && place.in === 'path' && place.name === parameter),
    ),
  );
  return named.find(({ name }) => resources.some(({ variable }) => variable === name))?.name;
}
