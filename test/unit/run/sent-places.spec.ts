import assert from 'node:assert/strict';
import { sentPlaces } from '../../../scripts/run/selection/sent-places';
import type { JsonValue } from '../../../scripts/spec/document';

/** What a request holds, and which places it fills. */
const requests: [string, JsonValue, string[]][] = [
  ['nothing', { method: 'GET' }, []],
  ['a bare url', 'https://api.example.com/v1', []],
  [
    'parameters, one of them switched off',
    {
      url: {
        variable: [{ key: 'id', value: '7' }],
        query: [
          { key: 'limit', value: '1' },
          { key: 'page', value: '2', disabled: true },
        ],
      },
      header: [{ key: 'X-Region', value: 'north' }],
    },
    ['path id', 'query limit', 'header x-region'],
  ],
  ['cookies', { header: [{ key: 'Cookie', value: 'a=1; b=2' }] }, ['cookie a', 'cookie b']],
  [
    'a JSON body, with a key that a pointer escapes',
    { body: { mode: 'raw', raw: '{"parcels":[{"width":1},{"height":2}],"a/b":null}' } },
    ['body /parcels', 'body /parcels/0/width', 'body /parcels/0/height', 'body /a~1b'],
  ],
  [
    'a JSON body that names variables, in a text and where a number stands',
    { body: { mode: 'raw', raw: '{"a":{{b}},"c":"\\"{{d}}","e":[{{f}}]}' } },
    ['body /a', 'body /c', 'body /e'],
  ],
  ['a body that is no JSON', { body: { mode: 'raw', raw: '{"a":{{b}' } }, []],
  [
    'a form',
    {
      body: {
        mode: 'formdata',
        formdata: [
          { key: 'file', type: 'file' },
          { key: 'note', disabled: true },
        ],
      },
    },
    ['body /file'],
  ],
];

describe('sentPlaces', () => {
  for (const [title, request, places] of requests) {
    it(`of ${title}`, () => assert.deepEqual(sentPlaces(request), places));
  }
});
