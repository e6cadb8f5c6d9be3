import { inYaml, type Kind, yaml } from './kind';

const fine = "responses: {'200': {description: Fine}}";
const made = `requestBody: {required: true, content: {application/json: {schema: {type: object, required: [key, at, more], properties: {key: {type: string, format: uuid}, at: {type: string, format: date-time}, more: {type: object, additionalProperties: {type: integer}}}}}}}`;
const one = `
  /b: {post: {tags: [Two], operationId: makeB, ${made}, ${fine}}}
  /c: {get: {tags: [Two], ${fine}}}`;

/** What a whole collection has to be. */
export const WHOLES: readonly Kind[] = [
  inYaml(
    'the same summary twice, two tags, blank names, and none at all',
    yaml(`
  /a: {get: {tags: [One, Two], summary: Look, ${fine}}, put: {tags: [One], summary: Look, ${fine}}}
  /b: {get: {tags: [' '], summary: ' ', ${fine}}, post: {operationId: doIt, ${fine}}, delete: {${fine}}}`),
    { count: 5, uniqueNames: true },
  ),
  {
    name: 'nothing random, and ids that stay when something else changes',
    files: {
      'v1.yaml': yaml(`\n  /a: {get: {tags: [One], ${fine}}}${one}`),
      'v2.yaml': yaml(`${one}\n  /d: {get: {tags: [Zero], ${fine}}}`),
    },
    spec: 'v1.yaml',
    expectation: {
      outcome: 'collection',
      count: 3,
      byteIdentical: true,
      second: { file: 'v2.yaml', count: 3, unchanged: ['POST /b', 'GET /c'] },
    },
  },
  {
    name: 'a bare jwt in a header, fetched once, and operations that need none',
    files: {
      'api.yaml': yaml(
        `
  /token: {get: {security: [], parameters: [{name: key, in: query, required: true, schema: {type: string}}], responses: {'200': {description: Fine, content: {application/json: {schema: {type: object, properties: {jwt: {type: string}}}}}}}}}
  /a: {get: {${fine}}}
  /b: {get: {${fine}}}
  /open: {get: {security: [], ${fine}}}`,
        {
          more: 'security: [{Jwt: []}]\ncomponents: {securitySchemes: {Jwt: {type: apiKey, in: header, name: X-Token}}}',
        },
      ),
      'profile.yaml': `environments: {test: {server: 'https://api.example.test/v1', role: sandbox}}
login: {operation: GET /token, apiKey: {in: query, name: key}, jwt: /jwt, send: {in: header, name: X-Token}, lifetime: 600, source: 'https://docs.example.test'}
`,
    },
    spec: 'api.yaml',
    profile: 'profile.yaml',
    expectation: {
      outcome: 'collection',
      count: 4,
      tokenEndpoint: '/v1/token',
      maxScriptTokenCalls: 0,
      requests: [
        { op: 'GET /token', query: [['key', 'key-1']], noHeaders: ['x-token'] },
        { op: 'GET /a', headersExact: { 'x-token': 'TOKEN' } },
        { op: 'GET /b', headersExact: { 'x-token': 'TOKEN' } },
        { op: 'GET /open', noHeaders: ['x-token'] },
      ],
      runVerdicts: [
        { when: 'token endpoint answers 401', exit: 'non-zero' },
        { when: 'token endpoint answers 200 {"jwt":""}', exit: 'non-zero' },
      ],
    },
  },
];
