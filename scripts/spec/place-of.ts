import type { LocatedValue, Place } from './document';

/** Where a problem is: the file, the pointer, and the line where one is known. */
export function placeOf({ file, lineOf, writtenAt }: LocatedValue, pointer: string): Place {
  if (writtenAt !== undefined) return writtenAt(pointer);
  const line = lineOf(pointer);
  return line === undefined ? { file, pointer } : { file, line, pointer };
}
