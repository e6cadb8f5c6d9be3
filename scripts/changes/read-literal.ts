import type { JsonValue } from '../spec/document';

/** Deeper ones were written by nobody. */
const DEPTH = 400;

const SPACE = /\s*/y;
const TOKEN =
  /[[\]{}:,]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[A-Za-z_$][\w$]*/y;

/**
 * The JavaScript literal that begins at a place of a script, as `print-data.ts` writes them: JSON, but for texts in
 * single quotes, keys without any, the key `['__proto__']`, and commas at the end. Nothing is evaluated.
 *
 * @returns undefined where something else stands there
 */
export function readLiteral(script: string, start: number): JsonValue | undefined {
  let at = start;
  let token = '';

  function next(): void {
    SPACE.lastIndex = at;
    SPACE.exec(script);
    TOKEN.lastIndex = SPACE.lastIndex;
    token = TOKEN.exec(script)?.[0] ?? '';
    if (token === '') throw new SyntaxError();
    at = TOKEN.lastIndex;
  }

  function take(expected: string): void {
    if (token !== expected) throw new SyntaxError();
    next();
  }

  function value(depth: number): JsonValue {
    if (depth > DEPTH) throw new SyntaxError();
    if (token === '[') return list(depth + 1);
    if (token === '{') return map(depth + 1);
    return scalar();
  }

  function scalar(): JsonValue {
    if (!token.startsWith("'")) return JSON.parse(token) as JsonValue;
    const text = token.slice(1, -1).replaceAll(/\\'|"/g, (quote) => (quote === '"' ? '\\"' : "'"));
    return JSON.parse(`"${text}"`) as JsonValue;
  }

  function list(depth: number): JsonValue[] {
    const out: JsonValue[] = [];
    next();
    while (token !== ']') {
      out.push(value(depth));
      next();
      if (token !== ']') take(',');
    }
    return out;
  }

  function map(depth: number): JsonValue {
    const out: [string, JsonValue][] = [];
    next();
    while (token !== '}') {
      const name = key();
      take(':');
      out.push([name, value(depth)]);
      next();
      if (token !== '}') take(',');
    }
    return Object.fromEntries(out);
  }

  function key(): string {
    const isBracketed = token === '[';
    if (isBracketed) next();
    const name = /^["']/.test(token) ? String(scalar()) : token;
    if (!/^["'\w$-]/.test(token)) throw new SyntaxError();
    next();
    if (isBracketed) take(']');
    return name;
  }

  try {
    next();
    return value(0);
  } catch {
    return undefined;
  }
}
