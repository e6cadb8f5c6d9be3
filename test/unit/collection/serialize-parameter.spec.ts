import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { headerText, pathText, queryPairs } from '../../../scripts/collection/requests/serialize-parameter';
import type { Parameter } from '../../../scripts/contract/model';
import type { JsonValue } from '../../../scripts/spec/document';

function parameter(over: Partial<Parameter>): Parameter {
  return {
    name: 'color',
    in: 'query',
    required: true,
    description: '',
    deprecated: false,
    style: 'form',
    explode: true,
    allowReserved: false,
    schema: {},
    sample: '',
    ...over,
  };
}

const list = ['blue', 'black', 'brown'];
const map = { R: 100, G: 200, B: 150 };

/** The table of styles in the OpenAPI specification, 3.0.3, "Style Examples". */
describe('writing a query parameter', () => {
  const table: [style: string, explode: boolean, value: JsonValue, want: [string, string][]][] = [
    ['form', true, 'blue', [['color', 'blue']]],
    ['form', false, list, [['color', 'blue,black,brown']]],
    [
      'form',
      true,
      list,
      [
        ['color', 'blue'],
        ['color', 'black'],
        ['color', 'brown'],
      ],
    ],
    ['form', false, map, [['color', 'R,100,G,200,B,150']]],
    [
      'form',
      true,
      map,
      [
        ['R', '100'],
        ['G', '200'],
        ['B', '150'],
      ],
    ],
    ['spaceDelimited', false, list, [['color', 'blue%20black%20brown']]],
    ['pipeDelimited', false, list, [['color', 'blue%7Cblack%7Cbrown']]],
    [
      'deepObject',
      true,
      map,
      [
        ['color[R]', '100'],
        ['color[G]', '200'],
        ['color[B]', '150'],
      ],
    ],
    ['deepObject', true, { length: 1 }, [['color[length]', '1']]],
    ['form', true, [], []],
  ];
  for (const [style, explode, value, want] of table) {
    it(`style ${style}, explode ${explode}: ${JSON.stringify(value)}`, () =>
      deepStrictEqual(queryPairs(parameter({ style, explode }), value), want));
  }

  it('encodes what both hosts would send as it is', () => {
    deepStrictEqual(queryPairs(parameter({}), 'a+b&c=d #1 100%'), [
      ['color', 'a%2Bb%26c%3Dd%20%231%20100%25'],
    ]);
    deepStrictEqual(queryPairs(parameter({}), '2025-01-01T00:00:00+02:00'), [
      ['color', '2025-01-01T00:00:00%2B02:00'],
    ]);
    deepStrictEqual(queryPairs(parameter({}), 'https://hooks.example.com/x'), [
      ['color', 'https://hooks.example.com/x'],
    ]);
    deepStrictEqual(queryPairs(parameter({}), 'Łódź'), [['color', '%C5%81%C3%B3d%C5%BA']]);
  });

  it('encodes a comma that is data, not a separator', () => {
    deepStrictEqual(queryPairs(parameter({ explode: false }), ['a,b', 'c']), [['color', 'a%2Cb,c']]);
  });

  it('writes a parameter with `content` as one JSON text, whatever its style', () => {
    const place = parameter({ mediaType: 'application/json' });
    deepStrictEqual(queryPairs(place, { city: 'Łódź' }), [
      ['color', '%7B%22city%22:%22%C5%81%C3%B3d%C5%BA%22%7D'],
    ]);
    deepStrictEqual(queryPairs(place, 'blue'), [['color', '%22blue%22']]);
    strictEqual(headerText(parameter({ in: 'header', mediaType: 'application/json' }), [1, 2]), '[1,2]');
    strictEqual(pathText(parameter({ in: 'path', mediaType: 'application/json' }), [1]), '%5B1%5D');
  });

  it('keeps brackets in a name', () => {
    deepStrictEqual(queryPairs(parameter({ name: 'ids[]' }), [1, 2]), [
      ['ids[]', '1'],
      ['ids[]', '2'],
    ]);
  });

  it('leaves reserved characters alone where the contract allows them', () => {
    deepStrictEqual(queryPairs(parameter({ allowReserved: true }), 'a;b,c=d?e'), [['color', 'a;b,c=d?e']]);
    deepStrictEqual(queryPairs(parameter({ allowReserved: true }), 'a&b#c+d%'), [
      ['color', 'a%26b%23c%2Bd%25'],
    ]);
  });
});

describe('writing a path parameter', () => {
  const table: [style: string, explode: boolean, value: JsonValue, want: string][] = [
    ['simple', false, 'blue', 'blue'],
    ['simple', false, list, 'blue,black,brown'],
    ['simple', false, map, 'R,100,G,200,B,150'],
    ['simple', true, map, 'R=100,G=200,B=150'],
    ['label', false, 'blue', '.blue'],
    ['label', false, list, '.blue,black,brown'],
    ['label', true, list, '.blue.black.brown'],
    ['label', true, map, '.R=100.G=200.B=150'],
    ['matrix', false, 'blue', ';color=blue'],
    ['matrix', false, list, ';color=blue,black,brown'],
    ['matrix', true, list, ';color=blue;color=black;color=brown'],
    ['matrix', false, map, ';color=R,100,G,200,B,150'],
    ['matrix', true, map, ';R=100;G=200;B=150'],
    ['simple', false, 'A/B 1?#', 'A%2FB%201%3F%23'],
    ['simple', false, '..', '%2E%2E'],
  ];
  for (const [style, explode, value, want] of table) {
    it(`style ${style}, explode ${explode}: ${JSON.stringify(value)}`, () =>
      strictEqual(pathText(parameter({ in: 'path', style, explode }), value), want));
  }
});

describe('writing a header parameter', () => {
  it('encodes nothing', () => {
    strictEqual(headerText(parameter({ in: 'header', style: 'simple', explode: false }), 'a b+c'), 'a b+c');
    strictEqual(
      headerText(parameter({ in: 'header', style: 'simple', explode: true }), map),
      'R=100,G=200,B=150',
    );
  });
});
