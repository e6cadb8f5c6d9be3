/** One letter of a secret, in every way that it may be written. */
export type Letter = readonly string[];
export type Spelling = readonly Letter[];

/** Four bytes, each percent-encoded three times, or escaped in JSON in JSON in JSON. */
export const longestLetter = 4 * 7;

/** Names that HTML has for letters; all others are written as numbers. */
const entityNames: Record<string, string> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
  '`': 'grave',
  '+': 'plus',
  '=': 'equals',
  '/': 'sol',
  '%': 'percnt',
  '#': 'num',
};

/**
 * The ways in which a secret may stand in a text: as it is, in capitals or small letters, percent-encoded (up to three
 * times, any part of it), escaped for JSON (also in JSON), JavaScript, HTML or a mail, and, as it is, percent-encoded
 * or escaped for JSON, in hexadecimal digits and as base64 or base64url, also in the middle of a longer base64 text.
 */
export function spellingsOf(secret: string): Spelling[] {
  const encoded = [...new Set([secret, percentEncoded(secret), inJson(secret)])].flatMap((text) => {
    const bytes = Buffer.from(text, 'utf8');
    return [inHex(bytes), ...[0, 1, 2].map((offset) => inBase64(bytes, offset))];
  });
  return [[...secret].map(writtenOut), ...encoded];
}

/** A run learns secrets one by one, and each time all of them are spelled anew. */
const spelled = new Map<string, Letter>();

function writtenOut(letter: string): Letter {
  const known = spelled.get(letter) ?? waysOf(letter);
  spelled.set(letter, known);
  return known;
}

function waysOf(letter: string): Letter {
  const bytes = [...Buffer.from(letter, 'utf8')].map((byte) => hex(byte, 2));
  const units = letter.split('').map((unit) => unit.charCodeAt(0));
  const isWord = /^\w$/.test(letter);
  const ways = [
    letter,
    letter.toLowerCase(),
    letter.toUpperCase(),
    ...['%', '%25', '%2525'].map((sign) => bytes.map((byte) => sign + byte).join('')),
    units.map((unit) => (unit < 256 ? `%${hex(unit, 2)}` : `%u${hex(unit, 4)}`)).join(''),
    percentEncoded(inJson(letter)),
    ...(letter === ' ' ? ['+'] : []),
    ...(isWord ? [] : [bytes.map((byte) => `=${byte}`).join('')]),
    ...escapesOf(letter, bytes, units),
    ...entitiesOf(letter),
  ];
  return [...new Set(ways)];
}

/** In a string of JSON or JavaScript, and in one that stands in another, where each backslash is two. */
function escapesOf(letter: string, bytes: string[], units: number[]): string[] {
  const once = [
    ...(/^["'`/\\]$/.test(letter) ? [`\\${letter}`] : []),
    inJson(letter),
    units.map((unit) => `\\u${hex(unit, 4)}`).join(''),
    `\\u{${hex(letter.codePointAt(0) ?? 0, 1)}}`,
    ...(units.every((unit) => unit < 256) ? [units.map((unit) => `\\x${hex(unit, 2)}`).join('')] : []),
    bytes.map((byte) => `\\x${byte}`).join(''),
  ];
  const twice = once.map(inJson);
  return [...once, ...twice, ...twice.map(inJson)];
}

/** As number, as name, and escaped once more. */
function entitiesOf(letter: string): string[] {
  const code = letter.codePointAt(0) ?? 0;
  const name = entityNames[letter];
  const entities = [`#${code};`, `#0${code};`, `#x${hex(code, 1)};`, `#x0${hex(code, 1)};`];
  const all = name === undefined ? entities : [...entities, `${name};`];
  return all.flatMap((each) => [`&${each}`, `&amp;${each}`]);
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function percentEncoded(text: string): string {
  // through a buffer, as half of a character cannot be encoded
  return encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));
}

function inHex(bytes: Buffer): Spelling {
  return [...bytes].map((byte) => [hex(byte, 2)]);
}

/** Base64 characters that url-safe alphabets write differently, and that texts around may escape. */
const base64Letters: Record<string, Letter> = {
  '+': [...writtenOut('+'), '-'],
  '/': [...writtenOut('/'), '_'],
};

/**
 * The characters that these bytes alone decide when they stand `offset` bytes after a multiple of three.
 * The first and the last character may hold bits of a neighbour; those are left out.
 */
function inBase64(bytes: Buffer, offset: number): Spelling {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  const first = Math.ceil((offset * 8) / 6);
  const end = Math.floor(((offset + bytes.length) * 8) / 6);
  return [...text.slice(first, end)].map((character) => base64Letters[character] ?? [character]);
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}
