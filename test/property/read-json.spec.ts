import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JsonValue } from '../../scripts/spec/document';
import { pointerTo } from '../../scripts/spec/json-pointer';
import { lineFinder } from '../../scripts/spec/parse/line-finder';
import { readJson } from '../../scripts/spec/parse/read-json';
import { readYaml } from '../../scripts/spec/parse/read-yaml';

const blank = fc.constantFrom('', ' ', '\n', '\n  ');
/** JSON with blanks and line ends wherever they may be. */
const jsonText = fc
  .tuple(fc.jsonValue({ maxDepth: 4 }), fc.array(blank, { minLength: 1 }))
  .map(([value, blanks]) => {
    let next = 0;
    const space = () => blanks[next++ % blanks.length] ?? '';
    const write = (value: unknown): string => {
      if (Array.isArray(value))
        return `[${space()}${value.map(write).join(`${space()},${space()}`)}${space()}]`;
      if (typeof value !== 'object' || value === null) return JSON.stringify(value);
      const members = Object.entries(value).map(
        ([key, member]) =>
          `${JSON.stringify(key)}${space().replaceAll('\n', ' ')}:${space()}${write(member)}`,
      );
      return `{${space()}${members.join(`${space()},${space()}`)}${space()}}`;
    };
    return space() + write(value) + space();
  });

function* pointersIn(value: JsonValue, at = ''): Generator<string> {
  yield at;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) yield* pointersIn(member, at + pointerTo(key));
}

describe('readJson', () => {
  it('reads what JSON.parse reads, on the lines on which YAML sees it', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const json = readJson(text, 'a.json', 3) ?? assert.fail(text);
        assert.deepEqual(json.value, JSON.parse(text));
        const yaml = readYaml(text, 'a.json', 3);
        const lines = ({ value, places, rootLine }: typeof json) =>
          [...pointersIn(value)].map(lineFinder(value, places, rootLine));
        assert.deepEqual(lines(json), lines(yaml));
        assert.deepEqual(
          json.problems.map(({ line, pointer, message }) => [line, pointer, message]),
          yaml.problems.map(({ line, pointer, message }) => [line, pointer, message]),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('leaves to YAML whatever JSON.parse refuses', () => {
    fc.assert(
      fc.property(
        jsonText,
        fc.nat(200),
        fc.constantFrom('', ',', '"', '}', ']', ':', 'x', '\\', '\u0001', '01', '.'),
        (text, at, splinter) => {
          const broken = text.slice(0, at) + splinter + text.slice(at + 1);
          let want: unknown;
          try {
            want = JSON.parse(broken);
          } catch {
            assert.equal(readJson(broken, 'a.json', 1), undefined);
            return;
          }
          const got = readJson(broken, 'a.json', 1);
          if (got?.problems.every(({ severity }) => severity === 'warning'))
            assert.deepEqual(got.value, want);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
