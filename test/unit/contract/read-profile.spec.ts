import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readProfile } from '../../../scripts/contract/profile/read-profile';
import type { Problem } from '../../../scripts/spec/problem';
import { withScratchFolder } from '../../support/scratch-folder';
import { thrownProblems } from '../../support/thrown-problems';

const read = (text: string) =>
  withScratchFolder({ 'p.yaml': text }, (folder) => readProfile('p.yaml', folder));
const refused = (text: string): Promise<readonly Problem[]> =>
  withScratchFolder({ 'p.yaml': text }, (folder) => thrownProblems(() => readProfile('p.yaml', folder)));

const LOGIN = `login:
  operation: GET /login
  apiKey: {in: query, name: key}
  jwt: /jwt
  send: {in: header, name: Authorization}
  lifetime: 3600
  source: https://example.test/login
`;

describe('readProfile: what it reads', () => {
  it('reads a profile and knows its lines', async () => {
    const { profile, source } = await read(`name: Parcels\n${LOGIN}reads:\n  - POST /prices\n`);
    assert.equal(profile.name, 'Parcels');
    assert.deepEqual(profile.login, {
      operation: 'GET /login',
      apiKey: { in: 'query', name: 'key' },
      jwt: '/jwt',
      send: { in: 'header', name: 'Authorization' },
      lifetime: 3600,
      source: 'https://example.test/login',
    });
    assert.deepEqual(profile.reads, ['POST /prices']);
    assert.equal(source.file, 'p.yaml');
    assert.equal(source.lineOf('/login/jwt'), 5);
    assert.equal(source.lineOf('/reads/0'), 10);
  });

  it('takes a profile that says little', async () => {
    assert.deepEqual((await read('{}')).profile, {});
  });

  it('lets a stand-in carry a public apiKey and phone', async () => {
    const { profile } = await read(
      "environments:\n  local: {server: 'http://127.0.0.1:4010/v1', standIn: true, apiKey: public, phone: '49'}\n",
    );
    assert.equal(profile.environments?.local?.apiKey, 'public');
  });

  it('reads how the API is tested, and where it is known to fail', async () => {
    const { profile } = await read(`inputs: strict
probes: thorough
timeLimit: 2500
deleters:
  - {operation: POST /parcels, by: 'DELETE /parcels/{id}', id: /id}
deviations:
  - {check: body is empty, operation: GET /parcels, reason: it talks, until: '2028-02-29'}
  - {check: is refused, operation: GET /parcels, reason: it is kind}
`);
    assert.equal(profile.inputs, 'strict');
    assert.equal(profile.probes, 'thorough');
    assert.equal(profile.timeLimit, 2500);
    assert.deepEqual(profile.deleters, [
      { operation: 'POST /parcels', by: 'DELETE /parcels/{id}', id: '/id' },
    ]);
    assert.equal(profile.deviations?.[0]?.until, '2028-02-29');
    assert.equal(profile.deviations?.[1]?.until, undefined);
  });

  it('reads the profile of Nova Post', async () => {
    const { profile } = await readProfile('spec/nova-post.profile.yaml', join(__dirname, '../../..'));
    assert.deepEqual(Object.keys(profile.environments ?? {}), ['sandbox', 'production', 'stand-in']);
    assert.equal(profile.environments?.sandbox?.allowWrites, true);
    assert.equal(profile.environments?.production?.allowWrites, false);
    assert.equal(profile.environments?.sandbox?.apiKey, undefined);
    assert.equal(profile.environments?.['stand-in']?.allowWrites, true);
    assert.equal(profile.login?.lifetime, 3600);
    assert.equal(profile.testKey?.dailyLimit, 429);
  });
});

describe('readProfile: what it refuses', () => {
  const env = (text: string) => `environments:\n  sandbox: {server: 'https://a.test', ${text}}\n`;
  const cases: [what: string, text: string, line: number, pointer: string, words: RegExp][] = [
    ['a list', '- a', 1, '', /a list.*an object/],
    [
      'an unknown key, naming the nearest',
      'name: a\nenvironmnts: {}',
      2,
      '/environmnts',
      /environmnts.*did you mean environments/,
    ],
    [
      'an unknown key that resembles none',
      'colour: red',
      1,
      '/colour',
      /use one of: name, environments, login/,
    ],
    [
      'a misspelt key in place of one that is needed',
      'environments:\n  a:\n    servr: https://a.test',
      3,
      '/environments/a/servr',
      /did you mean server/,
    ],
    ['no environment at all', 'name: a\nenvironments: {}', 2, '/environments', /at least 1|empty|>= 1|fewer/],
    [
      'an environment without a server',
      'environments:\n  a: {role: sandbox}',
      2,
      '/environments/a',
      /`server` is missing/,
    ],
    [
      'a login without its lifetime',
      LOGIN.replace(/ {2}lifetime.*\n/, ''),
      1,
      '/login',
      /`lifetime` is missing/,
    ],
    ['a lifetime of nothing', LOGIN.replace('3600', '0'), 6, '/login/lifetime', /number 0.*>= 1/],
    ['a lifetime with leading zeros', LOGIN.replace('3600', '03600'), 6, '/login/lifetime', /03600/],
    [
      'an operation in small letters',
      LOGIN.replace('GET', 'get'),
      2,
      '/login/operation',
      /did you mean GET \/login/,
    ],
    ['an operation without a slash', 'reads: [POST prices]', 1, '/reads/0', /did you mean POST \/prices/],
    ['an operation without a method', 'writes: [/prices]', 1, '/writes/0', /a method and a path/],
    [
      'a place that a key cannot go to',
      LOGIN.replace('query', 'cookie'),
      3,
      '/login/apiKey/in',
      /cookie.*query or header/,
    ],
    [
      'a name in place of a JSON pointer',
      LOGIN.replace('/jwt', 'jwt'),
      4,
      '/login/jwt',
      /did you mean \/jwt/,
    ],
    [
      'a role that there is not',
      env('role: sandbx'),
      2,
      '/environments/sandbox/role',
      /sandbx.*did you mean sandbox/,
    ],
    [
      'a word in place of true',
      env("allowWrites: 'yes'"),
      2,
      '/environments/sandbox/allowWrites',
      /true or false/,
    ],
    [
      'a server that is no url',
      'environments:\n  a: {server: a.test}',
      2,
      '/environments/a/server',
      /https:\/\//,
    ],
    [
      'an environment that makes no file name',
      "environments:\n  My Box: {server: 'https://a.test'}",
      2,
      '/environments/My Box',
      /did you mean my-box/,
    ],
    [
      'an apiKey outside a stand-in',
      env('apiKey: k-1'),
      2,
      '/environments/sandbox/apiKey',
      /not a stand-in holds `apiKey`/,
    ],
    [
      'a phone outside a stand-in',
      env('phone: 49123'),
      2,
      '/environments/sandbox/phone',
      /not a stand-in holds `phone`/,
    ],
    [
      'a stand-in on another machine',
      env('standIn: true'),
      2,
      '/environments/sandbox/server',
      /this machine.*loopback/,
    ],
    [
      'a phone that is a number',
      "environments:\n  a: {server: 'http://localhost:1', standIn: true, phone: 49}",
      2,
      '/environments/a/phone',
      /put it in quotes/,
    ],
  ];
  for (const [what, text, line, pointer, words] of cases) {
    it(what, async () => {
      const [problem, ...others] = await refused(text);
      assert.deepEqual(others, []);
      assert.ok(problem);
      const { code, severity, file } = problem;
      assert.deepEqual([code, severity, file], ['INVALID_PROFILE', 'error', 'p.yaml']);
      assert.deepEqual([problem.line, problem.pointer], [line, pointer]);
      assert.match(`${problem.message} | ${problem.expected} | ${problem.hint}`, words);
      assert.ok(problem.expected ?? problem.hint);
    });
  }

  it('all that is wrong, at once', async () => {
    const problems = await refused(`name: 3\n${LOGIN.replace('/jwt', 'jwt')}read: []\n`);
    assert.deepEqual(problems.map(({ pointer }) => pointer).sort(), ['/login/jwt', '/name', '/read']);
  });

  it('without showing what may be a secret', async () => {
    const problems = await refused(`environments:
  a: {server: 'https://me:word-1@a.test', apiKey: word-2}
  b: {server: 'https://a.test/?key=word-3', alsoAt: ['a.test?key=word-4'], phone: 4905}
`);
    assert.equal(problems.length, 5);
    assert.doesNotMatch(JSON.stringify(problems), /word-\d|4905/);
  });

  it('a file that is not there', async () => {
    const [problem] = await thrownProblems(() => readProfile('no-such.profile.yaml', __dirname));
    assert.equal(problem?.code, 'UNREADABLE_SOURCE');
    assert.equal(problem.file, 'no-such.profile.yaml');
  });

  it('a profile that does not parse', async () => {
    const [problem, ...others] = await refused('name: a\nname: b\n');
    assert.deepEqual(others, []);
    assert.deepEqual([problem?.code, problem?.line, problem?.pointer], ['INVALID_SYNTAX', 2, '/name']);
  });
});
