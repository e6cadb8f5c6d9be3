import type { Operation } from '../../contract/model';
import type { Probe } from '../../postman/script-data';

/** In the order in which an operation's probes stand in their folder. */
export const PROBE_KINDS = [
  'no-jwt',
  'not-a-jwt',
  'other-signature',
  'unsigned-jwt',
  'expired-jwt',
  'no-credentials',
  'wrong-credentials',
  'no-key',
  'empty-key',
  'wrong-key',
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
  'wrong-media-type',
  'other-method',
  'on-limit',
  'example',
] as const;

export type ProbeKind = (typeof PROBE_KINDS)[number];

/** One request that differs from the operation's plain one in one thing. */
export interface PlannedProbe {
  kind: ProbeKind;
  /** `query limit`, `body /parcels/0/width`, `method GET`. */
  place: string;
  /** Short, and unique among the operation's probes: `limit: 0, below 1`. */
  name: string;
  /** The operation from which the request is built: a parameter or a place of the body may be another. */
  operation: Operation;
  /** What the request has otherwise than that operation says. */
  change: RequestChange;
  expected: Probe;
  /** How telling its place is among those of the same kind, compared from the left; lower is better. */
  rank: number[];
}

/** What is not said by an operation. */
export interface RequestChange {
  method?: 'GET';
  /** In place of the jwt or the scheme's auth; without a value: nothing there. */
  credentials?: Omit<Field, 'value'> & { value: string | undefined };
  /** A parameter's text where a variable would stand. */
  text?: Field;
  /** Text of the body. */
  raw?: string;
  mediaType?: string;
}

export interface Field {
  in: 'header' | 'query';
  name: string;
  value: string;
}

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

export interface ProbePlan {
  probes: PlannedProbe[];
  leftOut: LeftOut[];
}

/** Words of an entry about one place. */
export function leftOutOf(
  { key }: Operation,
  kind: LeftOut['kind'],
  place: string,
  reason: string,
  count = 1,
): LeftOut {
  return { operation: key, kind, place, reason, count };
}
