import { gapStart } from './find-candidates';
import { type Letter, longestLetter, type Spelling } from './spelling';

/** `end`: where the longest match ends; `open`: the text stops before one could tell. */
export interface SpellingMatch {
  end: number | undefined;
  open: boolean;
}

const esc = String.fromCharCode(27);
const colour = `${esc}\\[[\\d;]*m`;
/** A line break as it is, in JSON (also in JSON), XML or HTML, or in quoted-printable text. */
const lineBreak =
  '(?:=?\\r?\\n|(?:\\\\+r)?\\\\+n|(?:&#(?:13|x0*D);)?&#(?:10|x0*A);|<w?br ?/?>(?:\\r?\\n)?|[\\xad\\u200b])';
/** Letters in a list or an object of their own, `["a", "b"]` or `{"0":"a","1":"b"}`. */
const listed = `\\\\*["']\\s*,\\s*(?:\\\\*["']?\\d+\\\\*["']?\\s*:\\s*)?\\\\*["']`;
/** What may part two letters of a value: colour codes, or a line break and the edge of newman's console box. */
const gap = new RegExp(
  `(?:${colour})*(?:${listed}|${lineBreak}(?:[ \\t]|${colour})*(?:[│|](?:${colour})*[ \\t]?)?)?(?:${colour})*`,
  'iy',
);
const gapAtEnd = new RegExp(`^${gapStart}[${esc}\\[\\d;m\\r\\n \\t│|\\\\&#xabdnrw/<>"',:]*$`, 'i');

/** Does this spelling begin at `start`? Letters may be parted by a gap. */
export function matchSpelling(text: string, start: number, spelling: Spelling): SpellingMatch {
  let places = [start];
  let open = false;
  for (const [index, letter] of spelling.entries()) {
    const next = new Set<number>();
    // what looks like a gap may also be a letter of the secret
    const starts =
      index === 0 ? places : new Set(places.flatMap((place) => [place, ...afterGap(text, place)]));
    for (const at of starts) {
      for (const length of lengthsAt(text, at, letter)) next.add(at + length);
      open ||= isOpen(text, at, letter) || (index > 0 && isOpenGap(text, at));
    }
    if (next.size === 0) return { end: undefined, open };
    places = [...next];
  }
  return { end: Math.max(...places), open };
}

/** Lengths of the ways of writing this letter that stand at this place. */
function lengthsAt(text: string, at: number, letter: Letter): number[] {
  return letter.filter((way) => stands(text, at, way)).map((way) => way.length);
}

/** Hexadecimal digits and entity names are taken in either case; a single letter is not. */
function stands(text: string, at: number, way: string): boolean {
  if (text.startsWith(way, at)) return true;
  // most end here: a sign that is no letter has but one case
  if (way.length === 1 || (text[at] !== way[0] && '%\\&='.includes(way[0] ?? ''))) return false;
  return text.slice(at, at + way.length).toUpperCase() === way.toUpperCase();
}

function isOpen(text: string, at: number, letter: Letter): boolean {
  const left = text.length - at;
  if (left > longestLetter) return false;
  return letter.some(
    (way) => left < way.length && way.toUpperCase().startsWith(text.slice(at).toUpperCase()),
  );
}

/** A colour code or the edge of a box that is cut off. */
function isOpenGap(text: string, at: number): boolean {
  return text.length - at < 32 && gapAtEnd.test(text.slice(at));
}

/** Blanks at its end may be letters of the secret. */
function afterGap(text: string, at: number): number[] {
  gap.lastIndex = at;
  const found = gap.exec(text)?.[0] ?? '';
  return [at + found.length, at + found.replace(/[ \t]+$/, '').length];
}
