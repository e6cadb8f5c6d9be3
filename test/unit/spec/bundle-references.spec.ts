import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { valueAt } from '../../../scripts/spec/json-pointer';
import { readDocument } from '../../../scripts/spec/read-document';
import { openapi, operation, readFilesOf, refusedFiles, told, written } from '../../support/read-files';
import { withScratchFolder } from '../../support/scratch-folder';
import { thrownProblems } from '../../support/thrown-problems';

const reading = (ref: string) => openapi(`paths:\n${operation('get', '/a', `{$ref: '${ref}'}`)}`);
const SCHEMA = '/paths/~1a/get/responses/200/content/application~1json/schema';

describe('readDocument: references to other files', () => {
  it('brings in schemas from files and folders, and knows where they stand', async () => {
    const files = {
      'api/openapi.yaml': reading('./schemas/Parcel.yaml#/Parcel'),
      'api/schemas/Parcel.yaml': `Parcel:
  type: object
  properties:
    depot: {$ref: '../common.json#/definitions/Depot'}
    size: {$ref: '#/Size'}
    whole: {$ref: Weight.yaml}
Size: {type: integer}
`,
      'api/schemas/Weight.yaml': 'type: number\nminimum: 0\n',
      'api/common.json': '{"definitions": {\n "Depot": {"type": "string"}}}',
    };
    const { document, warnings } = await readFilesOf(files, 'api/openapi.yaml');
    assert.deepEqual(warnings, []);
    assert.deepEqual(valueAt(document.value, SCHEMA), { $ref: '#/components/schemas/Parcel' });
    assert.deepEqual(valueAt(document.value, '/components/schemas'), {
      Parcel: {
        type: 'object',
        properties: {
          depot: { $ref: '#/components/schemas/Depot' },
          size: { $ref: '#/components/schemas/Size' },
          whole: { $ref: '#/components/schemas/Weight' },
        },
      },
      Depot: { type: 'string' },
      Size: { type: 'integer' },
      Weight: { type: 'number', minimum: 0 },
    });
    assert.equal(written(document, '/components/schemas/Depot'), 'api/common.json:2#/definitions/Depot');
    assert.equal(
      written(document, '/components/schemas/Weight/minimum'),
      'api/schemas/Weight.yaml:2#/minimum',
    );
    assert.equal(written(document, SCHEMA), `api/openapi.yaml:6#${SCHEMA}`);
  });

  for (const [what, name, ref] of [
    ['a blank', 'my schemas/Big Parcel.yaml', 'my schemas/Big Parcel.yaml'],
    ['a blank that is encoded', 'my schemas/Big Parcel.yaml', './my%20schemas/Big%20Parcel.yaml'],
    ['letters beyond ASCII', 'schémas/Посылка.yaml', 'schémas/Посылка.yaml'],
    ['letters beyond ASCII that are encoded', 'schémas/é.yaml', 'sch%C3%A9mas/%C3%A9.yaml'],
    ['a backslash', 'schemas/a.yaml', 'schemas\\a.yaml'],
  ] as const) {
    it(`reads a file whose name has ${what}`, async () => {
      const { document } = await readFilesOf(
        { 'a b/openapi.yaml': reading(ref), [`a b/${name}`]: 'type: boolean' },
        'a b/openapi.yaml',
      );
      const [schema] = Object.values(valueAt(document.value, '/components/schemas') ?? {});
      assert.deepEqual(schema, { type: 'boolean' });
    });
  }

  it('follows circles across files', async () => {
    const files = {
      'openapi.yaml': reading('tree.yaml#/Tree'),
      'tree.yaml': "Tree: {type: object, properties: {leaf: {$ref: 'leaf.yaml'}}}\n",
      'leaf.yaml':
        "type: object\nproperties: {tree: {$ref: 'tree.yaml#/Tree'}, api: {$ref: 'openapi.yaml#/components/schemas/Own'}}\n",
    };
    files['openapi.yaml'] += 'components: {schemas: {Own: {type: string}}}\n';
    const { document } = await readFilesOf(files, 'openapi.yaml');
    assert.deepEqual(valueAt(document.value, '/components/schemas/leaf/properties'), {
      tree: { $ref: '#/components/schemas/Tree' },
      api: { $ref: '#/components/schemas/Own' },
    });
  });

  it('refuses a circle of files that never reaches a value', async () => {
    const files = { 'openapi.yaml': reading('a.yaml'), 'a.yaml': '$ref: b.yaml', 'b.yaml': '$ref: a.yaml' };
    const [problem, ...others] = await refusedFiles(files, 'openapi.yaml');
    assert.deepEqual([problem?.code, others], ['DANGLING_REF', []]);
    assert.match(problem?.message ?? '', /never reaches a value/);
  });

  it('puts a file in the place of a component that is nothing but a reference to it', async () => {
    const files = {
      'openapi.yaml': `${reading('Parcel.yaml')}components: {schemas: {Package: {$ref: 'Parcel.yaml'}, Loop: {$ref: 'loop.yaml'}}}\n`,
      'Parcel.yaml': "type: object\nproperties: {inner: {$ref: '#'}}\n",
      'loop.yaml': 'type: string\n',
    };
    const { document } = await readFilesOf(files, 'openapi.yaml');
    assert.deepEqual(valueAt(document.value, '/components/schemas'), {
      Package: { type: 'object', properties: { inner: { $ref: '#/components/schemas/Package' } } },
      Loop: { type: 'string' },
    });
    assert.deepEqual(valueAt(document.value, SCHEMA), { $ref: '#/components/schemas/Package' });
    assert.equal(written(document, '/components/schemas/Package/type'), 'Parcel.yaml:1#/type');
  });

  it('tells apart files that call two things by one name', async () => {
    const files = {
      'openapi.yaml': openapi(
        `paths:\n${operation('get', '/a', "{$ref: 'orders.yaml#/Error'}")}${operation('get', '/b', "{$ref: 'depots.yaml#/Error'}")}components: {schemas: {depots_Error: {type: boolean}}}\n`,
      ),
      'orders.yaml': 'Error: {type: string}',
      'depots.yaml': 'Error: {type: number}',
    };
    const { document } = await readFilesOf(files, 'openapi.yaml');
    assert.deepEqual(valueAt(document.value, '/components/schemas'), {
      depots_Error: { type: 'boolean' },
      depots_Error_2: { type: 'number' },
      orders_Error: { type: 'string' },
    });
  });

  it('brings in path items, once, and what stands beside the reference', async () => {
    const files = {
      'openapi.yaml': openapi(`paths:
  /a: {$ref: 'paths.yaml#/parcels'}
  /b: {$ref: 'paths.yaml#/parcels'}
  /c/{id}:
    $ref: 'paths.yaml#/parcels'
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
`),
      'paths.yaml': `parcels:
  get:
    responses:
      '200': {$ref: 'responses.yaml#/Fine'}
`,
      'responses.yaml':
        "Fine: {description: Fine, headers: {X-A: {$ref: '#/X-A'}}}\nX-A: {schema: {type: string}}\n",
    };
    const { document } = await readFilesOf(files, 'openapi.yaml');
    assert.deepEqual(valueAt(document.value, '/paths/~1a/get/responses/200'), {
      $ref: '#/components/responses/Fine',
    });
    assert.deepEqual(valueAt(document.value, '/paths/~1b'), { $ref: '#/paths/~1a' });
    assert.deepEqual(Object.keys(valueAt(document.value, '/paths/~1c~1{id}') ?? {}), ['get', 'parameters']);
    assert.deepEqual(valueAt(document.value, '/components/responses/Fine/headers'), {
      'X-A': { $ref: '#/components/headers/X-A' },
    });
    assert.equal(written(document, '/paths/~1a/get/responses'), 'paths.yaml:3#/parcels/get/responses');
  });

  it('keeps what a discriminator says of schemas in files', async () => {
    const files = {
      'openapi.yaml': reading('Pet.yaml'),
      'Pet.yaml':
        'oneOf: [{$ref: Cat.yaml}, {$ref: Dog.yaml}]\ndiscriminator: {propertyName: kind, mapping: {feline: ./Cat.yaml}}\n',
      'Cat.yaml': 'type: object\n',
      'Dog.yaml': 'type: object\nproperties: {kind: {type: string}}\n',
    };
    const { document } = await readFilesOf(files, 'openapi.yaml');
    assert.deepEqual(valueAt(document.value, '/components/schemas/Pet/discriminator/mapping'), {
      feline: '#/components/schemas/Cat',
    });
  });

  it('leaves a $ref in data alone', async () => {
    const text = `${reading('a.yaml')}components:\n  schemas:\n    B: {type: object, example: {$ref: 'nowhere.yaml'}}\n`;
    const { document } = await readFilesOf(
      { 'openapi.yaml': text, 'a.yaml': 'type: string' },
      'openapi.yaml',
    );
    assert.deepEqual(valueAt(document.value, '/components/schemas/B/example'), { $ref: 'nowhere.yaml' });
  });
});

describe('readDocument: references that it refuses', () => {
  const place = `openapi.yaml:6#${SCHEMA}/$ref`;
  const cases: [what: string, ref: string, want: string, words: RegExp, hint: RegExp][] = [
    [
      'a file that is not there',
      'parcel.yaml',
      `DANGLING_REF ${place}`,
      /parcel\.yaml leads nowhere/,
      /relative/,
    ],
    [
      'a name that a file lacks',
      'a.yaml#/Percel',
      `DANGLING_REF ${place}`,
      /a\.yaml#\/Percel leads nowhere in a\.yaml/,
      /Parcel/,
    ],
    ['an anchor in a file', 'a.yaml#parcel', `DANGLING_REF ${place}`, /a\.yaml#parcel/, /JSON pointer/],
    [
      'a file outside',
      '../../../etc/hostname',
      `UNSUPPORTED ${place}`,
      /out of the folder/,
      /--allow-outside/,
    ],
    ['an absolute path', '/etc/hostname', `UNSUPPORTED ${place}`, /out of the folder/, /--allow-outside/],
    [
      'a file as a url',
      'file:///etc/hostname',
      `UNSUPPORTED ${place}`,
      /out of the folder/,
      /--allow-outside/,
    ],
    [
      'another server',
      'https://example.test/a.json?key=k#/A',
      `UNSUPPORTED ${place}`,
      /https:\/\/example\.test\/a\.json leads to another server/,
      /--allow-remote/,
    ],
    [
      'a url without a scheme',
      '//example.test/a.json',
      `UNSUPPORTED ${place}`,
      /another server/,
      /--allow-remote/,
    ],
    ['a scheme nobody reads', 'ftp://example.test/a.json', `UNSUPPORTED ${place}`, /scheme/, /file/],
  ];
  for (const [what, ref, want, words, hint] of cases) {
    it(what, async () => {
      const problems = await refusedFiles(
        { 'openapi.yaml': reading(ref), 'a.yaml': 'Parcel: {}' },
        'openapi.yaml',
      );
      assert.deepEqual(problems.map(told), [want]);
      assert.match(problems[0]?.message ?? '', words);
      assert.match(problems[0]?.hint ?? '', hint);
      assert.ok(!problems[0]?.message.includes('key='));
    });
  }

  it('a link inside that leads outside, unless that is allowed', async () => {
    await withScratchFolder(
      { 'api/openapi.yaml': reading('link.yaml'), 'secret.yaml': 'type: string' },
      async (folder) => {
        symlinkSync(join(folder, 'secret.yaml'), join(folder, 'api', 'link.yaml'));
        const [problem] = await thrownProblems(() => readDocument('api/openapi.yaml', folder));
        assert.match(problem?.message ?? '', /out of the folder/);
        const { document } = await readDocument('api/openapi.yaml', folder, { allowOutside: true });
        assert.deepEqual(valueAt(document.value, '/components/schemas/link'), { type: 'string' });
      },
    );
  });

  it('a broken file, at its own place', async () => {
    const problems = await refusedFiles(
      { 'openapi.yaml': reading('a.yaml'), 'a.yaml': "type: 'string\n" },
      'openapi.yaml',
    );
    assert.deepEqual(
      problems.map(({ code, file }) => [code, file]),
      [['INVALID_SYNTAX', 'a.yaml']],
    );
  });

  it('a value in a file that is not what it should be, at its own place', async () => {
    const problems = await refusedFiles(
      { 'openapi.yaml': reading('a.yaml#/A'), 'a.yaml': '\nA: {properties: []}' },
      'openapi.yaml',
    );
    assert.deepEqual(problems.map(told), ['INVALID_DOCUMENT a.yaml:2#/A/properties']);
  });
});

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
    await withScratchFolder({}, async (folder) => {
      writeFileSync(join(folder, 'a.yaml'), openapi(`paths:\n${operation('get', '/a', '{}')}`));
      const { document } = await readDocument(['a.yaml', '.', './a.yaml'], folder);
      assert.equal(document.file, 'a.yaml');
    });
  });
});
