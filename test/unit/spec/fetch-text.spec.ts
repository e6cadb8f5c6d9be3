import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { valueAt } from '../../../scripts/spec/json-pointer';
import type { Problem } from '../../../scripts/spec/problem';
import { type ReadOptions, readDocument } from '../../../scripts/spec/read-document';
import { withLoopbackServer } from '../../support/loopback-server';
import { openapi, operation, written } from '../../support/read-files';
import { SMALL, SMALL_JSON } from '../../support/small-files';
import { thrownProblems } from '../../support/thrown-problems';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const text =
  (body: string, type = 'text/plain', status = 200): Answer =>
  (_, response) =>
    response.writeHead(status, { 'content-type': type }).end(body);
const redirect =
  (location: string): Answer =>
  (_, response) =>
    response.writeHead(302, { location }).end('see there');

/** Serves by path; whatever else is asked for is not found. */
const serving = <T>(answers: Record<string, Answer>, use: (url: string) => Promise<T>) =>
  withLoopbackServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    (answers[path] ?? text('no such page', 'text/plain', 404))(request, response);
  }, use);

const refusedAt = (answers: Record<string, Answer>, path: string, options?: ReadOptions): Promise<Problem> =>
  serving(answers, async (url) => {
    const [problem, ...others] = await thrownProblems(() => readDocument(url + path, '.', options));
    assert.deepEqual(others, []);
    return problem ?? assert.fail('no problem');
  });

describe('readDocument: a url', () => {
  for (const [what, path, answer] of [
    ['YAML', '/a.yaml', text(SMALL)],
    ['JSON', '/api', text(SMALL_JSON, 'application/json; charset=utf-8')],
    [
      'a Markdown page by its type',
      '/page',
      text(`# A page\n\n\`\`\`yaml\n${SMALL}\`\`\`\n`, 'text/markdown'),
    ],
    ['a Markdown page by its name', '/page.md', text(`# A page\n\n\`\`\`yaml\n${SMALL}\`\`\`\n`)],
  ] as const) {
    it(`is read as ${what}`, async () => {
      await serving({ [path]: answer }, async (url) => {
        const { document } = await readDocument(url + path, '.');
        assert.deepEqual(Object.keys(document.value.paths ?? {}), ['/parcels']);
        assert.equal(document.file, url + path);
      });
    });
  }

  it('sends a user name and a password as a login, to that server only, and shows neither', async () => {
    const logins: (string | undefined)[] = [];
    const answers: Record<string, Answer> = {
      '/a.yaml': (request, response) => {
        logins.push(request.headers.authorization);
        text('no', 'text/plain', 401)(request, response);
      },
    };
    await serving(answers, async (url) => {
      const address = `${url.replace('//', '//me:w%20rd@')}/a.yaml?key=k-1`;
      const [problem] = await thrownProblems(() => readDocument(address, '.'));
      assert.equal(problem?.file, `${url}/a.yaml`);
      assert.match(problem?.message ?? '', /401/);
    });
    assert.deepEqual(logins, [`Basic ${Buffer.from('me:w rd').toString('base64')}`]);
  });

  it('may redirect, and what it refers to is relative to where it ends', async () => {
    const answers = {
      '/old': redirect('/v2/api.yaml'),
      '/v2/api.yaml': text(openapi(`paths:\n${operation('get', '/a', "{$ref: 'schemas/Parcel.json'}")}`)),
      '/v2/schemas/Parcel.json': text('{"type": "string"}'),
    };
    await serving(answers, async (url) => {
      const { document } = await readDocument(`${url}/old`, '.');
      assert.deepEqual(valueAt(document.value, '/components/schemas/Parcel'), { type: 'string' });
      assert.equal(written(document, '/components/schemas/Parcel'), `${url}/v2/schemas/Parcel.json:1#`);
    });
  });

  const cases: [what: string, answers: Record<string, Answer>, code: string, words: RegExp][] = [
    ['an answer other than 2xx', {}, 'UNREADABLE_SOURCE', /404 Not Found/],
    ['an HTML page', { '/a': text('<p>Sign in</p>', 'text/html; charset=utf-8') }, 'HTML_INSTEAD', /HTML/],
    [
      'an HTML page that calls itself a text',
      { '/a': text('<!doctype html><html></html>') },
      'HTML_INSTEAD',
      /HTML/,
    ],
    ['an empty answer', { '/a': text('') }, 'EMPTY_SOURCE', /empty/],
    ['redirects without end', { '/a': redirect('/a') }, 'UNREADABLE_SOURCE', /more than 5 times/],
    [
      'a redirect to another scheme',
      { '/a': redirect('file:///etc/hostname') },
      'UNREADABLE_SOURCE',
      /scheme file:/,
    ],
    ['a redirect to what is no url', { '/a': redirect('http://[') }, 'UNREADABLE_SOURCE', /no url/],
  ];
  for (const [what, answers, code, words] of cases) {
    it(`is refused for ${what}`, async () => {
      const problem = await refusedAt(answers, '/a');
      assert.equal(problem.code, code);
      assert.match(problem.message, words);
      assert.match(problem.file ?? '', /^http:\/\/127\.0\.0\.1:\d+\/a$/);
      assert.ok(problem.hint);
    });
  }

  it('is refused for an answer that is too large, without reading all of it', async () => {
    const endless: Answer = (_, response) => {
      response.writeHead(200);
      const more = () => response.writable && response.write('x'.repeat(100_000), more);
      more();
    };
    const limits = { milliseconds: 20_000, bytes: 2_000_000 };
    assert.match((await refusedAt({ '/a': endless }, '/a', { limits })).message, /larger than 2 MB/);
  });

  for (const [what, answer] of [
    ['never comes', () => {}],
    [
      'never ends',
      (_: IncomingMessage, response: ServerResponse) => response.writeHead(200).write('openapi'),
    ],
  ] as const) {
    it(`is refused when the answer ${what}`, async () => {
      const limits = { milliseconds: 100, bytes: 1_000 };
      const problem = await refusedAt({ '/a': answer }, '/a', { limits });
      assert.match(problem.message, /within 0\.1 s/);
    });
  }

  it('is refused when nobody listens there', async () => {
    const url = await serving({}, async (address) => address);
    const [problem] = await thrownProblems(() => readDocument(`${url}/a`, '.'));
    assert.match(problem?.message ?? '', /ECONNREFUSED/);
  });

  it('is refused with a scheme that is not read', async () => {
    const [problem] = await thrownProblems(() => readDocument('ftp://127.0.0.1/a.yaml', '.'));
    assert.match(problem?.message ?? '', /scheme ftp:/);
  });
});

describe('readDocument: references between urls', () => {
  const referring = (ref: string) => text(openapi(`paths:\n${operation('get', '/a', `{$ref: '${ref}'}`)}`));
  const schema = text('type: string');

  it('stay in the folder of the specification unless that is allowed', async () => {
    const answers = { '/v1/a.yaml': referring('../common.yaml'), '/common.yaml': schema };
    assert.match((await refusedAt(answers, '/v1/a.yaml')).hint ?? '', /--allow-outside/);
    await serving(answers, (url) => readDocument(`${url}/v1/a.yaml`, '.', { allowOutside: true }));
  });

  it('stay on the server, also by way of a redirect, unless that is allowed', async () => {
    await serving({ '/b.yaml': schema }, async (other) => {
      const direct = { '/a.yaml': referring(`${other}/b.yaml`) };
      assert.match((await refusedAt(direct, '/a.yaml')).hint ?? '', /--allow-remote/);
      const roundabout = { '/a.yaml': referring('b.yaml'), '/b.yaml': redirect(`${other}/b.yaml`) };
      assert.match((await refusedAt(roundabout, '/a.yaml')).message, /redirects to .*another server/);
      for (const answers of [direct, roundabout]) {
        await serving(answers, (url) => readDocument(`${url}/a.yaml`, '.', { allowRemote: true }));
      }
    });
  });
});
