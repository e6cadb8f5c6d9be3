/**
 * What both hosts (Newman 6.2.2 and the Postman app) offer to a script, and what our own scripts share.
 * Callbacks only: `sendRequest` returns nothing here, so a script that awaits it does not compile.
 */

interface VariableScope {
  /** Undefined where no environment is selected. */
  readonly name?: string;
  has(name: string): boolean;
  get(name: string): unknown;
  set(name: string, value: string): void;
  unset(name: string): void;
}

/** A query parameter, path variable, header or field of a form. What is assigned to `value` in a pre-request script is sent. */
interface PmEntry {
  key: string | null;
  /** Null: there is no `=`. Undefined: a file, for instance. */
  value?: string | null;
  disabled?: boolean;
}

interface PmEntries {
  all(): PmEntry[];
  one(name: string): PmEntry | undefined;
}

/** In a pre-request script as the person wrote it; in a test script as it was sent, without what is disabled. */
interface PmRequest {
  method: string;
  url: {
    /** Segments; undefined where there are none. */
    path?: string[];
    getHost(): string;
    toString(): string;
    query: PmEntries;
    /** Of the path; empty in a test script. */
    variables: PmEntries;
  };
  /** Undefined where the request inherits the collection's auth. */
  auth?: object;
  headers: PmEntries;
  body?: {
    mode?: string;
    raw?: string;
    urlencoded?: PmEntries;
    formdata?: PmEntries;
    options?: { raw?: { language?: string } };
    disabled?: boolean;
  };
}

interface PmResponse {
  /** Undefined where no answer came: the test script runs all the same. */
  code?: number;
  headers: { get(name: string): string | undefined };
  /** ms */
  responseTime: number;
  text(): string;
}

interface PmTest {
  /** Runs `check` at once; it fails where `check` throws. */
  (name: string, check: () => void): void;
  skip(name: string): void;
}

interface Pm {
  info: { requestId: string };
  request: PmRequest;
  /** In test scripts only. */
  response: PmResponse;
  environment: VariableScope;
  collectionVariables: VariableScope;
  /** The row of the data file; empty where there is none. */
  iterationData: Pick<VariableScope, 'get'>;
  /** Reads all scopes; writes (and unsets) what lives as long as the run. */
  variables: VariableScope & { replaceIn(text: string): string };
  test: PmTest;
  sendRequest(
    request: { url: string; method: string; header: { key: string; value: string }[] },
    callback: (error: { code?: unknown } | null, response?: PmResponse) => void,
  ): void;
  execution: {
    /** Names of the collection, the folders and the request. */
    location?: string[];
    skipRequest(): void;
    setNextRequest(requestId: string): void;
  };
}

declare const pm: Pm;
declare const settings: import('./script-data').Settings;
declare function setTimeout(run: () => void, milliseconds: number): void;
type Encoding = 'base64' | 'utf8';
declare const Buffer: { from(text: string, encoding: Encoding): { toString(encoding: Encoding): string } };
declare function require(name: 'crypto-js'): {
  SHA256(text: string): { toString(): string };
  HmacSHA256(text: string, key: string): { toString(encoder: object): string };
  enc: { Base64: object };
};
declare function require(name: 'ajv'): new (options: object) => Ajv;

/** Ajv 6. */
interface Ajv {
  removeKeyword(keyword: string): void;
  addKeyword(keyword: string, definition: object): void;
  compile(schema: object): AjvValidate;
}
type AjvValidate = ((data: unknown) => boolean) & { errors?: AjvError[] | null };
interface AjvError {
  keyword: string;
  dataPath: string;
  message?: string;
  params: { [name: string]: unknown };
  schema: unknown;
  data: unknown;
}

type Checks = import('./script-data').Checks;
type Probe = import('./script-data').Probe;
type Schema = import('./script-data').Schema;
type Deleter = import('./script-data').Deleter;
type ListChecks = import('./script-data').ListChecks;
type LookUp = NonNullable<import('./script-data').Variable['lookUp']>;
type HostRole = import('./script-data').HostRole;

/** Where a request goes. */
interface Place {
  /** Upper case. */
  method: string;
  /** Scheme and host; empty where the address is not complete. */
  origin: string;
  /** `name[:port]`, lower case. */
  host: string;
  /** Behind the base url; `{id}` for a path variable. */
  path: string;
  /** Method and path: `GET /shipments/{id}`. */
  operation: string;
}

/** Who buys the jwt, and where. */
interface Account {
  baseUrl: string;
  apiKey: string;
  /** Stands for both in `jwtFor` and in the memory of the run. */
  fingerprint: string;
}

interface Jwt {
  header: { [name: string]: unknown };
  claims: { [name: string]: unknown };
}

/** What a login answered: a jwt with its end (ms since 1970), or why there is none. */
type LoginAnswer =
  | { jwt: string; end: number }
  | { jwt?: undefined; reason: string; tryAgain: boolean; retryAfter?: number | undefined };

/** What later requests of a run need to know. Holds no secret. */
interface RunMemory {
  /** An earlier request of this run came by. */
  started?: boolean;
  /** Causes that have failed a check already. */
  told: string[];
  /** Logins since the last jwt, by fingerprint of the account. `waited`: ms. */
  logins: { [fingerprint: string]: { tries: number; waited: number; failure?: string } };
  /** Request that is being repeated with a new jwt after a 401. */
  renewing?: string;
  /** A new jwt was refused like the old one: do not renew for every further 401. */
  renewedInVain?: boolean;
  /**
   * The request that is being sent again, how often it was, and whether an earlier time may have been heard; how long
   * the run has waited for such (ms), and whether one was given up and none has been answered since.
   */
  again?: { request?: string; times?: number; isUnsure?: boolean; waited: number; isOver?: boolean };
  /** What look-ups found, or why they did not, by fingerprint of what was asked for. */
  lookUps: { [fingerprint: string]: { value?: string; failure?: string } };
  /** Variables that this run's own writes gave, to what they gave: it exists. */
  made: { [variable: string]: string };
  /** By the variable of a thing's id: pointers in the item that shows it, to what was sent. */
  sent: { [variable: string]: { [pointer: string]: unknown } };
}

/**
 * What the scripts of one request share. Functions that write get the `pm` of the running script:
 * what the `pm` of an ended script is told is lost, and `--bail` does not hear its checks.
 */
interface SharedContract {
  /** The jwt that this request carries: kept from before, bought just now, or pasted by a person. */
  jwt?: 'kept' | 'new' | 'pasted';
  /** This request is the collection's own login, for this account. */
  login?: Account;
  /** Why the login failed for good. */
  loginFailure?: string;
  /** The request is sent again: this answer is not judged. */
  standsAside?: boolean;
  /** When it may be sent again: `refused` is after 429 and 503 only. */
  repeats: 'never' | 'refused' | 'always';
  /** What it deletes is not there; an earlier time that got no answer may have deleted it. */
  isGone?: boolean;
  recallRun(pm: Pm): RunMemory;
  keepRun(pm: Pm, run: RunMemory): void;
  report(pm: Pm, reason: string): void;
  isTold(pm: Pm, reason: string): boolean;
  forgetJwt(pm: Pm): void;
  readLogin(error: { code?: unknown } | null, response: PmResponse | undefined, now: number): LoginAnswer;
  settleLogin(pm: Pm, account: Account, answer: LoginAnswer): number | undefined;
  askAgain(
    pm: Pm,
    request: string,
    response: PmResponse,
    repeats: SharedContract['repeats'],
  ): { reason: string; wait: number } | undefined;
  mayHaveBeenHeard(pm: Pm, request: string): boolean;
  keepTestKey?(pm: Pm): void;
  /** Variables that the request names; not on probes. */
  names?: string[];
  /** Some of them hold nothing but the contract's example: which, and how to get real ones. */
  onExample?: { what: string; how: string };
  /** Keeps what the answer gives, and forgets what the request has deleted; not on probes. */
  keepAnswer?(pm: Pm): void;
  /** What the answer to a write should give and does not; undefined: it need not give anything. */
  missing?: string[];
  rememberSent(pm: Pm, readsBack: NonNullable<Checks['readsBack']>): void;
  madeWith(name: string): string[];
  deletedName(name: string): string;
  decodeText(text: string): string;
  /** Deletes what the probe created; only where it may have created something. */
  deleteCreated?(pm: Pm, later: (run: () => void, ms: number) => void): void;
  valueAt(value: unknown, pointer: string): unknown;
  parseJson(text: string): unknown;
  readJwt(text: unknown): Jwt | undefined;
  serverTime(response: PmResponse): number;
  hideSecrets(pm: Pm, text: string): string;
  /** Judges the answer; added by the test script. */
  check?(pm: Pm, checks: Checks): void;
  /** Named schemas that several requests need; set by the data in front of the test script. */
  shared?(): Record<string, Schema>;
  /** What the answers of a folder's probes are held against; set by the folder's test script. */
  checks?: Checks;
  /** Judges the answer to a probe, by its folder's checks unless it has its own; added by the test script. */
  probe?(pm: Pm, probe: Probe, checks?: Checks): void;
}

declare let contract: SharedContract;
