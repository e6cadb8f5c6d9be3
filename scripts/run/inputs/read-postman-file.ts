import type { JsonObject } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { ProblemError } from '../../spec/problem';
import { readText } from '../../spec/sources/read-text';
import { parseJson } from './parse-json';

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

function withHint(error: ProblemError, hint: string): ProblemError {
  return new ProblemError(
    ...error.problems.map((problem) => ({
      ...problem,
      hint: problem.hint === undefined ? hint : `${problem.hint}; ${hint}`,
    })),
  );
}
