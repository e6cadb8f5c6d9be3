import { deepEqual } from 'node:assert/strict';
import type { Problem } from '../../../scripts/spec/problem';
import { describeDocument, documentWith } from '../../support/describe-document';

const ok = 'responses: { "204": { description: Done } }';
const paths = `
  /orders/{ref}:
    get: { operationId: readOrder, parameters: [{ name: ref, in: path, required: true, schema: { type: string } }], ${ok} }
    delete: { operationId: dropOrder, parameters: [{ name: ref, in: path, required: true, schema: { type: string } }], ${ok} }
  /rates:
    get:
      operationId: readRates
      parameters:
        - { name: id, in: query, schema: { type: string } }
        - { name: id, in: header, schema: { type: string } }
        - { name: X-Key, in: header, schema: { type: string } }
      ${ok}`;

/** A document in which an operation at /orders has one link. */
function withLink(link: string, method = 'post', more = ''): string {
  return documentWith(`paths:
  /orders:
    ${method}:
      responses:
        "201":
          description: Made
          content: { application/json: { schema: { type: object } } }
          links: { next: ${link} }${paths}${more}`);
}

function read(document: string): { variables: string[]; problems: Problem[] } {
  const { contract, problems } = describeDocument(document);
  const variables = contract.lifeCycles.variables.map(({ name, source, places }) => {
    const from = source.kind === 'answer' ? source.from : [];
    const to = places.map((place) => `${place.operation} ${place.in} ${place.name}`);
    return `${name} = ${from.map((place) => `${place.operation} ${place.in} ${place.at}`).join(' + ')}: ${to.join(', ')}`;
  });
  return { variables, problems };
}

describe('links', () => {
  it('give what the body of an answer holds to an operation named by its id', () => {
    const { variables, problems } = read(
      withLink(`{ operationId: readOrder, parameters: { ref: $response.body#/order/ref } }`),
    );
    deepEqual(variables, ['orderRef = POST /orders body /order/ref: GET /orders/{ref} path ref']);
    deepEqual(problems, []);
  });

  it('give a header of an answer to an operation named by a reference', () => {
    const link = `{ operationRef: "#/paths/~1orders~1%7Bref%7D/get", parameters: { ref: $response.header.X-Order } }`;
    deepEqual(read(withLink(link)).variables, [
      'orderXOrder = POST /orders header X-Order: GET /orders/{ref} path ref',
    ]);
  });

  it('stand in components, too', () => {
    const components = `
components: { links: { next: { operationId: readOrder, parameters: { ref: $response.body#/ref } } } }`;
    deepEqual(read(withLink('{ $ref: "#/components/links/next" }', 'post', components)).variables, [
      'orderRef = POST /orders body /ref: GET /orders/{ref} path ref',
    ]);
  });

  it('say which of two parameters of a name they mean', () => {
    const link = `{ operationId: readRates, parameters: { header.id: $response.body#/id } }`;
    deepEqual(read(withLink(link)).variables, ['orderId = POST /orders body /id: GET /rates header id']);
    deepEqual(read(withLink(link.replace('header.id', 'id'))).variables, [
      'orderId = POST /orders body /id: GET /rates query id',
    ]);
  });

  it('may give one value to several requests', () => {
    const parameters = 'parameters: { id: $response.body#/ref, X-Key: $response.body#/ref }';
    deepEqual(read(withLink(`{ operationId: readRates, ${parameters} }`)).variables, [
      'orderRef = POST /orders body /ref: GET /rates query id, GET /rates header X-Key',
    ]);
  });

  it('of what makes something go before those of what reads it', () => {
    const document = documentWith(`paths:
  /orders:
    get:
      responses:
        "200": { description: List, links: { one: { operationId: readOrder, parameters: { ref: $response.body#/0/ref } } } }
    post:
      responses:
        "201": { description: Made, links: { one: { operationId: readOrder, parameters: { ref: $response.body#/ref } } } }
${paths.slice(1)}`);
    deepEqual(read(document).variables, ['orderRef = POST /orders body /ref: GET /orders/{ref} path ref']);
  });

  it('of a second operation that makes it add to the first', () => {
    const document = documentWith(`paths:
  /orders:
    post:
      responses:
        "201": { description: Made, links: { one: { operationId: readOrder, parameters: { ref: $response.body#/ref } } } }
    put:
      responses:
        "200": { description: Changed, links: { one: { operationId: readOrder, parameters: { ref: $response.body#/new } } } }
${paths.slice(1)}`);
    deepEqual(read(document).variables, [
      'orderRef = POST /orders body /ref + PUT /orders body /new: GET /orders/{ref} path ref',
    ]);
  });

  const at = '/paths/~1orders/post/responses/201/links/next';
  const refused: [what: string, link: string, pointer: string, words: RegExp][] = [
    [
      'a parameter that is not there',
      '{ operationId: readOrder, parameters: { id: $response.body#/id } }',
      `${at}/parameters/id`,
      /GET \/orders\/\{ref\} has no parameter id/,
    ],
    [
      'what the request sent',
      '{ operationId: readOrder, parameters: { ref: $request.body#/id } }',
      `${at}/parameters/ref`,
      /\$request\.body#\/id" names no value in an answer/,
    ],
    [
      'the body as a whole',
      '{ operationId: readOrder, parameters: { ref: $response.body } }',
      `${at}/parameters/ref`,
      /names no value/,
    ],
    [
      'a constant',
      '{ operationId: readOrder, parameters: { ref: 7 } }',
      `${at}/parameters/ref`,
      /^7 names no/,
    ],
    [
      'a text around a value',
      '{ operationId: readOrder, parameters: { ref: "no-{$response.body#/id}" } }',
      `${at}/parameters/ref`,
      /names no value/,
    ],
    [
      'a request body',
      '{ operationId: readOrder, requestBody: $response.body#/id }',
      `${at}/requestBody`,
      /requestBody/,
    ],
    ['an operation that is not there', '{ operationId: readAll }', at, /leads to readAll, which/],
    ['what is no name', '{ operationId: { a: 1 } }', at, /leads to what is no name, which/],
    ['another document', '{ operationRef: "other.yaml#/paths/~1a/get" }', at, /leads to other\.yaml#/],
    ['a path that is not there', '{ operationRef: "#/paths/~1a/get" }', at, /leads to #\/paths/],
  ];
  for (const [what, link, pointer, words] of refused) {
    it(`with ${what} are told and not used`, () => {
      const { variables, problems } = read(withLink(link));
      deepEqual(variables, []);
      deepEqual(
        problems.map((problem) => [
          problem.code,
          problem.severity,
          problem.pointer,
          words.test(problem.message),
        ]),
        [['UNSUPPORTED', 'warning', pointer, true]],
        problems[0]?.message,
      );
    });
  }

  it('of an answer that is no success are told and not used', () => {
    const document = withLink('{ operationId: readOrder, parameters: { ref: $response.body#/ref } }').replace(
      '"201"',
      '"409"',
    );
    const { variables, problems } = read(document);
    deepEqual(variables, []);
    deepEqual(
      problems.map(({ pointer }) => pointer),
      ['/paths/~1orders/post/responses/409/links'],
    );
  });

  it('never let something be deleted that was only read', () => {
    const link = '{ operationId: dropOrder, parameters: { ref: $response.body#/0/ref } }';
    const { variables, problems } = read(withLink(link, 'get'));
    deepEqual(variables, []);
    deepEqual(
      problems.map(({ message }) => message),
      ['GET /orders makes nothing, so what it gives is not deleted; the link is not used'],
    );
  });
});
