/**
 * The data that the generator writes into the collection's scripts: types only.
 * `collection/` builds these values, the scripts in this folder read them.
 */

/** The `const settings = …` in front of the collection's pre-request script. */
export interface Settings {
  /** Absent: no operation needs a jwt, and no script fetches one. */
  login?: {
    /** `GET /clients/authorization` */
    operation: string;
    apiKey: { in: 'query' | 'header'; name: string };
    /** JSON pointer of the jwt in the answer. */
    jwt: string;
    /** Seconds that a jwt lives when it does not say so itself. */
    lifetime: number;
  };
  /** Absent: the API gives no keys by itself. */
  testKey?: {
    operation: string;
    /** JSON pointer of the apiKey in the answer. */
    apiKey: string;
  };
  /** `host[:port]`, lower case, to what it plays. A host that is not listed is unknown. */
  hosts: Record<string, HostRole>;
  /** What a loopback address plays that `hosts` does not list; absent: unknown. */
  loopback?: HostRole;
  /** POST, PUT, PATCH and DELETE operations that create and change nothing: `POST /shipments/calculations`. */
  reads: string[];
  /** GET, HEAD and OPTIONS operations that do change something. */
  writes: string[];
}

/** `declared`: there is no profile, so `allowWrites` alone decides. `unknown` is as a host not listed. */
export type HostRole = 'sandbox' | 'production' | 'declared' | 'unknown';

/** The second argument of `contract.check(pm, …)` in each request's test script. */
export interface Checks {
  /** `GET /shipments/{id}` */
  operation: string;
  /** Documented status (`200`, `2XX`, `default`) to its documented bodies by media type; `{}`: no body. */
  answers: Record<string, Record<string, Schema>>;
  /** Named schemas that `answers` refers to as `#/definitions/NAME`. */
  definitions?: Record<string, Schema>;
  /** On the login: where its jwt is and how many seconds it is promised to live. */
  jwt?: { at: string; lifetime: number };
  /** Documented statuses that say "not now" and break nothing, with the reason to show. */
  notTested?: Record<string, string>;
}

/** JSON Schema draft-07; `true` where the contract describes no content. */
export type Schema = boolean | { [keyword: string]: unknown };
