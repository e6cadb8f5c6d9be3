import { type Shape, schema } from '../openapi-shape';

const text: Shape = { what: 'a text', kind: 'text' };
const texts: Shape = { what: 'a list of texts', kind: 'list', items: text };
const NOT_EXTENSION = /^(?!x-)/;

const parameter: Shape = {
  what: 'a parameter',
  kind: 'object',
  referable: true,
  required: ['name', 'in'],
  fields: {
    name: text,
    in: { what: 'a place', kind: 'text', values: ['path', 'query', 'header', 'body', 'formData'] },
    schema,
    items: { what: 'the items of a list', kind: 'object' },
  },
};
const parameters: Shape = { what: 'a list of parameters', kind: 'list', items: parameter };

const response: Shape = {
  what: 'a response',
  kind: 'object',
  referable: true,
  fields: {
    schema,
    headers: { what: 'a map of headers', kind: 'object', each: { what: 'a header', kind: 'object' } },
    examples: { what: 'a map of examples', kind: 'object' },
  },
};

const security: Shape = {
  what: 'a list of security requirements',
  kind: 'list',
  items: {
    what: 'a security requirement',
    kind: 'object',
    each: { what: 'a list of scopes', kind: 'list', items: text },
  },
};

const operation: Shape = {
  what: 'an operation',
  kind: 'object',
  fields: {
    parameters,
    responses: { what: 'a map of responses', kind: 'object', each: response, names: NOT_EXTENSION },
    tags: { what: 'a list of tag names', kind: 'list', items: text },
    consumes: texts,
    produces: texts,
    schemes: texts,
    security,
  },
};

const pathItem: Shape = {
  what: 'a path item',
  kind: 'object',
  referable: true,
  fields: {
    ...Object.fromEntries(
      ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'].map((method) => [method, operation]),
    ),
    parameters,
  },
};

/** A Swagger 2.0 document, as far as it is relied on when it is turned into OpenAPI 3.0. */
export const swaggerShape: Shape = {
  what: 'a Swagger document',
  kind: 'object',
  required: ['paths'],
  fields: {
    info: { what: 'the info object', kind: 'object' },
    host: text,
    basePath: text,
    schemes: texts,
    consumes: texts,
    produces: texts,
    paths: { what: 'a map of paths', kind: 'object', each: pathItem, names: NOT_EXTENSION },
    definitions: { what: 'a map of schemas', kind: 'object', each: schema },
    parameters: { what: 'a map of parameters', kind: 'object', each: parameter },
    responses: { what: 'a map of responses', kind: 'object', each: response },
    securityDefinitions: {
      what: 'a map of security schemes',
      kind: 'object',
      each: { what: 'a security scheme', kind: 'object', required: ['type'], fields: { type: text } },
    },
    tags: {
      what: 'a list of tags',
      kind: 'list',
      items: { what: 'a tag', kind: 'object', required: ['name'] },
    },
    security,
  },
};

/** Where a Swagger document keeps what it refers to. */
export const swaggerContainers: ReadonlyMap<Shape, string> = new Map([
  [schema, '/definitions'],
  [parameter, '/parameters'],
  [response, '/responses'],
]);
