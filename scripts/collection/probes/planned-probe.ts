import type { Operation } from '../../contract/model';
import type { LeftOut, ProbeKind } from '../../contract/probe-kind';
import type { Probe } from '../../postman/script-data';

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
