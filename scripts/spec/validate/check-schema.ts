import type { ValidateFunction } from 'ajv';
import type { SpecDocument } from '../document';
import type { Problem } from '../problem';
import { pickViolations } from './pick-violations';
import { satisfiesOpenapi30 } from './satisfies-openapi-30';
import { violationProblem } from './violation-problem';

/** A member of the library's `Validator` that its types leave out: only the JSON Schema, no look at references. */
interface SchemaSource {
  getAjvValidator(version: string): ValidateFunction;
}

let source: Promise<SchemaSource> | undefined;

/**
 * Holds a document against the JSON Schema that the OpenAPI Initiative publishes for its version.
 *
 * @returns warnings INVALID_DOCUMENT, the most telling one per place: most published documents break it somewhere,
 *   and what the reader relies on is checked elsewhere
 */
export async function checkSchema(document: SpecDocument): Promise<Problem[]> {
  const version = String(document.value.openapi).slice(0, 3);
  // Ajv knows best what to say about what is wrong; that nothing is can be seen sooner.
  if (version === '3.0' && satisfiesOpenapi30(document.value)) return [];
  source ??= load();
  const validate = (await source).getAjvValidator(version);
  if (validate(document.value)) return [];
  return pickViolations(validate.errors ?? [], validate.schema).map((violation) =>
    violationProblem(violation, document),
  );
}

/** Loaded when needed: it takes a tenth of a second, and a broken document never gets here. */
async function load(): Promise<SchemaSource> {
  const { Validator } = await import('@seriousme/openapi-schema-validator');
  return new Validator({ allErrors: true, verbose: true }) as unknown as SchemaSource;
}
