import type { JsonValue } from './document';
import type { Places } from './line-finder';
import { numberProblem } from './number-problem';

/** Deeper ones are left to the reader of YAML, which tells what is wrong with them. */
const MAX_DEPTH = 200;

const STRING = '"(?:[^"\\\\]|\\\\.)*"';

/**
 * Reads a JSON text, ten times as fast as it is read as YAML.
 *
 * @param firstLine the line of the file on which the text begins
 * @returns undefined where there is anything to tell about it: no JSON, a key twice, a number that is not kept,
 *   too deep
 */
export function parseJson(text: string, firstLine: number): { value: JsonValue; places: Places } | undefined {
  const value = parse(text);
  if (typeof value !== 'object' || value === null) return undefined;
  const members = countMembers(value, 1);
  if (members === undefined || members !== countColons(text)) return undefined;
  let places: Places | undefined;
  return {
    value,
    places: {
      get(holder) {
        places ??= findPlaces(text, value, firstLine);
        return places.get(holder);
      },
    },
  };
}

function parse(text: string): JsonValue | undefined {
  // Most YAML gives itself away by its first character, and needs no exception.
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** Members of all objects; undefined where it is nested too deeply. */
function countMembers(value: JsonValue, depth: number): number | undefined {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > MAX_DEPTH) return undefined;
  const items = Object.values(value);
  let count = Array.isArray(value) ? 0 : items.length;
  for (const item of items) {
    const inside = countMembers(item, depth + 1);
    if (inside === undefined) return undefined;
    count += inside;
  }
  return count;
}

/** As many as members, unless a key stands twice; undefined where a number would not be kept. */
function countColons(text: string): number | undefined {
  let count = 0;
  for (const [token] of text.matchAll(new RegExp(`${STRING}|:|-?\\d[\\d.eE+-]*`, 'g'))) {
    if (token === ':') count += 1;
    else if (!token.startsWith('"') && numberProblem(token, Number(token)) !== undefined) return undefined;
  }
  return count;
}

/** The lines on which members and items begin. */
function findPlaces(text: string, root: JsonValue, firstLine: number): Places {
  const places = new WeakMap<object, Map<string, number>>();
  const tokens = text.matchAll(new RegExp(`${STRING}|\\n|[{}[\\],:]|[^\\s{}[\\],:"]+`, 'g'));
  let line = firstLine;

  function next(): string {
    for (;;) {
      const token = tokens.next().value?.[0] ?? '';
      if (token !== '\n') return token;
      line += 1;
    }
  }

  /** From its first token on to its last. */
  function walk(value: JsonValue | undefined, first: string): void {
    if (typeof value !== 'object' || value === null) return;
    const lines = new Map<string, number>();
    places.set(value, lines);
    for (let token = next(), index = 0; token !== '}' && token !== ']'; token = next()) {
      if (token === ',') continue;
      const key = first === '{' ? (JSON.parse(token) as string) : String(index);
      lines.set(key, line);
      index += 1;
      if (first === '{') next();
      walk((value as Record<string, JsonValue>)[key], first === '{' ? next() : token);
    }
  }

  walk(root, next());
  return places;
}
