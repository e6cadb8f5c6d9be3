import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { describeDocument, documentWith } from '../../support/describe-document';

const ok = 'responses: { "200": { description: Fine } }';

describe('describing a contract', () => {
  it('lists every operation once, in the order of the document', () => {
    const { contract } = describeDocument(
      documentWith(`paths:
  /b: { post: { ${ok} }, get: { ${ok} } }
  /a: { delete: { ${ok} } }`),
    );
    deepStrictEqual(
      contract.operations.map((operation) => operation.key),
      ['POST /b', 'GET /b', 'DELETE /a'],
    );
  });

  it('lets an operation override a parameter of its path', () => {
    const { contract } = describeDocument(
      documentWith(`paths:
  /p/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string }, example: shared }
      - { name: lang, in: query, schema: { type: string } }
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: integer }, example: 7 }]
      ${ok}`),
    );
    deepStrictEqual(
      contract.operations[0]?.parameters.map(({ name, sample, required }) => ({ name, sample, required })),
      [
        { name: 'id', sample: 7, required: true },
        { name: 'lang', sample: 'string', required: false },
      ],
    );
  });

  it('takes the nearer example first, then default, then enum', () => {
    const { contract } = describeDocument(
      documentWith(`paths:
  /p:
    get:
      parameters:
        - { name: a, in: query, example: near, schema: { type: string, example: far } }
        - { name: b, in: query, schema: { type: string, default: d, enum: [e, d] } }
        - { name: c, in: query, schema: { type: string, enum: [e, f] } }
        - { name: d, in: query, schema: { type: string, example: x, default: y } }
      ${ok}`),
    );
    deepStrictEqual(
      contract.operations[0]?.parameters.map((parameter) => parameter.sample),
      ['near', 'd', 'e', 'x'],
    );
  });

  it('ignores the header parameters that OpenAPI says to ignore', () => {
    const { contract } = describeDocument(
      documentWith(`paths:
  /p:
    get:
      parameters:
        - { name: Authorization, in: header, schema: { type: string } }
        - { name: content-type, in: header, schema: { type: string } }
        - { name: X-Trace, in: header, schema: { type: string } }
      ${ok}`),
    );
    deepStrictEqual(
      contract.operations[0]?.parameters.map((parameter) => parameter.name),
      ['X-Trace'],
    );
  });

  it('follows references to parameters, bodies, responses and path items', () => {
    const { contract } = describeDocument(
      documentWith(`paths:
  /p: { $ref: '#/components/pathItems/P' }
components:
  pathItems:
    P:
      post:
        parameters: [{ $ref: '#/components/parameters/Q' }]
        requestBody: { $ref: '#/components/requestBodies/B' }
        responses: { "200": { $ref: '#/components/responses/R' } }
  parameters: { Q: { name: q, in: query, schema: { type: string } } }
  requestBodies: { B: { required: true, content: { application/json: { example: { a: 1 } } } } }
  responses: { R: { description: Fine, content: { application/json: { schema: { type: object } } } } }`),
    );
    const [operation] = contract.operations;
    strictEqual(operation?.parameters[0]?.name, 'q');
    deepStrictEqual(operation?.requestBody?.content[0]?.sample, { a: 1 });
    deepStrictEqual(operation?.responses[0]?.content[0]?.schema, { type: 'object' });
  });

  it('takes the global security unless the operation has its own', () => {
    const { contract } = describeDocument(
      documentWith(`security: [{ Key: [] }]
paths:
  /closed: { get: { ${ok} } }
  /open: { get: { security: [], ${ok} } }
components: { securitySchemes: { Key: { type: apiKey, in: header, name: X-Key } } }`),
    );
    deepStrictEqual(
      contract.operations.map((operation) => operation.security),
      [[[{ scheme: 'Key', scopes: [] }]], []],
    );
  });

  it('says when an operation asks for a security scheme that nobody declares', () => {
    const { problems } = describeDocument(
      documentWith(`paths: { /p: { get: { security: [{ Keey: [] }], ${ok} } } }`),
    );
    deepStrictEqual(
      problems.map(({ severity, pointer }) => ({ severity, pointer })),
      [{ severity: 'warning', pointer: '/paths/~1p/get/security' }],
    );
  });

  it('joins server urls without a closing slash and fills in server variables', () => {
    const { contract } = describeDocument(`openapi: 3.0.3
info: { title: Parcels, version: 1.0.0 }
servers:
  - { url: 'https://{region}.example.test/v1/', description: Sandbox, variables: { region: { default: eu } } }
paths: { /p: { get: { ${ok} } } }`);
    deepStrictEqual(contract.servers, [{ url: 'https://eu.example.test/v1', description: 'Sandbox' }]);
    deepStrictEqual(
      contract.environments.map(({ name, baseUrl, allowWrites }) => ({ name, baseUrl, allowWrites })),
      [{ name: 'sandbox', baseUrl: 'https://eu.example.test/v1', allowWrites: true }],
    );
    deepStrictEqual(contract.hosts, { 'eu.example.test': 'declared' });
  });

  it('refuses a relative server url, because no environment can be made from it', () => {
    const { problems } = describeDocument(`openapi: 3.0.3
info: { title: Parcels, version: 1.0.0 }
servers: [{ url: / }]
paths: { /p: { get: { ${ok} } } }`);
    deepStrictEqual(
      problems.map(({ severity, pointer }) => ({ severity, pointer })),
      [{ severity: 'error', pointer: '/servers/0/url' }],
    );
  });

  it('names a contract without a title after its page', () => {
    const { contract } = describeDocument(`openapi: 3.0.0
info: { version: 1.0.0 }
servers: [{ url: https://api.example.test }]
paths: { /p: { get: { ${ok} } } }`);
    deepStrictEqual([contract.name, contract.slug], ['A page', 'a-page']);
  });

  it('takes named examples of a request body in order', () => {
    const { contract } = describeDocument(
      documentWith(`paths:
  /p:
    post:
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { a: { type: integer } } }
            examples: { one: { value: { a: 1 } }, two: { value: { a: 2 } } }
      ${ok}`),
    );
    const media = contract.operations[0]?.requestBody?.content[0];
    deepStrictEqual(media?.sample, { a: 1 });
    deepStrictEqual(media?.examples, [
      { name: 'one', value: { a: 1 } },
      { name: 'two', value: { a: 2 } },
    ]);
  });

  it('describes the headers of an answer, but for Content-Type', () => {
    const { contract } = describeDocument(
      documentWith(`paths:
  /p:
    get:
      responses:
        "200":
          description: Fine
          headers:
            X-Count: { required: true, schema: { type: integer, format: int32 } }
            X-Page: { $ref: '#/components/headers/Page' }
            X-Raw: { content: { application/json: { schema: { type: object } } } }
            content-type: { schema: { type: string } }
        "400": { description: Bad }
components:
  headers:
    Page: { schema: { $ref: '#/components/schemas/Page' } }
  schemas:
    Page: { type: string, nullable: true }`),
    );
    deepStrictEqual(
      contract.operations[0]?.responses.map(({ headers }) => headers),
      [
        [
          {
            name: 'X-Count',
            required: true,
            schema: { type: 'integer', minimum: -2147483648, maximum: 2147483647 },
          },
          { name: 'X-Page', required: false, schema: { $ref: '#/definitions/Page' } },
          { name: 'X-Raw', required: false, schema: true },
        ],
        undefined,
      ],
    );
    deepStrictEqual(contract.definitions.response.Page, { type: ['string', 'null'] });
  });

  it('takes for an answer what is a status, a range of them, or the default, and nothing else', () => {
    const { contract } = describeDocument(
      documentWith(`paths:
  /p:
    get:
      responses:
        { 200: { description: Fine }, 4xx: { description: No }, Default: { description: Else }, ok: {}, "20.1": {}, 6XX: {}, "": {}, x-a: {} }`),
    );
    deepStrictEqual(
      contract.operations[0]?.responses.map(({ status }) => status),
      ['200', '4XX', 'default'],
    );
  });

  it('is tested leniently and one of a kind, unless the profile says otherwise', () => {
    const document = documentWith(`paths: { /p: { post: { ${ok} } } }`);
    deepStrictEqual(describeDocument(document).contract.testing, {
      inputs: 'lenient',
      probes: 'one',
      timeLimit: undefined,
      deviations: [],
    });
    const { testing } = describeDocument(document, {
      inputs: 'strict',
      probes: 'thorough',
      timeLimit: 900,
      deviations: [{ check: 'is refused', operation: 'POST /p', reason: 'it is kind' }],
    }).contract;
    deepStrictEqual(testing, {
      inputs: 'strict',
      probes: 'thorough',
      timeLimit: 900,
      deviations: [{ check: 'is refused', operation: 'POST /p', reason: 'it is kind', until: undefined }],
    });
  });
});
