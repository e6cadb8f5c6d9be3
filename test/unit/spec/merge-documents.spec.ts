import assert from 'node:assert/strict';
import type { JsonValue } from '../../../scripts/spec/document';
import { valueAt } from '../../../scripts/spec/json-pointer';
import { openapi, operation, readFilesOf, refusedFiles, told, written } from '../../support/read-files';

const DEPOT = "{$ref: '#/components/schemas/Depot'}";
const depot = (type: string) => `components:
  schemas:
    Depot: {type: object, properties: {code: {type: ${type}}}}
`;
const page = (...blocks: [heading: string, text: string][]) =>
  `# Depots\n\n${blocks.map(([heading, text]) => `## ${heading}\n\n\`\`\`yaml\n${text}\`\`\`\n`).join('\n')}`;

/** The value that an operation's 200 refers to. */
function answerOf(document: JsonValue, path: string, method: string): JsonValue | undefined {
  const media = ['content', 'application~1json', 'schema'].join('/');
  const at = `/paths/${path.replaceAll('/', '~1')}/${method}/responses/200/${media}`;
  const schema = valueAt(document, at);
  const ref =
    schema !== null && typeof schema === 'object' && !Array.isArray(schema) ? schema.$ref : undefined;
  return typeof ref === 'string' ? valueAt(document, ref.slice(1)) : schema;
}

describe('readDocument: several documents', () => {
  it('unites the methods of a path that stand in two blocks of a page', async () => {
    const text = page(
      ['List', openapi(`paths:\n${operation('get', '/depots', DEPOT)}${depot('string')}`)],
      ['Add', openapi(`paths:\n${operation('post', '/depots', '{type: string}')}`)],
    );
    const { document, warnings } = await readFilesOf({ 'a.md': text }, 'a.md');
    assert.deepEqual(warnings, []);
    assert.deepEqual(Object.keys(valueAt(document.value, '/paths/~1depots') ?? {}), ['get', 'post']);
    assert.equal(written(document, '/paths/~1depots/get'), 'a.md:10#/paths/~1depots/get');
    assert.equal(
      written(document, '/paths/~1depots/post/responses/200'),
      'a.md:25#/paths/~1depots/post/responses/200',
    );
    assert.equal(written(document, '/components/schemas/Depot'), 'a.md:14#/components/schemas/Depot');
  });

  it('keeps apart schemas of one name and two meanings, and names the second after its heading', async () => {
    const text = page(
      ['Orders', openapi(`paths:\n${operation('get', '/orders', DEPOT)}${depot('integer')}`)],
      ['Big depots!', openapi(`paths:\n${operation('get', '/depots', DEPOT)}${depot('string')}`)],
      ['More', openapi(`paths:\n${operation('get', '/more', DEPOT)}${depot('integer')}`)],
    );
    const { document } = await readFilesOf({ 'a.md': text }, 'a.md');
    assert.deepEqual(Object.keys(valueAt(document.value, '/components/schemas') ?? {}), [
      'Depot',
      'Big-depots_Depot',
    ]);
    const typeAt = (path: string) =>
      valueAt(answerOf(document.value, path, 'get') ?? null, '/properties/code/type');
    assert.deepEqual(['/orders', '/depots', '/more'].map(typeAt), ['integer', 'string', 'integer']);
    assert.equal(
      written(document, '/components/schemas/Big-depots_Depot/type'),
      'a.md:28#/components/schemas/Depot/type',
    );
  });

  it('lets the name with the most uses keep it', async () => {
    const text = page(
      ['One', openapi(`paths:\n${operation('get', '/1', DEPOT)}${depot('integer')}`)],
      ['Two', openapi(`paths:\n${operation('get', '/2', DEPOT)}${depot('string')}`)],
      ['Three', openapi(`paths:\n${operation('get', '/3', DEPOT)}${depot('string')}`)],
    );
    const { document } = await readFilesOf({ 'a.md': text }, 'a.md');
    assert.equal(valueAt(document.value, '/components/schemas/Depot/properties/code/type'), 'string');
    assert.equal(valueAt(document.value, '/components/schemas/One_Depot/properties/code/type'), 'integer');
  });

  it('tells apart schemas that say the same but refer to different ones', async () => {
    const tree = (type: string) => `components:
  schemas:
    Tree: {type: object, properties: {leaf: {$ref: '#/components/schemas/Leaf'}, tree: {$ref: '#/components/schemas/Tree'}}}
    Leaf: {type: ${type}}
    Bird: {type: string, description: ${type}}
`;
    const ref = "{$ref: '#/components/schemas/Tree'}";
    const files = {
      'a.yaml': openapi(`paths:\n${operation('get', '/a', ref)}${tree('string')}`),
      'b.yaml': openapi(`paths:\n${operation('get', '/b', ref)}${tree('number')}`),
    };
    const { document } = await readFilesOf(files, ['a.yaml', 'b.yaml']);
    // What differs in its description only is the same.
    assert.deepEqual(Object.keys(valueAt(document.value, '/components/schemas') ?? {}), [
      'Tree',
      'b_Tree',
      'Leaf',
      'b_Leaf',
      'Bird',
    ]);
    assert.deepEqual(valueAt(document.value, '/components/schemas/b_Tree/properties'), {
      leaf: { $ref: '#/components/schemas/b_Leaf' },
      tree: { $ref: '#/components/schemas/b_Tree' },
    });
  });

  it('takes blocks that have only components, and resolves in its own block first', async () => {
    const text = page(
      ['Models', openapi(depot('integer'))],
      ['Own', openapi(`paths:\n${operation('get', '/own', DEPOT)}${depot('string')}`)],
      ['None', openapi(`paths:\n${operation('get', '/none', "{$ref: '#/components/schemas/Van'}")}`)],
      ['Vans', openapi('components:\n  schemas:\n    Van: {type: boolean}\n')],
    );
    const { document } = await readFilesOf({ 'a.md': text }, 'a.md');
    assert.deepEqual(answerOf(document.value, '/none', 'get'), { type: 'boolean' });
    assert.equal(valueAt(answerOf(document.value, '/own', 'get') ?? null, '/properties/code/type'), 'string');
  });

  it('refuses a name that is not defined in its own document and differs in two others', async () => {
    const text = page(
      ['One', openapi(`paths:\n${operation('get', '/1', '{}')}${depot('integer')}`)],
      ['Two', openapi(`paths:\n${operation('get', '/2', '{}')}${depot('string')}`)],
      ['Three', openapi(`paths:\n${operation('get', '/3', DEPOT)}`)],
    );
    const [problem] = await refusedFiles({ 'a.md': text }, 'a.md');
    assert.equal(problem?.code, 'DANGLING_REF');
    assert.match(problem.message, /Depot .*a\.md:14 and a\.md:28/);
  });

  it('takes an operation that stands in two files and is the same once', async () => {
    const text = openapi(`paths:\n${operation('get', '/a', '{type: string}')}`);
    const json = `{"openapi": "3.0.3", "info": {"title": "Parcels", "version": "1"}, "paths": {"/a": {"get": {"summary": "Read",
      "responses": {"200": {"content": {"application/json": {"schema": {"type": "string"}}}, "description": "Well"}}}}}}`;
    const { document } = await readFilesOf({ 'a.yaml': text, 'b.json': json }, ['a.yaml', 'b.json']);
    assert.equal(written(document, '/paths/~1a/get'), 'a.yaml:5#/paths/~1a/get');
  });

  it('refuses an operation that stands in two files and differs, naming both places', async () => {
    const files = {
      'a.yaml': openapi(`paths:\n${operation('get', '/a', '{type: string}')}`),
      'b.yaml': openapi(`paths:\n${operation('get', '/a', '{type: number}')}`),
    };
    const problems = await refusedFiles(files, ['a.yaml', 'b.yaml']);
    assert.deepEqual(problems.map(told), ['INVALID_DOCUMENT b.yaml:5#/paths/~1a/get']);
    assert.match(problems[0]?.message ?? '', /GET \/a .* a\.yaml:5/);
  });

  it('keeps the value of a discriminator when its schema gets another name', async () => {
    const pet = (type: string) => `components:
  schemas:
    Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}], discriminator: {propertyName: kind}}
    Cat: {type: object, properties: {kind: {type: string}, age: {type: ${type}}}}
`;
    const ref = "{$ref: '#/components/schemas/Pet'}";
    const files = {
      'a.yaml': openapi(`paths:\n${operation('get', '/a', ref)}${pet('string')}`),
      'b.yaml': openapi(`paths:\n${operation('get', '/b', ref)}${pet('number')}`),
    };
    const { document } = await readFilesOf(files, ['a.yaml', 'b.yaml']);
    assert.deepEqual(valueAt(document.value, '/components/schemas/b_Pet/discriminator'), {
      propertyName: 'kind',
      mapping: { Cat: '#/components/schemas/b_Cat' },
    });
    assert.deepEqual(valueAt(document.value, '/components/schemas/Pet/discriminator'), {
      propertyName: 'kind',
    });
  });

  it('moves what a block refers to outside of its components, so that it is found after the merge', async () => {
    const ref = "{$ref: '#/paths/~1a/get/responses/200/content/application~1json/schema'}";
    const text = page(
      ['One', openapi(`paths:\n${operation('get', '/a', '{type: string}')}${operation('put', '/b', ref)}`)],
      ['Two', openapi(`paths:\n${operation('get', '/c', '{}')}`)],
    );
    const { document } = await readFilesOf({ 'a.md': text }, 'a.md');
    assert.deepEqual(answerOf(document.value, '/b', 'put'), { type: 'string' });
  });

  it('refuses versions that do not mix', async () => {
    const files = {
      'a.yaml': openapi('paths: {}\n'),
      'b.yaml': openapi('paths: {}\n').replace('3.0.3', '3.1.0'),
    };
    const [problem] = await refusedFiles(files, ['a.yaml', 'b.yaml']);
    assert.deepEqual([problem?.code, problem?.file], ['UNSUPPORTED', 'b.yaml']);
  });

  it('keeps hostile names', async () => {
    const hostile = (path: string) =>
      openapi(`paths:\n${operation('get', path, "{$ref: '#/components/schemas/__proto__'}")}components:
  schemas:
    __proto__: {type: string}
    constructor: {type: object, properties: {hasOwnProperty: {type: integer}, __proto__: {type: ${path === '/a' ? 'string' : 'boolean'}}}}
`);
    const { document } = await readFilesOf({ 'a.yaml': hostile('/a'), 'b.yaml': hostile('/b') }, [
      'a.yaml',
      'b.yaml',
    ]);
    assert.deepEqual(Object.keys(valueAt(document.value, '/components/schemas') ?? {}), [
      '__proto__',
      'constructor',
      'b_constructor',
    ]);
    assert.deepEqual(answerOf(document.value, '/b', 'get'), { type: 'string' });
    assert.equal(Object.getPrototypeOf(valueAt(document.value, '/components/schemas')), Object.prototype);
    assert.equal(
      valueAt(document.value, '/components/schemas/b_constructor/properties/__proto__/type'),
      'boolean',
    );
  });

  it('tells what is wrong in one of them at its place', async () => {
    const files = {
      'a.yaml': openapi('paths: {}\n'),
      'b.yaml': openapi(`paths:\n${operation('get', '/a', "{$ref: '#/components/schemas/Nope'}")}`),
      'c.yaml': openapi('paths: []\n'),
    };
    const [dangling] = await refusedFiles(files, ['a.yaml', 'b.yaml']);
    assert.equal(
      told(dangling ?? assert.fail()),
      'DANGLING_REF b.yaml:6#/paths/~1a/get/responses/200/content/application~1json/schema/$ref',
    );
    assert.deepEqual((await refusedFiles(files, ['a.yaml', 'c.yaml'])).map(told), [
      'INVALID_DOCUMENT c.yaml:3#/paths',
    ]);
  });
});
