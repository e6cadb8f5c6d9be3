import type { LeftOut } from '../../contract/probe-kind';

/** What a run tested of a contract, and what not, with the reason. Types only; plain data, without secrets. */
export interface Coverage {
  contract: { name: string; version: string };
  /** Name of the environment. */
  environment: string;
  totals: CoverageTotals;
  /** Keys of the operations that were called as documented and never answered with success. */
  onlyErrors: string[];
  /** In the order of the contract. */
  operations: OperationCoverage[];
}

export interface CoverageTotals {
  /** `covered`: answered with success. */
  operations: Share;
  /** Documented statuses; `covered`: seen. */
  statuses: Share;
  /** `covered`: sent with the plain call, or probed. */
  parameters: Share;
  /** Fields of request bodies; `covered` as with parameters. */
  fields: Share;
  /** Probes of this run; `covered`: answered as the contract wants it. */
  probes: Share & Record<Exclude<ProbeOutcome, 'as expected'>, number> & { leftOut: number };
}

export interface Share {
  covered: number;
  all: number;
}

export interface OperationCoverage {
  /** `GET /shipments/{id}` */
  key: string;
  /** What people call it. */
  name: string;
  tag: string | undefined;
  call: Call;
  /** It was called as documented and never answered with success. */
  onlyErrors: boolean;
  statuses: StatusCoverage[];
  /** Statuses that came, though nobody documents them. */
  undocumented: number[];
  parameters: PlaceCoverage[];
  fields: PlaceCoverage[];
  probes: ProbeCoverage[];
  leftOut: LeftOut[];
}

/** The plain call of an operation. */
export type Call =
  | { state: 'answered'; status: number }
  /** `not sent`: a guard held it back; `no answer`: sent in vain; `not in the run`: it was not selected. */
  | { state: 'not sent' | 'no answer' | 'not in the run'; reason: string };

export interface StatusCoverage {
  /** `200`, `4XX`, `default` */
  status: string;
  seen: boolean;
  /** Why it was not seen; empty where it was. */
  reason: string;
}

/** A parameter (`query limit`) or a field of the body (`body /parcels/0/width`). */
export interface PlaceCoverage {
  place: string;
  required: boolean;
  /** With the plain call. */
  sent: boolean;
  /** Kinds of the probes that were sent at this place. */
  probed: string[];
}

export type ProbeOutcome = 'as expected' | 'finding' | 'deviation' | 'broken' | 'not tested' | 'not sent';

export interface ProbeCoverage {
  /** `wrong-type` */
  kind: string;
  place: string;
  outcome: ProbeOutcome;
  /** Of the answer; undefined: there was none. */
  status: number | undefined;
  /** What was found, or why it was not sent; empty where all is as expected. */
  reason: string;
}
