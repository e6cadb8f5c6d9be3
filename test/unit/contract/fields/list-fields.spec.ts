import { deepStrictEqual, notStrictEqual, strictEqual } from 'node:assert/strict';
import { listFields } from '../../../../scripts/contract/fields/list-fields';
import { words } from '../../../../scripts/contract/fields/words';
import type { Schema } from '../../../../scripts/contract/model';

function list(schema: Schema, definitions: Record<string, Schema> = {}, room = 60): string[] {
  const { fields, rest } = listFields(schema, definitions, room);
  const lines = fields.map(
    ({ path, facts, required }) => `${path} | ${words(facts)}${required ? ' | required' : ''}`,
  );
  return rest === undefined ? lines : [...lines, `and ${rest.count} more`];
}

const wide = (count: number) => ({
  properties: Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`f${index}`, { type: 'string' }]),
  ),
});

describe('listing the fields of a schema', () => {
  it('names what is in objects, lists and maps, each after what it is in', () => {
    const parcel = {
      type: 'object',
      required: ['width'],
      properties: { width: { type: 'integer', minimum: 1 } },
    };
    const schema = {
      type: 'object',
      required: ['parcels'],
      properties: {
        parcels: { type: 'array', items: { $ref: '#/definitions/Parcel' } },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
      },
    };
    deepStrictEqual(list(schema, { Parcel: parcel }), [
      'parcels | array | required',
      'parcels[] | object',
      'parcels[].width | integer, at least 1 | required',
      'labels | object',
      'labels.* | string',
    ]);
  });

  it('quotes names that would read as something else', () => {
    const properties = { '': {}, 'a.b': {}, 'c[]': {}, 'd`': {}, Ж1: {}, $x: {} };
    deepStrictEqual(list({ properties }), [
      '[""] | any',
      '["a.b"] | any',
      '["c[]"] | any',
      '["d\\u0060"] | any',
      'Ж1 | any',
      '$x | any',
    ]);
  });

  it('tells alternatives by the names of their schemas, else by their number', () => {
    const definitions = { Card: { properties: { number: { type: 'string' } } }, Cash: { type: 'object' } };
    const narrowed = { allOf: [{ $ref: '#/definitions/Cash' }, { required: ['kind'] }] };
    deepStrictEqual(
      list(
        { oneOf: [{ $ref: '#/definitions/Card' }, narrowed, { type: 'string', maxLength: 3 }] },
        definitions,
      ),
      [
        '<Card> | any',
        '<Card>.number | string',
        '<Cash> | object',
        '<Cash>.kind | any | required',
        '<3> | string, at most 3 characters',
      ],
    );
  });

  it('leaves out what only the server sets, and what must not be there', () => {
    const properties = { id: { type: 'string', readOnly: true }, pin: false, name: { type: 'string' } };
    deepStrictEqual(list({ properties }), ['name | string']);
  });

  it('goes into a schema that contains itself once', () => {
    const Node = { type: 'object', properties: { next: { $ref: '#/definitions/Node' } } };
    deepStrictEqual(list({ $ref: '#/definitions/Node' }, { Node }), ['next | object, as `Node` above']);
  });

  it('has nearer fields before deeper ones where there is not room for all, and counts the others', () => {
    const deep = { properties: { a: { properties: { inner: { type: 'string' } } }, b: { type: 'string' } } };
    deepStrictEqual(list(deep, {}, 2), ['a | any', 'b | string', 'and 1 more']);
    deepStrictEqual(list(wide(500), {}, 1), ['f0 | string', 'and more than 200 more']);
  });

  it('notices each change beyond the room, and none before it', () => {
    const restOf = (schema: Schema, definitions = {}) => listFields(schema, definitions, 1).rest?.fingerprint;
    const ref = { properties: { ...wide(300).properties, z: { $ref: '#/definitions/Z' } } };
    strictEqual(restOf(wide(3)), restOf({ properties: { ...wide(3).properties, f0: { type: 'integer' } } }));
    notStrictEqual(
      restOf(wide(3)),
      restOf({ properties: { ...wide(3).properties, f2: { type: 'integer' } } }),
    );
    notStrictEqual(restOf(ref, { Z: { type: 'string' } }), restOf(ref, { Z: { type: 'integer' } }));
  });
});
