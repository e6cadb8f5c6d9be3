/**
 * A contract as companies publish them: resources with five operations each, parameters, bodies, errors.
 *
 * @param count how many operations, a multiple of five
 */
export function resourceContract(count: number): object {
  const numbers = Array.from({ length: count / 5 }, (_, index) => index);
  return {
    openapi: '3.0.3',
    info: { title: `Bench with ${count} operations`, version: '1.0.0' },
    servers: [{ url: 'https://api.example.com/v1' }],
    tags: numbers.filter((index) => index % 10 === 0).map((index) => ({ name: `group${index / 10}` })),
    paths: Object.fromEntries(numbers.flatMap(pathsOf)),
    components: {
      schemas: Object.fromEntries([['Error', errorSchema], ...numbers.flatMap(schemasOf)]),
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' } },
    },
    security: [{ key: [] }],
  };
}

const errorSchema = {
  type: 'object',
  required: ['code', 'message'],
  properties: { code: { type: 'integer' }, message: { type: 'string', example: 'it is not there' } },
};

function pathsOf(index: number): [string, object][] {
  const own = { tags: [`group${Math.floor(index / 10)}`] };
  const item = ref(`Item${index}`);
  const body = { required: true, content: json(ref(`NewItem${index}`)) };
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } };
  return [
    [
      `/items${index}`,
      {
        get: {
          ...own,
          summary: `List items ${index}`,
          parameters: [
            query('limit', { type: 'integer', minimum: 1, maximum: 100, default: 20 }),
            query('sort', { type: 'string', enum: ['name', 'created', '-created'] }),
            query('after', { type: 'string', format: 'date-time' }),
          ],
          responses: { 200: answer('The items', { type: 'array', items: item }), ...errors(400, 401) },
        },
        post: {
          ...own,
          summary: `Create item ${index}`,
          requestBody: body,
          responses: { 201: answer('The new item', item), ...errors(400, 401) },
        },
      },
    ],
    [
      `/items${index}/{id}`,
      {
        parameters: [id],
        get: {
          ...own,
          summary: `Get item ${index}`,
          responses: { 200: answer('The item', item), ...errors(401, 404) },
        },
        put: {
          ...own,
          summary: `Replace item ${index}`,
          requestBody: body,
          responses: { 200: answer('The item as it is now', item), ...errors(400, 401, 404) },
        },
        delete: {
          ...own,
          summary: `Delete item ${index}`,
          responses: { 204: { description: 'It is gone' }, ...errors(401, 404) },
        },
      },
    ],
  ];
}

function schemasOf(index: number): [string, object][] {
  const properties = {
    name: { type: 'string', minLength: 1, maxLength: 80, example: `item ${index}` },
    state: { type: 'string', enum: ['draft', 'active', 'closed'] },
    weight: { type: 'number', minimum: 0, maximum: 1000, description: 'In kilograms.' },
    tags: { type: 'array', items: { type: 'string', pattern: '^[a-z]+$' }, maxItems: 10 },
    address: {
      type: 'object',
      required: ['city'],
      properties: {
        city: { type: 'string' },
        zip: { type: 'string', pattern: '^[0-9]{5}$', example: '01001' },
      },
    },
  };
  const own = { id: { type: 'integer', minimum: 1 }, created: { type: 'string', format: 'date-time' } };
  const required = ['name', 'state'];
  return [
    [`NewItem${index}`, { type: 'object', required, properties }],
    [
      `Item${index}`,
      { type: 'object', required: ['id', ...required], properties: { ...own, ...properties } },
    ],
  ];
}

function query(name: string, schema: object): object {
  return { name, in: 'query', description: `The ${name} of the list.`, schema };
}

function errors(...statuses: number[]): object {
  return Object.fromEntries(statuses.map((status) => [status, answer('What went wrong', ref('Error'))]));
}

function answer(description: string, schema: object): object {
  return { description, content: json(schema) };
}

function json(schema: object): object {
  return { 'application/json': { schema } };
}

function ref(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}
