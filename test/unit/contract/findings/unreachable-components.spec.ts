import { deepStrictEqual } from 'node:assert/strict';
import { documentOf, placesOf } from '../../../support/contract-findings';

const unreachable = (yaml: string, version?: string) => placesOf('UNREACHABLE', documentOf(yaml, version));
const answer = (name: string) => `paths:
  /parcels:
    get:
      responses:
        '200': { description: Fine, content: { application/json: { schema: { $ref: '#/components/schemas/${name}' } } } }
`;

describe('components that no operation leads to', () => {
  it('tells every kind of them', () => {
    deepStrictEqual(
      unreachable(`${answer('A')}components:
  schemas: { A: {}, B: {} }
  responses: { R: { description: R } }
  parameters: { P: { name: p, in: query, schema: {} } }
  examples: { E: { value: 1 } }
  requestBodies: { Q: { content: {} } }
  headers: { H: { schema: {} } }
  securitySchemes: { S: { type: http, scheme: basic } }
  links: { L: { operationId: l } }
  callbacks: { C: {} }`),
      [
        '/components/schemas/B',
        '/components/responses/R',
        '/components/parameters/P',
        '/components/examples/E',
        '/components/requestBodies/Q',
        '/components/headers/H',
        '/components/securitySchemes/S',
        '/components/links/L',
        '/components/callbacks/C',
      ],
    );
  });

  it('goes over several references, and is not misled by a circle', () => {
    deepStrictEqual(
      unreachable(`${answer('A')}components:
  schemas:
    A: { properties: { b: { $ref: '#/components/schemas/B' } } }
    B: { items: { $ref: '#/components/schemas/a~1b' } }
    a/b: { items: { $ref: '#/components/schemas/__proto__/properties/x' } }
    __proto__: { properties: { x: {} } }
    X: { items: { $ref: '#/components/schemas/Y' } }
    Y: { items: { $ref: '#/components/schemas/X' } }`),
      ['/components/schemas/X', '/components/schemas/Y'],
    );
  });

  it('counts what a discriminator maps to, and what builds on its schema', () => {
    deepStrictEqual(
      unreachable(`${answer('A')}components:
  schemas:
    A: { type: object, discriminator: { propertyName: kind, mapping: { b: '#/components/schemas/B', c: C } } }
    B: {}
    C: {}
    Heir: { allOf: [{ $ref: '#/components/schemas/A' }] }
    HeirOfHeir: { allOf: [{ $ref: '#/components/schemas/Heir' }] }
    Stranger: { allOf: [{ $ref: '#/components/schemas/B' }] }`),
      ['/components/schemas/Stranger'],
    );
  });

  it('counts webhooks and extensions as users', () => {
    deepStrictEqual(
      unreachable(
        `paths: {}
webhooks: { a: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } }
x-webhooks: { b: { $ref: '#/components/schemas/B' } }
components: { schemas: { A: {}, B: {} } }`,
        '3.1.0',
      ),
      [],
    );
  });

  it('asks of a security scheme that the document or an operation names it', () => {
    const schemes = (names: string) => `components: { securitySchemes: { ${names} } }`;
    deepStrictEqual(
      unreachable(`paths: {}\nsecurity: [{ A: [] }]\n${schemes('A: { type: http, scheme: basic }')}`),
      [],
    );
    deepStrictEqual(
      unreachable(`paths: { /a: { get: { security: [{}, { B: [] }], responses: { '200': { description: Fine } } } } }
${schemes('A: { type: http, scheme: basic }, B: { type: http, scheme: bearer }')}`),
      ['/components/securitySchemes/A'],
    );
  });
});
