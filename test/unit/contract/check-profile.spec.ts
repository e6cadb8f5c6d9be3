import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import type { Profile } from '../../../scripts/contract/profile/profile';
import { describeDocument } from '../../support/describe-document';
import { sampleLogin } from '../../support/sample-login';

const document = `openapi: 3.0.3
info: { title: Parcels, version: 1.0.0 }
servers: [{ url: https://stage.example.test/v1/ }, { url: https://live.example.test/v1 }]
paths:
  /login:
    get:
      security: []
      parameters: [{ name: key, in: query, required: true, schema: { type: string } }]
      responses: { "200": { description: Fine } }
  /parcels: { get: { responses: { "200": { description: Fine } } } }
  /quotes: { post: { responses: { "200": { description: Fine } } } }
  /export: { get: { responses: { "200": { description: Fine } } } }
security: [{ Token: [] }]
components: { securitySchemes: { Token: { type: apiKey, in: header, name: Authorization } } }
`;

const login = sampleLogin;

function problemsOf(profile: Profile) {
  return describeDocument(document, profile).problems.map(({ code, severity, file, line, pointer }) => ({
    code,
    severity,
    file,
    line,
    pointer,
  }));
}

function mismatch(severity: 'error' | 'warning', pointer: string) {
  return { code: 'PROFILE_MISMATCH', severity, file: 'profile.yaml', line: 1, pointer };
}

describe('holding a profile against the contract', () => {
  it('finds nothing to say of a profile that fits', () => {
    deepStrictEqual(problemsOf({ login, reads: ['POST /quotes'] }), []);
  });

  it('compares servers without their closing slash', () => {
    deepStrictEqual(
      problemsOf({ environments: { sandbox: { server: 'https://stage.example.test/v1' } } }),
      [],
    );
  });

  it('refuses a server that the contract does not have', () => {
    deepStrictEqual(problemsOf({ environments: { sandbox: { server: 'https://other.example.test' } } }), [
      mismatch('error', '/environments/sandbox/server'),
    ]);
  });

  it('refuses a login that the contract does not have', () => {
    deepStrictEqual(problemsOf({ login: { ...login, operation: 'GET /token' } }), [
      mismatch('error', '/login/operation'),
    ]);
  });

  it('refuses a login whose apiKey goes where no parameter is', () => {
    deepStrictEqual(problemsOf({ login: { ...login, apiKey: { in: 'header', name: 'key' } } }), [
      mismatch('error', '/login/apiKey'),
    ]);
  });

  it('refuses a scheme that the contract does not have', () => {
    deepStrictEqual(problemsOf({ login: { ...login, scheme: 'JWT' } }), [mismatch('error', '/login/scheme')]);
  });

  it('refuses to send the jwt elsewhere than its scheme says', () => {
    deepStrictEqual(problemsOf({ login: { ...login, send: { in: 'header', name: 'X-Token' } } }), [
      mismatch('error', '/login/send'),
    ]);
  });

  it('warns of operations that the contract lacks: it may be a part of the API', () => {
    deepStrictEqual(
      problemsOf({
        testKey: { operation: 'POST /keys', phone: '/phone', apiKey: '/apiKey', dailyLimit: 429 },
        reads: ['POST /quotes', 'POST /search'],
      }),
      [mismatch('warning', '/testKey/operation'), mismatch('warning', '/reads/1')],
    );
  });

  it('tells which operations need the login and which ones write', () => {
    const { contract } = describeDocument(document, {
      login,
      reads: ['POST /quotes'],
      writes: ['GET /export'],
    });
    deepStrictEqual(
      contract.operations.map(({ key, needsLogin, writes }) => ({ key, needsLogin, writes })),
      [
        { key: 'GET /login', needsLogin: false, writes: false },
        { key: 'GET /parcels', needsLogin: true, writes: false },
        { key: 'POST /quotes', needsLogin: true, writes: false },
        { key: 'GET /export', needsLogin: true, writes: true },
      ],
    );
  });

  it('says what each host plays, and leaves a server that the profile passes over unknown', () => {
    const { contract } = describeDocument(document, {
      environments: {
        sandbox: {
          server: 'https://stage.example.test/v1',
          role: 'sandbox',
          alsoAt: ['https://stage2.example.test'],
        },
        local: { server: 'http://127.0.0.1:4010/v1', standIn: true, allowWrites: true, apiKey: 'public' },
      },
    });
    deepStrictEqual(contract.hosts, {
      'stage.example.test': 'sandbox',
      'stage2.example.test': 'sandbox',
      'live.example.test': 'unknown',
    });
    strictEqual(contract.loopback, 'sandbox');
  });

  it('warns of a deleter or a deviation whose operation is not there', () => {
    const deviations = [{ check: 'is refused', operation: 'GET /gone', reason: 'it is kind' }];
    const deleters = [
      { operation: 'POST /gone', by: 'DELETE /gone/{id}', id: '/id' },
      { operation: 'POST /quotes', by: 'DELETE /quotes/{id}', id: '/id' },
    ];
    deepStrictEqual(problemsOf({ deleters, deviations }), [
      mismatch('warning', '/deleters/0/operation'),
      mismatch('warning', '/deleters/1/by'),
      mismatch('warning', '/deviations/0/operation'),
    ]);
  });

  it('refuses a deleter that has no place for the id, or more than one', () => {
    const deleter = (by: string) =>
      problemsOf({ deleters: [{ operation: 'POST /quotes', by, id: '/id' }] })[0];
    for (const by of ['DELETE /quotes', 'DELETE /quotes/{id}/{part}']) {
      deepStrictEqual(deleter(by), mismatch('error', '/deleters/0/by'), by);
    }
  });
});
