import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { printData } from '../../../scripts/collection/scripts/print-data';
import type { JsonValue } from '../../../scripts/spec/document';

function read(text: string): JsonValue {
  return JSON.parse(runInNewContext(`JSON.stringify(${text})`)) as JsonValue;
}

describe('printing data into a script', () => {
  it('keeps on one line what fits, and quotes a key only where it must', () => {
    strictEqual(
      printData({ type: 'object', 'x-y': [1, null], 200: {}, '': true }),
      "{ 200: {}, type: 'object', 'x-y': [1, null], '': true }",
    );
  });

  it('breaks what does not fit', () => {
    const long = 'x'.repeat(100);
    strictEqual(printData({ a: [long, 'y'], b: 1 }), `{\n  a: [\n    '${long}',\n    'y',\n  ],\n  b: 1,\n}`);
  });

  it('takes the quotes that need no escape, as far as there are such', () => {
    strictEqual(
      printData(['say "a"', "it's", `"it's"`, '\\"']),
      `['say "a"', "it's", "\\"it's\\"", '\\\\"']`,
    );
  });

  it('prints __proto__ as a property, not as a prototype', () => {
    const value = JSON.parse('{"__proto__":{"type":"string"}}') as JsonValue;
    deepStrictEqual(read(printData(value)), value);
  });

  it('reads back as the same value, whatever it is', () =>
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as JsonValue;
        deepStrictEqual(read(printData(json)), json);
      }),
      { numRuns: 300 },
    ));
});
