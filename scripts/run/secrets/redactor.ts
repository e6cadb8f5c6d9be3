import { type FindCandidate, findCandidates } from './find-candidates';
import { hideBytes, openBytesAt } from './hide-bytes';
import { hideJwts, openJwtAt } from './hide-jwts';
import { matchSpelling } from './match-spelling';
import { longestLetter, type Spelling, spellingsOf } from './spelling';

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
  const spellings = [...values].flatMap(spellingsOf);
  const index = byFirstCharacter(spellings);
  const next = findCandidates(spellings);

  /** What stands between two secrets may, with the mark, spell a third one: repeat until nothing changes. */
  function redact(text: string): string {
    const result = hideBytes(hideTexts(text), hideTexts);
    return result === text ? result : redact(result);
  }
  const hideTexts = (text: string) => hideJwts(hideSpellings(text, index, next), redacted);

  return {
    redact,
    openFrom: (text) => openSpellingAt(text, index, next, Math.min(openJwtAt(text), openBytesAt(text))),
  };
}

/**
 * A value that a person pasted percent-encoded, or with blanks around it, is sent otherwise; one that is not ASCII
 * is read otherwise where bytes are taken for Latin-1, and composed otherwise. The digits of a phone and the signature
 * of a jwt give the whole away.
 */
function asWritten(secret: string): string[] {
  const trimmed = secret.trim();
  const digits = /^\+?\d[\d\s().-]{6,}$/.test(trimmed) ? [trimmed.replace(/\D/g, '')] : [];
  const signature = /^[\w-]+\.[\w-]*\.([\w-]+)$/.exec(trimmed)?.[1];
  const signatures =
    signature === undefined ? [] : [signature, signature.replaceAll('-', '+').replaceAll('_', '/')];
  const composed = [trimmed.normalize('NFC'), trimmed.normalize('NFD')];
  const misread = Buffer.from(trimmed).toString('latin1');
  return [secret, trimmed, decoded(trimmed), ...composed, misread, ...digits, ...signatures];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const longestTwoLetters = 2 * longestLetter;

type SpellingIndex = Map<string, Set<Spelling>>;

function byFirstCharacter(spellings: Spelling[]): SpellingIndex {
  const index: SpellingIndex = new Map();
  for (const spelling of spellings) {
    for (const way of spelling[0] ?? []) {
      // hexadecimal digits are taken in either case
      const first = way.charAt(0);
      for (const each of way.length > 1 ? [first, first.toLowerCase()] : [first]) {
        index.set(each, (index.get(each) ?? new Set()).add(spelling));
      }
    }
  }
  return index;
}

function hideSpellings(text: string, index: SpellingIndex, next: FindCandidate): string {
  let result = '';
  let from = 0;
  for (let at = next(text, 0); at < text.length; at = next(text, at + 1)) {
    const { end } = longestMatch(text, at, index);
    if (end === undefined) continue;
    result += text.slice(from, at) + redacted;
    from = end;
    at = end - 1;
  }
  return result + text.slice(from);
}

/** The first place, no later than `limit`, where a secret may begin that the text does not hold to its end. */
function openSpellingAt(text: string, index: SpellingIndex, next: FindCandidate, limit: number): number {
  const end = text.length - longestTwoLetters;
  // near the end even the second letter may be cut off
  const after = (at: number) => (at >= end ? at : Math.min(next(text, at), Math.max(at, end)));
  for (let at = after(0); at < limit; at = after(at + 1)) {
    const match = longestMatch(text, at, index);
    // a whole secret is not cut in two either
    if (match.open || (match.end ?? 0) > limit) return at;
    if (match.end !== undefined) at = match.end - 1;
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
