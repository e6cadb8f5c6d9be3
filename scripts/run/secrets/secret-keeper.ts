import { createRedactor, type Redactor } from './redactor';

/** Collects the secrets of a run while it goes on. */
export interface SecretKeeper {
  learn(...values: unknown[]): void;
  redactor(): Redactor;
  redact(text: string): string;
}

export function createSecretKeeper(): SecretKeeper {
  const secrets = new Set<string>();
  let current = createRedactor(secrets);
  return {
    learn(...values) {
      const known = secrets.size;
      for (const value of values) if (typeof value === 'string') secrets.add(value);
      if (secrets.size > known) current = createRedactor(secrets);
    },
    redactor: () => current,
    redact: (text) => current.redact(text),
  };
}
