import { type Kind, refused, verdicts } from './kind';

const head = { openapi: '3.0.0', info: { title: 'Pages', version: '1' } };
const servers = [{ url: 'https://api.example.test/v1/' }];
const block = (parts: object, fence = '```json') => {
  const [ticks] = /^[`~]+/.exec(fence) ?? [''];
  return `${fence}\n${JSON.stringify({ ...head, ...parts })}\n${ticks}\n`;
};
const fine = { 200: { description: 'Fine' } };
const answered = (schema: object, status = 200) => ({
  ...fine,
  [status]: { description: 'Said', content: { 'application/json': { schema } } },
});
const thing = { $ref: '#/components/schemas/Thing' };

/** Markdown pages of a vendor's documentation. */
export const PAGES: readonly Kind[] = [
  {
    name: 'several blocks on a page, with other blocks between them',
    files: {
      'page.md': `# Berths

${block({ servers, paths: { '/berths': { get: { parameters: [{ name: 'port', in: 'query', required: true, schema: { type: 'string' }, example: 'Kiel' }], responses: answered({ type: 'array', items: thing }) } } }, components: { schemas: { Thing: { type: 'object', required: ['no'], properties: { no: { type: 'integer' } } } } } })}
An answer:

\`\`\`json
[{"no": 7}]
\`\`\`

\`\`\`sh
curl https://api.example.test/v1/berths
\`\`\`

${block({ servers, paths: { '/berths': { put: { requestBody: { required: true, content: { 'application/json': { schema: { type: 'object', properties: { no: { type: 'integer', example: 8 } } } } } }, responses: fine } } } })}
\`\`\`
GET https://docs.example.test/berths.md?ask=anything
\`\`\`
`,
    },
    spec: 'page.md',
    expectation: {
      outcome: 'collection',
      count: 2,
      requests: [
        { op: 'GET /berths', path: '/v1/berths', query: [['port', 'Kiel']] },
        { op: 'PUT /berths', path: '/v1/berths', json: { no: 8 } },
      ],
      verdicts: verdicts('GET /berths', 200, [[{ no: 7 }], []], [[{}], [{ no: '7' }]]),
    },
  },
  {
    name: 'one name with two meanings on a page',
    files: {
      'page.md': ['integer', 'string']
        .map(
          (type, index) =>
            `## Part ${index}\n\n${block({ servers, paths: { [`/part${index}`]: { get: { responses: answered(thing, 409) } } }, components: { schemas: { Thing: { type: 'object', required: ['why'], properties: { why: { type } } } } } })}`,
        )
        .join('\n'),
    },
    spec: 'page.md',
    expectation: {
      outcome: 'collection',
      count: 2,
      verdicts: [
        ...verdicts('GET /part0', 409, [{ why: 1 }], [{ why: '1' }, {}]),
        ...verdicts('GET /part1', 409, [{ why: '1' }], [{ why: 1 }, {}]),
      ],
    },
  },
  {
    name: 'fences of any length and kind, and a block that has only components',
    files: {
      'page.md': `# Mixed\n\n${block({ servers, paths: { '/one': { get: { responses: answered(thing) } } } }, '````json get /one')}\n- in a list\n\n  ~~~~yaml\n  openapi: 3.0.0\n  info: {title: Pages, version: '1'}\n  servers: [{url: 'https://api.example.test/v1/'}]\n  paths: {/two: {get: {description: "a \`\`\` b", responses: {'200': {description: Fine}}}}}\n  ~~~~\n\n${block({ components: { schemas: { Thing: { type: 'integer' } } } })}`,
    },
    spec: 'page.md',
    expectation: {
      outcome: 'collection',
      count: 2,
      requests: [
        { op: 'GET /one', path: '/v1/one' },
        { op: 'GET /two', path: '/v1/two' },
      ],
      verdicts: verdicts('GET /one', 200, [1], ['1']),
    },
  },
  {
    name: 'a block of components alone, which names no version',
    files: {
      'page.md': `# Parts\n\n\`\`\`yaml\ncomponents: {schemas: {Thing: {type: integer}}}\n\`\`\`\n\n\`\`\`json\n{"components": "what a page shows"}\n\`\`\`\n\n${block({ servers, paths: { '/one': { get: { responses: answered(thing) } } } })}`,
    },
    spec: 'page.md',
    expectation: { outcome: 'collection', count: 1, verdicts: verdicts('GET /one', 200, [1], ['1']) },
  },
  {
    name: 'a folder of pages and files as one contract',
    files: {
      'a/page.md': block({
        servers,
        paths: { '/a': { get: { responses: answered(thing) } } },
        components: { schemas: { Thing: { type: 'integer' } } },
      }),
      'b.json': JSON.stringify({
        ...head,
        servers,
        paths: { '/b': { get: { responses: answered(thing) } } },
        components: { schemas: { Thing: { type: 'string' } } },
      }),
      'notes.md': '# Not a contract\n',
    },
    spec: '.',
    expectation: {
      outcome: 'collection',
      count: 2,
      environments: 1,
      verdicts: [...verdicts('GET /a', 200, [1], ['1']), ...verdicts('GET /b', 200, ['1'], [1])],
    },
  },
  refused('a page without a contract', { 'page.md': '# Nothing\n\n```json\n{"a": 1}\n```\n' }, 'page.md', [
    'page.md',
    'OpenAPI',
  ]),
];
