import type { ProbeKind } from '../../contract/probe-kind';
import type { JsonValue } from '../../spec/document';

/** Values that may break one rule, or sit on it, the likeliest first: a checker tells which of them really do. */
export interface Attempt {
  kind: ProbeKind;
  candidates: { value: JsonValue; words: string }[];
  /** The keyword that the value has to break; undefined: it satisfies everything. */
  breaks: string | undefined;
  /** Why there is none, where that is known beforehand. */
  reason?: string;
  /** The bound is that of `int32` or `uint32`: nobody chose it for this value. */
  ofFormat?: boolean;
}

/** Bounds of the formats `int32` and `uint32`. */
export const FORMAT_BOUNDS: readonly number[] = [-2_147_483_648, 2_147_483_647, 4_294_967_295];
