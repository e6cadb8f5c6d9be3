import { definitionName } from '../../spec/json-schema/definition-of';

/** The name in `#/definitions/NAME`; undefined where a file that somebody edited has no url there. */
export function refName(ref: string): string | undefined {
  try {
    return definitionName(ref);
  } catch {
    return undefined;
  }
}
