import assert from 'node:assert/strict';
import { valueAt } from '../../../scripts/spec/json-pointer';
import { openapi, operation, readFilesOf, refusedFiles, written } from '../../support/read-files';

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
