import assert from 'node:assert/strict';
import { valueAt } from '../../../scripts/spec/json-pointer';
import { parseText } from '../../../scripts/spec/parse/parse-text';
import { validateDocument } from '../../../scripts/spec/validate/validate-document';
import { withSchemas } from '../../support/small-document';

async function read(schemas: string) {
  const { document, warnings } = await validateDocument(
    parseText(withSchemas(schemas), 'a.yaml').located,
    'a',
  );
  return {
    at: (pointer: string) => valueAt(document.value, `/components/schemas${pointer}`),
    places: warnings.map(({ line, pointer }) => `${line}#${pointer}`),
    message: warnings[0]?.message ?? '',
  };
}

describe('validateDocument: schemas that contain themselves in the same place', () => {
  it('keeps the choice between children, and takes the parent out of each child', async () => {
    const { at, places, message } = await read(`Pet:
  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
Cat:
  allOf:
    - $ref: '#/components/schemas/Pet'
    - {type: object}
Dog: {type: object}
`);
    assert.deepEqual(at('/Cat/allOf'), [{}, { type: 'object' }]);
    assert.deepEqual(at('/Pet/oneOf/0'), { $ref: '#/components/schemas/Cat' });
    assert.deepEqual(places, ['10#/components/schemas/Cat/allOf/0']);
    assert.match(message, /Pet contains itself/);
  });

  it('takes a branch that is the schema itself for none', async () => {
    const { at } = await read(
      "A: {anyOf: [{$ref: '#/components/schemas/A'}, {type: string}]}\nB: {not: {$ref: '#/components/schemas/B'}}\n",
    );
    assert.deepEqual(at('/A/anyOf'), [{ not: {} }, { type: 'string' }]);
    assert.deepEqual(at('/B/not'), {});
  });

  it('leaves alone what contains itself further down', async () => {
    const { at, places } = await read(`Tree:
  allOf: [{$ref: '#/components/schemas/Base'}]
  properties: {inner: {$ref: '#/components/schemas/Tree'}}
Base: {properties: {tree: {allOf: [{$ref: '#/components/schemas/Tree'}]}}}
`);
    assert.deepEqual(places, []);
    assert.deepEqual(at('/Tree/allOf'), [{ $ref: '#/components/schemas/Base' }]);
  });
});
