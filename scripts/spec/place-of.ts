import type { LocatedValue } from './document';
import type { Problem } from './problem';

/** Where a problem is: the file, the pointer, and the line where one is known. */
export function placeOf(
  { file, lineOf }: LocatedValue,
  pointer: string,
): Pick<Problem, 'file' | 'line' | 'pointer'> {
  const line = lineOf(pointer);
  return line === undefined ? { file, pointer } : { file, line, pointer };
}
