import { deepStrictEqual } from 'node:assert/strict';
import { withEnvironments } from '../../../scripts/changes/compare-environments';
import type { Changes } from '../../../scripts/changes/model';
import { changesAsMarkdown, changesAsText } from '../../../scripts/changes/print-changes';

const changes = (state: Changes['state'], ...notes: string[]): Changes => {
  return { file: 'c.json', state, complete: true, breaks: 0, operations: [], notes };
};
/** An environment of a server, as a text. */
const at = (baseUrl: string, more: Record<string, string> = {}) => {
  const values = Object.entries({ baseUrl, allowWrites: 'true', ...more }).map(([key, value]) => ({
    key,
    value,
  }));
  return JSON.stringify({ name: 'Parcels', values });
};
const one = at('https://one.example.test/v1');

type Texts = Record<string, string>;
const told = (state: Changes['state'], before: Texts, after: Texts, ...notes: string[]) => {
  const [was, is] = [before, after].map((texts) => new Map(Object.entries(texts)));
  return withEnvironments(changes(state, ...notes), was ?? new Map(), is ?? new Map());
};

describe('what generate tells of a change of servers', () => {
  it('tells a url that is another one now, of each of several servers', () => {
    const before = {
      test: at('https://one.example.test/v1', { filesBaseUrl: 'https://files.example.test' }),
    };
    const after = { test: at('https://one.example.test/v2', { filesBaseUrl: 'https://f.example.test' }) };
    deepStrictEqual(changesAsText(told('same', before, after)), [
      'No operation changed, environments did',
      '  LOOK environment `test`: `baseUrl` is `https://one.example.test/v2`, was `https://one.example.test/v1`',
      '  LOOK environment `test`: `filesBaseUrl` is `https://f.example.test`, was `https://files.example.test`',
    ]);
  });

  it('tells a server that came and one that is gone, whose environment stays', () => {
    deepStrictEqual(changesAsText(told('changed', { a: one }, { b: one }, 'something')), [
      'No operation changed, environments and the collection did',
      '  LOOK environment `a` is left over: the contract has its server no longer',
      '  LOOK environment `b` is new',
      '  note: something',
    ]);
  });

  it('says nothing where no server changed, also if one that is gone left its file', () => {
    deepStrictEqual(told('same', { a: one, b: one }, { b: one }), changes('same'));
    deepStrictEqual(
      told('changed', { a: one }, { a: at('https://one.example.test/v1', { key: 'k' }) }),
      changes('changed'),
    );
  });

  it('says nothing of environments that somebody took away', () => {
    deepStrictEqual(told('same', {}, { a: one }), changes('same'));
  });

  it('says nothing where there was no collection', () => {
    deepStrictEqual(told('new', {}, { a: one }), changes('new'));
    deepStrictEqual(told('unknown', {}, { a: one }), changes('unknown'));
  });

  it('takes a file that is no environment any more for one that says nothing', () => {
    deepStrictEqual(
      told('same', { a: 'not { json', b: '{"values":[null,{"key":1}]}' }, { a: one, b: one }),
      changes('same'),
    );
  });

  it('writes it into the Markdown of a pull request, without its mark-up', () => {
    const markdown = changesAsMarkdown(told('same', { a: one }, { a: one, 'b*': one }));
    deepStrictEqual(markdown.split('\n').slice(4), ['- **LOOK** environment `b*` is new', '']);
  });
});
