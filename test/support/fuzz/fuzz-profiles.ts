import type { FuzzSource } from './fuzz-documents';

/** A contract that a profile has much to say about. */
const API = `openapi: 3.0.3
info: {title: Depots, version: '1'}
servers: [{url: 'https://test.example.test/v1'}, {url: 'https://live.example.test/v1'}]
security: [{Token: []}]
paths:
  /login:
    get:
      security: []
      parameters: [{name: key, in: query, required: true, schema: {type: string}}]
      responses: {'200': {description: Fine, content: {application/json: {schema: {type: object, properties: {jwt: {type: string}}}}}}, '401': {description: No}}
  /keys:
    post:
      security: []
      requestBody: {content: {application/json: {schema: {type: object, properties: {phone: {type: string}}}}}}
      responses: {'200': {description: Fine, content: {application/json: {schema: {type: object, properties: {key: {type: string}}}}}}, '429': {description: Later}}
  /depots:
    get:
      parameters: [{name: 'ids[]', in: query, schema: {type: array, items: {type: integer}}}, {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 50}}]
      responses: {'200': {description: Fine, content: {application/json: {schema: {type: object, properties: {items: {type: array, items: {$ref: '#/components/schemas/Depot'}}, total: {type: integer}}}}}}, '400': {description: No}}
    post:
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Depot'}, example: {name: a, day: '2026-01-01'}}}}
      responses: {'201': {description: Made, headers: {Location: {schema: {type: string}}}, content: {application/json: {schema: {$ref: '#/components/schemas/Depot'}}}}, '409': {description: No}, '422': {description: No}}
  /depots/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
    get: {responses: {'200': {description: Fine, content: {application/json: {schema: {$ref: '#/components/schemas/Depot'}}}}, '404': {description: None}}}
    put:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Depot'}}}}
      responses: {'200': {description: Fine}, '404': {description: None}}
    delete: {responses: {'204': {description: Gone}, '404': {description: None}}}
  /search: {post: {responses: {'200': {description: Fine}}}}
components:
  securitySchemes: {Token: {type: apiKey, in: header, name: Authorization}}
  schemas: {Depot: {type: object, required: [name], properties: {id: {type: integer, readOnly: true}, name: {type: string}, day: {type: string, format: date}}}}
`;

/** Says one thing of each kind. */
const PROFILE = `name: Depots API
environments:
  sandbox: {server: 'https://test.example.test/v1', role: sandbox, alsoAt: ['https://test2.example.test/v1'], allowWrites: true}
  production: {server: 'https://live.example.test/v1', role: production}
  stand-in: {server: 'http://127.0.0.1:4020/v1', standIn: true, apiKey: public, phone: '48000000000'}
login:
  operation: GET /login
  apiKey: {in: query, name: key}
  jwt: /jwt
  send: {in: header, name: Authorization}
  scheme: Token
  lifetime: 600
  source: https://docs.example.test/login
testKey: {operation: POST /keys, phone: /phone, apiKey: /key, dailyLimit: 429}
reads: [POST /search]
writes: [GET /depots]
inputs: strict
probes: thorough
timeLimit: 3000
deleters: [{operation: POST /depots, by: 'DELETE /depots/{id}', id: /id}]
deviations: [{check: body is empty, operation: POST /depots, reason: it comes with a text, until: '2099-12-31'}]
variables:
  depotId: {from: {POST /depots: /id}, to: {'GET /depots': 'query ids[]', 'GET /depots/{id}': path id}}
  firstId: {lookUp: {send: 'GET /depots?limit=1', take: /items/0/id}, to: {'PUT /depots/{id}': [path id]}}
  location: {from: {POST /depots: header Location}}
  country: {value: PL, description: Where it stands.}
  day: {date: {workdays: 2, text: '{date}'}, to: {POST /depots: body /day}}
order: [[POST /search, POST /depots]]
readsBack: {POST /depots: {/name: /name}}
notNow: [{operation: POST /depots, statuses: [409], reason: the yard is full}]
`;

/** The contract with its profile: either may be broken. */
export const FUZZ_PROFILES: readonly FuzzSource[] = ['profile.yaml', 'profile.yaml', 'api.yaml'].map(
  (mutated) => ({
    mutated,
    files: { 'api.yaml': API, 'profile.yaml': PROFILE },
    spec: 'api.yaml',
    profile: 'profile.yaml',
  }),
);
