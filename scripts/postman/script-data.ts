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
    /** Where the jwt goes in other calls. */
    send: { in: 'header'; name: string };
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
  /** The folder at the top that holds the probes: nothing in it goes to production or an unknown host. */
  probes?: { folder: string };
  /** Operations that create something, to how it is deleted again: `POST /shipments`. */
  deleters?: Record<string, Deleter>;
  /** Variables that hold a secret which goes into a query: what a person pasted is encoded there. */
  queryKeys?: string[];
  /** Variables that requests name, by name; the example of each is the collection variable of that name. */
  variables?: Record<string, Variable>;
}

/** Where a variable's value comes from; `{}`: a person or a data file sets it. */
export interface Variable {
  /** Operations whose answers give it, to the JSON pointer in the body, or `header Location`. */
  from?: Record<string, string>;
  /** Asked for before a request that needs it. `query` may name variables: `{{senderCountry}}`. */
  lookUp?: { operation: string; query: [name: string, value: string][]; at: string };
  /** A day that many workdays (Monday to Friday, UTC) ahead; `{date}` in `text` is that day. */
  date?: { workdays: number; text: string };
  /** With `from`: the collection variable's own value, so that a kept one can be told from it. */
  example?: string;
}

/** How something that an operation created is deleted. */
export interface Deleter {
  /** `DELETE /shipments/{id}` */
  operation: string;
  /** JSON pointer of the id in the answer that created it. */
  id: string;
}

/** `declared`: there is no profile, so `allowWrites` alone decides. `unknown` is as a host not listed. */
export type HostRole = 'sandbox' | 'production' | 'declared' | 'unknown';

/** The second argument of `contract.check(pm, …)` in each request's test script. */
export interface Checks {
  /** `GET /shipments/{id}` */
  operation: string;
  /** Documented status (`200`, `2XX`, `default`) to its documented bodies by media type; `{}`: no body. */
  answers: Record<string, Record<string, Schema>>;
  /**
   * Named schemas that `answers` refers to as `#/definitions/NAME`. Those that several requests need stand once, in
   * the collection's test script: `contract.shared = () => ({ NAME: … })`.
   */
  definitions?: Record<string, Schema>;
  /** On the login: where its jwt is, how many seconds it is promised to live, and the page that promises so. */
  jwt?: { at: string; lifetime: number; source?: string };
  /** Documented statuses that say "not now" and break nothing, with the reason to show. */
  notTested?: Record<string, string>;
  /** Documented headers of an answer, by status and name; `required` ones must be there. */
  headers?: Record<string, Record<string, { required: boolean; schema: Schema }>>;
  /** Milliseconds that an answer may take. */
  timeLimit?: number;
  /** The answer is a list: what it says of itself, and of what was created, has to agree. */
  list?: ListChecks;
  /** What is sent here reads back from the list that shows the object that `variable` names. */
  readsBack?: { variable: string; fields: Record<string, string> };
  /** This list is asked for after the object that `variable` names was deleted. */
  gone?: { variable: string };
  /** Checks, by name, that are known to fail here, with the reason; `until`: a day, `2026-12-31`. */
  deviations?: Record<string, { reason: string; until?: string }>;
}

/** Pointers are JSON pointers in the answer; those of a field begin at an item. */
export interface ListChecks {
  /** Empty: the answer is the array. */
  items: string;
  /** Query parameter, to the field that it filters by. */
  filters?: Record<string, string>;
  /** What it lists: the variable that keeps the id of one, and the id's field. */
  of?: { variable: string; id: string };
  /** Query parameters and counters; one that is not there is not in the contract. */
  paging?: {
    page?: { parameter?: string; at?: string };
    size?: { parameter?: string; at?: string };
    pages?: string;
    total?: string;
  };
}

/**
 * The argument of `contract.probe(pm, …)` in a probe's test script. What its answer is held against otherwise
 * stands once, in the test script of the operation's folder: `contract.checks = …`.
 */
export interface Probe {
  /** What is sent on purpose: `query parameter limit: a text in place of an integer`. */
  sends: string;
  /**
   * `refusal`: one of `statuses`. `acceptance`: any documented status that is not among `statuses` (those that
   * refuse an input). `no success`: the contract does not have the method; `statuses` is the right answer, 405.
   */
  expects: 'refusal' | 'acceptance' | 'no success';
  statuses: string[];
  /** What it is when the server accepts what should be refused. */
  otherwise: 'broken' | 'finding';
  /** On the login: JSON pointer where no jwt may be. */
  noJwtAt?: string;
}

/** JSON Schema draft-07; `true` where the contract describes no content. */
export type Schema = boolean | { [keyword: string]: unknown };
