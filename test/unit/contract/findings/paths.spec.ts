import { deepStrictEqual } from 'node:assert/strict';
import { documentOf, findingsIn, placesOf } from '../../../support/contract-findings';

const OK = "responses: { '200': { description: Fine } }";
const path = (name: string) => `{ name: ${name}, in: path, required: true, schema: { type: string } }`;
const item = (template: string, method = 'get', schema = '{ type: string }') => {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const parameters = names.map((name) => `{ name: ${name}, in: path, required: true, schema: ${schema} }`);
  return `  ${template}: { ${method}: { parameters: [${parameters.join(', ')}], ${OK} } }\n`;
};
const ambiguous = (...items: string[]) => placesOf('AMBIGUOUS_PATH', documentOf(`paths:\n${items.join('')}`));

describe('ambiguous paths', () => {
  it('tells two that differ in names only, whatever their methods', () => {
    deepStrictEqual(ambiguous(item('/a/{x}'), item('/a/{y}', 'put')), ['/paths/~1a~1{y}']);
    deepStrictEqual(ambiguous(item('/a/{x}.json'), item('/a/{y}.json')), ['/paths/~1a~1{y}.json']);
  });

  it('tells two of which neither is the more concrete one', () => {
    deepStrictEqual(ambiguous(item('/a/{x}/b'), item('/a/c/{y}')), ['/paths/~1a~1c~1{y}']);
  });

  it('keeps quiet about a concrete path before a templated one', () => {
    deepStrictEqual(ambiguous(item('/a/{x}'), item('/a/mine'), item('/a/{x}/b'), item('/a/{x}/{y}')), []);
    deepStrictEqual(ambiguous(item('/a/{x}.json'), item('/a/{y}')), []);
  });

  it('keeps quiet about paths without a method or a server in common', () => {
    deepStrictEqual(ambiguous(item('/a/{x}/b'), item('/a/c/{y}', 'put')), []);
    const elsewhere = `  /a/c/{y}: { get: { servers: [{ url: https://upload.example.test }], parameters: [${path('y')}], ${OK} } }\n`;
    deepStrictEqual(ambiguous(item('/a/{x}/b'), elsewhere), []);
  });

  it('keeps quiet where a parameter cannot be the other text', () => {
    deepStrictEqual(ambiguous(item('/a/{x}/b', 'get', '{ type: integer }'), item('/a/c/{y}')), []);
    deepStrictEqual(ambiguous(item('/a/{x}/b'), item('/a/c/{y}', 'get', '{ enum: [d, e] }')), []);
    deepStrictEqual(ambiguous(item('/a/{x}/b', 'get', '{ type: integer }'), item('/a/7/{y}')), [
      '/paths/~1a~17~1{y}',
    ]);
  });

  it('keeps apart paths of other lengths, with another ending, and with other letters', () => {
    deepStrictEqual(ambiguous(item('/a'), item('/a/'), item('/A'), item('/a/{x}'), item('/a/{x}/')), []);
  });
});

describe('path parameters', () => {
  const parameters = (yaml: string) => placesOf('PATH_PARAMETER', documentOf(`paths:\n${yaml}`));

  it('tells one that the path lacks, at the parameter', () => {
    deepStrictEqual(
      parameters(
        `  /a/{id}:\n    parameters: [${path('id')}, ${path('ib')}]\n    get: { parameters: [${path('no')}], ${OK} }`,
      ),
      ['/paths/~1a~1{id}/parameters/1', '/paths/~1a~1{id}/get/parameters/0'],
    );
  });

  it('tells a name that no parameter declares, at the path or at the operation that lacks it', () => {
    deepStrictEqual(parameters(`  /a/{id}: { get: { ${OK} }, put: { ${OK} } }`), ['/paths/~1a~1{id}']);
    deepStrictEqual(
      parameters(`  /a/{id}:\n    get: { ${OK} }\n    put: { parameters: [${path('id')}], ${OK} }`),
      ['/paths/~1a~1{id}/get'],
    );
    deepStrictEqual(
      parameters(`  /a/{id}: { get: { parameters: [{ name: id, in: query, schema: {} }], ${OK} } }`),
      ['/paths/~1a~1{id}'],
    );
  });

  it('keeps quiet where the path item or a component declares it, and without operations', () => {
    deepStrictEqual(
      parameters(`  /a/{id}.{format}:
    parameters: [{ $ref: '#/components/parameters/Id' }]
    get: { parameters: [${path('format')}], ${OK} }
  /b/{id}: {}
components: { parameters: { Id: ${path('id')} } }`),
      [],
    );
  });
});

describe('what stands twice', () => {
  const duplicates = (yaml: string) => placesOf('DUPLICATE', documentOf(`paths:\n${yaml}`));

  it('tells the second operationId', () => {
    const [finding] = findingsIn(
      documentOf(`paths:\n  /a: { get: { operationId: list, ${OK} }, put: { operationId: put, ${OK} } }
  /b: { get: { operationId: list, ${OK} } }`),
    );
    deepStrictEqual(
      [finding?.pointer, finding?.line, finding?.message],
      ['/paths/~1b/get/operationId', 6, 'the operationId list is that of GET /a too'],
    );
    deepStrictEqual(
      duplicates(`  /a: { get: { operationId: a, ${OK} }, put: { operationId: A, ${OK} } }`),
      [],
    );
  });

  it('tells the second parameter, also behind a reference, and header names in any case', () => {
    deepStrictEqual(
      duplicates(`  /a:
    get:
      parameters:
        - { name: q, in: query, schema: {} }
        - { $ref: '#/components/parameters/Q' }
        - { name: X-A, in: header, schema: {} }
        - { name: x-a, in: header, schema: {} }
      ${OK}
components: { parameters: { Q: { name: q, in: query, schema: {} } } }`),
      ['/paths/~1a/get/parameters/1', '/paths/~1a/get/parameters/3'],
    );
  });

  it('keeps quiet about an override, another place and another case', () => {
    deepStrictEqual(
      duplicates(`  /a:
    parameters: [{ name: q, in: query, schema: {} }]
    get:
      parameters:
        - { name: q, in: query, schema: { type: string } }
        - { name: q, in: header, schema: {} }
        - { name: Q, in: query, schema: {} }
      ${OK}`),
      [],
    );
  });
});
