import type { AnswerPlace, VariablePlace } from './life-cycles';

type Place = AnswerPlace | VariablePlace;

/** Whether two places, in answers or in requests, are the same one. */
export function isSamePlace(one: Place, other: Place): boolean {
  return one.operation === other.operation && one.in === other.in && nameIn(one) === nameIn(other);
}

function nameIn(place: Place): string {
  return 'at' in place ? place.at : place.name;
}
