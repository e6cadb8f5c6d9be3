import type { Letter, Spelling } from './spelling';

/**
 * What may begin a gap between two letters: a line break, however it is written, a colour, or the end of a string in a
 * list.
 */
export const gapStart = `(?:[${String.fromCharCode(27)}\\r\\n\\\\=&<\\xad\\u200b]|["']\\s*(?:,|$))`;

/** The next place, not before `from`, where one of the spellings may begin; the text's length if there is none. */
export type FindCandidate = (text: string, from: number) => number;

/** Goes by the first two letters, so that most of a text need not be looked at closely. */
export function findCandidates(spellings: readonly Spelling[]): FindCandidate {
  const beginnings = spellings.map(([first = [], second = []]) => {
    const next = second.length === 0 ? '' : `(?=${anyOf(second)}|${gapStart}|$)`;
    return `(?:${anyOf(first)})${next}`;
  });
  if (beginnings.length === 0) return (text) => text.length;
  const pattern = new RegExp([...new Set(beginnings)].join('|'), 'gi');
  return (text, from) => {
    pattern.lastIndex = from;
    return pattern.exec(text)?.index ?? text.length;
  };
}

function anyOf(letter: Letter): string {
  return [...new Set(letter)].map((way) => way.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|');
}
