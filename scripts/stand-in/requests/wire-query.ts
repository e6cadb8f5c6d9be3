/** One `name=value` of a query string or a form body. */
export interface Pair {
  name: string;
  value: string;
  /** The value before percent-decoding: delimiters of lists are told from data there. */
  raw: string;
}

/** Percent-encoding that cannot be decoded. */
export class MalformedEncoding extends Error {}

export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new MalformedEncoding('percent-encoding that cannot be decoded');
  }
}

/** Undefined where `decode` throws. */
export function decodable(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Reads `a=1&b=x+y`, a plus sign as a blank. Throws `MalformedEncoding`. */
export function readPairs(text: string): Pair[] {
  return text
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const [, name = '', raw = ''] = /^([^=]*)=?(.*)$/s.exec(part.replaceAll('+', ' ')) ?? [];
      return { name: decode(name), value: decode(raw), raw };
    });
}
