import type { JsonValue } from '../../spec/document';
import type { Breach } from '../../spec/json-schema/find-breaches';
import type { Attempt } from './attempt';

const COMBINATORS = ['anyOf', 'oneOf', 'not', 'if', 'compile'];

/**
 * The first value of an attempt that does what it is meant to: breaks the one rule, at the one place, or none.
 *
 * @param breachesOf what is wrong with the whole when the value stands at its place
 * @param pointer of that place
 */
export function workingValue(
  { candidates, breaks }: Attempt,
  breachesOf: (value: JsonValue) => Breach[],
  pointer: string,
): Attempt['candidates'][number] | undefined {
  return candidates.find(({ value }) => {
    const breaches = breachesOf(value);
    return breaks === undefined ? breaches.length === 0 : breaksOnly(breaches, breaks, pointer);
  });
}

function breaksOnly(breaches: Breach[], keyword: string, pointer: string): boolean {
  const isMeant = (breach: Breach) => breach.pointer === pointer && breach.keyword === keyword;
  // A value of another type is no member of an enum either, and a text cut short no date.
  const isPart = (breach: Breach) =>
    breach.pointer === pointer &&
    (breach.keyword === keyword || breach.keyword === 'format' || keyword === 'type');
  // Of alternatives each says what it misses; the plain value satisfies the whole, so only this place breaks it.
  const isAlternative = breaches.some((breach) => COMBINATORS.includes(breach.keyword));
  return breaches.some(isMeant) && (isAlternative || breaches.every(isPart));
}
