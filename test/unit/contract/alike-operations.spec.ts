import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { planProbes } from '../../../scripts/collection/probes/plan-probes';
import { wirePath } from '../../../scripts/contract/describe/wire-path';
import type { Operation } from '../../../scripts/contract/model';
import { describeDocument, documentWith } from '../../support/describe-document';

const answer = (schema: string, more = '') =>
  `responses: { "200": { description: Fine, content: { application/json: { schema: ${schema} } } }${more} }`;

function described(paths: string): Record<string, Operation> {
  const { contract } = describeDocument(documentWith(`paths:\n${paths}`));
  return Object.fromEntries(contract.operations.map((operation) => [operation.key, operation]));
}

describe('a path with more than a path in it', () => {
  const table: [written: string, path: string, query: [string, string][], fragment: string | undefined][] = [
    ['/a/{id}', '/a/{id}', [], undefined],
    ['/a/{id}#link', '/a/{id}', [], 'link'],
    [
      '/a?Action=Send&v=1',
      '/a',
      [
        ['Action', 'Send'],
        ['v', '1'],
      ],
      undefined,
    ],
    ['/a?b#c?d', '/a', [['b', '']], 'c?d'],
    ['/a/{b?c#d}', '/a/{b?c#d}', [], undefined],
    ['/a#', '/a', [], undefined],
  ];
  for (const [written, path, query, fragment] of table) {
    it(`${written} is sent as ${path}`, () => deepStrictEqual(wirePath(written), { path, query, fragment }));
  }

  it('has its query among the parameters, each with the one value it may have', () => {
    const { 'GET /a?op=list': list } = described(
      `  "/a?op=list": { get: { parameters: [{ name: op, in: query, description: What to do, schema: { type: string } }, { name: n, in: query, schema: { type: integer } }], ${answer('{}')} } }`,
    );
    strictEqual(list?.path, '/a');
    deepStrictEqual(
      list.parameters.map(({ name, required, schema, sample, description }) => [
        name,
        required,
        schema,
        sample,
        description,
      ]),
      [
        ['op', true, { enum: ['list'] }, 'list', 'What to do'],
        ['n', false, { type: 'integer' }, 0, ''],
      ],
    );
  });
});

describe('operations that a url does not tell apart', () => {
  const operations =
    described(`  /a/{id}: { get: { ${answer('{ type: object }', ', "404": { description: None }')} } }
  "/a/{id}#names": { get: { ${answer('{ type: array }', ', "403": { description: No }')} } }
  /a/{key}: { get: { ${answer('{ type: object }')} }, put: { ${answer('{}')} } }
  /a/b: { get: { ${answer('{ type: string }')} } }`);

  it('are known to each other, by method and path without its fragment and the names of its parameters', () => {
    deepStrictEqual(
      Object.values(operations).map(({ key, path, fragment, alike }) => [key, path, fragment, alike]),
      [
        ['GET /a/{id}', '/a/{id}', undefined, ['GET /a/{id}#names', 'GET /a/{key}']],
        ['GET /a/{id}#names', '/a/{id}', 'names', ['GET /a/{id}', 'GET /a/{key}']],
        ['GET /a/{key}', '/a/{key}', undefined, ['GET /a/{id}', 'GET /a/{id}#names']],
        ['PUT /a/{key}', '/a/{key}', undefined, undefined],
        ['GET /a/b', '/a/b', undefined, undefined],
      ],
    );
  });

  it('may each be answered as any of them documents', () => {
    deepStrictEqual(
      operations['GET /a/{id}']?.responses.map(({ status, content }) => [status, content[0]?.schema]),
      [
        ['200', { anyOf: [{ type: 'object' }, { type: 'array' }] }],
        ['404', undefined],
        ['403', undefined],
      ],
    );
    deepStrictEqual(
      operations['GET /a/b']?.responses.map(({ content }) => content[0]?.schema),
      [{ type: 'string' }],
    );
  });

  it('keep their own answers where a query tells them apart', () => {
    const { 'GET /a?op=x': one } = described(`  "/a?op=x": { get: { ${answer('{ type: object }')} } }
  "/a?op=y": { get: { ${answer('{ type: array }')} } }`);
    deepStrictEqual(one?.alike, ['GET /a?op=y']);
    deepStrictEqual(one.responses[0]?.content[0]?.schema, { type: 'object' });
  });

  it('require a header of an answer only where all of them do', () => {
    const headers = (list: string) => `responses: { "200": { description: Fine, headers: { ${list} } } }`;
    const { 'GET /h': one } =
      described(`  /h: { get: { ${headers('X-A: { required: true, schema: { type: integer } }, X-B: { schema: {} }')} } }
  "/h#x": { get: { ${headers('x-a: { schema: { type: string } }')} } }`);
    deepStrictEqual(one?.responses[0]?.headers, [
      { name: 'X-A', required: false, schema: { anyOf: [{ type: 'integer' }, { type: 'string' }] } },
    ]);
  });

  it('get no probe that is to be refused: another of them may take what it sends', () => {
    const parameters =
      'parameters: [{ name: q, in: query, required: true, example: 1, schema: { type: integer, maximum: 9 } }]';
    const refusing = answer('{}', ', "400": { description: Bad }');
    const planOf = (other: string) => {
      const { contract } = describeDocument(
        documentWith(`paths:\n  /a: { get: { ${parameters}, ${refusing} } }\n${other}`),
      );
      const [operation] = contract.operations;
      ok(operation);
      return planProbes(operation, contract);
    };
    const kinds = (plan: ReturnType<typeof planOf>) => plan.probes.map(({ kind }) => kind);
    deepStrictEqual(kinds(planOf('')), ['missing-parameter', 'wrong-type', 'out-of-bounds', 'on-limit']);
    const plan = planOf(`  "/a#all": { get: { ${refusing} } }`);
    deepStrictEqual(kinds(plan), ['on-limit']);
    const reasons = plan.leftOut.filter(({ reason }) => reason.endsWith('may take it: GET /a#all'));
    deepStrictEqual(
      reasons.map(({ kind }) => kind),
      ['missing-parameter', 'wrong-type', 'out-of-bounds'],
    );
  });
});
