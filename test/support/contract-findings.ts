import { findContractProblems } from '../../scripts/contract/findings/find-contract-problems';
import type { JsonObject } from '../../scripts/spec/document';
import { parseText } from '../../scripts/spec/parse/parse-text';
import type { Problem } from '../../scripts/spec/problem';

/** What is found in a document written as YAML, with its lines. */
export function findingsIn(yaml: string): Problem[] {
  const { located } = parseText(yaml, 'spec.yaml');
  return findContractProblems({ ...located, value: located.value as JsonObject, fallbackTitle: 'Parcels' });
}

/** The places of the findings of one kind: those that a test is not about are left out. */
export function placesOf(code: Problem['code'], yaml: string): (string | undefined)[] {
  return findingsIn(yaml)
    .filter((finding) => finding.code === code)
    .map(({ pointer }) => pointer);
}

/** A document with the paths and components of a test. */
export function documentOf(rest: string, version = '3.0.3'): string {
  return `openapi: ${version}\ninfo: { title: Parcels, version: '1' }\nservers: [{ url: https://api.example.test }]\n${rest}`;
}

/** A document with one schema, which an answer refers to; it stands at `SCHEMA`. */
export function schemaOf(schema: string, version = '3.0.3', others = ''): string {
  return documentOf(
    `paths:
  /parcels:
    get:
      responses:
        '200': { description: Fine, content: { application/json: { schema: { $ref: '#/components/schemas/Parcel' } } } }
components:
  schemas:
    Parcel: ${schema}
${others}`,
    version,
  );
}

export const SCHEMA = '/components/schemas/Parcel';
