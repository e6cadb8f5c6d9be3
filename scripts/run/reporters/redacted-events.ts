import type { NewmanEvent } from '../newman/newman-events';
import { type Copies, type Redaction, redactValue } from '../secrets/redact-value';

/** Copies what newman's events carry, without the secrets. */
export interface RedactedEvents {
  /** Copies something that does not change during the run; later copies share it. */
  keep<T>(value: T): T;
  copy<T>(value: T): T;
  /** Copies an event, without the run itself, which can do and tell too much. What a script left is told of several times, and copied once. */
  copyEvent(error: unknown, event: NewmanEvent): { error: unknown; event: object };
}

export function redactEvents(redaction: Redaction): RedactedEvents {
  const kept = new Map<object, unknown>();
  let ref: string | undefined;
  let executions = new Map<object, unknown>();
  return {
    keep: (value) => redactValue(value, redaction, kept),
    copy: (value) => redactValue(value, redaction, layOver(kept)),
    copyEvent(error, { run: _, ...event }) {
      if (event.cursor?.ref !== ref) executions = new Map();
      ref = event.cursor?.ref;
      const copies = layOver(kept, executions);
      const copy = redactValue({ error, event }, redaction, copies);
      if (event.execution !== undefined) executions.set(event.execution, copy.event.execution);
      return copy;
    },
  };
}

/** A request leads to its folder and so to the whole collection, which is not copied each time. */
function layOver(...kept: ReadonlyMap<object, unknown>[]): Copies {
  const own = new Map<object, unknown>();
  const all = [own, ...kept];
  return {
    has: (key: object) => all.some((copies) => copies.has(key)),
    get: (key: object) => all.find((copies) => copies.has(key))?.get(key),
    set: (key: object, copy: unknown) => own.set(key, copy),
  };
}
