/** The profile: what OpenAPI can't say about an API. Types only; `read-profile.ts` reads one from a file. */

export interface Profile {
  /** What people call the API; gives the file name of the collection. */
  name?: string;
  /** Environments to write, by the name of their file: `sandbox`, `production`, `stand-in`. */
  environments?: Record<string, ProfileEnvironment>;
  login?: ProfileLogin;
  testKey?: ProfileTestKey;
  /** POST, PUT, PATCH and DELETE operations that create and change nothing. */
  reads?: string[];
  /** GET, HEAD and OPTIONS operations that do change something. */
  writes?: string[];
  /** `strict`: a server that takes an input which it could refuse breaks the contract. Default `lenient`: a finding. */
  inputs?: 'lenient' | 'strict';
  /** `thorough`: every probe instead of one of each kind per operation. */
  probes?: 'one' | 'thorough';
  /** Milliseconds that an answer may take. */
  timeLimit?: number;
  /** How what an operation creates is deleted again. */
  deleters?: ProfileDeleter[];
  /** Where the API is known not to keep its contract. */
  deviations?: ProfileDeviation[];
  /** What requests name in place of values, by the name of the Postman variable. */
  variables?: Record<string, ProfileVariable>;
  /** Pairs of operations, the first of which goes before the second, beyond what variables say. */
  order?: [string, string][];
  /**
   * Writing operations, to the fields that read back as sent: JSON pointer in the body, to the pointer in an item of
   * the list that shows what was written.
   */
  readsBack?: Record<string, Record<string, string>>;
  /** Documented refusals that a test cannot help: they are "not tested", with this reason. */
  notNow?: ProfileNotNow[];
}

/**
 * Where a variable's value comes from: at most one of `from`, `lookUp`, `date` and `value`. None: the variable is
 * one that is derived from the contract, and only gets more places.
 */
export interface ProfileVariable {
  description?: string;
  /** Operations, to where in their answer it is: a JSON pointer, or `header Location`. */
  from?: Record<string, string>;
  /** A reading call with its query, `GET /divisions?limit=1`, and the JSON pointer of the value in its answer. */
  lookUp?: { send: string; take: string };
  /** A day that many workdays ahead; `{date}` in `text` becomes that day, `2026-11-27`. */
  date?: { workdays: number; text: string };
  /** What it is until a person or a data file sets it. */
  value?: string | number | boolean;
  /** Operations, to where they need it: `path id`, `query ids[]`, `header X-Id`, `body /shipments/0`. */
  to?: Record<string, string | string[]>;
}

export interface ProfileNotNow {
  operation: string;
  statuses: number[];
  reason: string;
}

export interface ProfileDeleter {
  /** `POST /shipments` */
  operation: string;
  /** `DELETE /shipments/{id}`: the one parameter in its path takes the id. */
  by: string;
  /** JSON pointer of the id in the answer that created it. */
  id: string;
}

export interface ProfileDeviation {
  /** Name of the check that fails: `body satisfies its schema`. */
  check: string;
  operation: string;
  reason: string;
  /** A day, `2026-12-31`, after which it is reported. */
  until?: string;
}

export interface ProfileEnvironment {
  /** A server of the contract, or (`standIn`) the loopback address that the stand-in takes. */
  server: string;
  /** What its host plays. */
  role?: 'sandbox' | 'production';
  /** Other spellings of the same server, as urls. */
  alsoAt?: string[];
  /** Served by `npm run stand-in`; may carry a public apiKey and phone. */
  standIn?: boolean;
  /** The value that the environment ships with; false unless it says so. */
  allowWrites?: boolean;
  /** A public dummy, with `standIn` only. */
  apiKey?: string;
  /** A public dummy, with `standIn` only. */
  phone?: string;
}

/** How one gets the jwt. */
export interface ProfileLogin {
  /** `GET /clients/authorization` */
  operation: string;
  apiKey: { in: 'query' | 'header'; name: string };
  /** JSON pointer of the jwt in the answer's body. */
  jwt: string;
  /** Where the jwt goes in every other call. */
  send: { in: 'header'; name: string };
  /** The security scheme that the jwt satisfies. */
  scheme?: string;
  /** How long a jwt lives, seconds. */
  lifetime: number;
  /** The page that promises the lifetime. */
  source: string;
}

/** An operation that gives a person an apiKey of the sandbox. */
export interface ProfileTestKey {
  /** `POST /test-api-keys` */
  operation: string;
  /** JSON pointer of the phone in the request's body. */
  phone: string;
  /** JSON pointer of the apiKey in the answer's body. */
  apiKey: string;
  /** Status that says: today's key is used up. */
  dailyLimit: number;
}
