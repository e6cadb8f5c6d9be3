import { inYaml, type Kind, yaml } from './kind';

const fine = "responses: {'200': {description: Fine}}";
const path = (name: string, schema: string) => `{name: ${name}, in: path, required: true, ${schema}}`;
const query = (name: string, rest: string) => `{name: ${name}, in: query, required: true, ${rest}}`;
const texts = 'schema: {type: array, items: {type: string}}';

/** Where requests go, and what stands in their urls and headers. */
export const URLS: readonly Kind[] = [
  {
    name: 'servers that end in a slash, and the root path',
    files: {
      'api.yaml': yaml(`\n  /: {get: {${fine}}}\n  /berths: {get: {${fine}}}`).replace(
        /servers:.*/,
        "servers: [{url: 'https://one.example.test/v1/', description: One}, {url: 'https://two.example.test/', description: Two}]",
      ),
    },
    spec: 'api.yaml',
    expectation: {
      outcome: 'collection',
      count: 2,
      environments: 2,
      requests: [
        { op: 'GET /', path: '/v1/' },
        { op: 'GET /berths', path: '/v1/berths' },
      ],
    },
  },
  inYaml(
    'server variables, by their defaults',
    yaml(`\n  /a: {get: {${fine}}}`).replace(
      /servers:.*/,
      "servers: [{url: 'https://{region}.example.test/{base}', variables: {region: {default: eu, enum: [eu, us]}, base: {default: v7}}}]",
    ),
    { count: 1, requests: [{ op: 'GET /a', path: '/v7/a' }] },
  ),
  inYaml(
    'several parameters, or a colon, in one segment',
    yaml(`
  /maps/{x},{y}.{form}: {get: {parameters: [${path('x', 'example: 5, schema: {type: integer}')}, ${path('y', 'example: 6, schema: {type: integer}')}, ${path('form', 'schema: {type: string, enum: [png, svg]}')}], ${fine}}}
  /cranes/{id}:stop: {post: {parameters: [${path('id', 'example: 9, schema: {type: integer}')}], ${fine}}}`),
    {
      count: 2,
      requests: [
        { op: 'GET /maps/{x},{y}.{form}', path: '/v1/maps/5,6.png' },
        { op: 'POST /cranes/{id}:stop', path: '/v1/cranes/9:stop' },
      ],
    },
  ),
  inYaml(
    'lists in each style, and a name that ends in []',
    yaml(`
  /berths:
    get:
      parameters:
        - ${query('plain', `example: [n, o], ${texts}`)}
        - ${query('joined', `explode: false, example: [n, o], ${texts}`)}
        - ${query('piped', `style: pipeDelimited, explode: false, example: [n, o], ${texts}`)}
        - ${query('spaced', `style: spaceDelimited, explode: false, example: [n, o], ${texts}`)}
        - ${query("'kinds[]'", `example: [n, o], ${texts}`)}
      ${fine}`),
    {
      requests: [
        {
          op: 'GET /berths',
          path: '/v1/berths',
          query: [
            ['plain', 'n'],
            ['plain', 'o'],
            ['joined', 'n,o'],
            ['piped', 'n|o'],
            ['spaced', 'n o'],
            ['kinds[]', 'n'],
            ['kinds[]', 'o'],
          ],
        },
      ],
    },
  ),
  inYaml(
    'objects as deepObject and exploded, with a field called length',
    yaml(`
  /berths:
    get:
      parameters:
        - ${query('filter', 'style: deepObject, example: {length: 40, port: Kiel}, schema: {type: object, properties: {length: {type: integer}, port: {type: string}}}')}
        - ${query('size', 'example: {length: 4}, schema: {type: object, properties: {length: {type: integer}}}')}
      ${fine}`),
    {
      requests: [
        {
          op: 'GET /berths',
          query: [
            ['filter[length]', '40'],
            ['filter[port]', 'Kiel'],
            ['length', '4'],
          ],
        },
      ],
    },
  ),
  inYaml(
    'characters that mean something in a url, and braces that are data',
    yaml(`
  /docs/{name}/find:
    get:
      parameters:
        - ${path('name', "example: 'a/b?c #d', schema: {type: string}")}
        - ${query('sum', "example: '1+1=2 & 50% #x', schema: {type: string}")}
        - ${query('town', 'example: Świnoujście, schema: {type: string}')}
        - ${query('mark', "example: '{{baseUrl}}', schema: {type: string}")}
      ${fine}`),
    {
      requests: [
        {
          op: 'GET /docs/{name}/find',
          path: '/v1/docs/a%2Fb%3Fc%20%23d/find',
          query: [
            ['sum', '1+1=2 & 50% #x'],
            ['town', 'Świnoujście'],
            ['mark', '{{baseUrl}}'],
          ],
        },
      ],
    },
  ),
  inYaml(
    'headers that OpenAPI says to ignore, and a cookie',
    yaml(`
  /berths:
    put:
      parameters:
        - {name: X-Trace, in: header, required: true, example: t-1, schema: {type: string}}
        - {name: Content-type, in: header, required: true, example: text/csv, schema: {type: string}}
        - {name: AUTHORIZATION, in: header, required: true, example: Basic eA==, schema: {type: string}}
        - {name: visit, in: cookie, required: true, example: v1, schema: {type: string}}
      requestBody: {required: true, content: {application/json: {schema: {type: object}, example: {a: 1}}}}
      ${fine}`),
    {
      requests: [
        {
          op: 'PUT /berths',
          headers: { 'x-trace': '^t-1$', 'content-type': '^application/json', cookie: '(^|; )visit=v1(;|$)' },
          noHeaders: ['authorization'],
        },
      ],
      noStaticHeaders: ['authorization'],
    },
  ),
  inYaml(
    'parameters of the path, which an operation overrides',
    yaml(`
  /berths/{id}:
    parameters: [${path('id', 'example: a, schema: {type: string}')}, ${query('lang', 'example: de, schema: {type: string}')}]
    get: {parameters: [${path('id', 'example: 7, schema: {type: integer}')}], ${fine}}
    delete: {${fine}}`),
    {
      requests: [
        { op: 'GET /berths/{id}', path: '/v1/berths/7', query: [['lang', 'de']] },
        { op: 'DELETE /berths/{id}', path: '/v1/berths/a', query: [['lang', 'de']] },
      ],
    },
  ),
  inYaml(
    'operations that only a fragment or a query in their path tells apart',
    yaml(`
  /jobs/{id}: {put: {parameters: [${path('id', 'example: 7, schema: {type: integer}')}], ${fine}}}
  "/jobs/{id}#stop": {put: {parameters: [${path('id', 'example: 7, schema: {type: integer}')}, ${query('why', 'example: late, schema: {type: string}')}], ${fine}}}
  "/jobs?op=count": {get: {${fine}}}`),
    {
      count: 3,
      requests: [
        { op: 'PUT /jobs/{id}', path: '/v1/jobs/7', query: [] },
        { op: 'PUT /jobs/{id}#stop', path: '/v1/jobs/7', query: [['why', 'late']] },
        { op: 'GET /jobs?op=count', path: '/v1/jobs', query: [['op', 'count']] },
      ],
    },
  ),
  inYaml(
    'a path without its first slash, and a colon at the start of a segment',
    yaml(`
  berths/{id}: {get: {parameters: [${path('id', 'example: 7, schema: {type: integer}')}], ${fine}}}
  /berths/:search/{kind}: {get: {parameters: [${path('kind', "example: ':all', schema: {type: string}")}], ${fine}}}`),
    {
      count: 2,
      warnNames: ['the path does not begin with `/`'],
      requests: [
        { op: 'GET /berths/{id}', path: '/v1/berths/7' },
        { op: 'GET /berths/:search/{kind}', path: '/v1/berths/:search/%3Aall' },
      ],
    },
  ),
  inYaml(
    'server urls with blanks, a query or a fragment, and the same server twice',
    yaml(`\n  /a: {get: {${fine}}}`).replace(
      /servers:.*/,
      "servers: [{url: ' https://one.example.test/v1?key=1 '}, {url: 'https://one.example.test/v1/#top'}, {url: 'https://two.example.test/v1'}]",
    ),
    { environments: 2, requests: [{ op: 'GET /a', path: '/v1/a', query: [] }] },
  ),
  inYaml(
    'headers that the client writes for each message',
    yaml(`
  /berths:
    put:
      parameters: [${['Host', 'Content-Length', 'transfer-encoding', 'Connection'].map((name) => `{name: ${name}, in: header, required: true, example: 5, schema: {type: string}}`).join(', ')}]
      requestBody: {required: true, content: {application/json: {schema: {type: object}, example: {a: 1}}}}
      ${fine}`),
    {
      warnNames: ['Content-Length'],
      requests: [
        {
          op: 'PUT /berths',
          json: { a: 1 },
          headers: { host: '^127', 'content-length': '^12$', connection: '^(keep-alive|close)$' },
          noHeaders: ['transfer-encoding'],
        },
      ],
    },
  ),
  inYaml(
    'examples that are JSON in a text, and a parameter of the path in the query of the path',
    yaml(`
  /berths/{id}?near={port}:
    get:
      parameters:
        - ${path('id', 'example: 7, schema: {type: integer}')}
        - ${path('port', 'example: [Kiel, Gdynia], schema: {type: array}')}
        - ${query('size', `example: '{"length": 4}', schema: {type: object}`)}
        - ${query('kinds', `example: '["n", "o"]', ${texts}`)}
        - ${query('words', `example: '{"no": list}', ${texts}`)}
      ${fine}`),
    {
      requests: [
        {
          op: 'GET /berths/{id}?near={port}',
          path: '/v1/berths/7',
          query: [
            ['near', 'Kiel,Gdynia'],
            ['length', '4'],
            ['kinds', 'n'],
            ['kinds', 'o'],
            ['words', '{"no": list}'],
          ],
        },
      ],
    },
  ),
];
