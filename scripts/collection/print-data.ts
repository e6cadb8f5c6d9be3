import type { JsonValue } from '../spec/document';

const WIDTH = 110;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/**
 * A JSON value as JavaScript source that people read: what fits on a line stands on one line, keys are quoted
 * only where they must be.
 *
 * @param indent columns that the lines of this value are indented by
 * @param before columns that its first line has used up already
 */
export function printData(value: JsonValue, indent = 0, before = indent): string {
  const flat = printFlat(value);
  if (typeof value !== 'object' || value === null || before + flat.length < WIDTH) return flat;
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

function printFlat(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(printFlat).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => `${printKey(key)}: ${printFlat(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** In a literal a plain `__proto__` would set the prototype instead of a property. */
function printKey(key: string): string {
  if (key === '__proto__') return '["__proto__"]';
  return IDENTIFIER.test(key) || /^(0|[1-9]\d{0,8})$/.test(key) ? key : JSON.stringify(key);
}
