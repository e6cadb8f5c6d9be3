import { stripVTControlCharacters } from 'node:util';

/** Ways in which a secret may be written into a text. */
const spellings: Record<string, (secret: string) => string[]> = {
  raw: (secret) => [secret, secret.toLowerCase(), secret.toUpperCase()],
  'in JSON': (secret) => [inJson(secret), inJson(inJson(secret)), JSON.stringify([...secret]).slice(1, -1)],
  'in HTML': (secret) => [
    secret.replaceAll('&', '&amp;').replaceAll('=', '&#x3D;'),
    secret.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;'),
    secret.replace(/\W/gu, (letter) => `&#${letter.codePointAt(0)};`),
  ],
  'percent-encoded': (secret) => [
    encodeURIComponent(secret),
    encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
    encodeURIComponent(encodeURIComponent(secret)),
  ],
  base64: (secret) => [secret, encodeURIComponent(secret)].flatMap((text) => inBase64(text, 'base64')),
  base64url: (secret) => [secret, encodeURIComponent(secret)].flatMap((text) => inBase64(text, 'base64url')),
  hexadecimal: (secret) => [
    Buffer.from(secret).toString('hex'),
    Buffer.from(secret).toString('hex').toUpperCase(),
  ],
  bytes: (secret) => [
    [...Buffer.from(secret)].join(','),
    Buffer.from(secret).toString('hex').replace(/..\B/g, '$& '),
  ],
};

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** What is sure of the encoded text, wherever in a longer text the secret stands. */
function inBase64(secret: string, encoding: 'base64' | 'base64url'): string[] {
  return ['', 'x', 'xx'].map((before) => {
    const text = Buffer.from(before + secret)
      .toString(encoding)
      .replace(/=+$/, '');
    return text.slice(before === '' ? 0 : before.length + 1, -1);
  });
}

/** Which secrets stand in a text, and how they are spelled; also where it is broken into lines and boxes. */
export function searchSecrets(
  text: string,
  secrets: Record<string, string>,
): { name: string; spelling: string }[] {
  const plain = stripVTControlCharacters(text);
  const joined = plain.replace(/[\s│]/g, '');
  // line breaks as JSON, XML and HTML write them
  const unbroken = joined.replace(/\\r|\\n|&#x?[\dA-F]{1,2};|<br\/?>/gi, '');
  // `{"0":75,"1":51}` as `{75,51}`
  const unnumbered = joined.replace(/\\*['"]?\d+\\*['"]?:/g, '');
  const texts = [text, joined, unbroken, unnumbered];
  return Object.entries(secrets).flatMap(([name, secret]) =>
    Object.entries(spellings)
      .filter(([, spell]) => spell(secret).some((way) => texts.some((each) => each.includes(way))))
      .map(([spelling]) => ({ name, spelling })),
  );
}
