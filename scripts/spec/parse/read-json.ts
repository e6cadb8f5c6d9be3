import type { DigitKeeper } from '../digits';
import type { JsonObject, JsonValue } from '../document';
import { pointerTo } from '../json-pointer';
import type { Problem } from '../problem';
import type { Places } from './line-finder';
import { MAX_DEPTH } from './max-depth';
import { numberProblem } from './number-problem';
import { HALF_CHARACTER, wellFormed } from './well-formed';

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const [TAB, NEWLINE, BLANK, QUOTE, COMMA, COLON, BACKSLASH] = [9, 10, 32, 34, 44, 58, 92];

/** Leaves the reading to YAML, which says what is wrong. */
const NOT_JSON = Symbol('not JSON');

export interface ReadJson {
  value: JsonValue;
  places: Places;
  problems: Problem[];
  rootLine: number;
}

/**
 * Reads JSON and remembers on which lines its values stand: what `readNode` does for YAML, many times as fast.
 *
 * @param text with `\n` as line end
 * @param firstLine the line of the file on which the text begins
 * @returns undefined for what is no JSON, or nested too deeply
 */
export function readJson(
  text: string,
  file: string,
  firstLine: number,
  keeper?: DigitKeeper,
): ReadJson | undefined {
  const places: Places = new WeakMap();
  const problems: Problem[] = [];
  let at = 0;
  let line = firstLine;

  try {
    skipBlanks();
    const rootLine = line;
    const value = readValue([], 0);
    skipBlanks();
    return at < text.length ? undefined : { value, places, problems, rootLine };
  } catch (error) {
    if (error === NOT_JSON) return undefined;
    throw error;
  }

  function readValue(path: (string | number)[], depth: number): JsonValue {
    switch (text[at]) {
      case '{':
        return readObject(path, depth);
      case '[':
        return readList(path, depth);
      case '"':
        return readString(path);
      case 't':
        return readWord('true', true);
      case 'f':
        return readWord('false', false);
      case 'n':
        return readWord('null', null);
      default:
        return readNumber(path);
    }
  }

  function readObject(path: (string | number)[], depth: number): JsonObject {
    if (depth >= MAX_DEPTH) throw NOT_JSON;
    const object: JsonObject = {};
    const lines = new Map<string, number>();
    places.set(object, lines);
    at += 1;
    if (isNext('}')) return object;
    for (;;) {
      skipBlanks();
      if (text.charCodeAt(at) !== QUOTE) throw NOT_JSON;
      const keyLine = line;
      const key = readString(path);
      skipBlanks();
      if (text.charCodeAt(at) !== COLON) throw NOT_JSON;
      at += 1;
      skipBlanks();
      path.push(key);
      const known = lines.get(key);
      if (known !== undefined) reportTwice(key, known, keyLine, path);
      const value = readValue(path, depth + 1);
      path.pop();
      if (known === undefined) {
        lines.set(key, keyLine);
        // An assignment would set the prototype.
        if (key === '__proto__') {
          Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
        } else object[key] = value;
      }
      if (isNext('}')) return object;
      if (text.charCodeAt(at) !== COMMA) throw NOT_JSON;
      at += 1;
    }
  }

  function readList(path: (string | number)[], depth: number): JsonValue[] {
    if (depth >= MAX_DEPTH) throw NOT_JSON;
    const list: JsonValue[] = [];
    const lines = new Map<string, number>();
    places.set(list, lines);
    at += 1;
    if (isNext(']')) return list;
    for (;;) {
      skipBlanks();
      lines.set(String(list.length), line);
      path.push(list.length);
      list.push(readValue(path, depth + 1));
      path.pop();
      if (isNext(']')) return list;
      if (text.charCodeAt(at) !== COMMA) throw NOT_JSON;
      at += 1;
    }
  }

  function readString(path: (string | number)[]): string {
    const start = at + 1;
    let end = start;
    let isEscaped = false;
    for (;;) {
      const code = text.charCodeAt(end);
      if (code === QUOTE) break;
      // The end of the text has no code.
      if (!(code >= BLANK)) throw NOT_JSON;
      if (code === BACKSLASH) {
        isEscaped = true;
        end += 1;
      }
      end += 1;
    }
    at = end + 1;
    if (!isEscaped) return text.slice(start, end);
    const read = unquoted(text.slice(start - 1, end + 1));
    const whole = wellFormed(read);
    if (whole !== read) problems.push({ ...HALF_CHARACTER, file, line, pointer: pointerTo(...path) });
    return whole;
  }

  function unquoted(quoted: string): string {
    try {
      return JSON.parse(quoted) as string;
    } catch {
      throw NOT_JSON;
    }
  }

  function readWord<T>(word: string, value: T): T {
    if (!text.startsWith(word, at)) throw NOT_JSON;
    at += word.length;
    return value;
  }

  function readNumber(path: (string | number)[]): number {
    NUMBER.lastIndex = at;
    const written = NUMBER.exec(text)?.[0];
    if (written === undefined) throw NOT_JSON;
    at += written.length;
    const kept = keeper?.keep(written);
    const value = kept ?? Number(written);
    const problem = numberProblem(written, value, kept !== undefined);
    if (problem !== undefined) problems.push({ ...problem, file, line, pointer: pointerTo(...path) });
    if (written !== String(value)) keeper?.spell({ file, line, pointer: pointerTo(...path) }, written);
    return value;
  }

  function isNext(bracket: string): boolean {
    skipBlanks();
    if (text[at] !== bracket) return false;
    at += 1;
    return true;
  }

  function skipBlanks(): void {
    for (; ; at += 1) {
      const code = text.charCodeAt(at);
      if (code === NEWLINE) line += 1;
      else if (code !== BLANK && code !== TAB) return;
    }
  }

  function reportTwice(key: string, first: number, second: number, path: (string | number)[]): void {
    problems.push({
      code: 'INVALID_SYNTAX',
      severity: 'error',
      message: `the key \`${key}\` stands twice, first on line ${first}`,
      file,
      line: second,
      pointer: pointerTo(...path),
      hint: 'keep one of the two',
    });
  }
}
