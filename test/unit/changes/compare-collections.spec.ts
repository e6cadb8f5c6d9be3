import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { changesAsText } from '../../../scripts/changes/print-changes';
import type { JsonObject } from '../../../scripts/spec/document';
import { changesBetween, documentOf } from '../../support/changes-between';

const fine = {
  200: { description: 'Fine', content: { 'application/json': { schema: { type: 'object' } } } },
};
const get = (operation: JsonObject = {}) => ({ get: { responses: fine, ...operation } });
const path = (name: string) => [{ name, in: 'path', required: true, schema: { type: 'string' } }];
const two = documentOf({
  '/a': get({ parameters: [{ name: 'q', in: 'query', description: 'What.', schema: { type: 'string' } }] }),
  '/b': get(),
});

describe('comparing operations', () => {
  it('tells those that came and those that are gone', () => {
    deepStrictEqual(
      changesAsText(
        changesBetween(documentOf({ '/a': get(), '/b': get() }), documentOf({ '/a': get(), '/c': get() })),
      ),
      [
        'Changed operations: 1 added, 1 removed; 1 break for clients',
        '  BREAK GET /b: removed',
        '  GET /c: added',
      ],
    );
  });

  it('follows one that moved by its operationId, and tells what changed in it', () => {
    const before = documentOf({ '/a': get({ operationId: 'list' }) });
    const after = documentOf({ '/b': get({ operationId: 'list', deprecated: true }) });
    const { operations, breaks } = changesBetween(before, after);
    strictEqual(breaks, 1);
    deepStrictEqual(operations, [
      {
        operation: 'GET /b',
        before: 'GET /a',
        state: 'moved',
        verdict: 'break',
        changes: [
          {
            kind: 'operation-deprecated',
            effect: 'different',
            verdict: 'fine',
            place: 'the operation',
            text: 'the operation is deprecated now',
          },
        ],
      },
    ]);
  });

  it('takes the name of a path parameter for what it is: nothing that clients send', () => {
    const before = documentOf({ '/a/{id}': get({ parameters: path('id') }) });
    const after = documentOf({ '/a/{key}': get({ parameters: path('key') }) });
    deepStrictEqual(changesAsText(changesBetween(before, after)), [
      'Changed operations: 1 changed; no break for clients',
      '  GET /a/{key}:',
      '    different: the path was written /a/{id}',
    ]);
  });

  it('takes it for that also where the operation moved', () => {
    const before = documentOf({ '/a/{id}': get({ operationId: 'one', parameters: path('id') }) });
    const after = documentOf({ '/b/{key}': get({ operationId: 'one', parameters: path('key') }) });
    deepStrictEqual(changesAsText(changesBetween(before, after)), [
      'Changed operations: 1 moved; 1 break for clients',
      '  BREAK GET /b/{key}: moved, was GET /a/{id}',
    ]);
  });

  it('tells first what breaks clients', () => {
    const before = documentOf({ '/a': get({ operationId: 'a' }), '/b': get() });
    const added = { parameters: [{ name: 'q', in: 'query', required: true, schema: { type: 'string' } }] };
    const after = documentOf({ '/a': get({ operationId: 'c' }), '/b': get(added), '/d': get() });
    deepStrictEqual(changesAsText(changesBetween(before, after)), [
      'Changed operations: 1 added, 2 changed; 1 break for clients',
      '  GET /b:',
      '    BREAK stricter: query `q` is new and required (string)',
      '  GET /d: added',
      '  GET /a:',
      '    different: operationId: `c`, was `a`',
    ]);
  });

  it('tells where a token comes from, where that changed and nothing else', () => {
    const document = (tokenUrl: string) => {
      const oauth = { type: 'oauth2', flows: { clientCredentials: { tokenUrl, scopes: { read: 'Reads' } } } };
      return documentOf({ '/a': get({ security: [{ oauth: ['read'] }] }) }, { securitySchemes: { oauth } });
    };
    const changes = changesBetween(
      document('https://a.example.test/t'),
      document('https://b.example.test/t'),
    );
    deepStrictEqual(changesAsText(changes), [
      'Changed operations: 1 changed; no break for clients',
      '  GET /a:',
      '    LOOK different: credentials: accessTokenUrl `https://b.example.test/t`, was `https://a.example.test/t`',
    ]);
  });

  it('tells of other tags that the folder changed, and not of the form of the file', () => {
    const of = (...tags: string[]) => documentOf({ '/a': get({ tags }), '/b': get({ tags }) });
    deepStrictEqual(changesAsText(changesBetween(of('One'), of('Two'))), [
      'The contract did not change, the collection did',
      '  note: the folder of 2 operations changed: "One" → "Two"',
    ]);
    deepStrictEqual(
      changesAsText(changesBetween(of('One'), of())).at(-1),
      '  note: the folder of 2 operations changed: "One" → (none)',
    );
  });

  it('tells of another version, or other words, of the whole', () => {
    const after = { ...two, info: { title: 'Parcels', version: '2' } };
    deepStrictEqual(changesAsText(changesBetween(two, after)), [
      'The contract did not change, the collection did',
      "  note: the collection's name, version or words changed",
    ]);
  });

  it('tells of another order that it is that', () => {
    const paths = Object.fromEntries(Object.entries(two.paths as JsonObject).reverse());
    deepStrictEqual(changesAsText(changesBetween(two, { ...two, paths })), [
      'The contract did not change, the collection did',
      '  note: what changed is the order of requests, or what stands around those of the contract',
    ]);
  });

  it('compares what many answers share, wherever it stands', () => {
    const using = {
      200: {
        description: 'Fine',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } },
      },
    };
    const document = (type: string) =>
      documentOf(
        { '/a': get({ responses: using }), '/b': get({ responses: using }) },
        { schemas: { A: { type: 'object', properties: { id: { type } } } } },
      );
    deepStrictEqual(changesAsText(changesBetween(document('string'), document('integer'))).slice(0, 3), [
      'Changed operations: 2 changed; 2 breaks for clients',
      '  GET /a, GET /b:',
      '    BREAK different: answer 200 `id`: integer, was string',
    ]);
  });

  it('tells fields beyond those that are listed that they changed, and blames no other', () => {
    const deep = (type: string, ...names: string[]) => {
      const inner = Array.from({ length: 70 }, (_, index) => [
        `f${index}`,
        { type: index === 69 ? type : 'string' },
      ]);
      const outer = names.map((name) => [name, { type: 'string' }]);
      const properties = { ...Object.fromEntries(outer), in: { properties: Object.fromEntries(inner) } };
      const requestBody = { content: { 'application/json': { schema: { properties } } } };
      return documentOf({ '/a': { post: { requestBody, responses: fine } } });
    };
    const beyond =
      'LOOK different: body: fields beyond the 60 that are listed changed; which ones, this file does not tell';
    deepStrictEqual(changesAsText(changesBetween(deep('string'), deep('integer'))).slice(2), [
      `    ${beyond}`,
    ]);
    deepStrictEqual(changesAsText(changesBetween(deep('string'), deep('string', 'new'))).slice(2), [
      `    ${beyond}`,
      '    looser: body `new` is new (string)',
    ]);
  });
});
