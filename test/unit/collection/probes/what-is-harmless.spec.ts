import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { planProbes } from '../../../../scripts/collection/probes/plan-probes';
import type { ProbePlan } from '../../../../scripts/collection/probes/planned-probe';
import type { Profile } from '../../../../scripts/contract/profile/profile';
import { describeDocument, documentWith } from '../../../support/describe-document';
import { sampleLogin } from '../../../support/sample-login';

const answers =
  'responses: { "200": { description: Fine }, "401": { description: No }, "422": { description: Bad } }';
const body =
  'requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { n: { type: integer, maximum: 9 } } }, examples: { one: { value: { n: 1 } }, two: { value: { n: 2 } } } } } }';

const document = documentWith(`security: [{ Token: [] }]
paths:
  /login: { get: { security: [], parameters: [{ name: key, in: query, required: true, schema: { type: string } }], ${answers} } }
  /keys: { post: { security: [], ${body}, ${answers} } }
  /a: { post: { ${body}, ${answers} } }
  /a/find: { post: { ${body}, ${answers} } }
  /a/{id}:
    put: { parameters: [{ name: id, in: path, required: true, schema: { type: integer, example: 7 } }], ${body}, ${answers} }
  /b/{id}/{kind}:
    delete:
      parameters:
        - { name: id, in: path, required: true, schema: { type: string, format: uuid } }
        - { name: kind, in: path, required: true, schema: { type: string, enum: [x, y] } }
      ${answers}
  /c/{code}: { delete: { parameters: [{ name: code, in: path, required: true, schema: { type: string } }], ${answers} } }
  /d/{n}: { delete: { parameters: [{ name: n, in: path, required: true, schema: { type: integer, maximum: 99 } }], ${answers} } }
  /free: { get: { security: [{}, { Token: [] }], ${answers} } }
components: { securitySchemes: { Token: { type: apiKey, in: header, name: Authorization } } }`);

const profile: Profile = {
  login: sampleLogin,
  testKey: { operation: 'POST /keys', phone: '/phone', apiKey: '/apiKey', dailyLimit: 429 },
  reads: ['POST /a/find'],
};

function planOf(key: string, more: Profile = {}): ProbePlan {
  const { contract } = describeDocument(document, { ...profile, ...more });
  const operation = contract.operations.find((each) => each.key === key);
  ok(operation, key);
  return planProbes(operation, contract);
}

function idsIn({ probes }: ProbePlan): unknown[] {
  const values = probes
    .filter(({ place }) => !place.startsWith('path'))
    .flatMap(({ operation }) =>
      operation.parameters.filter((each) => each.in === 'path').map(({ sample }) => sample),
    );
  return [...new Set(values)];
}

describe('what probes may do', () => {
  it('they do not spend the key of the day', () => {
    const plan = planOf('POST /keys');
    deepStrictEqual(plan.probes, []);
    strictEqual(plan.leftOut[0]?.kind, 'all');
  });

  it('what may create something has none, unless it is known how that is deleted', () => {
    const plan = planOf('POST /a');
    deepStrictEqual(plan.probes, []);
    deepStrictEqual(plan.leftOut, [
      {
        operation: 'POST /a',
        kind: 'all',
        place: '',
        reason: 'it may create something, and the profile does not say how that is deleted',
        count: 1,
      },
    ]);
    const deleters = [{ operation: 'POST /a', by: 'DELETE /c/{code}', id: '/id' }];
    const kinds = planOf('POST /a', { deleters }).probes.map(({ kind }) => kind);
    ok(kinds.includes('on-limit') && kinds.includes('example') && kinds.includes('no-jwt'));
  });

  it('a deleter that the contract does not have is none', () => {
    const deleters = [{ operation: 'POST /a', by: 'DELETE /a/{id}', id: '/id' }];
    deepStrictEqual(planOf('POST /a', { deleters }).probes, []);
  });

  it('what changes or deletes something gets ids that nothing has', () => {
    deepStrictEqual(idsIn(planOf('PUT /a/{id}')), [2147483647]);
    deepStrictEqual(idsIn(planOf('DELETE /b/{id}/{kind}')), ['00000000-0000-4000-8000-000000000000', 'x']);
    deepStrictEqual(idsIn(planOf('DELETE /c/{code}')), ['no-such-id']);
  });

  it('without such an id there are no probes', () => {
    deepStrictEqual(planOf('DELETE /d/{n}').probes, []);
  });

  it('nothing is to be accepted for an id that nothing has', () => {
    const plan = planOf('PUT /a/{id}');
    ok(!plan.probes.some(({ expected }) => expected.expects === 'acceptance'));
    ok(plan.leftOut.some(({ kind }) => kind === 'example'));
  });

  it('a POST that only reads is probed as a reading one', () => {
    const plan = planOf('POST /a/find');
    deepStrictEqual(
      plan.probes.filter(({ expected }) => expected.expects === 'acceptance').map(({ name }) => name),
      ['body /n: 9, the maximum', 'example: two'],
    );
  });
});

describe('probes of who calls', () => {
  it('send no jwt, and four that are none', () => {
    const credentials = planOf('POST /a/find').probes.filter(
      ({ change }) => change.credentials !== undefined,
    );
    deepStrictEqual(
      credentials.map(({ kind, change, expected }) => [kind, change.credentials?.value, expected.statuses]),
      [
        ['no-jwt', undefined, ['401']],
        ['not-a-jwt', 'not-a-jwt', ['401']],
        ['other-signature', '{{probeJwtOtherSignature}}', ['401']],
        ['unsigned-jwt', '{{probeJwtUnsigned}}', ['401']],
        ['expired-jwt', '{{expiredJwt}}', ['401']],
      ],
    );
    ok(credentials.every(({ place }) => place === 'header Authorization'));
  });

  it('are not made where anybody may call', () => {
    const plan = planOf('GET /free');
    deepStrictEqual(plan.probes, []);
    ok(plan.leftOut.some(({ reason }) => reason.includes('lets anybody call it')));
  });

  it('ask the login for no jwt without the right key', () => {
    const { probes } = planOf('GET /login');
    deepStrictEqual(
      probes.map(({ kind, change, expected }) => [
        kind,
        change.text?.value,
        expected.statuses,
        expected.noJwtAt,
      ]),
      [
        ['no-key', undefined, ['401', '422'], '/jwt'],
        ['empty-key', '', ['401', '422'], '/jwt'],
        ['wrong-key', 'no-such-key', ['401', '422'], '/jwt'],
      ],
    );
    deepStrictEqual(probes[0]?.operation.parameters, []);
  });
});

describe('probes of a contract without a login', () => {
  const refused = 'responses: { "200": { description: Fine }, "401": { description: No } }';
  const foreign = (scheme: string) => {
    const { contract } = describeDocument(
      documentWith(
        `security: [{ S: [] }]\npaths:\n  /a: { get: { ${refused} } }\ncomponents: { securitySchemes: { S: { ${scheme} } } }`,
      ),
    );
    const [operation] = contract.operations;
    ok(operation);
    return planProbes(operation, contract);
  };
  const credentialsOf = ({ probes }: ProbePlan) =>
    probes.map(({ kind, change }) => [kind, change.credentials?.name, change.credentials?.value]);

  it('send no credentials and wrong ones, as the scheme has them', () => {
    deepStrictEqual(credentialsOf(foreign('type: apiKey, in: query, name: k')), [
      ['no-credentials', 'k', undefined],
      ['wrong-credentials', 'k', 'no-such-credential'],
    ]);
    deepStrictEqual(credentialsOf(foreign('type: apiKey, in: cookie, name: sid'))[1], [
      'wrong-credentials',
      'Cookie',
      'sid=no-such-credential',
    ]);
    deepStrictEqual(
      credentialsOf(foreign('type: http, scheme: Bearer'))[1]?.[2],
      'Bearer no-such-credential',
    );
    // printf no-such-credential:no-such-credential | base64
    deepStrictEqual(
      credentialsOf(foreign('type: http, scheme: basic'))[1]?.[2],
      'Basic bm8tc3VjaC1jcmVkZW50aWFsOm5vLXN1Y2gtY3JlZGVudGlhbA==',
    );
  });

  it('are left out, with a reason, for a scheme that is bought elsewhere', () => {
    const plan = foreign('type: oauth2, flows: {}');
    deepStrictEqual(plan.probes, []);
    ok(plan.leftOut.some(({ reason }) => reason.includes('oauth2')));
  });
});

describe('probes of methods', () => {
  const get = (paths: string, key: string) => {
    const { contract } = describeDocument(documentWith(`paths:\n${paths}`));
    const operation = contract.operations.find((each) => each.key === key);
    ok(operation);
    return planProbes(operation, contract).probes.filter(({ kind }) => kind === 'other-method');
  };
  const fine = 'responses: { "200": { description: Fine } }';
  const id = 'parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]';

  it('try GET once on a path that has none, with an id that nothing has', () => {
    const paths = `  /a/{id}: { put: { ${id}, ${fine} }, delete: { ${id}, ${fine} } }\n`;
    const [probe] = get(paths, 'PUT /a/{id}');
    strictEqual(probe?.change.method, 'GET');
    strictEqual(probe.operation.parameters[0]?.sample, 2147483647);
    deepStrictEqual(probe.expected, {
      sends: 'method GET, which is not documented here',
      expects: 'no success',
      statuses: ['405'],
      otherwise: 'broken',
    });
    deepStrictEqual(get(paths, 'DELETE /a/{id}'), []);
  });

  it('try none on a path that has a GET or a HEAD', () => {
    for (const method of ['get', 'head']) {
      const paths = `  /a/{id}: { delete: { ${id}, ${fine} }, ${method}: { ${id}, ${fine} } }\n`;
      deepStrictEqual(get(paths, 'DELETE /a/{id}'), [], method);
    }
  });

  it('try none where the GET of another path would answer', () => {
    const other = `  /a/{id}: { get: { ${id}, ${fine} } }\n`;
    deepStrictEqual(get(`${other}  /a/find: { delete: { ${fine} } }\n`, 'DELETE /a/find'), []);
  });

  it('try GET where another path differs in a word', () => {
    const other = `  /a/print: { get: { ${fine} } }\n`;
    strictEqual(get(`${other}  /a/{id}: { delete: { ${id}, ${fine} } }\n`, 'DELETE /a/{id}').length, 1);
  });
});
