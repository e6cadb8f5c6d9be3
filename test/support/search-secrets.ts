import { stripVTControlCharacters } from 'node:util';

/** Ways in which a secret may be found in a text. */
const spellings: Record<string, (secret: string) => string> = {
  raw: (secret) => secret,
  'percent-encoded': encodeURIComponent,
  'percent-encoded, small letters': (secret) =>
    encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
  base64: (secret) => Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  base64url: (secret) => Buffer.from(secret).toString('base64url'),
};

/** Which secrets stand in a text, and how they are spelled; also where it is broken into lines and boxes. */
export function searchSecrets(
  text: string,
  secrets: Record<string, string>,
): { name: string; spelling: string }[] {
  const joined = stripVTControlCharacters(text).replace(/[\s│]/g, '');
  return Object.entries(secrets).flatMap(([name, secret]) =>
    Object.entries(spellings)
      .filter(([, spell]) => text.includes(spell(secret)) || joined.includes(spell(secret)))
      .map(([spelling]) => ({ name, spelling })),
  );
}
