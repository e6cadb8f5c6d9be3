import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { documentOf, findingsIn, placesOf, SCHEMA, schemaOf } from '../../../support/contract-findings';

const broken = (yaml: string) => placesOf('EXAMPLE', yaml);

/** One operation with a parameter, a body and an answer. */
const operation = (members: string, components = '') =>
  documentOf(`paths:\n  /parcels:\n    post:\n${members.replace(/^/gm, '      ')}\n${components}`);
const OK = "responses: { '200': { description: Fine } }";
const POST = '/paths/~1parcels/post';

describe('examples that break their own schema', () => {
  describe('in a schema', () => {
    it('tells the example, the default and, in 3.1, each of the examples', () => {
      deepStrictEqual(broken(schemaOf('{ type: integer, example: "1" }')), [`${SCHEMA}/example`]);
      deepStrictEqual(broken(schemaOf('{ type: integer, maximum: 9, default: 10 }')), [`${SCHEMA}/default`]);
      deepStrictEqual(broken(schemaOf('{ type: integer, examples: [1, x] }', '3.1.0')), [
        `${SCHEMA}/examples/1`,
      ]);
    });

    it('says it in words where the keyword holds schemas', () => {
      const list = schemaOf('{ type: array, items: { not: { type: object } }, example: [{}] }');
      strictEqual(
        findingsIn(list)[0]?.message,
        "the example breaks its schema's `not`: /0 is what `not` rules out",
      );
    });

    it('names the keyword and the place in the value', () => {
      const [finding] = findingsIn(
        schemaOf(
          '{ type: object, properties: { a: { type: array, items: { minLength: 3 } } }, example: { a: [abc, ab] } }',
        ),
      );
      strictEqual(
        finding?.message,
        "the example breaks its schema's `minLength`: /a/1 does not satisfy minLength 3",
      );
      strictEqual(finding.line, 11);
      strictEqual(finding.severity, 'finding');
    });

    for (const [schema, keyword] of [
      ['{ type: string, example: 4001 }', 'type'],
      ['{ type: string, pattern: "^[a-z]+$", example: A }', 'pattern'],
      ['{ type: string, pattern: "^\\\\p{L}+$", example: "1" }', 'pattern'],
      ['{ type: string, format: date, example: 2024-13-01 }', 'format'],
      ['{ type: integer, format: int32, example: 2147483648 }', 'maximum'],
      ['{ type: number, multipleOf: 0.01, example: 0.075 }', 'multipleOf'],
      ['{ type: number, minimum: 1, exclusiveMinimum: true, example: 1 }', 'minimum'],
      ['{ type: string, enum: [a, b], example: c }', 'enum'],
      ['{ type: array, items: {}, uniqueItems: true, example: [1, 1] }', 'uniqueItems'],
      ['{ type: object, required: [a], properties: { a: {} }, example: {} }', 'required'],
      [
        '{ type: object, properties: {}, additionalProperties: false, example: { a: 1 } }',
        'additionalProperties',
      ],
      ['{ allOf: [{ minLength: 2 }, { maxLength: 3 }], example: abcd }', 'maxLength'],
      ['{ oneOf: [{ type: string }, { maxLength: 3 }], example: a }', 'oneOf'],
      ['{ anyOf: [{ type: string }, { type: integer }], example: true }', 'anyOf'],
      ['{ not: { type: string }, example: a }', 'not'],
      ['{ type: string, example: null }', 'type'],
    ] as const) {
      it(`tells ${keyword} of ${schema}`, () => {
        const messages = findingsIn(schemaOf(schema)).map(({ message }) => /`(\w+)`:/.exec(message)?.[1]);
        deepStrictEqual(messages, [keyword]);
      });
    }

    for (const schema of [
      '{ type: string, example: "4001" }',
      '{ type: string, format: date, example: 2024-12-01 }',
      '{ type: string, format: email, example: a@b }',
      '{ type: string, format: colour, example: mauve }',
      '{ type: number, multipleOf: 0.01, example: 0.07 }',
      '{ type: string, pattern: "^\\\\p{L}+$", example: Ж }',
      '{ type: string, nullable: true, example: null }',
      '{ type: string, nullable: true, enum: [a], example: null }',
      '{ allOf: [{ type: string }], nullable: true, example: null }',
      '{ type: string, maxLength: 1, example: 🙂 }',
      '{ type: object, properties: { $ref: { type: string } }, example: { $ref: a } }',
      '{ type: object, required: [constructor], properties: { constructor: {} }, example: { constructor: 1 } }',
      '{ type: object, additionalProperties: { type: integer }, example: { a: 1 } }',
      '{ oneOf: [{ type: string }, { type: integer }], example: 1 }',
      '{ type: string, pattern: "[", example: a }',
      '{ minLength: many, example: a }',
    ]) {
      it(`keeps quiet about ${schema}`, () => deepStrictEqual(broken(schemaOf(schema)), []));
    }

    it('judges a schema that leads to itself, and gives up on one that never ends', () => {
      const node = '{ type: object, properties: { next: { $ref: "#/components/schemas/Parcel" } }, example:';
      deepStrictEqual(broken(schemaOf(`${node} { next: { next: {} } } }`)), []);
      deepStrictEqual(broken(schemaOf(`${node} { next: { next: 1 } } }`)), [`${SCHEMA}/example`]);
      deepStrictEqual(
        broken(schemaOf('{ allOf: [{ $ref: "#/components/schemas/Parcel" }], example: 1 }')),
        [],
      );
    });

    it('lets an example of a schema be that of a request or of an answer', () => {
      const schema = (example: string) =>
        `{ type: object, required: [id, key], properties: { id: { type: integer, readOnly: true }, key: { writeOnly: true } }, example: ${example} }`;
      deepStrictEqual(broken(schemaOf(schema('{ id: 1 }'))), []);
      deepStrictEqual(broken(schemaOf(schema('{ key: 1 }'))), []);
      deepStrictEqual(broken(schemaOf(schema('{}'))), [`${SCHEMA}/example`]);
      deepStrictEqual(broken(schemaOf(schema('{ id: x, key: 1 }'))), [`${SCHEMA}/example`]);
    });

    it('goes by the discriminator', () => {
      const yaml = (kind: string) =>
        schemaOf(
          `{ oneOf: [{ $ref: '#/components/schemas/Box' }, { $ref: '#/components/schemas/Bag' }], discriminator: { propertyName: kind }, example: { kind: ${kind} } }`,
          '3.0.3',
          `    Box: { type: object, properties: { kind: { type: string } } }
    Bag: { type: object, properties: { kind: { type: string } } }`,
        );
      deepStrictEqual(broken(yaml('Box')), []);
      deepStrictEqual(broken(yaml('Tin')), [`${SCHEMA}/example`]);
    });

    it('ignores in 3.0, and judges in 3.1, what stands beside a $ref', () => {
      const others = '    Name: { type: string }';
      const schema = "{ type: object, properties: { n: { $ref: '#/components/schemas/Name', default: 1 } } }";
      deepStrictEqual(broken(schemaOf(schema, '3.0.3', others)), []);
      deepStrictEqual(broken(schemaOf(schema, '3.1.0', others)), [`${SCHEMA}/properties/n/default`]);
    });
  });

  it('tells those of parameters and headers', () => {
    deepStrictEqual(
      broken(
        operation(`parameters:
  - { name: a, in: query, schema: { type: integer }, example: x }
  - { name: b, in: query, schema: { type: integer }, examples: { one: { value: 1 }, two: { value: x } } }
  - { name: c, in: query, schema: { type: integer }, example: 1 }
responses: { '200': { description: Fine, headers: { X-Left: { schema: { type: integer }, example: few } } } }`),
      ),
      [
        `${POST}/parameters/0/example`,
        `${POST}/parameters/1/examples/two/value`,
        `${POST}/responses/200/headers/X-Left/example`,
      ],
    );
  });

  it('tells those of bodies, and follows a $ref to an example', () => {
    deepStrictEqual(
      broken(
        operation(
          `requestBody:
  content:
    application/json:
      schema: { type: object, required: [id, at], properties: { id: { type: integer }, at: { readOnly: true } } }
      examples: { good: { value: { id: 1 } }, bad: { $ref: '#/components/examples/Bad' } }
${OK}`,
          'components: { examples: { Bad: { value: { id: x } } } }',
        ),
      ),
      ['/components/examples/Bad/value'],
    );
  });

  it('asks of an answer what is readOnly, and no secret', () => {
    const answer = (example: string) =>
      operation(`responses:
  '200':
    description: Fine
    content:
      application/json:
        schema: { type: object, required: [at], properties: { at: { readOnly: true }, key: { writeOnly: true } } }
        example: ${example}`);
    const place = `${POST}/responses/200/content/application~1json/example`;
    deepStrictEqual(broken(answer('{ at: 1 }')), []);
    deepStrictEqual(broken(answer('{}')), [place]);
    deepStrictEqual(broken(answer('{ at: 1, key: k }')), [place]);
  });

  it('takes a text for what is sent, where the media type is not JSON', () => {
    const body = (type: string, example: string) =>
      operation(`requestBody: { content: { ${type}: { schema: { type: object, properties: { a: { type: integer } } }, example: ${example} } } }
${OK}`);
    deepStrictEqual(broken(body('application/xml', '"<a>1</a>"')), []);
    deepStrictEqual(broken(body('application/json', '\'{"a":1}\'')).length, 1);
    deepStrictEqual(broken(body('application/problem+json', 'a')).length, 1);
    deepStrictEqual(broken(body('application/x-www-form-urlencoded', '{ a: x }')).length, 1);
  });
});
