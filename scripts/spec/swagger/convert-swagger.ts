import type { JsonValue, LocatedValue } from '../document';
import { limitProblems } from '../limit-problems';
import { placeOf } from '../place-of';
import { type Problem, ProblemError } from '../problem';
import { checkStructure } from '../validate/check-structure';
import { prepareSwagger } from './prepare-swagger';
import { swaggerPlace } from './swagger-place';
import { swaggerShape } from './swagger-shape';

/**
 * Turns Swagger 2.0 into OpenAPI 3.0. The result knows where its parts stand in the Swagger document.
 *
 * @param location where the document was read, an absolute path or an address
 * @throws ProblemError INVALID_DOCUMENT, DANGLING_REF
 */
export async function convertSwagger(
  located: LocatedValue,
  location: string,
): Promise<{ located: LocatedValue; warnings: Problem[] }> {
  const errors = checkStructure(located, swaggerShape);
  if (errors.length > 0) throw new ProblemError(...limitProblems(errors));
  const { document, warnings } = prepareSwagger(located, location);
  const { upgradeFromTwoToThree } = await import('@scalar/openapi-upgrader/2.0-to-3.0');
  let value: JsonValue;
  try {
    // Without the members that the converter left undefined.
    value = JSON.parse(JSON.stringify(upgradeFromTwoToThree(document))) as JsonValue;
  } catch (error) {
    throw new ProblemError({
      code: 'INVALID_DOCUMENT',
      severity: 'error',
      message: `the Swagger 2.0 document cannot be turned into OpenAPI 3.0 (${error instanceof Error ? error.message : error})`,
      ...placeOf(located, ''),
      hint: 'check the document in Swagger Editor, or convert it there',
    });
  }
  return {
    located: {
      ...located,
      value,
      writtenAt: (pointer) => placeOf(located, swaggerPlace(pointer, located.value)),
    },
    warnings,
  };
}
