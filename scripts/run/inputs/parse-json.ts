import type { JsonValue } from '../../spec/document';
import { parseText } from '../../spec/parse/parse-text';
import { ProblemError } from '../../spec/problem';

/** @throws ProblemError INVALID_SYNTAX with the line, and without the text, which may hold a secret */
export function parseJson(text: string, file: string, hint: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    const line = lineOfFault(text, file);
    throw new ProblemError({
      code: 'INVALID_SYNTAX',
      severity: 'error',
      // the parser's own message may quote the text
      message: 'this is not valid JSON',
      file,
      ...(line === undefined ? {} : { line }),
      hint,
    });
  }
}

/** Node tells no line; the YAML parser does, where the text is no YAML either. */
function lineOfFault(text: string, file: string): number | undefined {
  try {
    parseText(text, file);
    return undefined;
  } catch (error) {
    return error instanceof ProblemError ? error.problems[0]?.line : undefined;
  }
}
