/** What stands around the comma between two numbers: blanks, line breaks (also in JSON), colours, the edge of a box. */
const blank = `(?:[\\s│|]|\\\\[nrt]|${String.fromCharCode(27)}\\[[\\d;]*m)*`;
const decimals = new RegExp(`(?<![\\d.])\\d{1,3}(?:${blank}(?:,|%2C)${blank}\\d{1,3}){5,}(?!\\d)`, 'gi');
const pairs = /(?<![\da-f])(?:0x)?[\da-f]{2}(?:(?:[ :-]|,\s*0x)[\da-f]{2}){5,}(?![\da-f])/gi;
const openList = new RegExp(`[\\da-fx][\\da-fx\\s,:%│|;m\\\\\\[${String.fromCharCode(27)}nrt-]*$`, 'i');

/**
 * Redacts texts that are spelled as lists of bytes, `[101, 121, 74]` or `65 79 4a`. Lists of decimal numbers stay lists
 * of numbers, so that JSON stays JSON.
 */
export function hideBytes(text: string, redact: (text: string) => string): string {
  const inDecimals = text.replace(decimals, (list) => {
    const [separator = ','] = /\D+/.exec(list) ?? [];
    const left = redactList(list.match(/\d+/g), 10, redact);
    return left === undefined ? list : left.join(separator);
  });
  return inDecimals.replace(pairs, (list) => {
    const left = redactList(list.replace(/0x/gi, '').match(/[\da-f]{2}/gi), 16, redact);
    return left === undefined ? list : left.map((byte) => byte.toString(16)).join(' ');
  });
}

/** Where a list of bytes may have begun that the text does not hold to its end; the text's length if none has. */
export function openBytesAt(text: string): number {
  const found = openList.exec(text.slice(-longestOpen));
  return found === null ? text.length : Math.max(0, text.length - longestOpen) + found.index;
}

/** More is not held back. */
const longestOpen = 64_000;

/** Undefined where the bytes hold no secret. */
function redactList(
  numbers: string[] | null,
  radix: number,
  redact: (text: string) => string,
): number[] | undefined {
  const values = (numbers ?? []).map((number) => Number.parseInt(number, radix));
  // a number that is no byte parts two texts
  const text = Buffer.from(values.map((value) => (value < 256 ? value : 0))).toString('utf8');
  const left = redact(text);
  return left === text ? undefined : [...Buffer.from(left, 'utf8')];
}
