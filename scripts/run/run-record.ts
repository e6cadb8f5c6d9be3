import type { DataRow } from './inputs/data-file/data-row';

/** What happened in a run, as plain data. Types only. */
export interface RunRecord {
  /** Name of the collection. */
  collection: string;
  /** Name of the environment. */
  environment: string;
  /** The rows of a data file, for each of which all requests were sent; secrets are replaced. */
  rows?: DataRow[];
  /**
   * Every request that was selected, in the order of the collection, also those that were never reached. With
   * several rows of data, all of them for the first row, then all for the second, and so on.
   */
  requests: RequestRecord[];
  /** What was created and not deleted again, the latest first: in the order in which it can be deleted. */
  leftBehind?: LeftBehind[];
  /** The part of the requests that this run took upon itself; absent: all. */
  shard?: Shard;
  /** What stopped the run: `SIGINT`, or `the time limit of 5000 ms`. */
  interrupted?: string;
  /** The run was to stop after the first failure, and did. */
  bailed?: boolean;
  /** What went wrong in the reporters that a person added; it says nothing about the contract. */
  reporterTroubles?: string[];
  /** Why newman gave up, where it did. */
  error?: string;
}

/** `--shard 2/3` */
export interface Shard {
  /** From 1. */
  index: number;
  of: number;
}

/** A selected request. */
export interface RequestRecord {
  id: string;
  name: string;
  /** Names of the folders it stands in, outermost first. */
  folder: string[];
  /** Method and path template, `GET /shipments/:id`. */
  operation: string;
  /** The row of data that it was sent with, from 1; absent where there are not several. */
  row?: number;
  /** Of a shard: its place, from 0, among the requests of all shards (of one row). */
  position?: number;
  /** What of the contract it tests, where its description tells. */
  tests?: Tested;
  /** More than one where a script repeated the request; none: it was never reached. */
  attempts: Attempt[];
}

export interface Tested {
  /** Key of the operation, `GET /shipments/{id}`. */
  operation: string;
  /** Absent on the plain call of the operation. */
  probe?: Probed;
  /** What it sends: `query limit`, `path id`, `header X-Region`, `body /parcels/0/width`. Values are not kept. */
  sends: string[];
  /** How that is deleted which a success of the operation creates. */
  deletedBy?: DeletedBy;
}

export interface DeletedBy {
  /** Key of the operation, `DELETE /shipments/{id}`. */
  operation: string;
  /** JSON pointer of the id in the answer of what creates it. */
  id: string;
}

/** Something that a request of a run created. */
export interface LeftBehind {
  /** Key of the operation that created it, `POST /shipments`. */
  operation: string;
  /** Absent where the answer did not tell it. */
  id?: string;
  /** The call that deletes it, `DELETE https://api.example.com/shipments/1`; absent without an id. */
  deleteBy?: string;
  /** The answer was lost: nobody knows whether it was created. */
  unanswered?: true;
}

/** What a probe is about. */
export interface Probed {
  /** `wrong-type` */
  kind: string;
  /** `query limit` */
  place: string;
}

export interface Attempt {
  /** Newman came to its end: it was sent, or a script skipped it. */
  ended: boolean;
  sent: boolean;
  /** When it began, `2026-01-31T12:00:00.000Z`. */
  at?: string;
  /** Milliseconds until the answer was there. */
  took?: number;
  /** Status of the answer. */
  status?: number;
  /** Why the request could not be sent, or got no answer. */
  error?: string;
  /** What scripts threw, also in callbacks. */
  scriptErrors: string[];
  /** How many requests the scripts sent by themselves. */
  scriptRequests: number;
  checks: Check[];
}

export interface Check {
  name: string;
  result: 'passed' | 'failed' | 'skipped';
  /** What a failed check found. */
  message?: string;
}
