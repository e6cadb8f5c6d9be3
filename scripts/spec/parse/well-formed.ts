import type { Problem } from '../problem';

/** A text with U+FFFD in place of halves of surrogate pairs, which are no characters and cannot be sent. */
export function wellFormed(text: string): string {
  return /[\ud800-\udfff]/.test(text) ? text.replace(/\p{Surrogate}/gu, '\ufffd') : text;
}

export const HALF_CHARACTER: Pick<Problem, 'code' | 'severity' | 'message' | 'hint'> = {
  code: 'INVALID_SYNTAX',
  severity: 'warning',
  message: 'the text holds half of a character (a single surrogate), read as U+FFFD',
  hint: 'write both halves, as \\ud83d\\ude00',
};
