import type { JsonObject, JsonValue } from '../spec/document';
import { parseText } from '../spec/parse-text';
import { ProblemError } from '../spec/problem';
import { readText } from '../spec/read-text';

/** The list that makes a JSON file a collection or an environment. */
const listOf = { collection: 'item', environment: 'values' } as const;

/**
 * Reads a Postman collection or environment.
 *
 * @param file as the person named it, relative to `cwd`
 * @throws ProblemError where it is missing, cannot be read, or is something else
 */
export async function readPostmanFile(
  kind: keyof typeof listOf,
  file: string,
  cwd: string,
): Promise<JsonObject> {
  const hint = `\`npm run generate\` writes the ${kind}s of this project`;
  const text = await readText(file, cwd).catch((error) => {
    throw error instanceof ProblemError ? withHint(error, hint) : error;
  });
  const value = parseJson(text, file, hint);
  const list = listOf[kind];
  if (isObject(value) && Array.isArray(value[list])) return value;
  throw new ProblemError({
    code: 'NOT_POSTMAN',
    severity: 'error',
    message: `this is no Postman ${kind}`,
    file,
    expected: `a JSON object with a list "${list}"`,
    hint,
  });
}

function parseJson(text: string, file: string, hint: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    const line = lineOfFault(text, file);
    throw new ProblemError({
      code: 'INVALID_SYNTAX',
      severity: 'error',
      // the parser's own message may quote the text, and the text may hold a secret
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

function withHint(error: ProblemError, hint: string): ProblemError {
  return new ProblemError(
    ...error.problems.map((problem) => ({
      ...problem,
      hint: problem.hint === undefined ? hint : `${problem.hint}; ${hint}`,
    })),
  );
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
