import { inYaml, type Kind, verdicts, yaml } from './kind';

/** One operation that sends a schema and is answered by it. */
const both = (schema: string, more = '', version = '3.0.3') =>
  yaml(
    `
  /things:
    post:
      requestBody: {required: true, content: {application/json: {schema: ${schema}}}}
      responses: {'200': {description: Fine, content: {application/json: {schema: ${schema}}}}}`,
    { version, more: more === '' ? '' : `components:\n  schemas:\n${more.replace(/^\n/, '')}` },
  );
const OP = 'POST /things';
const thing = "{$ref: '#/components/schemas/Thing'}";

/** What schemas say. */
export const SCHEMAS: readonly Kind[] = [
  inYaml(
    'allOf in allOf, with a part without a type and one that only requires',
    both(
      thing,
      `
    Thing: {allOf: [{allOf: [{type: object, properties: {a: {type: integer, example: 3}}}, {properties: {b: {type: string, example: bee}}}]}, {required: [a, b]}, {type: object, properties: {c: {type: boolean, example: false}}}]}`,
    ),
    {
      requests: [{ op: OP, path: '/v1/things', json: { a: 3, b: 'bee', c: false } }],
      verdicts: verdicts(OP, 200, [{ a: 1, b: 'x' }], [{ a: 1 }, { b: 'x' }, { a: 'x', b: 'x' }]),
    },
  ),
  inYaml(
    'null in 3.0: plain, around a reference, and with an enum',
    both(
      thing,
      `
    Inner: {type: object, required: [x], properties: {x: {type: integer}}}
    Thing: {type: object, required: [a, b, c, d], properties: {a: {type: string, nullable: true}, b: {nullable: true, allOf: [{$ref: '#/components/schemas/Inner'}]}, c: {type: string, nullable: true, enum: [on, null]}, d: {type: integer}}}`,
    ),
    {
      verdicts: verdicts(
        OP,
        200,
        [
          { a: null, b: null, c: null, d: 1 },
          { a: '', b: { x: 1 }, c: 'on', d: 1 },
        ],
        [
          { a: 1, b: null, c: null, d: 1 },
          { a: null, b: {}, c: null, d: 1 },
          { a: null, b: null, c: 'off', d: 1 },
          { a: null, b: null, c: null, d: null },
        ],
      ),
    },
  ),
  inYaml(
    'null in 3.1: in a list of types, and as an alternative',
    both(
      "{type: object, required: [a, b], properties: {a: {type: [string, 'null']}, b: {oneOf: [{type: integer}, {type: 'null'}]}}}",
      '',
      '3.1.0',
    ),
    {
      verdicts: verdicts(
        OP,
        200,
        [
          { a: null, b: null },
          { a: 'x', b: 1 },
        ],
        [
          { a: 1, b: 1 },
          { a: 'x', b: 'x' },
        ],
      ),
    },
  ),
  inYaml(
    'fields that only one direction has, required and nested',
    both(
      thing,
      `
    Thing: {type: object, required: [id, name, secret, parts], properties: {id: {type: string, readOnly: true}, name: {type: string, example: Crane}, secret: {type: string, writeOnly: true, example: s3}, parts: {type: array, items: {type: object, required: [no, kind], properties: {no: {type: integer, readOnly: true}, kind: {type: string, example: hook}}}}}}`,
    ),
    {
      requests: [
        {
          op: OP,
          jsonHas: { name: 'Crane', secret: 's3' },
          bodyText: ['"kind"'],
          bodyNotText: ['"id"', '"no"'],
          jsonValid: true,
        },
      ],
      verdicts: verdicts(
        OP,
        200,
        [{ id: '1', name: 'n', parts: [{ no: 1, kind: 'k' }] }],
        [
          { name: 'n', parts: [] },
          { id: '1', name: 'n', parts: [{ kind: 'k' }] },
        ],
      ),
    },
  ),
  inYaml(
    'formats that nobody knows',
    both(
      '{type: object, required: [a], properties: {a: {type: string, format: roman-numeral}, b: {type: integer, format: uint9}}}',
    ),
    { verdicts: verdicts(OP, 200, [{ a: 'xiv', b: 1 }], [{ a: 14 }, { a: 'x', b: 'y' }]) },
  ),
  inYaml(
    'a pattern that is none',
    both(
      "{type: object, required: [a], properties: {a: {type: string, pattern: '[A-'}, b: {type: string, pattern: '^[0-9]+$', example: '7'}}}",
    ),
    {
      warnNames: ['[A-'],
      requests: [{ op: OP, jsonMatch: { b: '^[0-9]+$' } }],
      verdicts: verdicts(OP, 200, [{ a: 'x', b: '1' }], [{ a: 1 }, { a: 'x', b: 'y' }]),
    },
  ),
  inYaml(
    'alternatives that a discriminator tells apart',
    both(
      thing,
      `
    Road: {type: object, required: [by, wheels], properties: {by: {type: string}, wheels: {type: integer, example: 6}}}
    Sea: {type: object, required: [by, deck], properties: {by: {type: string}, deck: {type: string, example: B}}}
    Thing: {oneOf: [{$ref: '#/components/schemas/Sea'}, {$ref: '#/components/schemas/Road'}], discriminator: {propertyName: by, mapping: {ship: '#/components/schemas/Sea', truck: Road}}}`,
    ),
    {
      requests: [{ op: OP, json: { by: 'ship', deck: 'B' } }],
      verdicts: verdicts(
        OP,
        200,
        [
          { by: 'ship', deck: 'A' },
          { by: 'truck', wheels: 4 },
        ],
        [{ by: 'ship', wheels: 4 }, { by: 'plane', deck: 'A' }, {}],
      ),
    },
  ),
  inYaml(
    'values: the nearer example before the farther, then default, enum, and a made one that keeps its schema',
    yaml(`
  /things:
    post:
      parameters:
        - {name: a, in: query, required: true, example: near, schema: {type: string, example: far}}
        - {name: b, in: query, required: true, schema: {type: string, default: d, enum: [e, d]}}
        - {name: c, in: query, required: true, schema: {type: string, enum: [e, f]}}
        - {name: f, in: query, required: true, examples: {one: {value: named}, two: {value: other}}, schema: {type: string}}
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [n, t, l], properties: {n: {type: number, minimum: 10, multipleOf: 4}, t: {type: string, minLength: 30, maxLength: 30}, l: {type: array, minItems: 2, uniqueItems: true, items: {type: integer}}}}}}}
      responses: {'200': {description: Fine}}`),
    {
      requests: [
        {
          op: OP,
          query: [
            ['a', 'near'],
            ['b', 'd'],
            ['c', 'e'],
            ['f', 'named'],
          ],
          jsonValid: true,
        },
      ],
    },
  ),
  inYaml(
    'numbers, exclusive bounds in both versions, and steps that binary fractions miss',
    both(
      '{type: object, properties: {a: {type: number, multipleOf: 0.01}, b: {type: integer, minimum: 0, exclusiveMinimum: true}}}',
    ),
    { verdicts: verdicts(OP, 200, [{ a: 0.07, b: 1 }], [{ a: 0.075 }, { b: 0 }, { b: 1.5 }]) },
  ),
  inYaml(
    'alternatives of which a plain value satisfies two',
    both(
      '{oneOf: [{type: object, required: [a], properties: {a: {type: integer}, b: {type: string}}}, {type: object, required: [a], properties: {a: {type: number}}}]}',
    ),
    {
      requests: [{ op: OP, jsonValid: true }],
      verdicts: verdicts(OP, 200, [{ a: 1.5 }, { a: 1, b: 1 }], [{ a: 1 }, {}]),
    },
  ),
  inYaml(
    'schemas that name each other by anchors',
    both(
      thing,
      `
    Thing: {$dynamicAnchor: node, type: object, required: [v], properties: {v: {$ref: '#number'}, kids: {type: array, items: {$dynamicRef: '#node'}}}, $defs: {Number: {$anchor: number, type: integer}}}`,
      '3.1.0',
    ),
    {
      requests: [{ op: OP, json: { v: 0, kids: [] } }],
      verdicts: verdicts(
        OP,
        200,
        [{ v: 1, kids: [{ v: 2 }] }],
        [{ v: 'x' }, { v: 1, kids: [{ v: 'x' }] }, { v: 1, kids: [{}] }],
      ),
    },
  ),
  inYaml(
    'members that no part of a schema names',
    both(
      `{allOf: [${thing}], properties: {b: {type: integer}}, unevaluatedProperties: false}`,
      `
    Thing: {type: object, properties: {a: {type: integer}}}`,
      '3.1.0',
    ),
    {
      requests: [{ op: OP, json: { a: 0, b: 0 } }],
      verdicts: verdicts(OP, 200, [{}, { a: 1, b: 1 }], [{ c: 1 }, { a: 'x' }]),
    },
  ),
];
