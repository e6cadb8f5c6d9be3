import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { ProblemError } from '../../scripts/spec/problem';
import { readDocument } from '../../scripts/spec/read-document';
import { SPLINTERS } from '../support/fuzz/mutate-document';
import { withScratchFolder } from '../support/scratch-folder';

const DOCUMENT = `openapi: 3.0.3
info: {title: Parcels, version: '1'}
servers:
  - url: https://api.example.test/v1
paths:
  /parcels/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
    get:
      tags: [Parcels]
      security: [{jwt: []}]
      responses:
        '200':
          description: |
            One parcel
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Parcel'}
              example: &sample {id: A-1, weight: 0.5}
        default: {$ref: '#/components/responses/Error'}
components:
  securitySchemes:
    jwt: {type: apiKey, in: header, name: Authorization}
  responses:
    Error: {description: An error, content: {application/json: {example: *sample}}}
  schemas:
    Parcel:
      type: object
      required: [id]
      properties:
        id: {type: string}
        parent: {$ref: '#/components/schemas/Parcel'}
`;
const FORMS: [name: string, text: string][] = [
  ['a.yaml', DOCUMENT],
  ['a.md', `# Page\n\n~~~yaml\n${DOCUMENT}~~~\n\ntext\n`],
  [
    'a.txt',
    '{"openapi": "3.1.0", "info": {"title": "a", "version": "1"}, "paths": {"/a": {"get": {"tags": ["x"]}}}}',
  ],
];

/** A text with a few stretches of it replaced, or its end cut off. */
const mutated = (text: string) =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(30), fc.constantFrom(...SPLINTERS)), {
      minLength: 1,
      maxLength: 3,
    })
    .chain((edits) =>
      fc.option(fc.nat(text.length), { freq: 3 }).map((cut) => {
        const edited = edits.reduce(
          (now, [at, length, splinter]) => now.slice(0, at) + splinter + now.slice(at + length),
          text,
        );
        return cut === null ? edited : edited.slice(0, cut);
      }),
    );

describe('readDocument: whatever it is given', () => {
  for (const [name, text] of FORMS) {
    it(`reads a broken ${name} or says why not, and throws nothing else`, async () => {
      await withScratchFolder({}, async (folder) => {
        await fc.assert(
          fc.asyncProperty(mutated(text), async (broken) => {
            await writeFile(join(folder, name), broken);
            try {
              const { document } = await readDocument(name, folder);
              assert.equal(typeof document.value.openapi, 'string');
            } catch (error) {
              if (!(error instanceof ProblemError)) throw error;
              assert.ok(error.problems.length > 0);
              for (const { code, message } of error.problems) assert.ok(code !== undefined && message !== '');
            }
          }),
          { numRuns: 200 },
        );
      });
    });
  }

  it('reads a document that is not broken', async () => {
    for (const [name, text] of FORMS) {
      const { warnings } = await withScratchFolder({ [name]: text }, (folder) => readDocument(name, folder));
      assert.deepEqual(warnings, []);
    }
  });
});
