import type { JsonValue } from '../../../spec/document';
import { redacted } from '../../secrets/redactor';
import { isSecretName, secretNamesOf } from '../fill-environment';
import type { DataRow } from './data-row';

export interface SecretColumns {
  /** The values in them, as texts. */
  secrets: string[];
  /** The rows without them. */
  shown: DataRow[];
}

/**
 * The columns that are named like a secret, or like a variable of the type `secret`.
 * @param variables those of the environment and of the collection
 */
export function secretColumns(
  rows: readonly DataRow[],
  ...variables: (JsonValue | undefined)[]
): SecretColumns {
  const typed = new Set(variables.flatMap(secretNamesOf));
  const isHidden = (name: string) => isSecretName(name) || typed.has(name);
  const entries = rows.map((row) => Object.entries(row));
  return {
    secrets: entries.flat().flatMap(([name, value]) => (isHidden(name) ? [String(value)] : [])),
    shown: entries.map((row) =>
      Object.fromEntries(row.map(([name, value]) => [name, isHidden(name) ? redacted : value])),
    ),
  };
}
