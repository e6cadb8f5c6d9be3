import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { ProblemError } from '../../spec/problem';
import { readText } from '../../spec/sources/read-text';
import { parseJson } from './parse-json';

/** The list that makes a JSON file a collection or an environment. */
const listOf = { collection: 'item', environment: 'values' } as const;

/** Nobody's folders stand in so many others. */
const deepest = 500;

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
  const isDeep = isDeeper(value, deepest);
  if (!isDeep && isObject(value) && Array.isArray(value[list])) return value;
  throw new ProblemError({
    code: 'NOT_POSTMAN',
    severity: 'error',
    message: `this is no Postman ${kind}${isDeep ? `: it is more than ${deepest} levels deep` : ''}`,
    file,
    expected: `a JSON object with a list "${list}"`,
    hint,
  });
}

/** Level by level: what is too deep for others is so for a function that calls itself, too. */
function isDeeper(value: JsonValue, most: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
}

function withHint(error: ProblemError, hint: string): ProblemError {
  return new ProblemError(
    ...error.problems.map((problem) => ({
      ...problem,
      hint: problem.hint === undefined ? hint : `${problem.hint}; ${hint}`,
    })),
  );
}
