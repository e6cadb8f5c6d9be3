import type { Operation } from '../../contract/model';
import type { JsonValue } from '../../spec/document';
import type { Reply } from '../answers/reply';
import type { Flaw } from '../faults/flaw';
import type { Mischief } from '../faults/mischief';
import type { WireRequest } from '../requests/check-request';
import type { Asked } from './asked-objects';
import type { Store } from './store';

/** A request to an operation that has to do with what is stored. */
export interface StateRequest {
  operation: Operation;
  request: WireRequest;
  /** The body's JSON; undefined: there is none. */
  body: JsonValue | undefined;
  /** What it names. */
  asked: readonly Asked[];
  store: Store;
  mischief: ReadonlySet<Mischief>;
  /** Milliseconds since 1970, by the stand-in's clock. */
  now: number;
}

/** An answer, what it did, and how that is taken back. */
export interface StateAnswer {
  reply: Reply;
  flaws: readonly Flaw[];
  /** The mischief that changed the answer, or kept it from doing what it says. */
  struck: readonly Mischief[];
  /** Takes back what the request did, unless the answer that goes out in the end tells of it. */
  settle?: (sent: Reply) => void;
}
