import type { AnswerPlace, VariablePlace } from './life-cycles';

type Place = AnswerPlace | VariablePlace;

/** Whether two places, in answers or in requests, are the same one. */
export function isSamePlace(one: Place, other: Place): boolean {
  return placeKey(one) === placeKey(other);
}

/** Two places are the same where this is; only its last part may have a line break. */
export function placeKey(place: Place): string {
  return `${place.operation}\n${place.in}\n${nameIn(place)}`;
}

function nameIn(place: Place): string {
  return 'at' in place ? place.at : place.name;
}
