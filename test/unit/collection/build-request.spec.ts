import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { buildDocument, onlyItem } from '../../support/build-document';
import { documentWith } from '../../support/describe-document';

const fine = 'responses: { "200": { description: Fine } }';

describe('building a request', () => {
  it('sends what is required and leaves what is optional to be ticked', () => {
    const { request } = onlyItem(
      buildDocument(
        documentWith(`paths:
  /parcels/{id}:
    get:
      parameters:
        - { name: id, in: path, required: true, example: P 1, description: The id, schema: { type: string } }
        - { name: 'tags[]', in: query, required: true, example: [a, b+c], schema: { type: array } }
        - { name: limit, in: query, description: How many, schema: { type: integer, default: 15 } }
        - { name: X-Trace, in: header, schema: { type: string, example: t-1 } }
        - { name: session, in: cookie, required: true, example: s1, schema: { type: string } }
      responses: { "200": { description: Fine, content: { application/json: {} } }, "404": { description: Gone, content: { application/problem+json: {} } } }`),
      ),
    );
    deepStrictEqual(request.url, {
      raw: '{{baseUrl}}/parcels/:id?tags[]=a&tags[]=b%2Bc',
      host: ['{{baseUrl}}'],
      path: ['parcels', ':id'],
      query: [
        { key: 'tags[]', value: 'a', description: 'array, required.' },
        { key: 'tags[]', value: 'b%2Bc', description: 'array, required.' },
        { key: 'limit', value: '15', description: 'integer, by default `15`. How many', disabled: true },
      ],
      variable: [{ key: 'id', value: 'P%201', description: 'string, required. The id' }],
    });
    deepStrictEqual(request.header, [
      { key: 'Accept', value: 'application/json, application/problem+json' },
      { key: 'X-Trace', value: 't-1', description: 'string.', disabled: true },
      { key: 'Cookie', value: 'session=s1' },
    ]);
  });

  it('writes out parameters that share a segment, and keeps a colon that is none of them', () => {
    const urlOf = (path: string, ...names: string[]) =>
      onlyItem(
        buildDocument(
          documentWith(`paths:
  '${path}':
    post:
      parameters: [${names.map((name, n) => `{ name: ${name}, in: path, required: true, example: v${n}, schema: {} }`).join(', ')}]
      ${fine}`),
        ),
      ).request.url.raw;
    strictEqual(urlOf('/labels/{id}.{format}', 'id', 'format'), '{{baseUrl}}/labels/v0.v1');
    strictEqual(urlOf('/jobs/{id}:cancel', 'id'), '{{baseUrl}}/jobs/v0:cancel');
    strictEqual(urlOf('/jobs/:cancel'), '{{baseUrl}}/jobs/:cancel');
    strictEqual(urlOf('/a/'), '{{baseUrl}}/a/');
    strictEqual(urlOf('/'), '{{baseUrl}}/');
  });

  it('takes a JSON body from the first example', () => {
    const { request } = onlyItem(
      buildDocument(
        documentWith(`paths:
  /p:
    post:
      requestBody:
        required: true
        content: { application/json: { examples: { one: { value: { a: 1 } }, two: { value: { a: 2 } } } } }
      ${fine}`),
      ),
    );
    deepStrictEqual(request.body, {
      mode: 'raw',
      raw: '{\n  "a": 1\n}',
      options: { raw: { language: 'json' } },
    });
    deepStrictEqual(request.header, [{ key: 'Content-Type', value: 'application/json' }]);
  });

  it('writes braces of the contract so that Postman takes none for a variable', () => {
    const { request } = onlyItem(
      buildDocument(
        documentWith(`paths:
  /p: { post: { requestBody: { content: { application/json: { example: { a: '{{$guid}} {{{b}}}', c: {} } } } }, ${fine} } }`),
      ),
    );
    const raw = request.body?.mode === 'raw' ? request.body.raw : '';
    deepStrictEqual(JSON.parse(raw), { a: '{{$guid}} {{{b}}}', c: {} });
    strictEqual(raw.includes('{{'), false);
  });

  it('lets the person choose a file where the body is one', () => {
    const { request } = onlyItem(
      buildDocument(
        documentWith(`paths:
  /p: { post: { requestBody: { content: { application/pdf: { schema: { type: string, format: binary } } } }, ${fine} } }`),
      ),
    );
    deepStrictEqual(request.body, { mode: 'file', file: { src: '' } });
    deepStrictEqual(request.header, [{ key: 'Content-Type', value: 'application/pdf' }]);
  });

  it('leaves the boundary of a multipart body to the client, and a file to the person', () => {
    const { request } = onlyItem(
      buildDocument(
        documentWith(`paths:
  /p:
    post:
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                label: { type: string, example: Invoice }
                meta: { type: object, properties: { pages: { type: integer, example: 2 } } }
                file: { type: string, format: binary }
      ${fine}`),
      ),
    );
    deepStrictEqual(request.header ?? [], []);
    deepStrictEqual(request.body, {
      mode: 'formdata',
      formdata: [
        { key: 'label', value: 'Invoice', type: 'text' },
        { key: 'meta', value: '{"pages":2}', type: 'text', contentType: 'application/json' },
        { key: 'file', type: 'file', src: '' },
      ],
    });
  });

  it('keeps the body of a GET, which both hosts would drop', () => {
    const item = onlyItem(
      buildDocument(
        documentWith(`paths:
  /p: { get: { requestBody: { content: { application/json: { example: { a: 1 } } } }, ${fine} } }`),
      ),
    );
    deepStrictEqual(item.protocolProfileBehavior, { disableBodyPruning: true });
  });
});
