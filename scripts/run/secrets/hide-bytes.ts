const esc = String.fromCharCode(27);
/** What stands around the comma between two numbers: blanks, line breaks (also in JSON), colours, the edge of a box. */
const blank = `(?:[\\s│|]|\\\\+[nrt]|${esc}\\[[\\d;]*m)*`;
const comma = `${blank}(?:,|%2C)${blank}`;
/** `"7":` of an object that has a byte under each index. */
const index = `(?:\\\\*["'])?\\d{1,6}(?:\\\\*["'])?:\\s*`;

/** A way of writing bytes. */
interface ByteList {
  pattern: RegExp;
  number: RegExp;
  radix: 10 | 16;
  /** Writes other bytes like that. */
  print(bytes: number[], like: string): string;
}

const lists: ByteList[] = [
  decimals(`(?<![\\d.])\\d{1,3}(?:${comma}\\d{1,3}){5,}(?!\\d)`, (bytes, like) =>
    bytes.join(/\D+/.exec(like)?.[0]),
  ),
  decimals('(?<![\\d.])\\d{1,3}(?:\\s+\\d{1,3}){5,}(?![\\d.])', (bytes) => bytes.join(' ')),
  {
    ...decimals(`${index}\\d{1,3}(?:${comma}${index}\\d{1,3}){5,}(?!\\d)`, (bytes, like) => {
      const [quote = ''] = /^\\*["']?/.exec(like) ?? [];
      return bytes.map((byte, at) => `${quote}${at}${quote}:${byte}`).join(',');
    }),
    number: /(?<=:\s*)\d+/g,
  },
  {
    pattern: /(?:0x)?(?:[\da-f]{2}){1,32}(?:(?:[ :-]|,?\s+(?:0x)?|,(?:0x)?)(?:[\da-f]{2}){1,32})+/gi,
    number: /[\da-f]{2}/gi,
    radix: 16,
    print: (bytes) => bytes.map((byte) => byte.toString(16)).join(' '),
  },
];
const openList = new RegExp(`[\\da-fx][\\da-fx\\s,:%"'│|;m\\\\\\[${esc}nrt-]*$`, 'i');

/**
 * Redacts texts that are spelled as lists of bytes: `[101, 121, 74]`, `{"0":101,"1":121}`, `101 121 74`, `65 79 4a`.
 * Lists of numbers stay lists of numbers, and objects objects, so that JSON stays JSON.
 */
export function hideBytes(text: string, redact: (text: string) => string): string {
  return lists.reduce(
    (all, list) => all.replace(list.pattern, (found) => redactList(found, list, redact)),
    text,
  );
}

/** Where a list of bytes may have begun that the text does not hold to its end; the text's length if none has. */
export function openBytesAt(text: string): number {
  const found = openList.exec(text.slice(-longestOpen));
  return found === null ? text.length : Math.max(0, text.length - longestOpen) + found.index;
}

/** More is not held back. */
const longestOpen = 64_000;

function decimals(pattern: string, print: ByteList['print']): ByteList {
  return { pattern: new RegExp(pattern, 'gi'), number: /\d+/g, radix: 10, print };
}

function redactList(
  list: string,
  { number, radix, print }: ByteList,
  redact: (text: string) => string,
): string {
  const values = (list.match(number) ?? []).map((each) => Number.parseInt(each, radix));
  // a number that is no byte parts two texts
  const text = Buffer.from(values.map((value) => (value < 256 ? value : 0))).toString('utf8');
  const left = redact(text);
  return left === text ? list : print([...Buffer.from(left, 'utf8')], list);
}
