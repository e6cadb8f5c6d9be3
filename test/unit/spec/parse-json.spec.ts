import assert from 'node:assert/strict';
import { lineFinder } from '../../../scripts/spec/line-finder';
import { parseJson } from '../../../scripts/spec/parse-json';
import { parseText } from '../../../scripts/spec/parse-text';

const TEXT = `{
  "a/b": [
    1, {"c": null},
    {
      "d": "x: {\\"y\\"}"
    }
  ], "e": -1.5e3,
  "__proto__": true
}`;

describe('reading JSON as JSON', () => {
  it('gives the values that are written', () => {
    const value = parseJson(TEXT, 1)?.value as Record<string, unknown>;
    assert.deepEqual(Object.entries(value), [
      ['a/b', [1, { c: null }, { d: 'x: {"y"}' }]],
      ['e', -1500],
      ['__proto__', true],
    ]);
  });

  for (const [pointer, line] of [
    ['', 1],
    ['/a~1b', 2],
    ['/a~1b/0', 3],
    ['/a~1b/1/c', 3],
    ['/a~1b/2', 4],
    ['/a~1b/2/d', 5],
    ['/e', 7],
    ['/__proto__', 8],
    ['/a~1b/2/nobody', 4],
  ] as const) {
    it(`knows that ${pointer || 'the root'} begins on line ${line}`, () => {
      const read = parseJson(TEXT, 11);
      assert.ok(read);
      assert.equal(lineFinder(read.value, read.places, 11)(pointer), line + 10);
    });
  }

  for (const [what, text] of [
    ['a key that stands twice', '{"a": 1, "a": 2}'],
    ['an integer that is not kept', '{"a": 12345678901234567890}'],
    ['a number beyond all', '[1e999]'],
    ['what is nested too deeply', `${'['.repeat(201)}${']'.repeat(201)}`],
    ['YAML', '{a: 1}'],
    ['a text that is cut off', '{"a": 1'],
    ['nothing', ''],
    ['a single value', '"a"'],
  ] as const) {
    it(`leaves ${what} to the reader of YAML`, () => assert.equal(parseJson(text, 1), undefined));
  }

  it('finds the root behind blank lines', () => {
    assert.equal(parseText('\n\n {"a": 1}', 'a.json', 5).located.lineOf(''), 7);
  });
});
