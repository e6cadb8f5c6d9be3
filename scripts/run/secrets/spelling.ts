/** One letter of a secret, in every way that it may be written. */
export type Letter = readonly string[];
export type Spelling = readonly Letter[];

/** Base64 characters that url-safe alphabets, percent-encoding and JSON write differently. */
const base64Letters: Record<string, Letter> = {
  '+': ['+', '-', '%2B'],
  '/': ['/', '_', '%2F', '\\/'],
};

const htmlEntities: Record<string, Letter> = {
  '&': ['&amp;', '&#38;', '&#x26;'],
  '<': ['&lt;', '&#60;', '&#x3C;'],
  '>': ['&gt;', '&#62;', '&#x3E;'],
  '"': ['&quot;', '&#34;', '&#x22;'],
  "'": ['&apos;', '&#39;', '&#x27;'],
};

/**
 * The ways in which a secret may stand in a text: as it is, percent-encoded (once or twice, any part of it),
 * escaped for JSON, JavaScript or HTML, and, as it is or percent-encoded, in hexadecimal digits and as base64 or
 * base64url, also in the middle of a longer base64 text.
 */
export function spellingsOf(secret: string): Spelling[] {
  const encoded = [...new Set([secret, percentEncoded(secret)])].flatMap((text) => {
    const bytes = Buffer.from(text, 'utf8');
    return [inHex(bytes), ...[0, 1, 2].map((offset) => inBase64(bytes, offset))];
  });
  return [[...secret].map(writtenOut), ...encoded];
}

function writtenOut(letter: string): Letter {
  const percent = [...Buffer.from(letter, 'utf8')].map((byte) => `%${hex(byte, 2)}`).join('');
  const units = [...letter.split('')].map((unit) => unit.charCodeAt(0));
  return [
    letter,
    percent,
    percent.replaceAll('%', '%25'),
    ...(letter === ' ' ? ['+'] : []),
    ...(/^["'`/\\]$/.test(letter) ? [`\\${letter}`] : []),
    JSON.stringify(letter).slice(1, -1),
    units.map((unit) => `\\u${hex(unit, 4)}`).join(''),
    ...units.filter((unit) => unit < 256).map((unit) => `\\x${hex(unit, 2)}`),
    ...(htmlEntities[letter] ?? []),
  ];
}

function percentEncoded(text: string): string {
  // through a buffer, as half of a character cannot be encoded
  return encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));
}

function inHex(bytes: Buffer): Spelling {
  return [...bytes].map((byte) => [hex(byte, 2)]);
}

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
