/** What the fuzz test mutates: some of everything that can be written. */

const OPENAPI = `openapi: 3.0.3
info: {title: Parcels, version: '1'}
servers:
  - url: https://{region}.example.test/v1/
    variables: {region: {default: eu, enum: [eu, us]}}
tags: [{name: Parcels, description: All of them}]
security: [{key: []}]
paths:
  /parcels/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
      - {$ref: '#/components/parameters/Page'}
    get:
      tags: [Parcels]
      operationId: readParcel
      parameters:
        - {name: filter, in: query, style: deepObject, schema: {type: object, properties: {a: {type: string, enum: [NO, on]}}}}
        - {name: ids, in: query, explode: false, schema: {type: array, items: {type: integer, minimum: 1, maximum: 9}}}
      responses:
        '200':
          description: Fine
          headers: {X-Rate: {schema: {type: integer}}}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/A'}
              examples: {one: {value: &one {name: a, at: 2020-01-01}}}
            application/pdf: {schema: {type: string, format: binary}}
        4XX: {$ref: '#/components/responses/Bad'}
        default: {description: Else}
    put:
      security: []
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: '#/components/schemas/Pet'}, example: *one}
          multipart/form-data:
            schema: {type: object, properties: {file: {type: string, format: binary}, note: {type: string}}}
            encoding: {note: {contentType: text/plain}}
      responses: {'204': {description: Done}}
  /login:
    post:
      requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: string}}}}}}
      responses: {'200': {description: Fine, content: {text/plain: {schema: {type: string, pattern: '^a+$'}}}}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: Authorization}
    who: {type: http, scheme: bearer}
  parameters:
    Page: {name: page, in: query, schema: {type: integer, default: 1}}
  responses:
    Bad: {description: Bad, content: {application/problem+json: {schema: {type: object, required: [code], properties: {code: {type: integer, nullable: true}}}}}}
  schemas:
    A: {type: object, required: [name], properties: {name: {type: string, minLength: 1}, parent: {$ref: '#/components/schemas/A'}, list: {type: array, items: {$ref: '#/components/schemas/A'}, maxItems: 2}}}
    Cat: {allOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {kind: {type: string}, lives: {type: number, multipleOf: 0.5}}, additionalProperties: false}]}
    Dog: {type: object, properties: {kind: {type: string}, age: {type: integer, readOnly: true}}}
    Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind, mapping: {dog: Dog}}}
`;

const NEWER = `{"openapi": "3.1.0", "info": {"title": "Depots", "version": "2"}, "servers": [{"url": "https://api.example.test"}],
 "paths": {"/depots": {"$ref": "#/components/pathItems/Depots"}, "/a-{b}.{c}": {"get": {
   "parameters": [{"name": "b", "in": "path", "required": true, "schema": {"type": ["string", "null"]}}, {"name": "c", "in": "path", "required": true, "content": {"application/json": {"schema": {}}}}],
   "callbacks": {"done": {"{$request.body#/url}": {"post": {"responses": {"200": {"description": "Fine"}}}}}},
   "responses": {"200": {"description": "Fine", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Depot", "description": "One"}}}}}}}},
 "components": {"pathItems": {"Depots": {"get": {"responses": {"200": {"description": "Fine"}}}}},
  "schemas": {"Depot": {"type": "object", "properties": {"id": {"const": 7}, "at": {"type": "array", "prefixItems": [{"type": "number"}], "items": false}}, "if": {"required": ["id"]}, "then": {"minProperties": 1}}}}}`;

const SWAGGER = `swagger: '2.0'
info: {title: Old, version: '1'}
host: api.example.test
basePath: /v1
schemes: [https]
consumes: [application/json]
produces: [application/json]
securityDefinitions: {who: {type: basic}, o: {type: oauth2, flow: accessCode, authorizationUrl: 'https://a.test', tokenUrl: 'https://a.test', scopes: {r: read}}}
parameters: {Body: {name: body, in: body, schema: {$ref: '#/definitions/A'}}}
responses: {Bad: {description: Bad, schema: {type: string}}}
definitions: {A: {type: object, discriminator: kind, required: [kind], properties: {kind: {type: string}, b: {$ref: '#/definitions/A'}}}}
paths:
  /a/{id}:
    parameters: [{name: id, in: path, required: true, type: string}, {$ref: '#/parameters/Body'}]
    post:
      parameters: [{name: ids, in: query, type: array, items: {type: integer}, collectionFormat: multi}]
      responses: {200: {description: Fine, schema: {$ref: '#/definitions/A'}, headers: {X-A: {type: integer}}, examples: {application/json: {kind: a}}}, 400: {$ref: '#/responses/Bad'}}
  /b:
    put:
      consumes: [multipart/form-data]
      parameters: [{name: file, in: formData, type: file}, {name: note, in: formData, type: string}]
      responses: {200: {description: Fine}}
`;

const PARTS = `A:
  type: object
  properties: {b: {$ref: '#/B'}, c: {$ref: 'api.yaml#/components/schemas/C'}}
B: {type: string}
item: {get: {responses: {'200': {$ref: '#/fine'}}}}
fine: {description: Fine, content: {application/json: {schema: {$ref: '#/A'}}}}
`;

const API = `openapi: 3.0.3
info: {title: Split, version: '1'}
servers: [{url: 'https://api.example.test'}]
paths:
  /a: {$ref: 'parts/all.yaml#/item'}
  /b: {get: {responses: {'200': {$ref: './parts/all.yaml#/fine'}}}}
components: {schemas: {C: {type: integer}, D: {$ref: 'parts/all.yaml#/A'}}}
`;

const block = (path: string, type: string) => `## About ${path}

\`\`\`json
{"openapi":"3.0.0","info":{"title":"Page","version":"1"},"servers":[{"url":"https://api.example.test/"}],"paths":{"/${path}":{"get":{"responses":{"404":{"description":"None","content":{"application/json":{"schema":{"$ref":"#/components/schemas/E"}}}}}}}},"components":{"schemas":{"E":{"type":"object","properties":{"code":{"type":"${type}"}}}}}}
\`\`\`
`;

/** A contract of one or several files. */
export interface FuzzSource {
  /** The file to mutate. */
  mutated: string;
  files: Record<string, string>;
  /** What `--spec` names. */
  spec: string;
  /** What `--profile` names. */
  profile?: string;
}

const SPLIT = { 'api.yaml': API, 'parts/all.yaml': PARTS.replace('api.yaml', '../api.yaml') };

/** Every form in which a contract comes. */
export const FUZZ_DOCUMENTS: readonly FuzzSource[] = [
  { mutated: 'api.yaml', files: { 'api.yaml': OPENAPI }, spec: 'api.yaml' },
  { mutated: 'api.json', files: { 'api.json': NEWER }, spec: 'api.json' },
  { mutated: 'old.yaml', files: { 'old.yaml': SWAGGER }, spec: 'old.yaml' },
  { mutated: 'parts/all.yaml', files: SPLIT, spec: 'api.yaml' },
  { mutated: 'api.yaml', files: SPLIT, spec: '.' },
  {
    mutated: 'page.md',
    files: { 'page.md': `# Page\n\n${block('a', 'string')}\n${block('b', 'integer')}` },
    spec: 'page.md',
  },
  { mutated: 'old.yaml', files: { 'old.yaml': SWAGGER, 'page.md': block('c', 'string') }, spec: '.' },
];
