import assert from 'node:assert/strict';
import { valueAt } from '../../../scripts/spec/json-pointer';
import { readDocument } from '../../../scripts/spec/read-document';
import { withLoopbackServer } from '../../support/loopback-server';
import { openapi, operation, readFilesOf, refusedFiles, told, written } from '../../support/read-files';

const HEAD = "swagger: '2.0'\ninfo: {title: Parcels, version: '1'}\n";
const HOST = 'host: api.example.test\nbasePath: /v1\nschemes: [http, https]\n';

async function converted(rest: string, head = HEAD + HOST) {
  const { document, warnings } = await readFilesOf({ 'a.yaml': head + rest }, 'a.yaml');
  return { document, warnings, at: (pointer: string) => valueAt(document.value, pointer) };
}

describe('readDocument: Swagger 2.0', () => {
  it('becomes OpenAPI 3.0, the safe server first', async () => {
    const { at, warnings } = await converted('paths: {/a: {get: {responses: {200: {description: Fine}}}}}\n');
    assert.deepEqual(warnings, []);
    assert.match(String(at('/openapi')), /^3\.0\./);
    assert.deepEqual(at('/servers'), [
      { url: 'https://api.example.test/v1' },
      { url: 'http://api.example.test/v1' },
    ]);
  });

  it('is read with the version as a number', async () => {
    const { at } = await converted(
      `${HOST}paths: {/a: {get: {responses: {}}}}\n`,
      'swagger: 2.0\ninfo: {title: a, version: a}\n',
    );
    assert.match(String(at('/openapi')), /^3\.0\./);
  });

  it('keeps parameters, bodies, forms, answers and security, and knows where they stand', async () => {
    const { at, document, warnings } = await converted(`consumes: [application/json]
produces: [application/json, text/csv]
securityDefinitions:
  key: {type: apiKey, in: header, name: X-Key}
  who: {type: basic}
parameters:
  Page: {name: page, in: query, type: integer, minimum: 1}
  Body: {name: body, in: body, required: true, schema: {$ref: '#/definitions/Parcel'}}
responses:
  Bad: {description: Bad, schema: {type: string}}
definitions:
  Parcel: {type: object, properties: {a: {type: string, x-nullable: true}}}
paths:
  /a/{id}:
    post:
      parameters:
        - {$ref: '#/parameters/Body'}
        - {$ref: '#/parameters/Page'}
        - {name: ids, in: query, type: array, items: {type: integer}, collectionFormat: pipes}
      responses:
        200: {description: Fine, schema: {$ref: '#/definitions/Parcel'}, examples: {application/json: {a: b}}}
        400: {$ref: '#/responses/Bad'}
    put:
      consumes: [multipart/form-data]
      parameters:
        - {name: file, in: formData, type: file, required: true}
        - {name: note, in: formData, type: string, maxLength: 3}
      responses: {200: {description: Fine}}
    parameters:
      - {name: id, in: path, required: true, type: string, x-example: A-1}
`);
    assert.deepEqual(warnings, []);
    const post = '/paths/~1a~1{id}/post';
    assert.deepEqual(at(`${post}/parameters/0`), { $ref: '#/components/parameters/Page' });
    assert.equal(at(`${post}/parameters/1/style`), 'pipeDelimited');
    assert.deepEqual(at(`${post}/requestBody`), {
      required: true,
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Parcel' } } },
    });
    assert.deepEqual(Object.keys(at(`${post}/responses/200/content`) ?? {}), [
      'application/json',
      'text/csv',
    ]);
    assert.deepEqual(at(`${post}/responses/200/content/application~1json/example`), { a: 'b' });
    assert.deepEqual(at(`${post}/responses/400`), { $ref: '#/components/responses/Bad' });
    const form = '/paths/~1a~1{id}/put/requestBody/content/multipart~1form-data/schema';
    assert.deepEqual(at(`${form}/properties/file`), { type: 'string', format: 'binary' });
    assert.deepEqual(at(`${form}/required`), ['file']);
    assert.equal(at('/paths/~1a~1{id}/parameters/0/example'), 'A-1');
    assert.equal(at('/components/schemas/Parcel/properties/a/nullable'), true);
    assert.deepEqual(at('/components/securitySchemes/who'), { type: 'http', scheme: 'basic' });

    const from = (pointer: string) => written(document, pointer);
    assert.equal(from('/servers/0/url'), 'a.yaml:3#/host');
    assert.equal(
      from('/components/schemas/Parcel/properties/a'),
      'a.yaml:17#/definitions/Parcel/properties/a',
    );
    assert.equal(from('/components/parameters/Page/schema/minimum'), 'a.yaml:12#/parameters/Page/minimum');
    assert.equal(
      from(`${post}/parameters/1/schema/items`),
      'a.yaml:24#/paths/~1a~1{id}/post/parameters/2/items',
    );
    assert.equal(
      from(`${post}/requestBody/content/application~1json/schema`),
      'a.yaml:22#/paths/~1a~1{id}/post/parameters/0',
    );
    assert.equal(
      from(`${form}/properties/note/maxLength`),
      'a.yaml:32#/paths/~1a~1{id}/put/parameters/1/maxLength',
    );
    assert.equal(
      from(`${post}/responses/200/content/text~1csv/schema/$ref`),
      'a.yaml:26#/paths/~1a~1{id}/post/responses/200/schema/$ref',
    );
  });

  it('gives each operation the body that its path item describes', async () => {
    const { at } = await converted(`paths:
  /a:
    parameters: [{name: body, in: body, schema: {type: string}}]
    put: {responses: {}}
    post: {parameters: [{name: other, in: body, schema: {type: number}}], responses: {}}
`);
    const typeOf = (method: string) =>
      at(`/paths/~1a/${method}/requestBody/content/application~1json/schema/type`);
    assert.deepEqual(['put', 'post'].map(typeOf), ['string', 'number']);
  });

  it("gives an operation the schemes of its own, and warns of what OpenAPI can't say", async () => {
    const { at, warnings } = await converted(`paths:
  /a:
    get:
      schemes: [http]
      parameters: [{name: a, in: query, type: array, items: {type: string}, collectionFormat: tsv}]
      responses: {200: {description: Fine}}
`);
    assert.deepEqual(at('/paths/~1a/get/servers'), [{ url: 'http://api.example.test/v1' }]);
    assert.deepEqual(warnings.map(told), ['UNSUPPORTED a.yaml:10#/paths/~1a/get/parameters/0']);
  });

  it('warns of a collection format that is no name', async () => {
    const { warnings } = await converted(`paths:
  /a:
    get:
      parameters: [{name: a, in: query, type: array, items: {type: string}, collectionFormat: {a: 1}}]
      responses: {200: {description: Fine}}
`);
    assert.deepEqual(
      warnings.map(({ message }) => message),
      ['OpenAPI has no style for a collection format that is an object'],
    );
  });

  it('takes https where no scheme is named, with a warning', async () => {
    const { at, warnings } = await converted(
      'host: a.test\npaths: {/a: {get: {responses: {200: {description: Fine}}}}}\n',
      HEAD,
    );
    assert.deepEqual(at('/servers'), [{ url: 'https://a.test' }]);
    assert.deepEqual(warnings.map(told), ['UNSUPPORTED a.yaml:3#/host']);
  });

  it('stands at the address it was fetched from where it names no host', async () => {
    const text = `${HEAD}basePath: /v2\npaths: {/a: {get: {responses: {200: {description: Fine}}}}}\n`;
    await withLoopbackServer(
      (_, response) => response.end(text),
      async (url) => {
        const { document } = await readDocument(`${url}/docs/a.yaml`, '.');
        assert.deepEqual(document.value.servers, [{ url: `${url}/v2` }]);
      },
    );
  });

  it('brings in files by reference, and merges with OpenAPI', async () => {
    const files = {
      'a.yaml': `${HEAD}${HOST}paths:
  /a: {get: {parameters: [{$ref: 'parts.yaml#/parameters/Page'}], responses: {200: {description: Fine, schema: {$ref: 'parts.yaml#/Parcel'}}}}}
`,
      'parts.yaml': 'Parcel: {type: object}\nparameters: {Page: {name: page, in: query, type: integer}}\n',
      'b.yaml': openapi(
        `paths:\n${operation('get', '/b', '{}')}servers: [{url: 'https://api.example.test/v1'}]\n`,
      ),
    };
    const { document } = await readFilesOf(files, ['a.yaml', 'b.yaml']);
    assert.deepEqual(Object.keys(document.value.paths ?? {}), ['/a', '/b']);
    assert.deepEqual(valueAt(document.value, '/components/parameters/Page/schema'), { type: 'integer' });
    assert.equal(written(document, '/components/schemas/Parcel/type'), 'parts.yaml:1#/Parcel/type');
  });

  it('is refused for what is wrong in it, at its place', async () => {
    const problemsOf = async (rest: string) =>
      (await refusedFiles({ 'a.yaml': HEAD + rest }, 'a.yaml')).map(told);
    assert.deepEqual(await problemsOf('paths: []\n'), ['INVALID_DOCUMENT a.yaml:3#/paths']);
    assert.deepEqual(await problemsOf('definitions: {}\n'), ['INVALID_DOCUMENT a.yaml:1#']);
    assert.deepEqual(
      await problemsOf("paths: {/a: {get: {responses: {200: {schema: {$ref: '#/definitions/Nope'}}}}}}\n"),
      ['DANGLING_REF a.yaml:3#/paths/~1a/get/responses/200/schema/$ref'],
    );
    assert.deepEqual(await problemsOf('paths: {/a: {get: {parameters: [{name: a}]}}}\n'), [
      'INVALID_DOCUMENT a.yaml:3#/paths/~1a/get/parameters/0',
    ]);
  });

  it('keeps hostile names', async () => {
    const { at } =
      await converted(`paths: {/a: {get: {responses: {200: {description: Fine, schema: {$ref: '#/definitions/__proto__'}}}}}}
definitions:
  __proto__: {type: object, properties: {constructor: {type: string}, __proto__: {type: integer}}}
  hasOwnProperty: {type: string}
`);
    assert.deepEqual(Object.keys(at('/components/schemas') ?? {}), ['__proto__', 'hasOwnProperty']);
    assert.deepEqual(at('/components/schemas/__proto__/properties/__proto__'), { type: 'integer' });
  });
});
