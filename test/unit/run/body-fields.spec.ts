import assert from 'node:assert/strict';
import type { Schema } from '../../../scripts/contract/model';
import { bodyFields } from '../../../scripts/run/coverage/body-fields';
import { json } from '../../support/contract-parts';

function pointers(schema: Schema, definitions: Record<string, Schema> = {}): string[] {
  const body = { required: true, description: '', content: [json(schema, null)] };
  return bodyFields(body, definitions).map(
    ({ pointer, required }) => pointer + (required ? ' required' : ''),
  );
}

const text: Schema = { type: 'string' };

describe('bodyFields', () => {
  it('are those of objects in objects and in lists', () => {
    const parcel: Schema = { type: 'object', required: ['width'], properties: { width: text, 'a/b': text } };
    const schema: Schema = { properties: { parcels: { type: 'array', items: parcel }, sender: parcel } };
    assert.deepEqual(pointers(schema), [
      '/parcels',
      '/parcels/0/width required',
      '/parcels/0/a~1b',
      '/sender',
      '/sender/width required',
      '/sender/a~1b',
    ]);
  });

  it('are those of all alternatives, once', () => {
    const one: Schema = { required: ['id'], properties: { id: text } };
    const other: Schema = { properties: { id: text, name: text } };
    assert.deepEqual(pointers({ oneOf: [one, other], allOf: [other] }), ['/id required', '/name']);
  });

  it('end where a schema comes back to itself', () => {
    const definitions = { 'A b': { properties: { next: { $ref: '#/definitions/A%20b' }, id: text } } };
    assert.deepEqual(pointers({ $ref: '#/definitions/A%20b' }, definitions), ['/next', '/id']);
  });

  it('are none without a body, or where the contract says nothing of it', () => {
    assert.deepEqual(bodyFields(undefined, {}), []);
    assert.deepEqual(pointers(true), []);
  });
});
