import { inYaml, type Kind, refused, verdicts, yaml } from './kind';

/** How a contract is written down: YAML, JSON, and what editors do to them. */
export const TEXTS: readonly Kind[] = [
  inYaml(
    'words that YAML 1.1 takes for booleans',
    yaml(`
  /ferries:
    get:
      parameters:
        - {name: to, in: query, required: true, schema: {type: string, enum: [SE, NO, DK]}, example: NO}
        - {name: cars, in: query, required: true, schema: {type: string, enum: [y, n, on, off], default: on}}
      responses: {'200': {description: Fine, content: {application/json: {schema: {type: object, required: [to], properties: {to: {type: string, enum: [SE, NO, DK]}}}}}}}`),
    {
      count: 1,
      requests: [
        {
          op: 'GET /ferries',
          path: '/v1/ferries',
          query: [
            ['to', 'NO'],
            ['cars', 'on'],
          ],
        },
      ],
      verdicts: verdicts('GET /ferries', 200, [{ to: 'NO' }], [{ to: false }, { to: 'FI' }]),
    },
  ),
  inYaml(
    'scalars that look like octal, base-60 or grouped numbers, or dates',
    yaml(`
  /slots:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties:
                gate: {type: string, example: '08'}
                opens: {type: string, example: 6:45:00}
                mark: {type: string, example: 10_500}
                zip: {type: string, pattern: '^[0-9]{4}$', example: 0815}
                day: {type: string, format: date, example: 2024-02-29}
                at: {type: string, example: 2024-02-29T10:00:00Z}
      responses: {'200': {description: Fine}}`),
    {
      count: 1,
      requests: [
        {
          op: 'POST /slots',
          path: '/v1/slots',
          jsonHas: {
            gate: '08',
            opens: '6:45:00',
            mark: '10_500',
            day: '2024-02-29',
            at: '2024-02-29T10:00:00Z',
          },
          jsonMatch: { zip: '^[0-9]{4}$' },
        },
      ],
    },
  ),
  inYaml(
    'numbers that stand where a text is meant',
    yaml(`
  /slots:
    post:
      parameters:
        - {name: phone, in: query, required: true, schema: {type: string}, example: +380501234567}
        - {name: version, in: query, required: true, schema: {type: string, example: 1.10}}
      requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {zip: {type: string, pattern: '^[0-9]{4}$', example: 0815}, mark: {type: string, example: 0x1F}, id: {type: string, example: 12345678901234567890}, count: {type: number, example: 1.50}}}}}}
      responses: {'200': {description: Fine}}`),
    {
      requests: [
        {
          op: 'POST /slots',
          query: [
            ['phone', '+380501234567'],
            ['version', '1.10'],
          ],
          json: { zip: '0815', mark: '0x1F', id: '12345678901234567890', count: 1.5 },
        },
      ],
    },
  ),
  refused(
    'the same key twice',
    {
      'twice.yaml': yaml(`
  /docks:
    get: {responses: {'200': {description: One}}}
    get: {responses: {'200': {description: Other}}}`),
    },
    'twice.yaml',
    // the second one stands in line 7
    ['get', 'twice.yaml:7'],
  ),
  {
    name: 'JSON with a byte order mark and Windows line ends',
    files: {
      'bom.json': `\ufeff{\r\n "openapi": "3.0.3",\r\n "info": {"title": "Bom", "version": "1"},\r\n "servers": [{"url": "https://api.example.test/v1"}],\r\n "paths": {"/echo": {"get": {"responses": {"200": {"description": "Fine"}}}}}\r\n}\r\n`,
    },
    spec: 'bom.json',
    expectation: {
      outcome: 'collection',
      count: 1,
      requests: [{ op: 'GET /echo', path: '/v1/echo', query: [] }],
    },
  },
  inYaml(
    'anchors, aliases and merge keys',
    yaml(
      `
  /a:
    get: {responses: {<<: *failures, '200': {description: Fine}}}
  /b:
    get: {responses: {<<: [*failures], '200': {description: Fine}, '404': {description: Own, content: {application/json: {schema: {type: integer}}}}}}`,
    ).replace(
      'paths:',
      `x-failures: &failures
  '404': {description: None, content: {application/json: {schema: {type: string}}}}
paths:`,
    ),
    {
      count: 2,
      verdicts: [...verdicts('GET /a', 404, ['none'], [4]), ...verdicts('GET /b', 404, [4], ['none'])],
    },
  ),
  {
    name: 'integers that no double can hold',
    files: {
      'big.json':
        '{"openapi":"3.0.3","info":{"title":"Big","version":"1"},"servers":[{"url":"https://api.example.test/v1"}],"paths":{"/pallets":{"post":{"parameters":[{"name":"lot","in":"query","required":true,"schema":{"type":"integer"},"example":9007199254740995}],"requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"object"},"example":{"lot":1234567890123456789}}}},"responses":{"200":{"description":"Fine"}}}}}}',
    },
    spec: 'big.json',
    expectation: {
      outcome: 'collection',
      count: 1,
      requests: [
        {
          op: 'POST /pallets',
          path: '/v1/pallets',
          query: [['lot', '9007199254740995']],
          bodyText: ['1234567890123456789'],
          bodyNotText: ['"1234567890123456789"'],
        },
      ],
    },
  },
  inYaml(
    'names that mean something elsewhere',
    yaml(`
  /things:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [__proto__, constructor, hasOwnProperty]
              properties:
                __proto__: {type: string, example: p}
                constructor: {type: string, example: c}
                hasOwnProperty: {type: integer, example: 7}
                '': {type: string, example: nameless}
                '😀 "q" </script>': {type: string, example: '</script>'}
                braces: {type: string, example: 'a {{baseUrl}} b'}
      responses: {'200': {description: Fine, content: {application/json: {schema: {type: object, required: [__proto__, toString], properties: {__proto__: {type: string}, toString: {type: string}}}}}}}`),
    {
      count: 1,
      requests: [
        {
          op: 'POST /things',
          path: '/v1/things',
          json: JSON.parse(
            '{"__proto__":"p","constructor":"c","hasOwnProperty":7,"":"nameless","😀 \\"q\\" </script>":"</script>","braces":"a {{baseUrl}} b"}',
          ),
        },
      ],
      verdicts: [
        {
          op: 'POST /things',
          status: 200,
          type: 'application/json',
          text: '{"__proto__":"p","toString":"t"}',
          verdict: 'pass',
        },
        {
          op: 'POST /things',
          status: 200,
          type: 'application/json',
          text: '{"__proto__":7,"toString":"t"}',
          verdict: 'fail',
        },
        {
          op: 'POST /things',
          status: 200,
          type: 'application/json',
          text: '{"toString":"t"}',
          verdict: 'fail',
        },
        {
          op: 'POST /things',
          status: 200,
          type: 'application/json',
          text: '{"__proto__":"p"}',
          verdict: 'fail',
        },
      ],
    },
  ),
  inYaml(
    'schemas, parameters, tags and operations that are called like something else',
    yaml(
      `
  /hasOwnProperty/{constructor}:
    get:
      tags: [__proto__]
      operationId: toString
      parameters: [{name: constructor, in: path, required: true, example: 4, schema: {type: integer}}, {name: __proto__, in: query, required: true, example: p, schema: {type: string}}, {name: toString, in: header, required: true, example: t, schema: {type: string}}]
      responses: {'200': {description: Fine, content: {application/json: {schema: {$ref: '#/components/schemas/constructor'}}}}}
  /__proto__:
    get:
      tags: [constructor]
      summary: __proto__
      responses: {'200': {description: Fine, content: {application/json: {schema: {$ref: '#/components/schemas/__proto__'}}}}}`,
      {
        more: `components: {schemas: {constructor: {type: array, items: {$ref: '#/components/schemas/__proto__'}}, __proto__: {type: integer}, valueOf: {type: string}}}`,
      },
    ),
    {
      count: 2,
      uniqueNames: true,
      requests: [
        {
          op: 'GET /hasOwnProperty/{constructor}',
          path: '/v1/hasOwnProperty/4',
          query: [['__proto__', 'p']],
          headers: { tostring: '^t$' },
        },
        { op: 'GET /__proto__', path: '/v1/__proto__' },
      ],
      verdicts: [
        ...verdicts('GET /hasOwnProperty/{constructor}', 200, [[1]], [['1'], 1]),
        ...verdicts('GET /__proto__', 200, [1], ['1', {}]),
      ],
    },
  ),
  refused(
    'a sign-in page in the place of the contract',
    {
      'contract.yaml':
        '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>Sign in to go on</body></html>\n',
    },
    'contract.yaml',
    ['contract.yaml', 'HTML'],
  ),
];
