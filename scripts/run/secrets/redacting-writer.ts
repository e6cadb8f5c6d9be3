import type { Redactor } from './redactor';

export interface RedactingWriter {
  write(chunk: string): void;
  /** Writes what was held back. */
  end(): void;
}

/**
 * Hands on what is written to it, redacted. The end of a chunk is held back while it may be the beginning
 * of a secret that the next chunk completes. `redactor` is asked anew each time, since a run learns secrets.
 */
export function createRedactingWriter(
  redactor: () => Redactor,
  write: (text: string) => void,
): RedactingWriter {
  let held = '';
  const hand = (text: string) => {
    if (text !== '') write(redactor().redact(text));
  };
  return {
    write(chunk) {
      const text = held + chunk;
      const open = redactor().openFrom(text);
      held = text.slice(open);
      hand(text.slice(0, open));
    },
    end() {
      hand(held);
      held = '';
    },
  };
}
