import assert from 'node:assert/strict';
import { valueAt } from '../../../scripts/spec/json-pointer';
import { openapi, operation, readFilesOf, written } from '../../support/read-files';

describe('readDocument: what several documents say of all their operations', () => {
  it('gives each operation its own security and servers where the documents differ', async () => {
    const head = (host: string, scheme: string) => `servers: [{url: 'https://${host}.test/'}]
security: [{${scheme}: []}]
components:
  securitySchemes:
    ${scheme}: {type: http, scheme: basic}
`;
    const files = {
      'a.yaml': openapi(`paths:\n${operation('get', '/a', '{}')}${head('one', 'key')}`),
      'b.yaml': openapi(`paths:\n${operation('get', '/b', '{}')}${head('two', 'pass')}`),
      'c.yaml': openapi(`paths:\n${operation('get', '/c', '{}')}`),
    };
    const { document } = await readFilesOf(files, ['a.yaml', 'b.yaml', 'c.yaml']);
    const at = (pointer: string) => valueAt(document.value, pointer);
    assert.deepEqual(
      [at('/security'), at('/paths/~1a/get/security'), at('/paths/~1b/get/security')],
      [undefined, [{ key: [] }], [{ pass: [] }]],
    );
    assert.equal(at('/paths/~1c/get/security'), undefined);
    assert.deepEqual(at('/servers'), [{ url: 'https://one.test/' }, { url: 'https://two.test/' }]);
    assert.deepEqual(at('/paths/~1b/get/servers'), [{ url: 'https://two.test/' }]);
    assert.equal(written(document, '/paths/~1b/get/servers/0/url'), 'b.yaml:7#/servers/0/url');
    assert.equal(written(document, '/servers/1'), 'b.yaml:7#/servers/0');
  });

  it('keeps what all documents say at the top, whatever the words around it', async () => {
    const head = (slash: string) => `security: [{key: []}]
servers: [{url: 'https://one.test${slash}', description: 'at ${slash}'}]
components: {securitySchemes: {key: {type: http, scheme: basic}}}
`;
    const files = {
      'a.yaml': openapi(`paths:\n${operation('get', '/a', '{}')}${head('')}`),
      'b.yaml': openapi(`paths:\n${operation('get', '/b', '{}')}${head('/')}`),
    };
    const { document } = await readFilesOf(files, ['a.yaml', 'b.yaml']);
    assert.deepEqual(valueAt(document.value, '/security'), [{ key: [] }]);
    assert.deepEqual(valueAt(document.value, '/servers'), [{ url: 'https://one.test', description: 'at ' }]);
    assert.deepEqual(Object.keys(valueAt(document.value, '/paths/~1a/get') ?? {}), ['responses']);
  });

  it('renames security schemes of one name and two meanings with what asks for them', async () => {
    const head = (name: string) =>
      `security: [{key: []}]\ncomponents: {securitySchemes: {key: {type: apiKey, in: header, name: ${name}}}}\n`;
    const files = {
      'a.yaml': openapi(`paths:\n${operation('get', '/a', '{}')}${head('X-One')}`),
      'b.yaml': openapi(`paths:\n${operation('get', '/b', '{}')}${head('X-Two')}`),
    };
    const { document } = await readFilesOf(files, ['a.yaml', 'b.yaml']);
    assert.deepEqual(valueAt(document.value, '/paths/~1b/get/security'), [{ b_key: [] }]);
    assert.equal(valueAt(document.value, '/components/securitySchemes/b_key/name'), 'X-Two');
  });

  it('gives each operation its parameters where the path items differ', async () => {
    const withParameter = (method: string, name: string) =>
      openapi(`paths:
  /a/{id}:
    parameters:
      - {name: ${name}, in: query, schema: {type: string}}
      - {name: id, in: path, required: true, schema: {type: string}}
    ${method}:
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {'200': {description: Fine}}
`);
    const files = { 'a.yaml': withParameter('get', 'page'), 'b.yaml': withParameter('post', 'dry') };
    const { document } = await readFilesOf(files, ['a.yaml', 'b.yaml']);
    assert.deepEqual(valueAt(document.value, '/paths/~1a~1{id}/post/parameters'), [
      { name: 'dry', in: 'query', schema: { type: 'string' } },
      { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
    ]);
    assert.equal(valueAt(document.value, '/paths/~1a~1{id}/parameters'), undefined);
    assert.equal(
      written(document, '/paths/~1a~1{id}/post/parameters/0/name'),
      'b.yaml:6#/paths/~1a~1{id}/parameters/0/name',
    );
  });

  it('gives a title, tags and extensions that speak for all', async () => {
    const files = {
      'a.yaml': openapi(`tags: [{name: A}]\nx-one: 1\npaths:\n${operation('get', '/a', '{}')}`, 'Orders'),
      'b.yaml': openapi(
        `tags: [{name: B}, {name: A}]\nx-one: 2\npaths:\n${operation('get', '/b', '{}')}`,
        'Depots',
      ),
    };
    const { document } = await readFilesOf(files, ['a.yaml', 'b.yaml']);
    assert.deepEqual(valueAt(document.value, '/info'), { title: 'Orders, Depots', version: '1' });
    assert.deepEqual(valueAt(document.value, '/tags'), [{ name: 'A' }, { name: 'B' }]);
    assert.equal(valueAt(document.value, '/x-one'), 1);
  });
});
