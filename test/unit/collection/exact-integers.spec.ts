import { deepStrictEqual, match, ok } from 'node:assert/strict';
import { artefactText, buildArtefacts } from '../../../scripts/collection/files/artefacts';
import type { PostmanCollection, PostmanItem } from '../../../scripts/collection/postman';
import { readContract } from '../../../scripts/contract/read-contract';
import { itemsOf } from '../../support/build-document';
import { withScratchFolder } from '../../support/scratch-folder';

const scripts = { preRequest: ['// before\n'], test: ['// after\n'] };

/** The first request that is generated from files, and what is said about them. */
function requestFrom(files: Record<string, string>): Promise<{ item: PostmanItem; said: string[] }> {
  return withScratchFolder(files, async (folder) => {
    const { contract, warnings } = await readContract({ spec: Object.keys(files), cwd: folder });
    const [collection] = buildArtefacts(contract, scripts);
    const [item] = itemsOf(
      JSON.parse(collection === undefined ? '' : artefactText(collection)) as PostmanCollection,
    );
    ok(item !== undefined);
    return { item, said: warnings.map(({ code, message }) => `${code} ${message}`) };
  });
}

const document = (path: string) => `openapi: 3.1.0
info: { title: Ids, version: '1' }
servers: [{ url: https://api.example.test }]
paths:
  ${path}:
    post:
      parameters:
        - { name: after, in: query, required: true, schema: { type: integer }, example: 1379505554728411139 }
        - { name: ids, in: query, required: true, style: form, explode: false, schema: { type: array, items: { type: integer }, default: [1379505554728411140, 7] } }
        - { name: where, in: query, required: true, content: { application/json: { example: { id: 1379505554728411139 } } } }
        - { name: X-Least, in: header, required: true, schema: { type: integer, minimum: 9007199254740993 } }
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Body' }
      responses:
        '200': { description: Fine, content: { application/json: { schema: { $ref: '#/components/schemas/Body' } } } }
components:
  schemas:
    Body:
      type: object
      properties:
        id: { type: integer, format: int64, example: 1379505554728411139 }
        most: { type: integer, maximum: 9223372036854775807, default: 9223372036854775807 }
        one: { enum: [9007199254740993, 9007199254740992] }
        two: { const: -9007199254740993 }
        text: { type: string, example: '1379505554728411139' }
        ratio: { type: number, example: 0.1 }
`;

const SENT = `{
  "id": 1379505554728411139,
  "most": 9223372036854775807,
  "one": 9007199254740993,
  "two": -9007199254740993,
  "text": "1379505554728411139",
  "ratio": 0.1
}`;

/** Without what the files say of names and places. */
function wireOf({ request, response }: PostmanItem): unknown {
  const { body } = request;
  return {
    query: request.url.query?.map(({ key, value }) => `${key}=${value}`),
    least: request.header.find(({ key }) => key === 'X-Least')?.value,
    body: body?.mode === 'raw' ? body.raw : undefined,
    answer: response[0]?.body,
  };
}

const want = {
  query: [
    'after=1379505554728411139',
    'ids=1379505554728411140,7',
    'where=%7B%22id%22:1379505554728411139%7D',
  ],
  least: '9007199254740993',
  body: SENT,
  answer: SENT,
};

describe('integers that no double holds', () => {
  for (const [source, files] of [
    ['YAML', { 'a.yaml': document('/a') }],
    ['a block of a page', { 'a.md': `# Ids\n\n\`\`\`yaml\n${document('/a')}\`\`\`\n` }],
    ['two files that are merged', { 'a.yaml': document('/a'), 'b.yaml': document('/b') }],
  ] as const) {
    it(`are sent with all their digits, from ${source}`, async () => {
      const { item, said } = await requestFrom(files);
      deepStrictEqual(wireOf(item), want);
      deepStrictEqual(said, []);
    });
  }

  it('are in the checks what whoever reads an answer gets', async () => {
    const { item } = await requestFrom({ 'a.yaml': document('/a') });
    const [event] = item.event;
    const script = event?.script.exec.join('\n') ?? '';
    match(script, /one: \{ enum: \[9007199254740992\] \}/);
    match(script, /two: \{ const: -9007199254740992 \}/);
  });

  it('are fields of a form', async () => {
    const form = document('/a').replace(
      'application/json:\n            schema',
      'application/x-www-form-urlencoded:\n            schema',
    );
    const { item } = await requestFrom({ 'a.yaml': form });
    const { body } = item.request;
    ok(body?.mode === 'urlencoded');
    deepStrictEqual(body.urlencoded.slice(0, 2), [
      { key: 'id', value: '1379505554728411139' },
      { key: 'most', value: '9223372036854775807' },
    ]);
  });
});
