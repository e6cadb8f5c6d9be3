import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { changesAsText } from '../../../scripts/changes/print-changes';
import type { JsonObject } from '../../../scripts/spec/document';
import { changesBetween, documentOf } from '../../support/changes-between';

const fine = {
  200: { description: 'Fine', content: { 'application/json': { schema: { type: 'object' } } } },
};
const get = (operation: JsonObject = {}) => ({ get: { responses: fine, ...operation } });
const path = (name: string) => [{ name, in: 'path', required: true, schema: { type: 'string' } }];

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
