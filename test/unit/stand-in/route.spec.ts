import assert from 'node:assert/strict';
import { createRouter } from '../../../scripts/stand-in/requests/route';
import { operation } from '../../support/contract-parts';

const findRoute = createRouter(
  [
    'GET /parcels',
    'GET /parcels/{id}',
    'PUT /parcels/{id}',
    'GET /parcels/print',
    'GET /parcels/{number}/files',
    'POST /parcels/uploads/{id}',
    'GET /labels/{id}.{format}',
    'POST /jobs/{id}:cancel',
  ].map((key) => operation({ key })),
  '/v1',
);

/** `KEY {parameters}`, `405 ALLOW` or `404`. */
function found(method: string, path: string): string {
  const route = findRoute(method, path);
  if (route === undefined) return '404';
  if ('allow' in route) return `405 ${route.allow.join(', ')}`;
  return `${route.operation.key} ${JSON.stringify(route.pathParameters)}`;
}

describe('createRouter', () => {
  const table: [given: string, method: string, path: string, want: string][] = [
    ['a plain path', 'GET', '/v1/parcels', 'GET /parcels {}'],
    ['a path parameter', 'GET', '/v1/parcels/7', 'GET /parcels/{id} {"id":"7"}'],
    ['plain text before a parameter', 'GET', '/v1/parcels/print', 'GET /parcels/print {}'],
    [
      'plain text before a parameter, further left',
      'POST',
      '/v1/parcels/uploads/files',
      'POST /parcels/uploads/{id} {"id":"files"}',
    ],
    [
      'a percent-encoded parameter, kept encoded',
      'GET',
      '/v1/parcels/a%2Fb/files',
      'GET /parcels/{number}/files {"number":"a%2Fb"}',
    ],
    ['percent-encoded plain text', 'GET', '/v1/p%61rcels', 'GET /parcels {}'],
    [
      'two parameters in a segment',
      'GET',
      '/v1/labels/L-1.pdf',
      'GET /labels/{id}.{format} {"id":"L-1","format":"pdf"}',
    ],
    ['a colon after a parameter', 'POST', '/v1/jobs/7:cancel', 'POST /jobs/{id}:cancel {"id":"7"}'],
    ['another method of the same path', 'PUT', '/v1/parcels/7', 'PUT /parcels/{id} {"id":"7"}'],
    ['HEAD where there is GET', 'HEAD', '/v1/parcels', 'GET /parcels {}'],
    ['a method that the path lacks', 'DELETE', '/v1/parcels/7', '405 GET, HEAD, PUT'],
    ['a method that only the less plain path has', 'PUT', '/v1/parcels/print', '405 GET, HEAD'],
    ['doubled slashes in front and after the base path', 'GET', '//v1//parcels', 'GET /parcels {}'],
    ['a slash at the end', 'GET', '/v1/parcels/', 'GET /parcels {}'],
    ['an empty parameter', 'GET', '/v1/parcels//files', '404'],
    ['an unknown path', 'GET', '/v1/elsewhere', '404'],
    ['a path outside the base path', 'GET', '/parcels', '404'],
    ['a path that begins like the base path', 'GET', '/v11/parcels', '404'],
    [
      'encoding that cannot be decoded, as a parameter',
      'GET',
      '/v1/parcels/%zz',
      'GET /parcels/{id} {"id":"%zz"}',
    ],
    ['letters in another case', 'GET', '/v1/Parcels', '404'],
  ];
  for (const [given, method, path, want] of table) {
    it(`finds for ${given}: ${want}`, () => {
      assert.equal(found(method, path), want);
    });
  }
});
