/** A contract of POST operations that all take the component Input and give the component Answer. */
export function schemaContract(count: number, schemas: { Input: object; Answer: object }): object {
  const json = (name: string) => ({
    'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
  });
  const paths = Array.from({ length: count }, (_, index): [string, object] => [
    `/things${index}`,
    {
      post: {
        summary: `Send thing ${index}`,
        requestBody: { content: json('Input') },
        responses: {
          200: { description: 'What came of it', content: json('Answer') },
          400: { description: 'It was no good' },
        },
      },
    },
  ]);
  return {
    openapi: '3.0.3',
    info: { title: 'Bench of schemas', version: '1.0.0' },
    servers: [{ url: 'https://api.example.com' }],
    paths: Object.fromEntries(paths),
    components: { schemas },
  };
}
