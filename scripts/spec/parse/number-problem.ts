import type { Problem } from '../problem';

/**
 * Says what becomes of a number that is not kept as it is written: digits beyond 2^53 (IEEE 754 doubles),
 * leading zeros, a plus sign, and what JSON has no number for.
 *
 * @param written the number's text in the source
 * @param value what it was read as
 * @param isKept its digits are kept beside it
 */
export function numberProblem(
  written: string,
  value: number,
  isKept: boolean,
): Pick<Problem, 'code' | 'severity' | 'message' | 'hint'> | undefined {
  if (!Number.isFinite(value)) {
    return {
      code: 'INVALID_SYNTAX',
      severity: 'error',
      message: `JSON has no number for ${written}`,
      hint: 'put it in quotes, or give a finite number',
    };
  }
  const digits = /^([-+]?)(0*)(\d+)$/.exec(written);
  if (digits === null) return undefined;
  const [, sign, zeros, rest] = digits;
  if (sign === '+' && Number(rest) >= 1e6) {
    return {
      code: 'CHANGED_NUMBER',
      severity: 'warning',
      message: `${written} is a number, read as ${value}: its plus sign is lost`,
      hint: `if it is a text, such as a telephone number, write '${written}' in quotes`,
    };
  }
  if (zeros !== '') {
    return {
      code: 'CHANGED_NUMBER',
      severity: 'warning',
      message: `${written} is a number, read as ${value}: its leading zeros are lost`,
      hint: `if it is a text, write '${written}' in quotes`,
    };
  }
  if (isKept || value === 0 || `${sign === '-' ? '-' : ''}${rest}` === String(value)) return undefined;
  return {
    code: 'CHANGED_NUMBER',
    severity: 'warning',
    message: `the integer ${written} is too large to be kept exactly, read as ${value}`,
    hint: 'integers are exact up to 9007199254740992; write it as a text where the API takes one',
  };
}
