/**
 * What newman's emitter hands to its listeners, as far as this folder reads it. Types only.
 * Listeners get `(error, event)`; the error of `assertion`, `request` and `script` tells what failed.
 */
export interface NewmanEvent {
  cursor?: Cursor;
  item?: { name?: string };
  /** `request`: what was sent, with all variables replaced; also what a script sent. */
  request?: { method?: string; url?: { toString(): string } };
  response?: { code?: number; responseTime?: number; text?(): string };
  /** `assertion`: name of the check. */
  assertion?: string;
  skipped?: boolean;
  /** `exception`: what a script threw. */
  error?: NewmanError;
  /** `console`: the values that a script logged. */
  messages?: unknown[];
  /** `script`: the variables as the script left them. */
  execution?: Partial<Record<VariableScopeName, { toObject?(): Record<string, unknown> }>>;
  /** `start`: the run, which can be stopped. */
  run?: { abort(): void };
}

export interface Cursor {
  /** Index of the request among those that run. */
  position: number;
  /** Index of the row of data. */
  iteration: number;
  /** Identity of one attempt at one request. */
  ref: string;
  /** Present on what a script does: its checks, its own requests, its exceptions. */
  scriptId?: string;
}

export interface NewmanError {
  name?: string;
  message?: string;
  /** `request`: `ECONNRESET` */
  code?: string;
  /** `assertion`: the name of the check once more. */
  test?: string;
  stack?: string;
}

export type VariableScopeName = 'environment' | 'collectionVariables' | 'globals' | '_variables';

export type NewmanListener = (error: NewmanError | null, event: NewmanEvent) => void;

export interface NewmanEmitter {
  emit(event: string, ...values: unknown[]): boolean;
  /** What the run is about, and what happened in it; newman gives it once it has read its options. */
  summary?: { collection?: unknown; environment?: unknown; globals?: unknown };
  on(event: string, listener: NewmanListener): unknown;
  prependListener(event: string, listener: NewmanListener): unknown;
  removeAllListeners(): unknown;
}
