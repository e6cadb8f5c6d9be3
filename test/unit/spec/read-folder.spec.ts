import assert from 'node:assert/strict';
import { valueAt } from '../../../scripts/spec/json-pointer';
import { readDocument } from '../../../scripts/spec/read-document';
import { openapi, operation, readFilesOf, refusedFiles, written } from '../../support/read-files';
import { withScratchFolder } from '../../support/scratch-folder';

describe('readDocument: a folder', () => {
  it('merges what is OpenAPI in it, sorted, and passes over the rest', async () => {
    const files = {
      'api/b.yaml': openapi(`paths:\n${operation('get', '/b', "{$ref: 'schemas/Parcel.yaml'}")}`),
      'api/a.md': `# A\n\n\`\`\`\n${openapi(`paths:\n${operation('get', '/a', '{}')}`)}\`\`\`\n`,
      'api/deep/c.yml': openapi(`paths:\n${operation('get', '/c', '{}')}`),
      'api/schemas/Parcel.yaml': 'type: string',
      'api/notes.md': '# Notes on openapi: none\n',
      'api/broken.yaml': "a: 'openapi\n",
      'api/page.json': '<!DOCTYPE html>',
      'api/empty.yaml': '',
      'api/other.txt': 'openapi: 3.0.3',
      'api/.hidden.yaml': openapi(`paths:\n${operation('get', '/hidden', '{}')}`),
      'api/node_modules/x.yaml': openapi(`paths:\n${operation('get', '/x', '{}')}`),
    };
    const { document, warnings } = await readFilesOf(files, 'api');
    assert.deepEqual(warnings, []);
    assert.deepEqual(Object.keys(document.value.paths ?? {}), ['/a', '/b', '/c']);
    assert.equal(written(document, '/paths/~1c/get'), 'api/deep/c.yml:5#/paths/~1c/get');
  });

  it('takes a path item that another document refers to once, with the servers of that document', async () => {
    const files = {
      'api/main.yaml': `${openapi("paths:\n  /a: {$ref: 'parts.yaml#/paths/~1a'}\n")}servers: [{url: 'https://a.test'}]\n`,
      'api/parts.yaml': openapi(`paths:\n${operation('get', '/a', '{}')}${operation('get', '/own', '{}')}`),
    };
    const { document } = await readFilesOf(files, 'api');
    assert.deepEqual(Object.keys(document.value.paths ?? {}), ['/a', '/own']);
    assert.deepEqual(valueAt(document.value, '/paths/~1a/get/servers'), [{ url: 'https://a.test' }]);
    assert.equal(written(document, '/paths/~1a/get'), 'api/parts.yaml:5#/paths/~1a/get');
  });

  it('reads one contract in two formats as one', async () => {
    const text = openapi(`paths:\n${operation('get', '/a', '{}')}`);
    const json =
      '{"openapi":"3.0.3","info":{"title":"Parcels","version":"1"},"paths":{"/a":{"get":{"responses":{"200":{"description":"Fine","content":{"application/json":{"schema":{}}}}}}}}}';
    const { document } = await readFilesOf({ 'api/a.json': json, 'api/a.yaml': text }, 'api');
    assert.deepEqual(Object.keys(document.value.paths ?? {}), ['/a']);
    assert.equal(valueAt(document.value, '/info/title'), 'Parcels');
  });

  it('is refused where nothing in it is OpenAPI, with the number of files and the first reason', async () => {
    const [problem] = await refusedFiles({ 'api/a.yaml': 'a: 1', 'api/b.json': '{}' }, 'api');
    assert.deepEqual([problem?.code, problem?.file], ['NOT_OPENAPI', 'api']);
    assert.match(problem?.message ?? '', /2 files looked at/);
    const [empty] = await refusedFiles({ 'api/a.txt': '' }, 'api');
    assert.match(empty?.message ?? '', /no YAML, JSON or Markdown file/);
  });

  it('is refused where an OpenAPI document in it is broken', async () => {
    const files = { 'api/a.yaml': "openapi: 3.0.3\ninfo: 'x\n", 'api/b.yaml': openapi('paths: {}\n') };
    assert.deepEqual(
      (await refusedFiles(files, 'api')).map(({ code, file }) => [code, file]),
      [['INVALID_SYNTAX', 'api/a.yaml']],
    );
  });

  it('is read once where a file of it is named as well', async () => {
    const files = { 'a.yaml': openapi(`paths:\n${operation('get', '/a', '{}')}`) };
    await withScratchFolder(files, async (folder) => {
      const { document } = await readDocument(['a.yaml', '.', './a.yaml'], folder);
      assert.equal(document.file, 'a.yaml');
    });
  });
});
