import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { compareCollections } from '../../../scripts/changes/compare-collections';
import { changesAsText } from '../../../scripts/changes/print-changes';
import type { JsonObject } from '../../../scripts/spec/document';
import { collectionText, documentOf } from '../../support/changes-between';

const fine = {
  200: { description: 'Fine', content: { 'application/json': { schema: { type: 'object' } } } },
};
const q = { name: 'q', in: 'query', description: 'What.', schema: { type: 'string' } };
const two = documentOf({
  '/a': { get: { responses: fine, parameters: [q] } },
  '/b': { get: { responses: fine } },
});

/** What is told when a collection that somebody changed is replaced by what it was made from. */
function against(change: (text: string) => string): string[] {
  const text = collectionText(two);
  const edited = change(text);
  strictEqual(edited === text, false, 'nothing was edited');
  return changesAsText(compareCollections('c.json', edited, text));
}

describe('comparing with a file that is not as it was generated', () => {
  it('says nothing where nothing changed', () => {
    deepStrictEqual(changesAsText(compareCollections('c.json', 'x', 'x')), []);
  });

  for (const [what, text] of [
    ['no JSON', 'not { json'],
    ['nothing', ''],
    ['another JSON', '{"a":[]}'],
    ['a list', '[]'],
    ['JSON that is nested too deep', `${'{"item":['.repeat(20_000)}${']}'.repeat(20_000)}`],
  ] as const) {
    it(`says that ${what} cannot be compared`, () => {
      const [line = '', ...more] = changesAsText(compareCollections('c.json', text, collectionText(two)));
      strictEqual(/^Not compared with c\.json: /.test(line), true, line);
      deepStrictEqual(more, []);
    });
  }

  it('says that a collection of another tool cannot be compared', () => {
    const other = JSON.stringify({ info: {}, item: [{ name: 'Mine', request: 'https://api.example.test' }] });
    deepStrictEqual(changesAsText(compareCollections('c.json', other, collectionText(two))), [
      'Not compared with c.json: no request of what stood there names an operation of a contract, so this project did not write it: nothing can be compared',
    ]);
  });

  it('says that nothing but blanks changed', () => {
    deepStrictEqual(
      against((text) => JSON.stringify(JSON.parse(text))),
      ['The contract did not change, the form of the file did'],
    );
  });

  it('names requests that are lost with it', () => {
    const mine = { name: 'Mine', request: { method: 'GET', url: 'https://api.example.test' } };
    deepStrictEqual(
      against((text) => {
        const collection = JSON.parse(text) as { item: unknown[] };
        return JSON.stringify({ ...collection, item: [...collection.item, mine] });
      }),
      [
        'The contract did not change, the collection did',
        '  note: the new file is without 1 request of somebody\'s own: "Mine"',
      ],
    );
  });

  it('says of which operations it cannot tell what clients send: an earlier version wrote it', () => {
    deepStrictEqual(
      against((text) => text.replace('No request needs credentials.', '')),
      [
        'The contract did not change as far as the file tells, the collection did',
        '  note: what clients send cannot be compared for 2 operations: the file does not say it, as those of earlier versions',
        "  note: the collection's name, version or words changed",
      ],
    );
  });

  it('takes a collection that no request of needs credentials for one that says so at each of them', () => {
    deepStrictEqual(
      against((text) =>
        text
          .replace('No request needs credentials.', '')
          .replaceAll('Contract: `', 'Credentials: none\\n\\nContract: `'),
      ),
      [
        'The contract did not change, the collection did',
        '  note: requests of 2 operations changed (names, words, examples), the contract did not',
        "  note: the collection's name, version or words changed",
      ],
    );
  });

  it('takes what stands for an operation, and not what only calls it in a life cycle', () => {
    deepStrictEqual(
      against((text) => {
        const collection = JSON.parse(text) as { item: JsonObject[] };
        const [plain = {}] = collection.item;
        const request = {
          ...(plain.request as JsonObject),
          url: {},
          description: 'Gives `x`.\n\nContract: `GET /a`',
        };
        return JSON.stringify({
          ...collection,
          item: [{ ...plain, request, response: [] }, ...collection.item],
        });
      }),
      [
        'The contract did not change, the collection did',
        '  note: what changed is the order of requests, or what stands around those of the contract',
      ],
    );
  });

  it('says of which operations it cannot tell the answers: the script was edited', () => {
    deepStrictEqual(
      against((text) => text.replace('contract.check(pm', 'contract.check(mine, pm')),
      [
        'The contract did not change as far as the file tells, the collection did',
        '  note: answers cannot be compared for 1 operation: the test scripts were edited',
        '  note: checks of 1 operation changed, the contract did not',
      ],
    );
  });

  it('takes a reference that is no url for one that leads nowhere', () => {
    const lines = against((text) => text.replace("{ type: 'object' }", "{ $ref: '%' }"));
    strictEqual(lines[2], '    promises more: answer 200: object, was any');
  });

  it('says of which operations it cannot tell the parameters: the description was edited', () => {
    deepStrictEqual(
      against((text) => text.replace('string. What.', 'What I think.')),
      [
        'The contract did not change as far as the file tells, the collection did',
        '  note: some parameters cannot be compared for 1 operation: their descriptions were edited',
        '  note: requests of 1 operation changed (names, words, examples), the contract did not',
      ],
    );
  });

  it('takes what the app makes of descriptions and scripts', () => {
    const asTheApp = (text: string) => {
      const change = (key: string, value: unknown) => {
        if (key === 'description' && typeof value === 'string')
          return { content: value, type: 'text/markdown' };
        return key === 'exec' && Array.isArray(value) ? value.join('\r\n') : value;
      };
      return JSON.stringify(JSON.parse(text, change));
    };
    const lines = against(asTheApp);
    strictEqual(lines[0], 'The contract did not change, the collection did');
    strictEqual(lines.join('\n').includes('cannot be compared'), false, lines.join('\n'));
  });

  it('passes over a field that has no name', () => {
    deepStrictEqual(
      against((text) => text.replace('"key": "q"', '"key": {"q": 1}')),
      [
        'Changed operations: 1 changed; no break for clients',
        '  GET /a:',
        '    looser: query `q` is new (string)',
      ],
    );
  });

  it('ends in lines whatever is cut, doubled or put in another place of the file', () => {
    const text = collectionText(two);
    const piece = fc.tuple(fc.nat(text.length), fc.nat(200));
    fc.assert(
      fc.property(piece, fc.nat(text.length), fc.boolean(), ([from, length], to, isMoved) => {
        const cut = text.slice(0, from) + text.slice(from + length);
        const moved = isMoved ? cut.slice(0, to) + text.slice(from, from + length) + cut.slice(to) : cut;
        changesAsText(compareCollections('c.json', moved, text));
      }),
      { numRuns: 500, seed: Number(process.env.FC_SEED ?? 20261125) },
    );
  });

  it('ends in lines whatever value stands in the place of another', () => {
    const text = collectionText(two);
    let places = 0;
    JSON.parse(text, (_, value) => {
      places += 1;
      return value;
    });
    const odd = fc.constantFrom<unknown>(null, 0, '', 'x', [], {}, [null], { $ref: '%' }, { item: 1 }, true);
    fc.assert(
      fc.property(fc.nat(places), odd, (place, value) => {
        let at = 0;
        const edited = JSON.parse(text, (_, old) => {
          at += 1;
          return at === place ? value : old;
        });
        changesAsText(compareCollections('c.json', JSON.stringify(edited), text));
      }),
      { numRuns: 500, seed: Number(process.env.FC_SEED ?? 20261125) },
    );
  });
});
