import { compilePattern } from '../../spec/json-schema/compile-pattern';

/** Ranges of characters that places of a pattern are filled from: letters, digits too, other letters, then any. */
const ALPHABETS = [
  [97, 122],
  [48, 122],
  [0x370, 0x52f],
  [32, 126],
  [0, 0xffff],
] as const;
/** What the library can't read, in a form that it can; whether a text matches is seen afterwards. */
const LETTERS = {
  L: 'a-zA-Z',
  Lu: 'A-Z',
  Ll: 'a-z',
  Letter: 'a-zA-Z',
  Alphabetic: 'a-zA-Z',
  Alpha: 'a-zA-Z',
};
const CLASSES: Partial<Record<string, string>> = {
  ...LETTERS,
  N: '0-9',
  Nd: '0-9',
  P: '.',
  S: '+',
  Z: ' ',
  Zs: ' ',
};
const TOKENS = /\\(p|P)\{(?:\w+=)?(\w+)\}|\\.|[[\]]|\(\?<[=!][^()]*\)/gsu;
/** So many ways of filling in a pattern are tried, from the plainest on. */
const TRIES = 24;
const LONGEST = 2_000;

/**
 * Texts that match a pattern, the plainest first; the same pattern gives the same ones.
 *
 * @param least code points that the text must have
 */
export function* textsOfPattern(pattern: string, least: number): Generator<string> {
  const RandExp: typeof import('randexp').default = require('randexp');
  const matcher = compilePattern(pattern);
  const told = new Set<string>();
  const readable = simplified(pattern);
  for (const alphabet of ALPHABETS) {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const text = fill(attempt, alphabet);
      if (text === undefined || told.has(text) || !matcher.test(text)) continue;
      told.add(text);
      yield text;
    }
  }

  function fill(attempt: number, [first, last]: readonly [number, number]): string | undefined {
    try {
      const made = new RandExp(readable);
      made.max = Math.min(Math.max(least, attempt), LONGEST);
      made.defaultRange.subtract(0, 0x10ffff).add(first, last);
      made.randInt = chooser(attempt);
      return made.gen();
    } catch {
      // A pattern that the library can't read.
      return undefined;
    }
  }
}

/** Without what looks back, and with plain ranges in place of Unicode's classes. */
function simplified(pattern: string): string {
  let isInClass = false;
  return pattern.replace(TOKENS, (token, negation?: string, name?: string) => {
    if (token === '[' || token === ']') isInClass = token === '[';
    if (token.startsWith('(?<')) return '';
    if (name === undefined) return token;
    const range = negation === 'P' ? '0-9' : (CLASSES[name] ?? 'a-z');
    return isInClass ? range : `[${range}]`;
  });
}

/** The first of everything; then the last; then now this and now that, the same at each run. */
function chooser(attempt: number): (from: number, to: number) => number {
  if (attempt === 0) return (from) => from;
  if (attempt === 1) return (_, to) => to;
  let state = attempt;
  return (from, to) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from + (Math.floor(state / 65_536) % (to - from + 1));
  };
}
