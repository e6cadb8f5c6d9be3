/**
 * The kinds of probes, by what they break: the generator plans them, the stand-in knows what it refuses by the same
 * words, and the coverage counts them.
 */
export const CREDENTIAL_KINDS = [
  'no-jwt',
  'not-a-jwt',
  'other-signature',
  'unsigned-jwt',
  'expired-jwt',
  'no-credentials',
  'wrong-credentials',
] as const;

export const LOGIN_KINDS = ['no-key', 'empty-key', 'wrong-key'] as const;

export const INPUT_KINDS = [
  'missing-parameter',
  'missing-body',
  'missing-field',
  'wrong-type',
  'not-in-enum',
  'out-of-bounds',
  'length',
  'pattern',
  'unknown-field',
  'not-json',
] as const;

/** In the order in which an operation's probes stand in their folder. */
export const PROBE_KINDS = [
  ...CREDENTIAL_KINDS,
  ...LOGIN_KINDS,
  ...INPUT_KINDS,
  'wrong-media-type',
  'other-method',
  'on-limit',
  'example',
  'paging',
  'after-deletion',
] as const;

export type ProbeKind = (typeof PROBE_KINDS)[number];

/** A probe that is not made, or several of one kind. */
export interface LeftOut {
  /** `GET /shipments/{id}` */
  operation: string;
  /** `all`: no probe of the operation is made. */
  kind: ProbeKind | 'all';
  /** As a probe's; empty where it is about several. */
  place: string;
  reason: string;
  count: number;
}
