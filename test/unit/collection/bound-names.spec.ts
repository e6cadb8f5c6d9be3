import assert from 'node:assert/strict';
import { boundNames } from '../../../scripts/collection/bound-names';
import type { PostmanItem } from '../../../scripts/collection/postman';
import { buildDocument } from '../../support/build-document';
import { documentWith } from '../../support/describe-document';

const item = (id: string, name: string, answers: string[] = []) =>
  ({ id, name, response: answers.map((answer) => ({ id: `of-${id}`, name: answer })) }) as PostmanItem;
const namesOf = (entries: Iterable<{ name: string }>) => [...entries].map(({ name }) => name);
const fine = 'responses: { "200": { description: Fine } }';

describe('names of folders, requests and saved answers', () => {
  it('stay as they are while a file can have them', () => {
    const entries = [item('1', 'ä'.repeat(100)), item('2', 'b'.repeat(200))];
    assert.deepEqual([...boundNames(entries)], entries);
  });

  it('are cut at a word where no file could have them, however many bytes a letter takes', () => {
    const [long = '', cyrillic = ''] = namesOf(
      boundNames([item('11111111-a', 'word '.repeat(60)), item('22222222-b', 'ф'.repeat(150))]),
    );
    // 40 words of 5 letters are 200 bytes; 100 letters of 2 bytes
    assert.equal(long, `${'word '.repeat(40).trim()}… (11111111)`);
    assert.equal(cyrillic, `${'ф'.repeat(100)}… (22222222)`);
  });

  it('differ from those beside them, also where the cut takes away what told them apart', () => {
    const [one, other] = namesOf(
      boundNames([
        item('11111111-a', `${'x'.repeat(220)} one`),
        item('22222222-b', `${'x'.repeat(220)} other`),
      ]),
    );
    assert.equal(one, `${'x'.repeat(200)}… (11111111)`);
    assert.equal(other, `${'x'.repeat(200)}… (22222222)`);
  });

  it('are cut in folders and among saved answers, too', () => {
    const long = 'y'.repeat(300);
    const [folder] = boundNames([
      { id: '33333333-c', name: long, item: [item('44444444-d', 'a', [`200 ${long}`])] },
    ]);
    assert.ok(folder !== undefined && 'item' in folder);
    const [inside] = [...folder.item] as PostmanItem[];
    assert.equal(folder.name, `${'y'.repeat(200)}… (33333333)`);
    assert.equal(inside?.response[0]?.name, `200 ${'y'.repeat(196)}… (of-44444)`);
  });

  it('are never blank, and never hold what cannot be seen', () => {
    const collection = buildDocument(
      documentWith(`paths:
  /a: { get: { tags: [" ", Parcels], summary: "\\u0000 \\u0007", ${fine} } }
  /b: { get: { tags: ["Par\\tcels"], summary: " List\\u2028all ", ${fine} }, put: { tags: [""], operationId: "\\u0001", ${fine} } }`),
    );
    assert.deepEqual(
      collection.item.map((entry) => [entry.name, 'item' in entry ? namesOf(entry.item) : []]),
      [
        ['Parcels', ['GET /a']],
        ['Par cels', ['List all']],
        ['PUT /b', []],
      ],
    );
  });
});
