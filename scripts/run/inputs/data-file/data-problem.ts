import { nearestName } from '../../../spec/nearest-name';
import { type Problem, ProblemError } from '../../../spec/problem';

/** More names than these would hide the message. */
const shownNames = 12;

type Place = Pick<Problem, 'file' | 'line' | 'pointer'>;

export function dataProblem(
  message: string,
  place: Place,
  advice: Pick<Problem, 'expected' | 'hint'> = {},
): ProblemError {
  return new ProblemError({ code: 'INVALID_DATA', severity: 'error', message, ...place, ...advice });
}

/** A value that is sent otherwise than it is written. It is not shown: it may be a secret. */
export function changedNumber(column: string, place: Place): ProblemError {
  return new ProblemError({
    code: 'CHANGED_NUMBER',
    severity: 'error',
    message: `the value of ${column} is read as a number, and would not be sent as it is written`,
    ...place,
    hint: 'put it in double quotes, then it is a text',
  });
}

/**
 * Postman takes any name; one that nothing uses is most likely a slip. What looks like a value is not shown: it may be
 * a secret, in a file without names.
 */
export function refuseUnknown(column: string, variables: ReadonlySet<string>, place: Place): void {
  if (variables.has(column)) return;
  const near = nearestName(column, variables);
  if (near === undefined && !/^[a-z_ -]{1,30}\d?$/i.test(column)) {
    const { pointer: _, ...line } = place;
    throw dataProblem('a value stands where the name of a variable should', line, {
      hint: 'the names come first, a column for each variable',
    });
  }
  const known = [...variables].slice(0, shownNames).join(', ');
  const more = variables.size > shownNames ? ', …' : '';
  const expected = known === '' ? 'no --data, as there are no variables' : `one of ${known}${more}`;
  throw dataProblem(
    `${JSON.stringify(column)} is no variable of the collection or the environment`,
    place,
    near === undefined ? { expected } : { hint: `did you mean ${near}` },
  );
}
