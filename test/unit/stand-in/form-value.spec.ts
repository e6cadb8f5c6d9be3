import { deepStrictEqual } from 'node:assert/strict';
import type { FieldEncoding, Schema } from '../../../scripts/contract/model';
import type { JsonObject } from '../../../scripts/spec/document';
import { formValue } from '../../../scripts/stand-in/requests/form-value';
import { readPairs } from '../../../scripts/stand-in/requests/wire-query';

const integers: Schema = { type: 'array', items: { type: 'integer' } };
const box: Schema = { type: 'object', properties: { w: { type: 'integer' }, name: { type: 'string' } } };
const form: Schema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    list: integers,
    box,
    boxes: { type: 'array', items: box },
    count: { type: 'integer' },
  },
};

function read(wire: string, encoding: Record<string, FieldEncoding> = {}): JsonObject {
  return formValue(readPairs(wire), { schema: form, encoding }, {});
}

describe('a form, as the stand-in reads it', () => {
  const table: [wire: string, encoding: Record<string, FieldEncoding>, want: JsonObject][] = [
    ['name=7&count=7&x=7', {}, { name: '7', count: 7, x: '7' }],
    ['list=1&list=2', {}, { list: [1, 2] }],
    ['box=%7B%22w%22%3A1%7D', {}, { box: { w: 1 } }],
    ['box=nothing', {}, { box: 'nothing' }],
    ['boxes=%7B%22w%22%3A1%7D&boxes=%7B%7D', {}, { boxes: [{ w: 1 }, {}] }],
    ['list=1%2C2', { list: { style: 'form', explode: false } }, { list: [1, 2] }],
    ['list=1%7C2', { list: { style: 'pipeDelimited', explode: false } }, { list: [1, 2] }],
    ['list=1+2', { list: { style: 'spaceDelimited', explode: false } }, { list: [1, 2] }],
    ['list=1&list=2', { list: { style: 'form', explode: true } }, { list: [1, 2] }],
    ['box=w,1,name,2', { box: { style: 'form', explode: false } }, { box: { w: 1, name: '2' } }],
    [
      'box[w]=1&box[name]=2&name=n',
      { box: { style: 'deepObject' } },
      { box: { w: 1, name: '2' }, name: 'n' },
    ],
    ['w=1&name=n', { box: { style: 'form', explode: true } }, { box: { w: 1 }, name: 'n' }],
    ['count=1', { box: { style: 'deepObject' }, list: { style: 'form', explode: false } }, { count: 1 }],
    ['name=n', { name: { style: 'form', explode: false } }, { name: 'n' }],
  ];
  for (const [wire, encoding, want] of table) {
    it(`${wire} with ${JSON.stringify(encoding)}`, () => deepStrictEqual(read(wire, encoding), want));
  }
});
