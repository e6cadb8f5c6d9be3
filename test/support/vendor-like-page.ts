/**
 * A page of the same form as the vendor's: an OpenAPI document on one line of a fenced block, without
 * `info.title`, server urls that end in `/`, a format that nobody registered, a property without a name, answers by
 * reference, and other blocks around it.
 */
export function vendorLikePage(): string {
  const unauthorized = { $ref: '#/components/responses/Unauthorized' };
  const document = {
    openapi: '3.0.0',
    info: { version: '1.0.0' },
    tags: [],
    servers: [
      { description: 'sandbox', url: 'https://api-stage.novapost.pl/v.1.0/' },
      { description: 'production', url: 'https://api.novapost.com/v.1.0/' },
    ],
    paths: {
      '/clients/authorization': {
        get: {
          tags: ['Access'],
          summary: 'Buy a jwt',
          description: 'Good for an hour.\n',
          parameters: [{ in: 'query', required: true, name: 'apiKey', schema: { type: 'string' } }],
          responses: {
            200: {
              description: 'A jwt',
              content: {
                'application/json': {
                  schema: { type: 'object', properties: { jwt: { type: 'string', format: 'json' } } },
                },
              },
            },
            401: unauthorized,
          },
        },
      },
    },
    components: {
      responses: {
        Unauthorized: {
          description: 'Unknown key',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
        },
      },
      schemas: {
        Error: {
          type: 'object',
          properties: { errors: { type: 'object', properties: { '': { type: 'string' } } } },
        },
      },
    },
  };
  return [
    '# How one logs in',
    '',
    '## Buy a jwt',
    '',
    '> Good for an hour.\\',
    '> Call GET \\`/clients/authorization\\`',
    '',
    '```json',
    JSON.stringify(document),
    '```',
    '',
    '---',
    '',
    '# About this page',
    '',
    '```',
    'GET https://docs.example.test/page.md?ask=<question>',
    '```',
    '',
  ].join('\n');
}
