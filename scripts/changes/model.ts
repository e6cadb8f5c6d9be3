/** What a collection says of its contract, and how two of them differ: types only. */

import type { FieldList } from '../contract/fields/facts';
import type { ReadWords } from '../contract/fields/read-words';
import type { Schema } from '../contract/model';

/** A collection as this stage reads it. */
export interface ReadCollection {
  operations: ReadOperation[];
  /** Each probe, as a text. */
  probes: string[];
  /** Names of requests that stand for no operation: somebody's own. */
  others: string[];
  /** The scripts and variables that all requests share, as a text. */
  shared: string;
  /** Its name, version and words, as a text. */
  info: string;
}

export interface ReadOperation {
  /** `GET /shipments/{id}` */
  key: string;
  operationId: string | undefined;
  deprecated: boolean;
  /** The names of the folders in which it stands, as a text. */
  folder: string;
  /** What its url begins with: `{{baseUrl}}`. Undefined: somebody wrote it in another way. */
  server: string | undefined;
  /** How a token is got, where the request says it: `accessTokenUrl`, `grant_type`… */
  token: Record<string, string>;
  /** Undefined: the file does not say what is sent, as those of earlier versions. */
  request: ReadRequest | undefined;
  /** Read when asked for, which takes a while. Undefined: what answers are held against cannot be read. */
  answers(): ReadAnswer[] | undefined;
  /** The script with its checks. */
  checks: string;
  /** The script with the named schemas that all checks share. */
  schemas: string;
  /** Everything else: name, words, examples. */
  rest: string;
}

/** An operation before and after. */
export type Pair = [before: ReadOperation, after: ReadOperation];

export interface ReadRequest {
  credentials: ReadCredentials[];
  parameters: ReadParameter[];
  body: ReadBody | undefined;
}

/** One of the alternatives by which one gets in. */
export interface ReadCredentials {
  text: string;
  /** What is needed together: schemes, and each of their scopes; nothing: anybody gets in. */
  parts: string[];
}

export interface ReadParameter {
  in: string;
  name: string;
  required: boolean;
  /** Undefined: its description is not ours. */
  words: ReadWords | undefined;
}

export interface ReadBody {
  required: boolean;
  /** Media types; `own`: fingerprint of the fields of one that has others. */
  types: { type: string; own?: string }[];
  fields: FieldList;
}

export interface ReadAnswer {
  /** `200`, `2XX`, `default` */
  status: string;
  content: { type: string; schema: Schema }[];
  headers: { name: string; required: boolean; schema: Schema }[];
  /** Named schemas that the others refer to. */
  definitions: Record<string, Schema>;
}

/** How `generate` would change, or changed, a file: what `--changes FILE` writes as JSON. */
export interface Changes {
  /** The file's path as the person gave it. */
  file: string;
  /**
   * `new`: there was none. `same`: byte for byte. `changed`: see `operations` and `notes`. `unknown`: what was there
   * cannot be compared, the notes say why.
   */
  state: 'new' | 'same' | 'changed' | 'unknown';
  /** Whether all that both files say could be compared; the notes say what not. */
  complete: boolean;
  /** Changes that break clients. */
  breaks: number;
  operations: OperationChanges[];
  /** What changed in the servers, a sentence each, where anything did. */
  environments?: string[];
  /** What cannot be compared, and what changed besides the contract; a sentence each. */
  notes: string[];
}

export interface OperationChanges {
  operation: string;
  /** `moved`: the same operationId under another method or path. */
  state: 'added' | 'removed' | 'moved' | 'changed';
  /** With `moved`, or another name of a path parameter: its key before. */
  before?: string;
  verdict: Verdict;
  changes: Change[];
}

/**
 * `break`: clients that kept the contract may fail. `look`: they may or not, which a person has to find out: the file does
 * not tell, or it is not said what they make of it.
 */
export type Verdict = 'break' | 'look' | 'fine';

export interface Change {
  /** For machines: `parameter-added`, `field-gone`… */
  kind: string;
  /** Clients have to (`stricter`) or may (`looser`) send something else; answers promise more or less. */
  effect: 'stricter' | 'looser' | 'promises more' | 'promises less' | 'different';
  verdict: Verdict;
  /** `query limit`, `body parcels[].width`, `answer 200 items[].id`… */
  place: string;
  /** The change in words, with the place. */
  text: string;
}
