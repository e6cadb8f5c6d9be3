import assert from 'node:assert/strict';
import type { Parameter, Schema } from '../../../scripts/contract/model';
import type { JsonValue } from '../../../scripts/spec/document';
import { parameterValues } from '../../../scripts/stand-in/requests/parameter-values';
import { MalformedEncoding, readPairs } from '../../../scripts/stand-in/requests/wire-query';
import { parameter } from '../../support/contract-parts';

const definitions: Record<string, Schema> = { Ids: { type: 'array', items: { type: 'integer' } } };
const texts: Schema = { type: 'array', items: { type: 'string' } };
const box: Schema = { type: 'object', properties: { width: { type: 'integer' }, name: { type: 'string' } } };

/** The likeliest reading of each value. */
function read(given: Parameter, wire: string): JsonValue[] {
  const found = parameterValues(
    given,
    {
      path: given.in === 'path' ? { [given.name]: wire } : {},
      query: given.in === 'query' ? readPairs(wire) : [],
      headers: given.in === 'header' ? { [given.name.toLowerCase()]: wire } : {},
      cookies: given.in === 'cookie' ? readPairs(wire) : [],
    },
    definitions,
  );
  return found.map(([first]) => first ?? null);
}

function query(name: string, schema: Schema, parts: Partial<Parameter> = {}): Parameter {
  return parameter('query', name, schema, null, parts);
}

describe('parameterValues', () => {
  const table: [given: string, parameter: Parameter, wire: string, want: JsonValue[]][] = [
    ['a number', query('limit', { type: 'integer' }), 'limit=15', [15]],
    ['a text where a number is due', query('limit', { type: 'integer' }), 'limit=many', ['many']],
    [
      'a number with a plus sign, which is a blank',
      query('limit', { type: 'integer' }),
      'limit=+15',
      [' 15'],
    ],
    ['a boolean', query('open', { type: 'boolean' }), 'open=false', [false]],
    ['a number where a text is due', query('code', { type: 'string' }), 'code=007', ['007']],
    ['an empty text where null is allowed', query('to', { type: ['integer', 'null'] }), 'to=', [null]],
    ['an absent parameter', query('limit', { type: 'integer' }), 'page=2', []],
    ['a repeated list', query('tag', texts), 'tag=a&tag=b', [['a', 'b']]],
    ['a list whose name ends in []', query('tag[]', texts), 'tag[]=a&tag%5B%5D=b', [['a', 'b']]],
    ['a list with indexes', query('tag[]', texts), 'tag[0]=a&tag[1]=b', [['a', 'b']]],
    ['a list without its brackets', query('tag[]', texts), 'tag=a', []],
    ['a list with brackets that its name lacks', query('tag', texts), 'tag[]=a&tag[1]=b', [['a', 'b']]],
    [
      'a list of numbers behind a reference',
      query('ids', { $ref: '#/definitions/Ids' }),
      'ids=1&ids=2',
      [[1, 2]],
    ],
    [
      'an object in brackets, to any depth',
      query(
        'f',
        {
          type: 'object',
          properties: { a: { type: 'object', properties: { b: texts, c: { type: 'integer' } } } },
        },
        { style: 'deepObject' },
      ),
      'f[a][b]=1&f[a][b]=2&f%5Ba%5D%5Bc%5D=3&f[__proto__]=4',
      [JSON.parse('{"a":{"b":["1","2"],"c":3},"__proto__":"4"}')],
    ],
    [
      'an object with pipes',
      query('box', box, { style: 'pipeDelimited', explode: false }),
      'box=width%7C1%7Cname%7C2',
      [{ width: 1, name: '2' }],
    ],
    ['a list in one text', query('ids', texts, { explode: false }), 'ids=1,2%2C3', [['1', '2,3']]],
    [
      'a list with blanks',
      query('w', texts, { style: 'spaceDelimited', explode: false }),
      'w=p%20q+r',
      [['p', 'q', 'r']],
    ],
    [
      'a list with bars',
      query('c', texts, { style: 'pipeDelimited', explode: false }),
      'c=x%7Cy|z',
      [['x', 'y', 'z']],
    ],
    [
      'a plain parameter with brackets, repeated',
      query('n[]', { type: 'string' }),
      'n[]=a&n[0]=b',
      ['a', 'b'],
    ],
    [
      'a deep object',
      query('box', box, { style: 'deepObject' }),
      'box[width]=3&box[name]=7',
      [{ width: 3, name: '7' }],
    ],
    ['an object with its properties as parameters', query('box', box), 'width=3&x=1', [{ width: 3 }]],
    [
      'an object in one text',
      query('box', box, { explode: false }),
      'box=width,3,name,a',
      [{ width: 3, name: 'a' }],
    ],
    ['a path text', parameter('path', 'id', { type: 'string' }, null), 'A%2FB%201', ['A/B 1']],
    ['a path list', parameter('path', 'id', texts, null), 'a,b', [['a', 'b']]],
    [
      'a label',
      parameter('path', 'id', texts, null, { style: 'label', explode: true }),
      '.a.b',
      [['a', 'b']],
    ],
    [
      'a matrix',
      parameter('path', 'id', texts, null, { style: 'matrix', explode: true }),
      ';id=a;id=b',
      [['a', 'b']],
    ],
    ['a header', parameter('header', 'X-Page', { type: 'integer' }, null), '3', [3]],
    ['a header list', parameter('header', 'X-Tags', texts, null), 'a,b', [['a', 'b']]],
    [
      'a header that is not percent-encoded',
      parameter('header', 'X-A', { type: 'string' }, null),
      '100%',
      ['100%'],
    ],
    [
      'Accept-Language of any kind',
      parameter('header', 'Accept-language', { type: 'string' }, null),
      '*',
      [],
    ],
    [
      'a parameter with `content`',
      { ...query('where', { type: 'object' }), mediaType: 'application/json' },
      'where=%7B%22city%22:%22Gda%C5%84sk%22%7D',
      [{ city: 'Gdańsk' }],
    ],
    ['a cookie', parameter('cookie', 'session', { type: 'string' }, null), 'a=1&session=s1', ['s1']],
  ];
  for (const [given, which, wire, want] of table) {
    it(`reads ${given}: ${wire}`, () => {
      assert.deepEqual(read(which, wire), want);
    });
  }

  it('offers every reading that an open schema allows', () => {
    const readings = parameterValues(
      query('id', {}),
      { path: {}, query: readPairs('id=7'), headers: {}, cookies: [] },
      {},
    );
    assert.deepEqual(readings, [['7', 7]]);
  });

  it('says so when percent-encoding cannot be decoded', () => {
    assert.throws(() => read(parameter('path', 'id', { type: 'string' }, null), '%zz'), MalformedEncoding);
    assert.throws(() => read(query('id', { type: 'string' }), 'id=%E0%A4%A'), MalformedEncoding);
  });
});
