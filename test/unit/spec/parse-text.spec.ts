import assert from 'node:assert/strict';
import { parseText } from '../../../scripts/spec/parse/parse-text';
import type { Problem } from '../../../scripts/spec/problem';
import { thrownProblems } from '../../support/thrown-problems';

const value = (text: string) => parseText(text, 'a.yaml').located.value;
const refused = (text: string): Promise<readonly Problem[]> =>
  thrownProblems(() => parseText(text, 'a.yaml'));

describe('parseText: values', () => {
  const cases: [what: string, text: string, want: unknown][] = [
    ['leaves NO, off and yes texts', 'a: [NO, off, yes, on, n]', { a: ['NO', 'off', 'yes', 'on', 'n'] }],
    [
      'leaves dates, times and grouped digits texts',
      'a: 2025-01-31\nb: 12:30:00\nc: 1_000',
      { a: '2025-01-31', b: '12:30:00', c: '1_000' },
    ],
    ['leaves a quoted number a text', "a: '007'", { a: '007' }],
    [
      'makes every key a text, as written',
      '200: a\ntrue: b\nnull: c\n1.0: d',
      { '200': 'a', true: 'b', null: 'c', '1.0': 'd' },
    ],
    ['keeps a key that is empty', '{"": 1}', { '': 1 }],
    ['keeps an alias', 'a: &x {b: 1}\nc: *x', { a: { b: 1 }, c: { b: 1 } }],
    [
      'merges a mapping',
      'base: &x {b: 1, c: 2}\na: {<<: *x, c: 3}',
      { base: { b: 1, c: 2 }, a: { b: 1, c: 3 } },
    ],
    [
      'lets a key of the mapping go before a merged one, wherever it stands',
      'base: &x {b: 1}\na:\n  b: 2\n  <<: *x',
      { base: { b: 1 }, a: { b: 2 } },
    ],
    [
      'lets an earlier merged mapping go before a later one',
      'x: &x {b: 1}\ny: &y {b: 2, c: 3}\na: {<<: [*x, *y]}',
      { x: { b: 1 }, y: { b: 2, c: 3 }, a: { b: 1, c: 3 } },
    ],
    ['takes a quoted merge key for a name', '{"<<": 1}', { '<<': 1 }],
    ['joins surrogates of JSON', '{"a": "\\ud83d\\ude00\\/"}', { a: '😀/' }],
    ['keeps 1.0E+2 a number', 'a: 1.0E+2', { a: 100 }],
  ];
  for (const [what, text, want] of cases) {
    it(what, () => assert.deepEqual(value(text), want));
  }

  it('keeps `__proto__` as a member and leaves prototypes alone', () => {
    const parsed = value('__proto__: {polluted: yes}\nconstructor: 1') as Record<string, unknown>;
    assert.deepEqual(Object.keys(parsed), ['__proto__', 'constructor']);
    assert.equal(Object.getPrototypeOf(parsed), Object.prototype);
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  });

  it('keeps `__proto__` through a merge', () => {
    const parsed = value('x: &x {__proto__: {a: 1}}\ny: {<<: *x}') as Record<string, object>;
    assert.deepEqual(Object.keys(parsed.y ?? {}), ['__proto__']);
  });

  it('knows the line of a merged key: where its anchor has it', () => {
    const { lineOf } = parseText('base: &x\n  b: 1\na:\n  <<: *x\n  c: 2\n', 'a.yaml').located;
    assert.deepEqual(['/a', '/a/b', '/a/c'].map(lineOf), [3, 2, 5]);
  });
});

describe('parseText: numbers that change', () => {
  const warned = (text: string) => parseText(text, 'a.yaml').warnings;

  it('warns of an integer beyond 2^53 with line and pointer', () => {
    const [warning, ...others] = warned('{"a": 1,\n "b": [9007199254740993]}');
    assert.deepEqual(others, []);
    assert.equal(warning?.code, 'CHANGED_NUMBER');
    assert.equal(warning.severity, 'warning');
    assert.equal(warning.line, 2);
    assert.equal(warning.pointer, '/b/0');
    assert.match(warning.message, /9007199254740993/);
  });

  it('warns of leading zeros', () => {
    const [warning] = warned('postcode: 00123');
    assert.equal(warning?.pointer, '/postcode');
    assert.match(warning.message, /00123.*123/);
    assert.match(warning.hint ?? '', /'00123'/);
  });

  for (const [kind, text] of [
    ['YAML', 'a: ["\\ud83d\\ude00", "\\ud83d-"]'],
    ['JSON', '{"a": ["\\ud83d\\ude00", "\\ud83d-"]}'],
  ] as const) {
    it(`warns of half a character in ${kind}, which cannot be sent`, () => {
      assert.deepEqual(value(text), { a: ['😀', '\ufffd-'] });
      assert.deepEqual(
        warned(text).map(({ code, line, pointer }) => [code, line, pointer]),
        [['INVALID_SYNTAX', 1, '/a/1']],
      );
    });
  }

  it('is silent about numbers that keep their digits', () => {
    assert.deepEqual(
      warned('[9007199254740992, -9007199254740991, +5, 0, -0, 0.1, 1e3, 0x1f, 123456789]'),
      [],
    );
  });

  it('refuses what JSON has no number for', async () => {
    const [problem, ...others] = await refused('a: 1\nb: .inf');
    assert.deepEqual(others, []);
    assert.equal(problem?.line, 2);
    assert.equal(problem.pointer, '/b');
    assert.match(problem.message, /\.inf/);
  });
});

describe('parseText: what it refuses', () => {
  it('a key that stands twice, at its second line', async () => {
    const [problem, ...others] = await refused('paths:\n  get: 1\n  post: 2\n  get: 3\n');
    assert.deepEqual(others, []);
    assert.deepEqual([problem?.code, problem?.line, problem?.pointer], ['INVALID_SYNTAX', 4, '/paths/get']);
    assert.match(problem?.message ?? '', /`get`.*twice.*line 2/);
    assert.ok(problem?.hint);
  });

  it('a key that stands twice in JSON', async () => {
    const [problem] = await refused('{"a": 1,\n"a": 2}');
    assert.deepEqual([problem?.line, problem?.pointer], [2, '/a']);
  });

  it('a number and a text that are one key in JSON', async () => {
    const [problem] = await refused("200: a\n'200': b\n");
    assert.deepEqual([problem?.line, problem?.pointer], [2, '/200']);
  });

  it('each of several slips, once a line', async () => {
    const problems = await refused('a: [1, 2\nb: 1\nc: {d: 1}}\n');
    assert.ok(problems.length >= 2);
    assert.equal(new Set(problems.map(({ line }) => line)).size, problems.length);
    for (const problem of problems) assert.equal(problem.code, 'INVALID_SYNTAX');
  });

  it('truncated JSON', async () => {
    const [problem, ...others] = await refused('{"openapi": "3.0.3",\n"paths": {');
    assert.deepEqual(others, []);
    assert.deepEqual([problem?.code, problem?.line], ['INVALID_SYNTAX', 2]);
  });

  const cases: [what: string, text: string, line: number, words: RegExp][] = [
    ['a tab as indentation', 'a:\n\tb: 1\n', 2, /[Tt]ab/],
    ['an alias without an anchor', 'x: &base 1\na: *bace\n', 2, /&bace/],
    ['an alias inside its own anchor', 'a: &a\n  b: *a\n', 2, /inside its own anchor/],
    ['a merge of something that is no mapping', 'a: 1\n<<: 3\n', 2, /merge key/],
    ['a list as a key', 'a: 1\n? [b]\n: 2\n', 2, /key/],
  ];
  for (const [what, text, line, words] of cases) {
    it(what, async () => {
      const [problem, ...others] = await refused(text);
      assert.deepEqual(others, []);
      assert.deepEqual([problem?.code, problem?.line], ['INVALID_SYNTAX', line]);
      assert.match(problem?.message ?? '', words);
      assert.ok(problem?.hint);
    });
  }

  it('names the nearest anchor', async () => {
    const [problem] = await refused('x: &base 1\na: *bace\n');
    assert.equal(problem?.hint, 'did you mean *base');
  });

  it('a stream of several documents', async () => {
    const [problem, ...others] = await refused('a: 1\n---\nb: 2\n');
    assert.deepEqual(others, []);
    assert.deepEqual([problem?.code, problem?.line], ['UNSUPPORTED', 2]);
    assert.match(problem?.message ?? '', /several YAML documents/);
  });

  it('aliases that would grow without end', async () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i <= 9; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    const [problem, ...others] = await refused(lines.join('\n'));
    assert.deepEqual(others, []);
    assert.match(problem?.message ?? '', /aliases/);
  });

  it('nesting without end, also by way of aliases', async () => {
    const deep = ['['.repeat(300) + ']'.repeat(300), '['.repeat(5_000), '{"a":'.repeat(5_000)];
    const chain = ['a0: &a0 [x]'];
    for (let i = 1; i <= 300; i++) chain.push(`a${i}: &a${i} [*a${i - 1}]`);
    for (const text of [...deep, chain.join('\n')]) {
      const [problem] = await refused(text);
      assert.match(problem?.message ?? '', /nested/);
    }
  });

  it('no more than twenty problems, and the number of the others', async () => {
    const problems = await refused(`${Array(24).fill('a: 1').join('\n')}\n`);
    assert.equal(problems.length, 21);
    assert.equal(problems.at(-1)?.message, 'and 3 more');
  });

  it('tags it does not know are a warning, and the text stays', () => {
    const { located, warnings } = parseText('a: 1\nb: !secret key\nc: !!binary aGk=\n', 'a.yaml');
    assert.deepEqual(located.value, { a: 1, b: 'key', c: 'aGk=' });
    assert.deepEqual(
      warnings.map(({ severity, line }) => [severity, line]),
      [
        ['warning', 2],
        ['warning', 3],
      ],
    );
  });
});
