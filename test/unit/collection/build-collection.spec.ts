import { deepStrictEqual, notStrictEqual, strictEqual } from 'node:assert/strict';
import { Collection } from 'postman-collection';
import { buildDocument, isFolder, itemsOf, onlyItem } from '../../support/build-document';
import { documentWith } from '../../support/describe-document';

const fine = 'responses: { "200": { description: Fine } }';

describe('building a collection', () => {
  it('makes a folder per tag, in the order of the contract, and each operation once', () => {
    const collection = buildDocument(
      documentWith(`tags: [{ name: B, description: Second letter }, { name: A }, { name: Unused }]
paths:
  /1: { get: { tags: [A], summary: One, ${fine} } }
  /2: { get: { tags: [B, A], summary: Two, ${fine} } }
  /3: { get: { summary: Three, ${fine} } }`),
    );
    deepStrictEqual(
      collection.item.map((entry) =>
        isFolder(entry) ? [entry.name, ...entry.item.map((item) => item.name)] : entry.name,
      ),
      [['B', 'Two'], ['A', 'One'], 'Three'],
    );
  });

  it('names a request after its summary, else its operationId, else method and path', () => {
    const collection = buildDocument(
      documentWith(`paths:
  /1: { get: { summary: List parcels, operationId: ignored, ${fine} } }
  /2: { get: { operationId: listAllParcels, ${fine} } }
  /3: { get: { ${fine} } }`),
    );
    deepStrictEqual(
      itemsOf(collection).map((item) => item.name),
      ['List parcels', 'List all parcels', 'GET /3'],
    );
  });

  it('adds method and path to a name that is taken, on each of its owners', () => {
    const collection = buildDocument(
      documentWith(`paths:
  /a/{id}: { get: { summary: Read, parameters: [{ name: id, in: path, required: true, example: 1, schema: {} }], ${fine} } }
  /b: { get: { summary: Read, ${fine} } }`),
    );
    deepStrictEqual(
      itemsOf(collection).map((item) => item.name),
      ['Read (GET /a/{id})', 'Read (GET /b)'],
    );
  });

  it('saves every documented answer as an example of the request', () => {
    const item = onlyItem(
      buildDocument(
        documentWith(`paths:
  /p:
    get:
      parameters: [{ name: q, in: query, schema: { type: string } }]
      responses:
        "200": { description: Fine, content: { application/json: { example: { a: 1 } } } }
        "404": { description: Gone, content: { application/json: { examples: { never: { value: { b: 1 } }, deleted: { value: { b: 2 } } } } } }
        "204": { description: Nothing }
        5XX: { description: Broken }`),
      ),
    );
    deepStrictEqual(
      item.response.map(({ name, code, status, body }) => ({ name, code, status, body })),
      [
        { name: '200 Fine', code: 200, status: 'OK', body: '{\n  "a": 1\n}' },
        { name: '204 Nothing', code: 204, status: 'No Content', body: '' },
        { name: '404 never', code: 404, status: 'Not Found', body: '{\n  "b": 1\n}' },
        { name: '404 deleted', code: 404, status: 'Not Found', body: '{\n  "b": 2\n}' },
        { name: '5XX Broken', code: 500, status: 'Internal Server Error', body: '' },
      ],
    );
    deepStrictEqual(item.response[0]?.originalRequest.url, {
      raw: '{{baseUrl}}/p',
      host: ['{{baseUrl}}'],
      path: ['p'],
    });
  });

  it('gives a request the schemas that its answers need, and no other', () => {
    const item = onlyItem(
      buildDocument(
        documentWith(`paths:
  /p:
    get:
      responses:
        "200": { description: Fine, content: { application/json: { schema: { $ref: '#/components/schemas/A' } }, application/pdf: { schema: { type: string, format: binary } } } }
        "204": { description: Nothing }
components:
  schemas:
    A: { type: object, properties: { b: { $ref: '#/components/schemas/B' } } }
    B: { type: array, items: { $ref: '#/components/schemas/A' } }
    Other: { type: string }`),
      ),
    );
    deepStrictEqual(item.event[0]?.script.exec, [
      'contract.check(pm, {',
      "  operation: 'GET /p',",
      "  answers: { 200: { 'application/json': { $ref: '#/definitions/A' }, 'application/pdf': true }, 204: {} },",
      '  definitions: {',
      "    A: { type: 'object', properties: { b: { $ref: '#/definitions/B' } } },",
      "    B: { type: 'array', items: { $ref: '#/definitions/A' } },",
      '  },',
      '});',
    ]);
  });

  it('puts settings in front of our files, which follow byte for byte', () => {
    const collection = buildDocument(documentWith(`paths: { /p: { get: { ${fine} } } }`));
    deepStrictEqual(
      collection.event.map(({ listen, script }) => [listen, ...script.exec]),
      [
        [
          'prerequest',
          "const settings = { hosts: { 'api.example.test': 'declared' }, loopback: 'declared', reads: [], writes: [] };",
          '',
          '// before',
        ],
        ['test', '// after'],
      ],
    );
  });

  it('does not follow redirects', () => {
    const collection = buildDocument(documentWith(`paths: { /p: { get: { ${fine} } } }`));
    deepStrictEqual(collection.protocolProfileBehavior, { followRedirects: false });
  });
});

describe('ids', () => {
  const paths = (...names: string[]) =>
    documentWith(`paths:\n${names.map((name) => `  /${name}: { get: { ${fine} } }`).join('\n')}`);
  const idOf = (yaml: string, name: string) =>
    itemsOf(buildDocument(yaml)).find((item) => item.name === name)?.id;

  it('stay when operations come, go and move', () => {
    const before = idOf(paths('a', 'b', 'c'), 'GET /b');
    strictEqual(idOf(paths('x', 'c', 'b'), 'GET /b'), before);
  });

  it('differ between operations and between collections', () => {
    const yaml = paths('a', 'b');
    notStrictEqual(idOf(yaml, 'GET /a'), idOf(yaml, 'GET /b'));
    notStrictEqual(idOf(yaml.replace('title: Parcels', 'title: Other'), 'GET /a'), idOf(yaml, 'GET /a'));
  });

  it('come with nothing random: the same contract gives the same bytes', () => {
    const yaml = paths('a', 'b');
    strictEqual(JSON.stringify(buildDocument(yaml)), JSON.stringify(buildDocument(yaml)));
  });
});

describe("Postman's own library", () => {
  it('reads back what is written', () => {
    const collection = buildDocument(
      documentWith(
        `paths: { '/p/{id}': { get: { parameters: [{ name: id, in: path, required: true, example: 1, schema: {} }], ${fine} } } }`,
      ),
    );
    const read = new Collection(JSON.parse(JSON.stringify(collection)));
    deepStrictEqual(
      read.items.all().map((item) => [item.id, item.name]),
      itemsOf(collection).map((item) => [item.id, item.name]),
    );
  });

  it('tells what of its servers a person may change', () => {
    const yaml = `openapi: 3.0.3
info: { title: Regions, version: '' }
servers: [{ url: 'https://{region}.example.test/{base}', variables: { region: { default: eu, enum: [eu, us], description: "Where you\\n are." }, base: { default: v2 } } }]
paths: { /a: { get: { ${fine} } } }`;
    strictEqual(
      buildDocument(yaml).info.description,
      `Regions.

Select an environment, and send a request.

No request needs credentials.

\`https://{region}.example.test/{base}\` is a server; change in \`baseUrl\` what should be another:

- \`region\`: \`eu\`, one of \`eu\`, \`us\`. Where you are.
- \`base\`: \`v2\``,
    );
  });
});
