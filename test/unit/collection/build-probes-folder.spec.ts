import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import type { PostmanFolder, PostmanItem } from '../../../scripts/collection/postman';
import type { Profile } from '../../../scripts/contract/profile/profile';
import type { Checks, Probe } from '../../../scripts/postman/script-data';
import { buildDocument, isFolder, itemsOf, probesOf } from '../../support/build-document';
import { documentWith } from '../../support/describe-document';
import { sampleLogin } from '../../support/sample-login';

const refused = '"400": { description: Bad }, "401": { description: No }';
const yaml = documentWith(`security: [{ Token: [] }]
tags: [{ name: Parcels, description: All of them }]
paths:
  /login:
    get:
      summary: Log in
      security: []
      parameters: [{ name: key, in: query, required: true, schema: { type: string } }]
      responses: { "200": { description: Fine, headers: { X-Count: { schema: { type: integer } } } }, ${refused} }
  /parcels:
    post:
      tags: [Parcels]
      summary: Find parcels
      parameters: [{ name: limit, in: query, description: How many, schema: { type: integer } }]
      requestBody: { required: true, content: { application/json: { example: { a: 1 } } } }
      responses: { "200": { description: Fine }, ${refused} }
components: { securitySchemes: { Token: { type: apiKey, in: header, name: Authorization } } }`);
const profile: Profile = {
  login: sampleLogin,
  reads: ['POST /parcels'],
  timeLimit: 2000,
  deviations: [
    { check: 'body is empty', operation: 'GET /login', reason: 'it talks', until: '2030-01-31' },
    { check: 'is refused', operation: 'POST /parcels', reason: 'it is kind' },
  ],
};
const collection = buildDocument(yaml, profile);
const folder = collection.item.at(-1) as PostmanFolder;
const probes = probesOf(collection);

function probe(kind: string): PostmanItem {
  const found = probes.find((each) => each.probe.request.description?.includes(`Probe: \`${kind}\``));
  ok(found, kind);
  return found.probe;
}

/** What the script of a folder or of a probe hands over. */
function handedOver(item: PostmanFolder | PostmanItem): Checks | Probe | undefined {
  const contract: { checks?: Checks; probe(pm: unknown, probe: Probe): void } = {
    probe(_pm, data) {
      found = data;
    },
  };
  let found: Checks | Probe | undefined;
  const [event, ...others] = item.event ?? [];
  deepStrictEqual(others, []);
  strictEqual(event?.listen, 'test');
  runInNewContext(event.script.exec.join('\n'), { contract, pm: {} });
  return JSON.parse(JSON.stringify(found ?? contract.checks)) as Checks | Probe;
}

describe('the folder of the probes', () => {
  it('is the last one, with a folder per tag and operation as above', () => {
    strictEqual(folder.name, 'Contract checks');
    ok(folder.description?.includes('allowWrites'));
    const names = (entry: PostmanFolder): unknown[] =>
      entry.item
        .filter(isFolder)
        .map((each) => (each.item.some(isFolder) ? [each.name, names(each)] : each.name));
    deepStrictEqual(names(folder), ['Log in', ['Parcels', ['Find parcels']]]);
  });

  it('stands beside the plain requests, which stay as they are', () => {
    deepStrictEqual(
      itemsOf(collection).map(({ name }) => name),
      ['Log in', 'Find parcels'],
    );
  });

  it('tells which operation each folder is about, and holds its checks once', () => {
    strictEqual(probes.at(-1)?.folder.description, 'Contract: `POST /parcels`');
    const login = probes[0]?.folder;
    ok(login);
    deepStrictEqual(handedOver(login), {
      operation: 'GET /login',
      answers: { 200: {}, 400: {}, 401: {} },
      jwt: { at: '/jwt', lifetime: 3600, source: 'https://docs.example.test' },
      headers: { 200: { 'X-Count': { required: false, schema: { type: 'integer' } } } },
      timeLimit: 2000,
      deviations: { 'body is empty': { reason: 'it talks', until: '2030-01-31' } },
    });
  });

  it('has no saved answers and no auth on folders', () => {
    ok(probes.every(({ probe: item }) => item.response.length === 0));
    ok(
      probes.every(
        ({ folder: { auth } }: { folder: PostmanFolder & { auth?: unknown } }) => auth === undefined,
      ),
    );
  });

  it('gives each probe one call, and a line that says what it is', () => {
    const item = probe('wrong-type');
    strictEqual(item.name, 'limit: a text in place of an integer');
    strictEqual(
      item.request.description,
      'Sends query parameter limit: a text in place of an integer.\n\nProbe: `wrong-type` at `query limit`',
    );
    deepStrictEqual(handedOver(item), {
      sends: 'query parameter limit: a text in place of an integer',
      expects: 'refusal',
      statuses: ['400'],
      otherwise: 'finding',
    });
    strictEqual(item.request.url.raw, '{{baseUrl}}/parcels?limit=not-an-integer');
    strictEqual(item.request.auth, undefined);
  });

  it('sends jwts that are none in the header, by no auth', () => {
    const { auth, header } = probe('unsigned-jwt').request;
    deepStrictEqual(auth, { type: 'noauth' });
    ok(header.some(({ key, value }) => key === 'Authorization' && value === '{{probeJwtUnsigned}}'));
    ok(!probe('no-jwt').request.header.some(({ key }) => key === 'Authorization'));
  });

  it('changes the body as a text and its type', () => {
    const body = (item: PostmanItem) =>
      item.request.body?.mode === 'raw' ? item.request.body.raw : undefined;
    const type = (item: PostmanItem) =>
      item.request.header.filter(({ key }) => key === 'Content-Type').map(({ value }) => value);
    strictEqual(body(probe('not-json')), 'this is no JSON');
    deepStrictEqual(type(probe('not-json')), ['application/json']);
    strictEqual(body(probe('wrong-media-type')), '{\n  "a": 1\n}');
    deepStrictEqual(type(probe('wrong-media-type')), ['text/plain']);
    strictEqual(probe('missing-body').request.body, undefined);
  });

  it('sends keys that are none to the login in place of the variable', () => {
    strictEqual(probe('no-key').request.url.raw, '{{baseUrl}}/login');
    strictEqual(probe('empty-key').request.url.raw, '{{baseUrl}}/login?key=');
    strictEqual(probe('wrong-key').request.url.raw, '{{baseUrl}}/login?key=no-such-key');
  });

  it('has names of its own in each folder, and ids of its own', () => {
    for (const {
      folder: { item },
    } of probes) {
      strictEqual(new Set(item.map(({ name }) => name)).size, item.length);
    }
    const ids = JSON.stringify(collection).match(/"(id|_postman_id)":"[0-9a-f-]{36}"/g) ?? [];
    strictEqual(new Set(ids).size, ids.length);
  });

  it('is told to the script, with what deletes what was created', () => {
    const script = (from: typeof collection) =>
      from.event.find(({ listen }) => listen === 'prerequest')?.script.exec.join('\n') ?? '';
    ok(script(collection).includes("probes: { folder: 'Contract checks' }"));
    ok(!script(collection).includes('deleters'));
    const creating = documentWith(
      'paths:\n  /a: { post: { responses: { "201": { description: Made } } } }\n  /a/{id}: { delete: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { "204": { description: Gone } } } }',
    );
    const deleters = [{ operation: 'POST /a', by: 'DELETE /a/{id}', id: '/id' }];
    ok(
      script(buildDocument(creating, { deleters })).includes(
        "deleters: { 'POST /a': { operation: 'DELETE /a/{id}', id: '/id' } }",
      ),
    );
  });

  it('is not there where nothing can be probed', () => {
    const plain = buildDocument(
      documentWith('paths: { /a: { get: { responses: { "200": { description: Fine } } } } }'),
    );
    deepStrictEqual(
      plain.item.map(({ name }) => name),
      ['GET /a'],
    );
  });

  it('gives way to a tag of its name', () => {
    const tagged = buildDocument(yaml.replaceAll('Parcels]', 'Contract checks]'), profile);
    deepStrictEqual(
      tagged.item.map(({ name }) => name),
      ['Log in', 'Contract checks', 'Contract checks (probes)'],
    );
  });
});
