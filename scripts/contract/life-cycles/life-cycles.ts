/**
 * How calls depend on each other: what an answer gives and a later request needs, what is created, listed and
 * deleted again. Derived from the contract, completed by the profile. Types only.
 */

import type { JsonValue } from '../../spec/document';

export interface LifeCycles {
  /** In the order in which the profile and then the contract bring them up. */
  variables: Variable[];
  resources: Resource[];
  /** Key of an operation that answers a list, to what is known of it. */
  lists: Record<string, List>;
  /** Pairs of keys: the first one goes before the second. */
  order: [string, string][];
  /** Key of a writing operation, to the fields that read back as they were sent. */
  readsBack: Record<string, ReadBack>;
  /** Documented refusals that depend on what cannot be brought about: by key of the operation and status, the reason. */
  notNow: Record<string, Record<string, string>>;
}

/** A Postman variable that a request names in place of a value. */
export interface Variable {
  /** `shipmentId` */
  name: string;
  /** Shown beside it in Postman. */
  description: string;
  source: VariableSource;
  /** The contract's example in the first of its places: what is sent until there is a real value. */
  example: JsonValue;
  /** Where requests name it, in the order of the profile; empty: only what is deleted at the end needs it. */
  places: VariablePlace[];
}

export type VariableSource =
  /** Kept from the answers of these operations. */
  | { kind: 'answer'; from: AnswerPlace[] }
  /** Asked for before a request that needs it; `query` may name other variables as `{{senderCountry}}`. */
  | { kind: 'lookUp'; operation: string; query: [name: string, value: string][]; at: string }
  /** A day that many workdays (Monday to Friday, UTC) ahead; `{date}` in `text` is `2026-11-27`. */
  | { kind: 'date'; workdays: number; text: string }
  /** Set by a person, or by a row of a data file. */
  | { kind: 'value' };

/** `at`: JSON pointer in the body, or the name of a header. */
export type AnswerPlace = { operation: string; in: 'body' | 'header'; at: string };

export interface VariablePlace {
  /** Key of the operation, `GET /shipments/print`. */
  operation: string;
  in: 'path' | 'query' | 'header' | 'body';
  /** Name of the parameter; in a body a JSON pointer. */
  name: string;
}

/** Something that an operation creates. Two that share a deleter are of one kind. */
export interface Resource {
  /** Key of the operation that creates one: `POST /shipments`. */
  maker: string;
  /** JSON pointer of its id in the maker's answer. */
  id: string;
  /** Name of the variable that keeps the id. */
  variable: string;
  /** Key of the operation that deletes it, by its one path parameter; undefined: nothing does. */
  deleter: string | undefined;
}

export interface List {
  /** JSON pointer of the array in the answer; empty: the answer is the array. */
  items: string;
  /** Query parameter to the JSON pointer, in an item, of the field that it filters by: `ids[]` to `/id`. */
  filters: Record<string, string>;
  /** The resource whose objects it lists, and the pointer of their id in an item; undefined: a dictionary. */
  of: { variable: string; id: string } | undefined;
  paging: Paging | undefined;
}

/** Names of the query parameters, and JSON pointers of the counters in the answer; undefined: it has none. */
export interface Paging {
  page: { parameter: string | undefined; at: string | undefined };
  size: { parameter: string | undefined; at: string | undefined };
  pages: string | undefined;
  total: string | undefined;
}

export interface ReadBack {
  /** Name of the variable that keeps the id of what is written. */
  variable: string;
  /** JSON pointer in what is sent, to the pointer in an item of the list that shows it. */
  fields: Record<string, string>;
}
