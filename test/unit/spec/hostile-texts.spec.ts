import assert from 'node:assert/strict';
import { readFileOf, refusedFile, SMALL } from '../../support/small-files';

/** Far more than any of them takes, also on a busy machine; without its bound, each takes minutes or all memory. */
const MOST_MILLISECONDS = 20_000;

const letters = 'abcdefghijkl'.split('');
const LAUGHS = letters
  .map(
    (name, index) => `${name}: &${name} [${Array(10).fill(index === 0 ? 'x' : `*${letters[index - 1]}`)}]\n`,
  )
  .join('');
const MERGES = `x-a: &a {${Array.from({ length: 1_000 }, (_, n) => `k${n}: 1`)}}\n${Array.from(
  { length: 2_000 },
  (_, n) => `x-m${n}: {<<: *a}\n`,
).join('')}`;
const manySchemas = (schema: (index: number) => object) =>
  JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Parcels', version: '1' },
    paths: {},
    components: {
      schemas: Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`S${n}`, schema(n)])),
    },
  });

describe('readDocument: texts that are meant to hurt', function () {
  this.timeout(2 * MOST_MILLISECONDS);

  const refused: [what: string, name: string, text: string, words: RegExp][] = [
    ['aliases of aliases', 'a.yaml', SMALL + LAUGHS, /aliases add more than/],
    ['merges of merges', 'a.yaml', SMALL + MERGES, /aliases add more than/],
    ['lists inside lists in YAML', 'a.yaml', `a: ${'['.repeat(100_000)}`, /too deep/],
    ['dashes behind dashes', 'a.yaml', `${'- '.repeat(20_000)}x`, /too deep/],
    ['objects inside objects in JSON', 'a.json', '{"a":'.repeat(100_000), /too deep/],
    [
      'JSON that is nested a little too deep',
      'a.json',
      `${'['.repeat(201)}${']'.repeat(201)}`,
      /more than 200 levels/,
    ],
  ];
  for (const [what, name, text, words] of refused) {
    it(`refuses ${what} with one message`, async () => {
      const started = Date.now();
      assert.match((await refusedFile(name, text)).message, words);
      assert.ok(Date.now() - started < MOST_MILLISECONDS);
    });
  }

  const read: [what: string, name: string, text: string][] = [
    ['a line of five million letters', 'a.yaml', `${SMALL}x-a: "${'y'.repeat(5_000_000)}"\n`],
    ['a comment of five million letters', 'a.yaml', `#${'y'.repeat(5_000_000)}\n${SMALL}`],
    ['a page with lists inside lists', 'a.md', `${'- '.repeat(3_000)}x\n\n~~~\n${SMALL}~~~\n`],
    ['a page with stars and lines without end', 'a.md', `${'*_'.repeat(20_000)}\n\n~~~\n${SMALL}~~~\n`],
    ['a page with links without end', 'a.md', `${'[a](b'.repeat(10_000)}\n\n~~~\n${SMALL}~~~\n`],
    [
      'a long chain of references',
      'a.json',
      manySchemas((n) => (n === 2_999 ? {} : { $ref: `#/components/schemas/S${n + 1}` })),
    ],
  ];
  for (const [what, name, text] of read) {
    it(`reads ${what}`, async () => {
      const started = Date.now();
      const { warnings } = await readFileOf(name, text);
      assert.deepEqual(warnings, []);
      assert.ok(Date.now() - started < MOST_MILLISECONDS);
    });
  }

  it('tells of thousands of missing names without comparing each with each', async () => {
    const started = Date.now();
    const problem = readFileOf(
      'a.json',
      manySchemas((n) => ({ $ref: `#/components/schemas/T${n}` })),
    );
    await assert.rejects(problem, /and 2980 more/);
    assert.ok(Date.now() - started < MOST_MILLISECONDS);
  });
});
