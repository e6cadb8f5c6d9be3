import { deepStrictEqual } from 'node:assert/strict';
import { type RawRequest, sendAll, specOf } from '../support/raw-wire';

type Row = [place: string, style: string, explode: boolean, value: unknown, want: string];

const text = 'blue';
const list = ['blue', 'black', 'brown'];
const map = { R: 100, G: 200, B: 150 };

/*
 * "Style Examples" of OpenAPI 3.0.4 and 3.1.1, each row of its table. Where the specification says n/a for `explode`
 * (spaceDelimited, pipeDelimited), it means what it means with `form`.
 */
const rows: Row[] = [
  ['path', 'simple', false, text, '/blue'],
  ['path', 'simple', false, list, '/blue,black,brown'],
  ['path', 'simple', false, map, '/R,100,G,200,B,150'],
  ['path', 'simple', true, text, '/blue'],
  ['path', 'simple', true, list, '/blue,black,brown'],
  ['path', 'simple', true, map, '/R=100,G=200,B=150'],
  ['path', 'label', false, text, '/.blue'],
  ['path', 'label', false, list, '/.blue,black,brown'],
  ['path', 'label', false, map, '/.R,100,G,200,B,150'],
  ['path', 'label', true, text, '/.blue'],
  ['path', 'label', true, list, '/.blue.black.brown'],
  ['path', 'label', true, map, '/.R=100.G=200.B=150'],
  ['path', 'matrix', false, '', '/;color'],
  ['path', 'matrix', false, text, '/;color=blue'],
  ['path', 'matrix', false, list, '/;color=blue,black,brown'],
  ['path', 'matrix', false, map, '/;color=R,100,G,200,B,150'],
  ['path', 'matrix', true, text, '/;color=blue'],
  ['path', 'matrix', true, list, '/;color=blue;color=black;color=brown'],
  ['path', 'matrix', true, map, '/;R=100;G=200;B=150'],
  ['query', 'form', false, '', '?color='],
  ['query', 'form', false, text, '?color=blue'],
  ['query', 'form', false, list, '?color=blue,black,brown'],
  ['query', 'form', false, map, '?color=R,100,G,200,B,150'],
  ['query', 'form', true, text, '?color=blue'],
  ['query', 'form', true, list, '?color=blue&color=black&color=brown'],
  ['query', 'form', true, map, '?R=100&G=200&B=150'],
  ['query', 'spaceDelimited', false, list, '?color=blue%20black%20brown'],
  ['query', 'spaceDelimited', false, map, '?color=R%20100%20G%20200%20B%20150'],
  ['query', 'spaceDelimited', true, list, '?color=blue&color=black&color=brown'],
  ['query', 'pipeDelimited', false, list, '?color=blue%7Cblack%7Cbrown'],
  ['query', 'pipeDelimited', false, map, '?color=R%7C100%7CG%7C200%7CB%7C150'],
  ['query', 'pipeDelimited', true, list, '?color=blue&color=black&color=brown'],
  ['query', 'deepObject', true, map, '?color[R]=100&color[G]=200&color[B]=150'],
  ['query', 'deepObject', true, { length: 1 }, '?color[length]=1'],
  ['query', 'deepObject', true, { a: { b: 1, c: ['x', 'y'] } }, '?color[a][b]=1&color[a][c]=x&color[a][c]=y'],
  ['query', 'deepObject', true, {}, ''],
  ['query', 'form', true, [], ''],
  ['header', 'simple', false, text, 'blue'],
  ['header', 'simple', false, list, 'blue,black,brown'],
  ['header', 'simple', false, map, 'R,100,G,200,B,150'],
  ['header', 'simple', true, list, 'blue,black,brown'],
  ['header', 'simple', true, map, 'R=100,G=200,B=150'],
  ['cookie', 'form', false, text, 'color=blue'],
  ['cookie', 'form', false, list, 'color=blue,black,brown'],
  ['cookie', 'form', false, map, 'color=R,100,G,200,B,150'],
  ['cookie', 'form', true, text, 'color=blue'],
];

const titleOf = ([place, style, explode, value]: Row) =>
  `${place} ${style}, explode ${explode}: ${JSON.stringify(value)}`;

describe('parameters in each style, on the wire', function () {
  this.timeout(30_000);
  let sent: RawRequest[] = [];
  before(async () => {
    const operations = rows.map(([place, style, explode, value], index): [string, object] => [
      `GET /${index}${place === 'path' ? '/{color}' : ''}`,
      {
        parameters: [
          { name: 'color', in: place, required: true, style, explode, example: value, schema: {} },
        ],
      },
    ]);
    sent = (await sendAll(specOf(Object.fromEntries(operations)))).requests;
  });

  rows.forEach((row, index) => {
    it(titleOf(row), () => {
      const [place, , , , want] = row;
      const request = sent.find(({ line }) => new RegExp(`^GET /v1/${index}\\b`).test(line));
      const field = place === 'header' ? 'color' : 'cookie';
      const got = place === 'path' || place === 'query' ? request?.line : request?.headers[field];
      deepStrictEqual(got, place === 'path' || place === 'query' ? `GET /v1/${index}${want}` : want);
    });
  });
});
