import { deepEqual, equal } from 'node:assert/strict';
import type { LifeCycles } from '../../../scripts/contract/life-cycles/life-cycles';
import { describeDocument, documentWith } from '../../support/describe-document';

const ok = 'responses: { "204": { description: Done } }';
/** A success with a body of that schema. */
const answers = (schema: string, status = '201') =>
  `responses: { "${status}": { description: Done, content: { application/json: { schema: ${schema} } } } }`;
const object = (...properties: string[]) =>
  `{ type: object, properties: { ${properties.map((name) => `${name}: { type: string }`).join(', ')} } }`;
const inPath = (...names: string[]) =>
  `parameters: [${names.map((name) => `{ name: ${name}, in: path, required: true, schema: { type: string, example: X1 } }`).join(', ')}]`;

function cyclesOf(paths: string): LifeCycles {
  return describeDocument(documentWith(`paths:\n${paths}`)).contract.lifeCycles;
}

/** `petId = POST /pets /id: GET /pets/{petId} path petId`, for each variable. */
function told({ variables }: LifeCycles): string[] {
  return variables.map(({ name, source, places }) => {
    const from = source.kind === 'answer' ? source.from.map(({ operation, at }) => `${operation} ${at}`) : [];
    const to = places.map((place) => `${place.operation} ${place.in} ${place.name}`);
    return `${name} = ${from.join(' + ')}: ${to.join(', ')}`;
  });
}

describe('what POST /P gives to /P/{param}', () => {
  it('is the field that is called like the parameter', () => {
    const cycles = cyclesOf(`
  /shipments: { post: { ${answers(object('id', 'number'))} } }
  /shipments/{number}: { get: { ${inPath('number')}, ${ok} } }`);
    deepEqual(told(cycles), [
      'shipmentNumber = POST /shipments /number: GET /shipments/{number} path number',
    ]);
  });

  it('is the field that the parameter names together with what is made', () => {
    const cycles = cyclesOf(`
  /shipments: { post: { ${answers(object('id', 'number'))} } }
  /shipments/{shipmentNumber}/files: { get: { ${inPath('shipmentNumber')}, ${ok} } }
  /shipments/{shipment_id}: { put: { ${inPath('shipment_id')}, ${ok} } }`);
    deepEqual(told(cycles), [
      'shipmentNumber = POST /shipments /number: GET /shipments/{shipmentNumber}/files path shipmentNumber',
      'shipmentId = POST /shipments /id: PUT /shipments/{shipment_id} path shipment_id',
    ]);
  });

  it('is the id, where the parameter is some id', () => {
    const cycles = cyclesOf(`
  /payment-links: { post: { ${answers(object('url', 'id'))} } }
  /payment-links/{linkId}: { get: { ${inPath('linkId')}, ${ok} } }`);
    deepEqual(told(cycles), [
      'paymentLinkId = POST /payment-links /id: GET /payment-links/{linkId} path linkId',
    ]);
  });

  it('is nothing where no field fits, an object stands there, or no JSON comes', () => {
    for (const answer of [
      answers(object('reference')),
      answers(
        '{ type: object, properties: { id: { type: object, properties: { raw: { type: string } } } } }',
      ),
      'responses: { "201": { description: Done, content: { text/plain: { schema: { type: string } } } } }',
      'responses: { default: { description: Failed, content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } } }',
    ]) {
      const cycles = cyclesOf(`
  /pets: { post: { ${answer} } }
  /pets/{id}: { get: { ${inPath('id')}, ${ok} }, delete: { ${inPath('id')}, ${ok} } }`);
      deepEqual([cycles.variables, cycles.resources], [[], []], answer);
    }
  });

  it('does not come from a POST that only reads, nor from a PUT', () => {
    const paths = `paths:
  /searches: { post: { ${answers(object('id'))} } }
  /searches/{id}: { get: { ${inPath('id')}, ${ok} } }
  /drafts: { put: { ${answers(object('id'))} } }
  /drafts/{id}: { get: { ${inPath('id')}, ${ok} } }`;
    const { contract } = describeDocument(documentWith(paths), { reads: ['POST /searches'] });
    deepEqual(contract.lifeCycles.variables, []);
  });

  it('is not what a longer segment begins with', () => {
    const cycles = cyclesOf(`
  /pets: { post: { ${answers(object('id'))} } }
  /pets-and-owners/{id}: { get: { ${inPath('id')}, ${ok} } }
  /pets/list/{id}: { get: { ${inPath('id')}, ${ok} } }
  /pets/{id}.json: { get: { ${inPath('id')}, ${ok} } }`);
    deepEqual(cycles.variables, []);
  });

  it('is found in allOf, behind references and in a schema that leads back to itself', () => {
    const { contract } = describeDocument(
      documentWith(`paths:
  /pets: { post: { ${answers('{ allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object }] }')} } }
  /pets/{petId}: { get: { ${inPath('petId')}, ${ok} } }
components:
  schemas:
    Id: { type: string, nullable: true }
    Pet:
      type: object
      properties: { id: { $ref: "#/components/schemas/Id" }, parent: { $ref: "#/components/schemas/Pet" } }`),
    );
    deepEqual(told(contract.lifeCycles), ['petId = POST /pets /id: GET /pets/{petId} path petId']);
  });

  it('gets a longer name where two would be called the same', () => {
    const cycles = cyclesOf(`
  /mail/subscribers: { post: { ${answers(object('id'))} } }
  /mail/subscribers/{id}: { get: { ${inPath('id')}, ${ok} } }
  /push/subscribers: { post: { ${answers(object('id'))} } }
  /push/subscribers/{id}: { get: { ${inPath('id')}, ${ok} } }`);
    deepEqual(told(cycles), [
      'subscriberId = POST /mail/subscribers /id: GET /mail/subscribers/{id} path id',
      'pushSubscriberId = POST /push/subscribers /id: GET /push/subscribers/{id} path id',
    ]);
  });

  it('is not called like the secret of a security scheme', () => {
    const { contract } = describeDocument(
      documentWith(`paths:
  /sessions: { post: { ${answers(object('id'))} } }
  /sessions/{id}: { get: { ${inPath('id')}, ${ok} } }
components: { securitySchemes: { session_id: { type: apiKey, in: header, name: X-Session } } }`),
    );
    deepEqual(
      contract.lifeCycles.variables.map(({ name }) => name),
      ['_sessionId'],
    );
  });

  it('has the contract’s example of its first place, and says where it comes from', () => {
    const [variable] = cyclesOf(`
  /pets: { post: { ${answers('{ type: object, properties: { id: { type: string, example: P7 } } }')} } }
  /pets/{id}: { get: { ${inPath('id')}, ${ok} } }`).variables;
    equal(variable?.example, 'X1');
    equal(variable?.description, "Kept from the answer of POST /pets; until then the contract's example.");
  });
});

describe('what is created', () => {
  const pets = (below: string) => `
  /pets: { post: { ${answers(object('id', 'name'))} } }
${below}`;

  it('is deleted by DELETE at its own path', () => {
    deepEqual(cyclesOf(pets(`  /pets/{id}: { delete: { ${inPath('id')}, ${ok} } }`)).resources, [
      { maker: 'POST /pets', id: '/id', variable: 'petId', deleter: 'DELETE /pets/{id}' },
    ]);
  });

  it('is deleted by nothing where only a part of it is, or DELETE never succeeds', () => {
    for (const below of [
      `  /pets/{id}/toys: { delete: { ${inPath('id')}, ${ok} } }`,
      `  /pets/{id}: { delete: { ${inPath('id')}, responses: { "405": { description: Never } } } }`,
    ]) {
      deepEqual(cyclesOf(pets(below)).resources, [
        { maker: 'POST /pets', id: '/id', variable: 'petId', deleter: undefined },
      ]);
    }
  });

  it('is known by that by which it is deleted', () => {
    const cycles = cyclesOf(
      pets(`  /pets/{id}: { get: { ${inPath('id')}, ${ok} } }
  /pets/{name}: { delete: { ${inPath('name')}, ${ok} } }`),
    );
    deepEqual(cycles.resources, [
      { maker: 'POST /pets', id: '/name', variable: 'petName', deleter: 'DELETE /pets/{name}' },
    ]);
  });

  it('has no deleter that takes more than its id', () => {
    const cycles = cyclesOf(`
  /pets/{petId}/toys: { post: { ${inPath('petId')}, ${answers(object('id'))} } }
  /pets/{petId}/toys/{toyId}: { delete: { ${inPath('petId', 'toyId')}, ${ok} } }`);
    deepEqual(cycles.resources, [
      { maker: 'POST /pets/{petId}/toys', id: '/id', variable: 'toyId', deleter: undefined },
    ]);
  });
});
