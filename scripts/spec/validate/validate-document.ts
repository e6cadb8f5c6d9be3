import type { JsonObject, LocatedValue, SpecDocument } from '../document';
import { limitProblems } from '../limit-problems';
import { openapiShape } from '../openapi-shape';
import { type Problem, ProblemError } from '../problem';
import { breakCircles } from '../references/break-circles';
import { resolveAnchors } from '../references/resolve-anchors';
import { checkSchema } from './check-schema';
import { checkStructure } from './check-structure';
import { checkVersion } from './check-version';

/**
 * Checks that a parsed text is an OpenAPI document that the reader can rely on.
 *
 * @returns the document, and as warnings where it breaks the OpenAPI specification without harm to the reader
 * @throws ProblemError with all errors: NOT_OPENAPI, UNSUPPORTED_VERSION, INVALID_DOCUMENT, DANGLING_REF, UNSUPPORTED
 */
export async function validateDocument(
  located: LocatedValue,
  fallbackTitle: string,
): Promise<{ document: SpecDocument; warnings: Problem[] }> {
  const wrongVersion = checkVersion(located);
  if (wrongVersion !== undefined) throw new ProblemError(wrongVersion);
  const document: SpecDocument = resolveAnchors({
    ...located,
    value: located.value as JsonObject,
    fallbackTitle,
  });
  const schemas = new Set<string>();
  const errors = checkStructure(document, openapiShape, schemas);
  if (errors.length > 0) throw new ProblemError(...limitProblems(errors));
  const whole = breakCircles(document, schemas);
  const warnings = [...whole.warnings, ...(await checkSchema(document))];
  return { document: whole.document, warnings: limitProblems(warnings) };
}
