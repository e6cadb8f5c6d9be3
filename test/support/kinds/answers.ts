import { inYaml, type Kind, verdicts, yaml } from './kind';

const json = (schema: string) => `content: {application/json: {schema: ${schema}}}`;
const only = (word: string) =>
  json(`{type: object, required: [${word}], properties: {${word}: {type: string}}}`);

/** What comes back. */
export const ANSWERS: readonly Kind[] = [
  inYaml(
    'a status, a range and a default for one operation',
    yaml(`
  /tides:
    get:
      responses:
        '200': {description: Exact, ${only('exact')}}
        4xx: {description: Range, ${only('range')}}
        default: {description: Else, ${only('other')}}`),
    {
      verdicts: [
        ...verdicts('GET /tides', 200, [{ exact: 'x' }], [{ range: 'x' }, { other: 'x' }]),
        ...verdicts('GET /tides', 418, [{ range: 'x' }], [{ other: 'x' }]),
        ...verdicts('GET /tides', 501, [{ other: 'x' }], [{ range: 'x' }]),
      ],
    },
  ),
  inYaml(
    'a file beside a JSON error, and nothing at all',
    yaml(`
  /chart:
    get:
      responses:
        '200': {description: Map, content: {image/png: {schema: {type: string, format: binary}}}}
        '404': {description: None, ${only('why')}}
    delete: {responses: {'204': {description: Gone}}}`),
    {
      verdicts: [
        { op: 'GET /chart', status: 200, type: 'image/png', text: '\u0089PNG', verdict: 'pass' },
        { op: 'GET /chart', status: 200, type: 'text/html', text: '<html></html>', verdict: 'fail' },
        { op: 'GET /chart', status: 404, type: 'application/json', body: { why: 'x' }, verdict: 'pass' },
        { op: 'GET /chart', status: 404, type: 'application/json', body: {}, verdict: 'fail' },
        { op: 'DELETE /chart', status: 204, type: '', text: '', verdict: 'pass' },
        { op: 'DELETE /chart', status: 200, type: 'application/json', body: {}, verdict: 'fail' },
      ],
    },
  ),
  inYaml(
    'media types with a charset, of the +json family, and in other capitals',
    yaml(`
  /tides:
    get:
      responses:
        '200': {description: Fine, content: {'application/vnd.tide+json; version=1': {schema: {type: array, items: {type: integer}}}}}
        '400': {description: Bad, content: {application/problem+json: {schema: {type: object, required: [title], properties: {title: {type: string}}}}}}`),
    {
      verdicts: [
        {
          op: 'GET /tides',
          status: 200,
          type: 'Application/Vnd.Tide+JSON; version=1; charset=utf-8',
          body: [1],
          verdict: 'pass',
        },
        {
          op: 'GET /tides',
          status: 200,
          type: 'application/vnd.tide+json; version=1',
          body: ['1'],
          verdict: 'fail',
        },
        {
          op: 'GET /tides',
          status: 400,
          type: 'application/problem+json;charset=utf-8',
          body: { title: 'x' },
          verdict: 'pass',
        },
        { op: 'GET /tides', status: 400, type: 'application/problem+json', body: {}, verdict: 'fail' },
      ],
    },
  ),
  inYaml(
    'ranges of media types, and types that only a parameter tells apart',
    yaml(
      `
  /tides:
    get:
      responses:
        '200': {description: Fine, content: {'*/*': {schema: {type: array, items: {type: integer}}}, 'text/*': {}}}
        '404': {description: None, content: {application/json;v=1: {schema: {type: string}}, 'application/json; v=2': {schema: {type: integer}}}}
  /now: {get: {}}`,
      { version: '3.1.0' },
    ),
    {
      verdicts: [
        ...verdicts('GET /tides', 200, [[1]], [['1'], {}]),
        { op: 'GET /tides', status: 200, type: 'application/hal+json', body: ['1'], verdict: 'fail' },
        { op: 'GET /tides', status: 200, type: 'text/csv', text: '1', verdict: 'pass' },
        { op: 'GET /tides', status: 200, type: 'image/png', text: 'PNG', verdict: 'pass' },
        { op: 'GET /tides', status: 404, type: 'application/json;v=1', body: 'a', verdict: 'pass' },
        {
          op: 'GET /tides',
          status: 404,
          type: 'Application/JSON; charset=utf-8; V=2',
          body: 1,
          verdict: 'pass',
        },
        { op: 'GET /tides', status: 404, type: 'application/json; v=2', body: 'a', verdict: 'fail' },
        // Nothing is promised, but that it can be called.
        { op: 'GET /now', status: 204, type: '', text: '', verdict: 'pass' },
      ],
    },
  ),
];

/** What is sent in bodies. */
export const BODIES: readonly Kind[] = [
  inYaml(
    'a form with a text, an object and a file',
    yaml(`
  /papers:
    post:
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema: {type: object, required: [title, about, scan], properties: {title: {type: string, example: Deed}, about: {type: object, properties: {pages: {type: integer, example: 3}}}, scan: {type: string, format: binary}}}
      responses: {'200': {description: Fine}}`),
    {
      form: {
        op: 'POST /papers',
        mode: 'formdata',
        entries: [
          { key: 'title', type: 'text', value: 'Deed' },
          { key: 'about', type: 'text', json: { pages: 3 } },
          { key: 'scan', type: 'file' },
        ],
      },
    },
  ),
  inYaml(
    'a form in the url encoding, with characters that mean something there',
    yaml(`
  /login:
    post:
      requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {user: {type: string, example: 'a+b&c=d%'}, town: {type: string, example: Łódź}}}}}}
      responses: {'200': {description: Fine}}`),
    {
      requests: [
        {
          op: 'POST /login',
          headers: { 'content-type': '^application/x-www-form-urlencoded' },
          bodyText: ['user=a%2Bb%26c%3Dd%25', 'town=%C5%81%C3%B3d%C5%BA'],
        },
      ],
    },
  ),
  inYaml(
    'JSON of a +json type, and plain text',
    yaml(`
  /a: {post: {requestBody: {required: true, content: {application/merge-patch+json: {schema: {type: object}, example: {a: [1, null]}}}}, responses: {'200': {description: Fine}}}}
  /b: {post: {requestBody: {required: true, content: {text/plain: {schema: {type: string}, example: 'two {{lines}}'}}}, responses: {'200': {description: Fine}}}}`),
    {
      requests: [
        {
          op: 'POST /a',
          headers: { 'content-type': '^application/merge-patch\\+json' },
          json: { a: [1, null] },
        },
        { op: 'POST /b', headers: { 'content-type': '^text/plain' }, bodyText: ['two {{lines}}'] },
      ],
    },
  ),
  inYaml(
    'files that a form has by way of references and allOf',
    yaml(
      `
  /papers:
    post:
      requestBody: {required: true, content: {multipart/form-data: {schema: {allOf: [{$ref: '#/components/schemas/Papers'}, {type: object, properties: {title: {type: string, example: Deed}}}]}}}}
      responses: {'200': {description: Fine}}`,
      {
        more: `components:
  schemas:
    Scan: {type: string, format: binary}
    Papers: {type: object, required: [cover], properties: {cover: {allOf: [{$ref: '#/components/schemas/Scan'}]}, pages: {type: array, items: {$ref: '#/components/schemas/Scan'}}}}`,
      },
    ),
    {
      form: {
        op: 'POST /papers',
        mode: 'formdata',
        entries: [
          { key: 'cover', type: 'file' },
          { key: 'pages', type: 'file' },
          { key: 'title', type: 'text', value: 'Deed' },
        ],
      },
    },
  ),
  inYaml(
    'bodies without a schema, and examples that are null, or JSON in a text',
    yaml(
      [
        '{}',
        '{schema: {type: object, nullable: true}, example: null}',
        `{schema: {type: object}, example: '{"n": 1}'}`,
      ]
        .map(
          (media, index) =>
            `\n  /j${index}: {post: {requestBody: {required: true, content: {application/json: ${media}}}, responses: {'200': {description: Fine}}}}`,
        )
        .join('')
        .concat(
          "\n  /t: {post: {requestBody: {required: true, content: {text/plain: {}}}, responses: {'200': {description: Fine}}}}",
        ),
    ),
    {
      requests: [
        { op: 'POST /j0', json: {} },
        { op: 'POST /j1', json: null },
        { op: 'POST /j2', json: { n: 1 } },
        { op: 'POST /t', headers: { 'content-type': '^text/plain' }, bodyText: ['string'] },
      ],
    },
  ),
];
