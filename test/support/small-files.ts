import assert from 'node:assert/strict';
import type { Problem } from '../../scripts/spec/problem';
import { readDocument } from '../../scripts/spec/read-document';
import { withScratchFolder } from './scratch-folder';
import { thrownProblems } from './thrown-problems';

/** A whole document of one operation, in YAML. */
export const SMALL = `openapi: 3.0.3
info:
  title: Parcels
  version: '1'
paths:
  /parcels:
    get:
      responses:
        '200':
          description: Fine
`;

/** The same in JSON. */
export const SMALL_JSON = `{
  "openapi": "3.0.3",
  "info": { "title": "Parcels", "version": "1" },
  "paths": { "/parcels": { "get": { "responses": { "200": { "description": "Fine" } } } } }
}
`;

/** Writes a file and reads it as a document. */
export const readFileOf = (name: string, content: string | Uint8Array) =>
  withScratchFolder({ [name]: content }, (folder) => readDocument(name, folder));

/** The one problem for which a file is refused; fails where there are more. */
export async function refusedFile(name: string, content: string | Uint8Array): Promise<Problem> {
  const [problem, ...others] = await thrownProblems(() => readFileOf(name, content));
  assert.deepEqual(others, []);
  assert.ok(problem);
  assert.equal(problem.severity, 'error');
  assert.equal(problem.file, name);
  return problem;
}
