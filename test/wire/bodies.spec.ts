import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { formatProblem } from '../../scripts/spec/problem';
import { itemsOf } from '../support/build-document';
import { type RawRequest, type RawRun, sendAll, specOf, whole } from '../support/raw-wire';

const body = (type: string, media: object) => ({
  requestBody: { required: true, content: { [type]: media } },
});
const text = (example: string) => ({ type: 'string', example });

/** https://spec.openapis.org/oas/v3.1.1#xml-object */
const pet = {
  type: 'object',
  xml: { name: 'pet', namespace: 'urn:pets', prefix: 'p' },
  allOf: [{ properties: { id: { type: 'integer', example: 1, xml: { attribute: true } } } }],
  properties: {
    name: text('A & <B>'),
    tags: { type: 'array', xml: { wrapped: true }, items: { ...text('t'), xml: { name: 'tag' } } },
    url: { type: 'array', items: text('u') },
  },
};
const petLines = (indent: string) =>
  [
    '<p:pet xmlns:p="urn:pets" id="1">',
    '  <name>A &amp; &lt;B></name>',
    '  <tags>',
    '    <tag>t</tag>',
    '  </tags>',
    '  <url>u</url>',
    '</p:pet>',
  ].map((line) => indent + line);
const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

const spec = specOf(
  {
    'POST /form': body('application/x-www-form-urlencoded', {
      example: {
        text: 'Nowy Sącz +1',
        nothing: null,
        list: [1, 'b&c'],
        object: { a: 1 },
        csv: ['a', 'b,c'],
        spaces: ['a', 'b'],
        pipes: ['a', 'b'],
        deep: { a: { b: 1 } },
        spread: { c: 1, d: 2 },
      },
      encoding: {
        csv: { explode: false },
        spaces: { style: 'spaceDelimited' },
        pipes: { style: 'pipeDelimited' },
        deep: { style: 'deepObject' },
        spread: { style: 'form' },
      },
    }),
    'POST /form-as-text': body('application/x-www-form-urlencoded', { example: 'a=1&b=x+y' }),
    'POST /parts': body('multipart/form-data', {
      schema: {
        type: 'object',
        properties: {
          label: text('Łódź'),
          meta: { type: 'object', example: { pages: 2 } },
          tags: { type: 'array', items: { type: 'string' }, example: ['a', 'b'] },
          table: text('a,b'),
          scan: { type: 'string', format: 'binary' },
          photos: { type: 'array', items: { contentMediaType: 'image/png' } },
          picture: {},
        },
      },
      encoding: {
        table: { contentType: 'text/csv', headers: { 'X-Rows': { schema: { type: 'integer' } } } },
        picture: { contentType: 'image/png, image/jpeg' },
      },
    }),
    'POST /mixed': body('multipart/mixed', { example: { a: 1 } }),
    'POST /text': body('text/plain', { example: 'a\r\n é😀 %20+&' }),
    'PATCH /merge': body('application/merge-patch+json', { example: { a: null } }),
    'POST /charset': body('application/json; charset=utf-8', { example: { a: 'é' } }),
    'POST /lines': body('application/x-ndjson', { example: '{"a":1}\n{"b":2}\n' }),
    'POST /vendor': body('application/vnd.acme.v1', {
      schema: { type: 'object', properties: { a: { type: 'integer', example: 1 } } },
    }),
    'POST /anything': body('*/*', { example: { a: 1 } }),
    'POST /image': body('image/*', {}),
    'POST /bytes': body('application/octet-stream', { schema: { type: 'string', format: 'binary' } }),
    'POST /pdf': body('application/pdf', {}),
    'POST /xml': body('application/xml', { schema: { $ref: '#/components/schemas/Pet' } }),
    'POST /xml-list': body('text/xml', {
      schema: { type: 'array', xml: { name: 'pets' }, items: { $ref: '#/components/schemas/Pet' } },
    }),
    'POST /xml-text': body('application/soap+xml', { example: '<a/>' }),
    'POST /xml-digits': body('application/xml', { example: { id: 0 } }),
    'DELETE /json': body('application/json', { example: { a: 1 } }),
    'GET /json': body('application/json', { example: 'a "text"' }),
  },
  { components: { schemas: { Pet: pet } } },
).replace('{"id":0}', '{"id":1379505554728411139}');

describe('bodies, on the wire', function () {
  this.timeout(30_000);
  let sent: RawRun | undefined;
  before(async () => {
    sent = await sendAll(spec, { values: { allowWrites: 'true' } });
  });
  const request = (line: string): RawRequest => {
    const found = whole(sent).requests.find((one) => one.line === line.replace(' /', ' /v1/'));
    if (found === undefined) throw new Error(`${line} was not sent`);
    return found;
  };

  it('write the fields of a form as their encoding says, and without one lists in pairs and objects as JSON', () => {
    const { body, headers } = request('POST /form');
    strictEqual(headers['content-type'], 'application/x-www-form-urlencoded');
    deepStrictEqual(
      [...new URLSearchParams(body)],
      [
        ['text', 'Nowy Sącz +1'],
        ['nothing', ''],
        ['list', '1'],
        ['list', 'b&c'],
        ['object', '{"a":1}'],
        ['csv', 'a,b,c'],
        ['spaces', 'a b'],
        ['pipes', 'a|b'],
        ['deep[a][b]', '1'],
        ['c', '1'],
        ['d', '2'],
      ],
    );
    strictEqual(request('POST /form-as-text').body, 'a=1&b=x+y');
  });

  it('give each part of a form its type, and let a person choose the files', () => {
    const { body, headers } = request('POST /parts');
    const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(headers['content-type'] ?? '')?.[1];
    const parts = body.split(`--${boundary}`).slice(1, -1);
    deepStrictEqual(
      parts.map((part) => part.trim().split(/\r\n/)),
      [
        ['Content-Disposition: form-data; name="label"', '', 'Łódź'],
        ['Content-Disposition: form-data; name="meta"', 'Content-Type: application/json', '', '{"pages":2}'],
        ['Content-Disposition: form-data; name="tags"', '', 'a'],
        ['Content-Disposition: form-data; name="tags"', '', 'b'],
        ['Content-Disposition: form-data; name="table"', 'Content-Type: text/csv', '', 'a,b'],
        ['Content-Disposition: form-data; name="scan"; filename=""'],
        ['Content-Disposition: form-data; name="photos"; filename=""'],
        ['Content-Disposition: form-data; name="picture"; filename=""', 'Content-Type: image/png'],
      ],
    );
    const files = itemsOf(whole(sent).generated.collection)
      .flatMap(({ request: { body } }) => (body?.mode === 'formdata' ? body.formdata : []))
      .filter(({ type }) => type === 'file');
    deepStrictEqual(
      files.map(({ key }) => key),
      ['scan', 'photos', 'picture'],
    );
  });

  it('say what Postman cannot write', () => {
    const said = whole(sent).generated.warnings.map(formatProblem).join('\n');
    match(said, /the part table is sent without X-Rows/);
    match(said, /multipart\/mixed is sent as multipart\/form-data/);
    match(request('POST /mixed').headers['content-type'] ?? '', /^multipart\/form-data;/);
  });

  const texts: [line: string, type: string, body: string][] = [
    ['POST /text', 'text/plain', 'a\r\n é😀 %20+&'],
    ['PATCH /merge', 'application/merge-patch+json', '{\n  "a": null\n}'],
    ['POST /charset', 'application/json; charset=utf-8', '{\n  "a": "é"\n}'],
    ['POST /lines', 'application/x-ndjson', '{"a":1}\n{"b":2}\n'],
    ['POST /vendor', 'application/vnd.acme.v1', '{"a":1}'],
    ['POST /anything', 'application/json', '{\n  "a": 1\n}'],
    ['POST /image', 'image/png', ''],
    ['POST /bytes', 'application/octet-stream', ''],
    ['POST /pdf', 'application/pdf', ''],
    ['POST /xml', 'application/xml', [declaration, ...petLines('')].join('\n')],
    ['POST /xml-list', 'text/xml', [declaration, '<pets>', ...petLines('  '), '</pets>'].join('\n')],
    ['POST /xml-text', 'application/soap+xml', '<a/>'],
    [
      'POST /xml-digits',
      'application/xml',
      `${declaration}\n<root>\n  <id>1379505554728411139</id>\n</root>`,
    ],
    ['DELETE /json', 'application/json', '{\n  "a": 1\n}'],
    ['GET /json', 'application/json', '"a \\"text\\""'],
  ];
  for (const [line, type, want] of texts) {
    it(`${line}: ${type}`, () => {
      const { body, headers } = request(line);
      deepStrictEqual([headers['content-type'], body], [type, want]);
    });
  }
});
