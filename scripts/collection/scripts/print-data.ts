import type { JsonValue } from '../../spec/document';

const WIDTH = 110;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/**
 * A JSON value as JavaScript source that people read, in Postman and in the file: what fits on a line stands on one
 * line, keys are quoted only where they must be, and with a quote that JSON need not escape.
 *
 * @param indent columns that the lines of this value are indented by
 * @param before columns that its first line has used up already
 */
export function printData(value: JsonValue, indent = 0, before = indent): string {
  if (typeof value !== 'object' || value === null) return printScalar(value);
  const flat = printFlat(value, WIDTH - before);
  if (flat !== undefined) return flat;
  const pad = ' '.repeat(indent + 2);
  const end = ' '.repeat(indent);
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => `${pad}${printData(item, indent + 2)},\n`).join('')}${end}]`;
  }
  const entries = Object.entries(value).map(([key, item]) => {
    const head = `${pad}${printKey(key)}: `;
    return `${head}${printData(item, indent + 2, head.length)},\n`;
  });
  return `{\n${entries.join('')}${end}}`;
}

/** On one line; undefined where that takes so many columns, which shows long before the whole is printed. */
function printFlat(value: JsonValue, columns: number): string | undefined {
  if (typeof value !== 'object' || value === null) return within(printScalar(value), columns);
  const isList = Array.isArray(value);
  let inside = '';
  for (const [key, item] of Object.entries(value)) {
    const head = `${inside === '' ? '' : ', '}${isList ? '' : `${printKey(key)}: `}`;
    const text = printFlat(item, columns - inside.length - head.length);
    if (text === undefined) return undefined;
    inside += head + text;
  }
  if (isList) return within(`[${inside}]`, columns);
  return within(inside === '' ? '{}' : `{ ${inside} }`, columns);
}

function within(text: string, columns: number): string | undefined {
  return text.length < columns ? text : undefined;
}

/** In a literal a plain `__proto__` would set the prototype instead of a property. */
function printKey(key: string): string {
  if (key === '__proto__') return "['__proto__']";
  return IDENTIFIER.test(key) || /^(0|[1-9]\d{0,8})$/.test(key) ? key : printScalar(key);
}

function printScalar(value: string | number | boolean | null): string {
  const json = JSON.stringify(value);
  if (typeof value !== 'string' || value.includes("'")) return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"')}'`;
}
