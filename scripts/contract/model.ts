/**
 * The contract: what the OpenAPI document promises, with what the profile adds, in one regular shape.
 * Types only. After this stage nobody reads OpenAPI, before it nobody knows Postman.
 */

import type { Digits } from '../spec/digits';
import type { JsonValue } from '../spec/document';
import type { LifeCycles } from './life-cycles/life-cycles';

/** A JSON Schema, draft-07, as the script host's Ajv 6 understands it; `$ref` is `#/definitions/NAME` only. */
export type Schema = boolean | SchemaObject;
export interface SchemaObject {
  [keyword: string]: JsonValue;
}

/** `GET`, `POST`…, upper case. */
export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH' | 'TRACE';

export interface Contract {
  /** What people call the API: the profile's `name`, else `info.title`, else the page's heading. */
  name: string;
  /** `name` as a file name: lower case, words joined by `-`. */
  slug: string;
  version: string;
  description: string;
  servers: Server[];
  /** Of the document's servers; absent: none has variables. */
  serverTemplates?: ServerTemplate[];
  tags: Tag[];
  /** In the order of the document; the login is not moved here. */
  operations: Operation[];
  /** Named schemas that the operations refer to, by the direction in which they travel. */
  definitions: Record<Direction, Record<string, Schema>>;
  securitySchemes: Record<string, SecurityScheme>;
  /** What operations ask for that say nothing themselves: alternatives, as theirs. */
  security: SecurityRequirement[];
  /** What the environments of the collection are; from the profile, else one per server. */
  environments: EnvironmentPlan[];
  /** What the profile says of each host (`name[:port]`, lower case). A host that is not listed is unknown. */
  hosts: Record<string, HostRole>;
  /** What an undeclared loopback address plays, where the profile has a stand-in. */
  loopback: HostRole | undefined;
  login: Login | undefined;
  testKey: TestKey | undefined;
  /** How the profile wants the contract tested; lenient and one of each kind unless it says otherwise. */
  testing: Testing;
  /** How its calls depend on each other. */
  lifeCycles: LifeCycles;
  /** The digits of integers that a double rounds; parameters and variables have them as texts. */
  digits: Digits;
}

export interface Testing {
  /** `strict`: a server that takes what it could refuse breaks the contract; else it is a finding. */
  inputs: 'lenient' | 'strict';
  /** `one` probe of each kind per operation, or all of them. */
  probes: 'one' | 'thorough';
  /** Milliseconds that an answer may take; undefined: any. */
  timeLimit: number | undefined;
  deviations: Deviation[];
}

/** A place where the API is known not to keep its contract. */
export interface Deviation {
  /** Name of the check. */
  check: string;
  operation: string;
  reason: string;
  /** A day, `2026-12-31`, after which it is reported. */
  until: string | undefined;
}

export type Direction = 'request' | 'response';

/**
 * `declared`: no profile speaks of hosts, so `allowWrites` alone decides. `unknown`: the contract names the host,
 * but the profile does not say what it is.
 */
export type HostRole = 'sandbox' | 'production' | 'declared' | 'unknown';

export interface Server {
  /** Without a closing slash, server variables replaced by their defaults. */
  url: string;
  description: string;
  /** Its urls with each value that its variables may have; absent: there is one. */
  alternatives?: string[];
}

/** A server's url that has variables. */
export interface ServerTemplate {
  /** As the document has it: `https://{region}.example.com`. */
  url: string;
  /** Their defaults, and what else they may be; empty: anything. */
  variables: { name: string; value: string; values: string[]; description: string }[];
}

/** Servers that some operations go to, and the others do not. */
export interface OwnServer {
  /** Name of the variable that holds its url: `uploadExampleComBaseUrl`. */
  variable: string;
  servers: Server[];
}

export interface Tag {
  name: string;
  description: string;
}

export interface EnvironmentPlan {
  /** `sandbox`, `production`, `stand-in`…: the file's name. */
  name: string;
  baseUrl: string;
  allowWrites: boolean;
  /** The environment that the stand-in serves; its port is the stand-in's default. */
  standIn: boolean;
  /** Public values that may be written out: only a stand-in has them. */
  apiKey: string;
  phone: string;
  /** Urls of the servers that only some operations have, by the name of their variable. */
  servers?: Record<string, string>;
}

export interface Operation {
  /** `GET /shipments/{id}`: the identity everything else is derived from. */
  key: string;
  method: Method;
  /** The path template of the document, beginning with `/`, as far as it is sent. */
  path: string;
  /** What the document has behind the path to tell operations apart. */
  fragment?: string;
  /** What the document has in the path of the query; among the parameters, too. */
  fixedQuery?: [name: string, value: string][];
  /** Keys of others that have the same method, path and server. */
  alike?: string[];
  operationId: string | undefined;
  summary: string;
  description: string;
  /** The first tag, or undefined. */
  tag: string | undefined;
  deprecated: boolean;
  /** Path, query, header and cookie parameters; those of the path item are merged in. */
  parameters: Parameter[];
  /** Where it goes, if not to the server that the environment names. */
  server?: OwnServer;
  requestBody: RequestBody | undefined;
  /** Keyed `200`, `2XX` (upper case) or `default`. */
  responses: Response[];
  /** Alternatives (OR) of schemes that all apply (AND); empty: public. */
  security: SecurityRequirement[];
  /** Needs the jwt that the login gives. */
  needsLogin: boolean;
  /** May create, change or delete something: the method says so, unless the profile knows better. */
  writes: boolean;
  /** JSON pointer of the operation in the document, for messages. */
  pointer: string;
}

export type SecurityRequirement = { scheme: string; scopes: string[] }[];

export type SecurityScheme =
  | { type: 'apiKey'; in: 'header' | 'query' | 'cookie'; name: string; description: string }
  | { type: 'http'; scheme: string; description: string }
  | { type: 'oauth2'; flows: OAuthFlow[]; description: string }
  | { type: 'openIdConnect'; url: string; description: string }
  | { type: 'mutualTLS'; description: string };

/** How one gets a token; a url that the document does not give is empty. */
export interface OAuthFlow {
  grant: 'authorizationCode' | 'clientCredentials' | 'password' | 'implicit';
  authorizationUrl: string;
  tokenUrl: string;
  refreshUrl: string;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required: boolean;
  description: string;
  deprecated: boolean;
  style: string;
  explode: boolean;
  allowReserved: boolean;
  /** A parameter with `content`: the media type its value is written in, in place of a style. */
  mediaType?: string;
  /** With a `mediaType`: the digits of integers that a double rounds. */
  digits?: Digits;
  schema: Schema;
  /** The value a person sends first: example, else default, else enum, else made from the schema. */
  sample: JsonValue;
}

export interface RequestBody {
  required: boolean;
  description: string;
  content: MediaType[];
}

export interface Response {
  status: string;
  description: string;
  content: MediaType[];
  /** Documented headers but `Content-Type`, which OpenAPI says to ignore. */
  headers?: ResponseHeader[];
}

export interface ResponseHeader {
  name: string;
  required: boolean;
  schema: Schema;
}

export interface MediaType {
  /** As written in the document, parameters included. */
  type: string;
  /** Undefined: the document says nothing about the content. */
  schema: Schema | undefined;
  /** The document's own examples; empty when it has none. */
  examples: NamedExample[];
  /** The first example's value, else one made from the schema. */
  sample: JsonValue;
  /** The content as a whole is bytes (`format: binary`). */
  binary?: boolean;
  /** Properties of a form whose content is bytes: files that a person chooses. */
  fileParts?: string[];
  /** Fields of a form, by name, of which the document says how they are written. */
  encoding?: Record<string, FieldEncoding>;
}

export interface FieldEncoding {
  /** Of a multipart's part: one media type. */
  contentType?: string;
  /** Undefined: objects are JSON, and lists repeat the field. */
  style?: string;
  explode?: boolean;
}

export interface NamedExample {
  /** Empty for the single, unnamed `example`. */
  name: string;
  value: JsonValue;
}

/** How one gets the jwt. OpenAPI can't say it; the profile does. */
export interface Login {
  /** Key of the operation, `GET /clients/authorization`. */
  operation: string;
  /** Where the apiKey goes. */
  apiKey: { in: 'query' | 'header'; name: string };
  /** JSON pointer of the jwt in the answer's body. */
  jwt: string;
  /** Where the jwt goes in every other call. */
  send: { in: 'header'; name: string };
  /** The security scheme that the jwt satisfies; undefined: every one. */
  scheme?: string;
  /** How long a jwt lives, seconds. */
  lifetime: number;
  /** The page that promises the lifetime. */
  source: string;
}

/** An operation that gives a person an apiKey of the sandbox. */
export interface TestKey {
  operation: string;
  /** JSON pointer of the phone in the request's body. */
  phone: string;
  /** JSON pointer of the apiKey in the answer's body. */
  apiKey: string;
  /** Status that says: today's key is used up. */
  dailyLimit: number;
}
