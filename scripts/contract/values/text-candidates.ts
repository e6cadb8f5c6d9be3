import type { JsonValue } from '../../spec/document';
import type { SchemaObject } from '../model';
import { limitsOf } from './limits-of';
import { textsOfPattern } from './texts-of-pattern';

/** Longer texts than anybody writes into a collection. */
const LONGEST = 100_000;
/** So many plain texts are made, for lists whose items must differ. */
const DIFFERENT = 40;

/** Texts of a format that differ from each other, of some length where the format allows it. */
const FORMATS: Partial<Record<string, (index: number, length: number) => string>> = {
  'date-time': (index) => `2030-01-${day(index)}T12:00:00Z`,
  date: (index) => `2030-01-${day(index)}`,
  time: (index) => `12:00:${day(index)}Z`,
  uuid: (index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  email: (index, length) => `${filled(`user${index}`, length - 12)}@example.com`,
  uri: (index, length) => filled(`https://example.com/${index}`, length),
  'uri-reference': (index, length) => filled(`/${index}`, length),
  ipv4: (index) => `192.0.2.${index}`,
  ipv6: (index) => `2001:db8::${index.toString(16)}`,
  hostname: (index) => `host${index}.example.com`,
  byte: (index, length) => Buffer.from(filled(`value${index}`, (length * 3) / 4)).toString('base64'),
};

/** Texts that may satisfy lengths, patterns and formats. */
export function* textCandidates(
  parts: readonly SchemaObject[],
  hint: JsonValue | undefined,
): Generator<string> {
  const least = Math.max(0, ...limitsOf(parts, 'minLength'));
  const most = Math.min(LONGEST, ...limitsOf(parts, 'maxLength'));
  if (least > LONGEST) return;
  const text = typeof hint === 'string' || typeof hint === 'number' ? String(hint) : undefined;
  if (text !== undefined) yield* [text, sized(text, least, most)];
  for (const { format } of parts) {
    const make = typeof format === 'string' ? FORMATS[format] : undefined;
    for (let index = 1; make !== undefined && index <= DIFFERENT; index += 1) yield make(index, least);
  }
  for (const { pattern } of parts) {
    if (typeof pattern !== 'string') continue;
    // A pattern that is open at an end leaves room for the length that another schema asks for.
    for (const text of textsOfPattern(pattern, least))
      for (const filling of [text.at(-1) ?? 'a', 'a', '0'])
        yield* [text, text.padEnd(least, filling), text.padStart(least, filling)];
  }
  yield sized('string', least, most);
  yield '';
  for (let index = 1; index <= DIFFERENT; index += 1) {
    // Short ones as well: of one letter there are 36.
    yield sized(`string${index}`, least, most);
    yield sized((index - 1).toString(36).padStart(least, '0'), least, most);
  }
}

/** Cut or filled up, its end kept: that is what tells texts apart. */
function sized(text: string, least: number, most: number): string {
  const letters = [...text];
  if (letters.length > most) return letters.slice(letters.length - most).join('');
  return (
    'string'
      .repeat(Math.ceil(Math.max(0, least - letters.length) / 6))
      .slice(0, Math.max(0, least - letters.length)) + text
  );
}

function filled(text: string, length: number): string {
  return text.padEnd(length, 'x');
}

function day(index: number): string {
  return String(((index - 1) % 28) + 1).padStart(2, '0');
}
