import type { JsonObject, JsonValue } from '../../../scripts/spec/document';

/** A number from 0 up to 1, the same ones for the same seed (mulberry32). */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}

/** What breaks texts of contracts, when it stands somewhere in them. */
export const SPLINTERS = [
  ...[
    '',
    ' ',
    '\n',
    '\t',
    ':',
    '- ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '&a ',
    '*a',
    '<<: *a',
    '|',
    '>',
    '```',
    '~~~',
    '#',
    '%',
    '!!x ',
  ],
  ...[
    '\0',
    '\ufeff',
    '\r',
    '\ud800',
    '\u2028',
    'null',
    '0',
    '.nan',
    '1e999',
    '99999999999999999999',
    '~',
    '? ',
    '---\n',
    '...\n',
  ],
  ...[
    '$ref',
    '#/paths',
    'paths:',
    '__proto__',
    'constructor',
    '<html>',
    'swagger: "2.0"',
    'openapi: 3.1.0',
    '{{x}}',
  ],
];

/** A text with stretches of it or whole lines taken out, doubled, moved, or replaced, or its end cut off. */
export function mutateText(text: string, random: Random): string {
  let now = text;
  for (let edits = 1 + Math.floor(random() * 3); edits > 0; edits -= 1) now = mutateOnce(now, random);
  return now;
}

function mutateOnce(text: string, random: Random): string {
  const at = Math.floor(random() * (text.length + 1));
  const kind = Math.floor(random() * 6);
  if (kind === 0) return text.slice(0, at);
  if (kind < 3)
    return text.slice(0, at) + pick(random, SPLINTERS) + text.slice(at + Math.floor(random() * 20));
  const lines = text.split('\n');
  const index = Math.floor(random() * lines.length);
  const line = lines[index] ?? '';
  if (kind === 3) lines.splice(index, 1);
  else if (kind === 4) lines.splice(Math.floor(random() * lines.length), 0, line);
  else lines[index] = random() < 0.5 ? `  ${line}` : line.replace(/^ {1,2}/, '');
  return lines.join('\n');
}

const JUNK: JsonValue[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    0.5,
    1e308,
    9_007_199_254_740_992,
    '',
    'x',
    '0',
    'null',
    '{{x}}',
    '\ud800',
    '\u0000',
  ],
  ...[
    [],
    {},
    [[]],
    [null],
    [{}],
    { '': null },
    { x: {} },
    ['a', 'a'],
    'a'.repeat(5_000),
    '[',
    '(?',
    '^(a+)+$',
    '</script>',
  ],
  ...[
    'object',
    'array',
    'string',
    'integer',
    'query',
    'path',
    'default',
    'date-time',
    '3.1.0',
    'https://a.test',
    '/',
  ],
  { $ref: '#' },
  { $ref: '#/paths' },
  { $ref: '#/components/schemas/A' },
  { $ref: '#/components/schemas' },
  { $ref: '#/components/schemas/Nope' },
  { $ref: './other.yaml' },
  { $ref: 'https://example.test/a.yaml#/A' },
  { $ref: 7 },
  { allOf: [{ $ref: '#/components/schemas/A' }] },
  { not: {} },
  { type: ['string', 'null'], enum: [] },
  JSON.parse('{"__proto__": {"type": "string"}, "constructor": 1, "hasOwnProperty": {}}'),
];
const KEYS = [
  '',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '$ref',
  'x-a',
  '/',
  '{}',
  '200',
  'default',
  'get',
  'a/b~c%',
  '😀',
];

/** A copy of a document in which members are replaced by something else, renamed, left out, doubled or swapped. */
export function mutateValue(document: JsonValue, random: Random): JsonValue {
  const copy = JSON.parse(JSON.stringify(document)) as JsonValue;
  const holders = holdersIn(copy);
  for (let edits = 1 + Math.floor(random() * 3); edits > 0; edits -= 1) {
    mutateHolder(pick(random, holders), holders, random);
  }
  return copy;
}

function mutateHolder(
  holder: JsonObject | JsonValue[],
  holders: (JsonObject | JsonValue[])[],
  random: Random,
): void {
  const keys = Object.keys(holder);
  if (keys.length === 0) return;
  const key = pick(random, keys);
  const object = holder as JsonObject;
  const kind = Math.floor(random() * 6);
  if (kind === 0) delete object[key];
  else if (kind === 1) put(object, pick(random, KEYS), object[key] ?? null);
  else if (kind === 2) {
    // A copy of it: what holds itself is no JSON.
    const other = pick(random, holders);
    const text = JSON.stringify(other);
    if (text.length < 2_000) put(object, key, JSON.parse(text));
  } else put(object, key, JSON.parse(JSON.stringify(pick(random, JUNK))));
}

function put(object: JsonObject, key: string, value: JsonValue): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

function holdersIn(value: JsonValue): (JsonObject | JsonValue[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(holdersIn)];
}
