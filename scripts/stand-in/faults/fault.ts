import type { Contract, Operation } from '../../contract/model';
import type { Answer } from '../answers/answer-operation';
import type { DocumentedReplies } from '../answers/documented-replies';
import type { Reply } from '../answers/reply';
import type { JwtIssuer } from '../login/jwt-issuer';
import type { WireRequest } from '../requests/check-request';
import type { Mischief } from './mischief';

/** One named way in which the stand-in breaks the contract: data, applied to the answer before it is sent. */
export interface Fault {
  /** `login-401`: how the command and the tests call it. */
  name: string;
  /** What it breaks, in one line. */
  breaks: string;
  concerns(operation: Operation, contract: Contract): boolean;
  /** How many requests that it concerns pass before it strikes; absent: none. */
  after?: number;
  /** How often it strikes; absent: for good. */
  times?: number;
  /** What the stand-in does wrong with what it stores, before there is an answer. */
  mischief?: Mischief;
  /** The broken answer; the same reply where there is nothing that it could break. */
  spoil(reply: Reply, scene: Scene): Reply | Promise<Reply>;
}

/** What a fault may look at. */
export interface Scene {
  contract: Contract;
  /** Of a request with a method that its path does not have: one of that path's. */
  operation: Operation;
  request: WireRequest;
  jwt: Answer['jwt'];
  /** What the request is refused for. */
  flaws: Answer['flaws'];
  /** The answer as if nothing were wrong with the request: it makes, changes and deletes what it says. */
  accept(): Reply;
  replies: DocumentedReplies;
  issuer: JwtIssuer;
  /** Milliseconds since 1970, by the stand-in's clock. */
  now: number;
  /** What this fault remembers between the requests of one stand-in. */
  memory: Map<string, string>;
}

/** The same fault, on these operations (by key) and no others. */
export function limitedTo(fault: Fault, operationKeys: string[]): Fault {
  return { ...fault, concerns: (operation) => operationKeys.includes(operation.key) };
}
