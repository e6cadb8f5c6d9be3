/** What the reader relies on in one kind of object of an OpenAPI document. */
export interface Shape {
  /** For messages: `a path item`. */
  what: string;
  kind: 'object' | 'list' | 'text' | 'object or boolean';
  /** May be a `$ref` to such an object instead. */
  referable?: boolean;
  /** Members it cannot do without. */
  required?: string[];
  /** Members with a shape of their own. Others are data (`example`, `default`, `x-…`) and not looked into. */
  fields?: Record<string, Shape>;
  /** The shape of every other member: of a map's values. */
  each?: Shape;
  /** Which members `each` speaks of, where names matter: extensions are data. */
  names?: RegExp;
  items?: Shape;
  /** What a text may be. */
  values?: string[];
}

const text: Shape = { what: 'a text', kind: 'text' };
const anything: Shape = { what: 'an object', kind: 'object' };
const NOT_EXTENSION = /^(?!x-)/;

/** JSON Schema, as OpenAPI 3.0 and 3.1 use it: the keywords that hold schemas. */
export const schema: Shape = { what: 'a schema', kind: 'object or boolean', referable: true };
const schemas = mapOf('a map of schemas', schema);
const schemaList = listOf('a list of schemas', schema);
schema.fields = {
  ...Object.fromEntries(['allOf', 'anyOf', 'oneOf', 'prefixItems'].map((keyword) => [keyword, schemaList])),
  ...Object.fromEntries(
    ['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'].map((keyword) => [
      keyword,
      schemas,
    ]),
  ),
  ...Object.fromEntries(
    [
      ...['items', 'contains', 'unevaluatedItems'],
      ...['additionalProperties', 'propertyNames', 'unevaluatedProperties'],
      ...['not', 'if', 'then', 'else'],
    ].map((keyword) => [keyword, schema]),
  ),
};

const example: Shape = { what: 'an example', kind: 'object', referable: true };
const examples = mapOf('a map of examples', example);

const mediaType: Shape = { what: 'a media type', kind: 'object' };
const content = mapOf('a map of media types', mediaType);
const header: Shape = {
  what: 'a header',
  kind: 'object',
  referable: true,
  fields: { schema, content, examples },
};
const headers = mapOf('a map of headers', header);
const encoding: Shape = { what: 'an encoding', kind: 'object', fields: { headers } };
mediaType.fields = { schema, examples, encoding: mapOf('a map of encodings', encoding) };

const parameter: Shape = {
  what: 'a parameter',
  kind: 'object',
  referable: true,
  required: ['name', 'in'],
  fields: {
    name: text,
    in: { what: 'a place', kind: 'text', values: ['path', 'query', 'header', 'cookie'] },
    schema,
    content,
    examples,
  },
};
const parameters = listOf('a list of parameters', parameter);

const link: Shape = { what: 'a link', kind: 'object', referable: true };
const requestBody: Shape = { what: 'a request body', kind: 'object', referable: true, fields: { content } };
const response: Shape = {
  what: 'a response',
  kind: 'object',
  referable: true,
  fields: { headers, content, links: mapOf('a map of links', link) },
};

const server: Shape = {
  what: 'a server',
  kind: 'object',
  required: ['url'],
  fields: { url: text, variables: mapOf('a map of server variables', anything) },
};
const servers = listOf('a list of servers', server);
export const securityRequirement = mapOf('a security requirement', listOf('a list of scopes', text));
const security = listOf('a list of security requirements', securityRequirement);

export const pathItem: Shape = { what: 'a path item', kind: 'object', referable: true };
const callback: Shape = {
  what: 'a callback',
  kind: 'object',
  referable: true,
  each: pathItem,
  names: /^(?!x-|\$ref$)/,
};
export const operation: Shape = {
  what: 'an operation',
  kind: 'object',
  fields: {
    parameters,
    requestBody,
    responses: { what: 'a map of responses', kind: 'object', each: response, names: NOT_EXTENSION },
    callbacks: mapOf('a map of callbacks', callback),
    tags: listOf('a list of tag names', text),
    security,
    servers,
  },
};
/** The members of a path item that are operations. */
export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;
pathItem.fields = {
  ...Object.fromEntries(METHODS.map((method) => [method, operation])),
  parameters,
  servers,
};

const securityScheme: Shape = {
  what: 'a security scheme',
  kind: 'object',
  referable: true,
  required: ['type'],
  fields: { type: text },
};

const components: Record<string, Shape> = {
  schemas,
  responses: mapOf('a map of responses', response),
  parameters: mapOf('a map of parameters', parameter),
  examples,
  requestBodies: mapOf('a map of request bodies', requestBody),
  headers,
  securitySchemes: mapOf('a map of security schemes', securityScheme),
  links: mapOf('a map of links', link),
  callbacks: mapOf('a map of callbacks', callback),
  pathItems: mapOf('a map of path items', pathItem),
};

/** A whole document: its structure as the OpenAPI specification draws it, and thereby where a `$ref` is one. */
export const openapiShape: Shape = {
  what: 'an OpenAPI document',
  kind: 'object',
  required: ['paths'],
  fields: {
    info: { what: 'the info object', kind: 'object' },
    servers,
    paths: { what: 'a map of paths', kind: 'object', each: pathItem, names: NOT_EXTENSION },
    webhooks: mapOf('a map of webhooks', pathItem),
    tags: listOf('a list of tags', { what: 'a tag', kind: 'object', required: ['name'] }),
    security,
    components: { what: 'the components object', kind: 'object', fields: components },
  },
};

/** Where a document keeps what it refers to, by its kind; 3.0 has no place for path items. */
export const openapiContainers: ReadonlyMap<Shape, string> = new Map(
  Object.entries(components).flatMap(([group, { each }]): [Shape, string][] =>
    each === undefined || each === pathItem ? [] : [[each, `/components/${group}`]],
  ),
);

function mapOf(what: string, each: Shape): Shape {
  return { what, kind: 'object', each };
}

function listOf(what: string, items: Shape): Shape {
  return { what, kind: 'list', items };
}

/** The shape of a member, where it has one. */
export function innerShape(shape: Shape, key: string): Shape | undefined {
  if (shape.fields !== undefined && Object.hasOwn(shape.fields, key)) return shape.fields[key];
  return shape.names === undefined || shape.names.test(key) ? shape.each : undefined;
}
