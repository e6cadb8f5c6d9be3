import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareCollections } from '../../scripts/changes/compare-collections';
import type { PostmanCollection, PostmanFolder, PostmanItem } from '../../scripts/collection/postman';
import type { JsonObject, JsonValue } from '../../scripts/spec/document';
import { arbitraryDocument } from '../support/arbitrary-document';
import { isFolder } from '../support/build-document';
import { changesBetween, collectionText } from '../support/changes-between';

const options = { numRuns: 60, seed: Number(process.env.FC_SEED ?? 20261125) };

type Entry = PostmanFolder | PostmanItem;

const read = (document: JsonObject) => JSON.parse(collectionText(document)) as PostmanCollection;

function entriesIn(list: readonly Entry[]): Entry[] {
  return list.flatMap((entry) => [entry, ...(isFolder(entry) ? entriesIn(entry.item) : [])]);
}

/** Each request and each folder's own part, by its id. */
function partsOf({ item }: PostmanCollection): Map<string, string> {
  return new Map(
    entriesIn(item).map((entry) => {
      const { id, ...rest } = isFolder(entry) ? { ...entry, item: [] } : entry;
      return [id, JSON.stringify(rest)];
    }),
  );
}

/** The first operation of a document, and the document with that operation changed. */
function withFirst(
  document: JsonObject,
  change: (operation: JsonObject) => JsonObject,
): { key: string; changed: JsonObject } {
  const paths = document.paths as Record<string, JsonObject>;
  const [[path, item] = ['', {}]] = Object.entries(paths);
  const method = Object.keys(item).find((name) => name !== 'parameters') ?? '';
  const operation = change(item[method] as JsonObject);
  return {
    key: `${method.toUpperCase()} ${path}`,
    changed: { ...document, paths: { ...paths, [path]: { ...item, [method]: operation } } },
  };
}

const isWithOperation = (document: JsonObject) =>
  Object.values(document.paths as Record<string, JsonObject>)[0] !== undefined &&
  withFirst(document, (operation) => operation).key.trim() !== '/';

describe('a change of any small contract', () => {
  it('in one operation changes only what stands for it', () => {
    fc.assert(
      fc.property(arbitraryDocument.filter(isWithOperation), (document) => {
        const { key, changed } = withFirst(document, (operation) => ({
          ...operation,
          description: 'Other words.',
        }));
        const [before, after] = [partsOf(read(document)), partsOf(read(changed))];
        assert.deepEqual([...after.keys()], [...before.keys()]);
        const others = [...after].filter(([id, text]) => before.get(id) !== text);
        for (const [, text] of others) assert.ok(text.includes(`Contract: \`${key}\``), text);
        assert.ok(others.length >= 1);
      }),
      options,
    );
  });

  it('by one more operation changes nothing that was there', () => {
    const more: JsonObject = { get: { tags: ['Other'], responses: { 204: { description: 'Fine' } } } };
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const paths: JsonObject = { '/elsewhere': more, ...(document.paths as JsonObject) };
        const [before, after] = [partsOf(read(document)), partsOf(read({ ...document, paths }))];
        for (const [id, text] of before) assert.equal(after.get(id), text);
        assert.deepEqual(
          changesBetween(document, { ...document, paths }).operations.map(({ operation, state }) => [
            operation,
            state,
          ]),
          [['GET /elsewhere', 'added']],
        );
      }),
      options,
    );
  });

  it('leaves every id used once, and every name once in its folder, at any depth', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const collection = read(document);
        const ids = entriesIn(collection.item).map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
        const folders = entriesIn(collection.item).filter(isFolder);
        for (const list of [collection.item, ...folders.map(({ item }) => item)]) {
          assert.equal(new Set(list.map(({ name }) => name)).size, list.length);
        }
      }),
      options,
    );
  });

  it('is told for the operation that changed, and for no other', () => {
    const parameter: JsonValue = { name: 'added', in: 'query', required: true, schema: { type: 'string' } };
    fc.assert(
      fc.property(arbitraryDocument.filter(isWithOperation), (document) => {
        const { key, changed } = withFirst(document, (operation) => ({
          ...operation,
          parameters: [...((operation.parameters as JsonValue[] | undefined) ?? []), parameter],
        }));
        assert.deepEqual(
          changesBetween(document, changed).operations.map(({ operation, verdict, changes }) => [
            operation,
            verdict,
            changes.map(({ text }) => text),
          ]),
          [[key, 'break', ['query `added` is new and required (string)']]],
        );
      }),
      options,
    );
  });

  it('is told in both directions: what came in one is gone in the other', () => {
    const of = (one: JsonObject, other: JsonObject, state: string) =>
      changesBetween(one, other)
        .operations.filter((operation) => operation.state === state)
        .map(({ operation }) => operation)
        .sort();
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDocument, (one, other) => {
        assert.deepEqual(of(one, other, 'added'), of(other, one, 'removed'));
      }),
      options,
    );
  });

  it('is none where the same is written with its paths in another order', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const paths = Object.fromEntries(Object.entries(document.paths as JsonObject).reverse());
        const text = collectionText({ ...document, paths });
        const { operations, complete } = compareCollections('c.json', collectionText(document), text);
        assert.deepEqual([operations, complete], [[], true]);
      }),
      options,
    );
  });
});
