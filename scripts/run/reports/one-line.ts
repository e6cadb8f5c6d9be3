import { stripVTControlCharacters } from 'node:util';

/** A message of a failed check may be a page long. */
const longest = 400;

/** A text on one line, cut where it is longer, and without what a terminal would obey. */
export function oneLine(text: string): string {
  const line = stripVTControlCharacters(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
