import { hideJwts, openJwtAt } from './hide-jwts';
import { matchSpelling } from './match-spelling';
import { type Spelling, spellingsOf } from './spelling';

/** Stands where a secret stood. */
export const redacted = '***';

/** Shorter values are too likely to be a part of ordinary words. */
export const shortestSecret = 6;

export interface Redactor {
  /** The text without the secrets, however they are spelled, and without anything that is shaped like a jwt. */
  redact(text: string): string;
  /** From here on the text may hold the beginning of a secret; its length if it does not. */
  openFrom(text: string): number;
}

/** Hides these values. Values of fewer than six characters are left alone, as they would shred ordinary text. */
export function createRedactor(secrets: Iterable<string>): Redactor {
  const values = new Set([...secrets].flatMap(asWritten).filter((value) => value.length >= shortestSecret));
  const byFirst = byFirstCharacter([...values].flatMap(spellingsOf));

  /** What stands between two secrets may, with the mark, spell a third one: repeat until nothing changes. */
  function redact(text: string): string {
    const result = hideJwts(hideSpellings(text, byFirst), redacted);
    return result === text ? result : redact(result);
  }

  return {
    redact,
    openFrom: (text) => openSpellingAt(text, byFirst, openJwtAt(text)),
  };
}

/** A value that a person pasted percent-encoded, or with blanks around it, is sent otherwise. */
function asWritten(secret: string): string[] {
  const trimmed = secret.trim();
  try {
    return [secret, trimmed, decodeURIComponent(trimmed)];
  } catch {
    return [secret, trimmed];
  }
}

type SpellingIndex = Map<string, Set<Spelling>>;

function byFirstCharacter(spellings: Spelling[]): SpellingIndex {
  const index: SpellingIndex = new Map();
  for (const spelling of spellings) {
    for (const way of spelling[0] ?? []) {
      const first = way.charAt(0);
      index.set(first, (index.get(first) ?? new Set()).add(spelling));
    }
  }
  return index;
}

function hideSpellings(text: string, index: SpellingIndex): string {
  let result = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const { end } = longestMatch(text, at, index);
    if (end === undefined) continue;
    result += text.slice(from, at) + redacted;
    from = end;
    at = end - 1;
  }
  return result + text.slice(from);
}

/** The first place, no later than `limit`, where a secret may begin that the text does not hold to its end. */
function openSpellingAt(text: string, index: SpellingIndex, limit: number): number {
  for (let at = 0; at < limit; at++) {
    const { end, open } = longestMatch(text, at, index);
    // a whole secret is not cut in two either
    if (open || (end ?? 0) > limit) return at;
    if (end !== undefined) at = end - 1;
  }
  return limit;
}

function longestMatch(text: string, at: number, index: SpellingIndex) {
  let end: number | undefined;
  let open = false;
  for (const spelling of index.get(text.charAt(at)) ?? []) {
    const match = matchSpelling(text, at, spelling);
    open ||= match.open;
    if (match.end !== undefined && match.end > (end ?? 0)) end = match.end;
  }
  return { end, open };
}
