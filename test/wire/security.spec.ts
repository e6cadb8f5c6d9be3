import { deepStrictEqual, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { formatProblem } from '../../scripts/spec/problem';
import { itemsOf } from '../support/build-document';
import { PROJECT } from '../support/project';
import { hosts, type RawRun, sendAll, specOf, whole } from '../support/raw-wire';
import { operationOf } from '../support/wire-run';

const key = (place: string, name: string) => ({ type: 'apiKey', in: place, name });
const http = (scheme: string) => ({ type: 'http', scheme });

const securitySchemes = {
  api_key: key('header', 'X-Key'),
  'api-key': key('header', 'X-Other'),
  environment: key('header', 'X-Env'),
  inQuery: key('query', 'key[]'),
  inCookie: key('cookie', 'sid'),
  basic: http('Basic'),
  bearer: http('bearer'),
  custom: http('Token'),
  oauth: {
    type: 'oauth2',
    flows: {
      implicit: { authorizationUrl: 'https://id.example.test/authorize', scopes: {} },
      authorizationCode: {
        authorizationUrl: 'https://id.example.test/authorize',
        tokenUrl: 'https://id.example.test/token',
        refreshUrl: 'https://id.example.test/refresh',
        scopes: { read: 'Reads', write: 'Writes' },
      },
    },
  },
  machine: {
    type: 'oauth2',
    flows: { clientCredentials: { tokenUrl: 'https://id.example.test/token', scopes: {} } },
  },
  oidc: {
    type: 'openIdConnect',
    openIdConnectUrl: 'https://id.example.test/.well-known/openid-configuration',
  },
  certificate: { type: 'mutualTLS' },
};

const asking = (...security: object[]) => ({ security });
const spec = specOf(
  {
    'GET /inherited': {},
    'GET /query': asking({ inQuery: [] }),
    'GET /cookie': {
      ...asking({ inCookie: [] }),
      parameters: [{ name: 'theme', in: 'cookie', required: true, example: 'dark', schema: {} }],
    },
    'GET /basic': asking({ basic: [] }),
    'GET /bearer': asking({ bearer: [] }),
    'GET /custom': asking({ custom: [] }),
    'GET /oauth': asking({ oauth: ['read', 'write'] }),
    'GET /machine': asking({ machine: [] }),
    'GET /oidc': asking({ oidc: ['openid'] }),
    'GET /all': {
      ...asking({ api_key: [], 'api-key': [], environment: [], inQuery: [], inCookie: [], bearer: [] }),
      parameters: [{ name: 'x-key', in: 'header', required: true, schema: { type: 'string' } }],
    },
    'GET /either': asking({ certificate: [] }, { basic: [], api_key: [] }, { inQuery: [] }),
    'GET /optional': asking({ api_key: [] }, {}),
    'GET /public': { security: [] },
    'GET /rivals': asking({ basic: [], bearer: [] }),
    'GET /certificate': asking({ certificate: [] }),
  },
  { security: [{ api_key: [] }], components: { securitySchemes } },
);

/** What a person pastes. */
const values = {
  apiKey: 'k1+/=',
  apiKey2: 'k2',
  environmentCredential: 'k3',
  inQuery: 'a+b%20c&d',
  inCookie: 's1',
  basicUsername: 'me',
  basicPassword: 'p:w',
  bearer: 'b1',
  custom: 'c1',
  oauth: 'o1',
  machine: 'm1',
  oidc: 'i1',
};
const basic = `Basic ${Buffer.from('me:p:w').toString('base64')}`;
const inQuery = 'key[]=a%2Bb%2520c%26d';

const wire: [operation: string, line: string, headers: Record<string, string>][] = [
  ['inherited', 'GET /v1/inherited', { 'x-key': 'k1+/=' }],
  ['query', `GET /v1/query?${inQuery}`, {}],
  ['cookie', 'GET /v1/cookie', { cookie: 'theme=dark; sid=s1' }],
  ['basic', 'GET /v1/basic', { authorization: basic }],
  ['bearer', 'GET /v1/bearer', { authorization: 'Bearer b1' }],
  ['custom', 'GET /v1/custom', { authorization: 'Token c1' }],
  ['oauth', 'GET /v1/oauth', { authorization: 'Bearer o1' }],
  ['machine', 'GET /v1/machine', { authorization: 'Bearer m1' }],
  ['oidc', 'GET /v1/oidc', { authorization: 'Bearer i1' }],
  [
    'all',
    `GET /v1/all?${inQuery}`,
    { 'x-key': 'k1+/=', 'x-other': 'k2', 'x-env': 'k3', cookie: 'sid=s1', authorization: 'Bearer b1' },
  ],
  ['either', 'GET /v1/either', { authorization: basic, 'x-key': 'k1+/=' }],
  ['optional', 'GET /v1/optional', {}],
  ['public', 'GET /v1/public', {}],
  ['rivals', 'GET /v1/rivals', { authorization: basic }],
  ['certificate', 'GET /v1/certificate', {}],
];

for (const [name, send] of hosts) {
  describe(`security schemes, in ${name}`, function () {
    this.timeout(60_000);
    let sent: RawRun | undefined;
    before(async () => {
      sent = await sendAll(spec, { values }, send);
    });
    for (const [path, line, headers] of wire) {
      it(`GET /${path} carries ${Object.keys(headers).join(', ') || 'no header for them'}`, () => {
        const request = whole(sent).requests.find((one) => new RegExp(`/v1/${path}\\b`).test(one.line));
        const { accept: _, ...rest } = request?.headers ?? {};
        deepStrictEqual([request?.line, rest], [line, headers]);
      });
    }
  });
}

const inherited: [what: string, scheme: string, line: string, headers: Record<string, string>][] = [
  ['a key in the query', 'inQuery', `GET /v1/inherited?${inQuery}`, {}],
  ['a password', 'basic', 'GET /v1/inherited', { authorization: basic }],
  ['a key in a cookie, which is no auth of Postman’s', 'inCookie', 'GET /v1/inherited', { cookie: 'sid=s1' }],
];

describe('what a contract asks for in general, in newman', () => {
  for (const [what, scheme, line, headers] of inherited) {
    it(`${what} is sent by who says nothing else, and by nobody who does`, async () => {
      const paths = {
        'GET /inherited': {},
        'GET /public': { security: [] },
        'GET /bearer': asking({ bearer: [] }),
      };
      const general = specOf(paths, { security: [{ [scheme]: [] }], components: { securitySchemes } });
      const { requests } = whole(await sendAll(general, { values }));
      deepStrictEqual(
        requests.map(({ line, headers: { accept: _, ...rest } }) => [line, rest]),
        [
          [line, headers],
          ['GET /v1/public', {}],
          ['GET /v1/bearer', { authorization: 'Bearer b1' }],
        ],
      );
    });
  }
});

describe('security schemes, in the files', () => {
  let sent: RawRun | undefined;
  before(async () => {
    sent = await sendAll(spec);
  });
  const request = (key: string) =>
    itemsOf(whole(sent).generated.collection).find((item) => operationOf(item) === key)?.request;
  const attributes = (key: string) => {
    const auth = request(key)?.auth;
    const list = auth?.[auth.type];
    return Array.isArray(list) ? Object.fromEntries(list.map(({ key, value }) => [key, value])) : list;
  };

  it('are a collection that Postman’s schema takes', () => {
    const file = join(PROJECT, 'test', 'fixtures', 'postman-collection-2.1.0.schema.json');
    const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(file, 'utf8')));
    ok(validate(whole(sent).generated.collection), JSON.stringify(validate.errors?.slice(0, 3)));
  });

  it('stand once where they are what the contract asks for in general', () => {
    const { auth } = whole(sent).generated.collection;
    deepStrictEqual(auth?.type, 'apikey');
    deepStrictEqual(request('GET /inherited')?.auth, undefined);
    deepStrictEqual(request('GET /public')?.auth, { type: 'noauth' });
  });

  it('tell the app how to get a token', () => {
    deepStrictEqual(attributes('GET /oauth'), {
      accessToken: '{{oauth}}',
      addTokenTo: 'header',
      grant_type: 'authorization_code',
      authUrl: 'https://id.example.test/authorize',
      accessTokenUrl: 'https://id.example.test/token',
      refreshTokenUrl: 'https://id.example.test/refresh',
      clientId: '{{oauthClientId}}',
      clientSecret: '{{oauthClientSecret}}',
      scope: 'read write',
    });
    deepStrictEqual(attributes('GET /machine'), {
      accessToken: '{{machine}}',
      addTokenTo: 'header',
      grant_type: 'client_credentials',
      accessTokenUrl: 'https://id.example.test/token',
      clientId: '{{machineClientId}}',
      clientSecret: '{{machineClientSecret}}',
    });
    deepStrictEqual(attributes('GET /oidc'), {
      accessToken: '{{oidc}}',
      addTokenTo: 'header',
      scope: 'openid',
    });
  });

  it('have an empty variable each in the environment, of the type secret', () => {
    const [environment] = whole(sent).generated.environments;
    const secrets = environment?.values.filter(({ type }) => type === 'secret') ?? [];
    deepStrictEqual(
      secrets.map(({ key }) => key).sort(),
      [
        ...Object.keys(values),
        'oauthClientId',
        'oauthClientSecret',
        'machineClientId',
        'machineClientSecret',
      ].sort(),
    );
    deepStrictEqual([...new Set(secrets.map(({ value }) => value))], ['']);
  });

  it('say which of several is sent, and let a person tick what is optional', () => {
    match(request('GET /either')?.description ?? '', /^Sent with `basic` and `api_key`\.$/m);
    match(
      request('GET /optional')?.description ?? '',
      /^Sent without credentials; `api_key` can be ticked\.$/m,
    );
    deepStrictEqual(request('GET /optional')?.header, [
      { key: 'X-Key', value: '{{apiKey}}', disabled: true },
    ]);
  });

  it('that cannot be sent are named', () => {
    const said = whole(sent).generated.warnings.map(formatProblem).join('\n');
    match(said, /GET \/rivals asks for basic and bearer in one header; only basic is sent/);
    deepStrictEqual(request('GET /rivals')?.header ?? [], []);
    match(said, /GET \/certificate asks for a client certificate \(certificate\)/);
    match(said, /does not know the http scheme Token of custom/);
  });
});
