import { inYaml, type Kind, refused, verdicts, yaml } from './kind';

const json = (schema: string) => `content: {application/json: {schema: ${schema}}}`;

const parts = Array.from({ length: 300 }, (_, index) => `Part${index}`);
const toAll = parts.map((name) => `${name}: {$ref: '#/components/schemas/${name}'}`).join(', ');

/** What leads from one place of a contract to another. */
export const REFERENCES: readonly Kind[] = [
  inYaml(
    'hundreds of schemas each of which leads to all others',
    yaml(
      `
  /a: {post: {requestBody: {required: true, ${json("{$ref: '#/components/schemas/Part0'}")}}, responses: {'200': {description: Fine, ${json("{$ref: '#/components/schemas/Part7'}")}}}}}
  /b: {get: {responses: {'200': {description: Fine, ${json("{$ref: '#/components/schemas/Part0'}")}}}}}`,
      {
        more: `components:
  schemas:
    Links: {type: object, properties: {${toAll}}}
${parts.map((name) => `    ${name}: {allOf: [{$ref: '#/components/schemas/Links'}, {type: object, required: [at], properties: {at: {type: integer, example: 1}}}]}`).join('\n')}`,
      },
    ),
    {
      count: 2,
      requests: [{ op: 'POST /a', jsonHas: { at: 1 }, jsonValid: true, maxBytes: 20_000 }],
      verdicts: [
        ...verdicts(
          'POST /a',
          200,
          [{ at: 1, Part9: { at: 2 } }],
          [{ at: 1, Part9: { at: 2, Part4: { at: 'x' } } }],
        ),
        ...verdicts('GET /b', 200, [{ at: 1, Part9: { at: 2 } }], [{ at: 1, Part9: {} }]),
      ],
    },
  ),
  inYaml(
    'a schema that refers to itself',
    yaml(
      `
  /boxes:
    post:
      requestBody: {required: true, ${json("{$ref: '#/components/schemas/Box'}")}}
      responses: {'201': {description: Made, ${json("{$ref: '#/components/schemas/Box'}")}}}`,
      {
        more: `components:
  schemas:
    Box: {type: object, required: [label, inside], properties: {label: {type: string, example: Crate}, inside: {type: array, items: {$ref: '#/components/schemas/Box'}}, twin: {$ref: '#/components/schemas/Box'}}}`,
      },
    ),
    {
      count: 1,
      requests: [
        {
          op: 'POST /boxes',
          path: '/v1/boxes',
          jsonHas: { label: 'Crate' },
          jsonValid: true,
          maxBytes: 4_000,
        },
      ],
      verdicts: verdicts(
        'POST /boxes',
        201,
        [{ label: 'a', inside: [{ label: 'b', inside: [] }] }],
        [{ label: 'a', inside: [{ label: 'b', inside: [{ label: 1, inside: [] }] }] }, { label: 'a' }],
      ),
    },
  ),
  refused(
    'a reference that leads nowhere',
    {
      'api.yaml': yaml(
        `
  /boxes:
    put:
      requestBody: {${json("{$ref: '#/components/schemas/Bxo'}")}}
      responses: {'200': {description: Fine}}`,
        { more: 'components: {schemas: {Box: {type: object}}}' },
      ),
    },
    'api.yaml',
    ['Bxo', '/boxes', 'put', 'api.yaml:7'],
  ),
  inYaml(
    'references into any part of the document, escaped and percent-encoded',
    yaml(`
  /a/{x}:
    get:
      parameters: [{name: x, in: path, required: true, schema: {type: integer}, example: 4}]
      responses: {'200': {description: Fine, ${json('{type: object, required: [n], properties: {n: {type: integer}}}')}}}
  /b:
    get:
      responses: {'200': {description: Fine, ${json("{$ref: '#/paths/~1a~1{x}/get/responses/200/content/application~1json/schema/properties/n'}")}}, '404': {$ref: '#/paths/~1a~1%7Bx%7D/get/responses/200'}}`),
    {
      count: 2,
      requests: [{ op: 'GET /a/{x}', path: '/v1/a/4' }],
      verdicts: [...verdicts('GET /b', 200, [1], ['1', {}]), ...verdicts('GET /b', 404, [{ n: 1 }], [{}])],
    },
  ),
  inYaml(
    'references in each place that may have one',
    yaml(
      `
  /a/{x}:
    post:
      parameters: [{$ref: '#/components/parameters/X'}, {$ref: '#/components/parameters/Trace'}]
      requestBody: {$ref: '#/components/requestBodies/Count'}
      callbacks: {done: {$ref: '#/components/callbacks/Done'}}
      responses: {'200': {$ref: '#/components/responses/Count'}}`,
      {
        more: `components:
  parameters:
    X: {name: x, in: path, required: true, schema: {type: string}, examples: {one: {$ref: '#/components/examples/X'}}}
    Trace: {$ref: '#/components/parameters/Tracing'}
    Tracing: {name: X-Trace, in: header, required: true, schema: {$ref: '#/components/schemas/Count'}}
  examples: {X: {value: x-9}, Count: {value: {n: 5}}}
  requestBodies: {Count: {required: true, content: {application/json: {schema: {type: object}, examples: {one: {$ref: '#/components/examples/Count'}}}}}}
  callbacks: {Done: {'{$request.body#/url}': {post: {responses: {'200': {description: Fine}}}}}}
  headers: {Count: {required: true, schema: {type: integer}}}
  links: {Again: {operationRef: '#/paths/~1a~1{x}/post'}}
  responses: {Count: {description: Fine, headers: {X-Count: {$ref: '#/components/headers/Count'}}, links: {again: {$ref: '#/components/links/Again'}}, ${json("{$ref: '#/components/schemas/Count'}")}}}
  schemas: {Count: {type: integer, example: 3}}`,
      },
    ),
    {
      count: 1,
      requests: [{ op: 'POST /a/{x}', path: '/v1/a/x-9', headersExact: { 'x-trace': '3' }, json: { n: 5 } }],
      // The header does not come.
      verdicts: verdicts('POST /a/{x}', 200, [], [1]),
    },
  ),
  {
    name: 'references to other files, in folders with blanks',
    files: {
      'the api/api.yaml': yaml(`
  /depots: {$ref: './more parts/paths.yaml#/depots'}`),
      'the api/more parts/paths.yaml': `depots: {get: {responses: {'200': {description: Fine, ${json("{$ref: '../schemas.json#/Depot'}")}}}}}\n`,
      'the api/schemas.json':
        '{"Depot": {"type": "object", "required": ["id"], "properties": {"id": {"$ref": "#/Id"}}}, "Id": {"type": "integer"}}',
    },
    spec: 'the api/api.yaml',
    expectation: {
      outcome: 'collection',
      count: 1,
      requests: [{ op: 'GET /depots', path: '/v1/depots' }],
      verdicts: verdicts('GET /depots', 200, [{ id: 1 }], [{ id: '1' }, {}]),
    },
  },
  refused(
    'a reference to a file outside the folder of the contract',
    {
      'in/api.yaml': yaml(`
  /a: {get: {responses: {'200': {$ref: '../out.yaml#/fine'}}}}`),
      'out.yaml': 'fine: {description: Fine}\n',
    },
    'in/api.yaml',
    ['out.yaml', '--allow-outside'],
  ),
  refused(
    'a reference to another server',
    {
      'api.yaml': yaml(`
  /a: {get: {responses: {'200': {$ref: 'https://elsewhere.test/parts.yaml#/fine'}}}}`),
    },
    'api.yaml',
    ['https://elsewhere.test/parts.yaml', '--allow-remote'],
  ),
  {
    name: 'Swagger 2.0',
    files: {
      'old.yaml': `swagger: '2.0'
info: {title: Old, version: '1'}
host: api.example.test
basePath: /v1
schemes: [https]
consumes: [application/json]
produces: [application/json]
definitions: {Depot: {type: object, required: [name], properties: {name: {type: string, example: Kiel}}}}
paths:
  /depots:
    post:
      parameters:
        - {name: tags, in: query, required: true, type: array, items: {type: string}, collectionFormat: multi, x-example: [a, b]}
        - {name: body, in: body, required: true, schema: {$ref: '#/definitions/Depot'}}
      responses: {'201': {description: Made, schema: {$ref: '#/definitions/Depot'}}}
`,
    },
    spec: 'old.yaml',
    expectation: {
      outcome: 'collection',
      count: 1,
      requests: [
        {
          op: 'POST /depots',
          path: '/v1/depots',
          query: [
            ['tags', 'a'],
            ['tags', 'b'],
          ],
          json: { name: 'Kiel' },
        },
      ],
      verdicts: verdicts('POST /depots', 201, [{ name: 'x' }], [{}, { name: 1 }]),
    },
  },
];
