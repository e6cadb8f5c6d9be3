import type { FindingCode } from '../../spec/problem';

/** Something in a contract that its maintainer would want to correct; it stops nobody from using it. */
export interface Finding {
  code: FindingCode;
  /** JSON pointer into the document. */
  pointer: string;
  /** What is odd, in one sentence. */
  message: string;
  /** What to do about it. */
  hint: string;
}
