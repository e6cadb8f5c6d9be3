import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../scripts/spec/document';

/** The last is always an object without `allOf`: a circle of `allOf` alone would say nothing of any value. */
const SCHEMA_NAMES = ['Box', 'Bag', 'a/b', 'x y'];
/** Not `__proto__`, which ajv 8 passes over; the script host's ajv does not. */
const PROPERTY_NAMES = ['a', 'b', '', 'constructor', 'x-y'];
const PATHS = ['/', '/a', '/a/{id}', '/a/{id}:close', '/b/{id}.{format}', '/c/', '/d/{x}/{y}', '/A'];
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const nullable = maybe(fc.boolean());

/** An object without the members that are undefined; members named `__proto__` are members. */
function plain(entries: [string, JsonValue | undefined][]): JsonObject {
  return Object.fromEntries(entries.filter((entry): entry is [string, JsonValue] => entry[1] !== undefined));
}

const named = (record: object) => plain(Object.entries(record));

function referenceTo(name: string): JsonObject {
  return { $ref: `#/components/schemas/${encodeURIComponent(name.replace('/', '~1'))}` };
}

/** Schemas of OpenAPI 3.0: types, null, bounds, lists, objects, `allOf`, references (also round in a circle). */
const { schema, object } = fc.letrec<{ schema: JsonObject; object: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'schema' },
    fc
      .record({
        type: fc.constant('string'),
        nullable,
        minLength: maybe(fc.nat(2)),
        maxLength: maybe(fc.integer({ min: 1, max: 3 })),
        enum: maybe(fc.uniqueArray(fc.constantFrom('', 'a', 'abc', '{{x}}'), { minLength: 1 })),
      })
      .map(named),
    fc
      .record({
        type: fc.constantFrom('integer', 'number'),
        nullable,
        minimum: maybe(fc.integer({ min: -2, max: 2 })),
        maximum: maybe(fc.integer({ min: -2, max: 2 })),
        exclusiveMinimum: maybe(fc.boolean()),
        exclusiveMaximum: maybe(fc.boolean()),
      })
      .map(named),
    fc.record({ type: fc.constant('boolean'), nullable }).map(named),
    fc.constantFrom(...SCHEMA_NAMES).map(referenceTo),
    fc
      .record({ type: fc.constant('array'), nullable, minItems: maybe(fc.nat(1)), items: tie('schema') })
      .map(named),
    tie('object'),
    fc
      .record({
        nullable,
        allOf: fc.array(fc.oneof(fc.constant(referenceTo('x y')), tie('object')), {
          minLength: 1,
          maxLength: 2,
        }),
      })
      .map(named),
  ),
  object: fc
    .record({
      nullable,
      properties: fc
        .uniqueArray(
          fc.tuple(fc.constantFrom(...PROPERTY_NAMES), tie('schema') as fc.Arbitrary<JsonObject>),
          {
            selector: ([name]) => name,
            maxLength: 3,
          },
        )
        .map(plain),
      required: maybe(fc.uniqueArray(fc.constantFrom(...PROPERTY_NAMES), { minLength: 1, maxLength: 2 })),
      additionalProperties: maybe(fc.constantFrom(false)),
    })
    .map((members) => named({ type: 'object', ...members })),
}));

const json = (content: JsonObject) => ({ 'application/json': { schema: content } });

const queryParameter: fc.Arbitrary<JsonObject> = fc.record({
  name: fc.constantFrom('q', 'ids[]', 'a b', 'page'),
  in: fc.constant('query'),
  required: fc.boolean(),
  schema,
});

const operation: fc.Arbitrary<JsonObject> = fc
  .record({
    summary: maybe(fc.constantFrom('Read', 'Write', ' Read ')),
    operationId: maybe(fc.constantFrom('readIt', '')),
    tags: maybe(fc.array(fc.constantFrom('One', 'In/Out'), { maxLength: 2 })),
    parameters: fc.uniqueArray(queryParameter, { selector: ({ name }) => name, maxLength: 2 }),
    requestBody: maybe(fc.record({ required: fc.boolean(), content: schema.map(json) })),
    responses: fc.tuple(schema, maybe(schema), maybe(fc.constant(true))).map(([success, failure, empty]) =>
      named({
        200: { description: 'Fine', content: json(success) },
        '4xx': failure && { description: 'Refused', content: json(failure) },
        default: empty && { description: 'Else' },
      }),
    ),
  })
  .map(named);

const pathItem = (path: string) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...METHODS), operation), {
      selector: ([method]) => method,
      minLength: 1,
      maxLength: 3,
    })
    .map((operations): [string, JsonObject] => {
      const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      }));
      return [path, { ...plain(operations), ...(parameters.length > 0 ? { parameters } : {}) }];
    });

/** A small OpenAPI 3.0 document with some of everything. */
export const arbitraryDocument: fc.Arbitrary<JsonObject> = fc
  .record({
    paths: fc.subarray(PATHS, { minLength: 1 }).chain((paths) => fc.tuple(...paths.map(pathItem))),
    schemas: fc.tuple(
      ...SCHEMA_NAMES.map((name) =>
        // A name that is nothing but a reference may lead to itself, which the spec stage refuses.
        (name === 'x y' ? object : schema.filter((value) => value.$ref === undefined)).map(
          (value): [string, JsonObject] => [name, value],
        ),
      ),
    ),
  })
  .map(({ paths, schemas }) => ({
    openapi: '3.0.3',
    info: { title: 'Small', version: '1' },
    servers: [{ url: 'https://api.example.test/v1' }],
    paths: plain(paths),
    components: { schemas: plain(schemas) },
  }));

/** JSON values that such schemas tell apart. */
export const { arbitraryValue } = fc.letrec<{ arbitraryValue: JsonValue }>((tie) => ({
  arbitraryValue: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'value' },
    fc.constantFrom<JsonValue[]>(
      null,
      true,
      -3,
      -2,
      -1,
      0,
      0.5,
      1,
      2,
      3,
      '',
      'a',
      'ab',
      'abc',
      '{{x}}',
      'abcd',
      '😀',
    ),
    fc.array(tie('arbitraryValue'), { maxLength: 2 }),
    fc
      .uniqueArray(
        fc.tuple(fc.constantFrom(...PROPERTY_NAMES), tie('arbitraryValue') as fc.Arbitrary<JsonValue>),
        {
          selector: ([name]) => name,
          maxLength: 3,
        },
      )
      .map(plain),
  ),
}));
