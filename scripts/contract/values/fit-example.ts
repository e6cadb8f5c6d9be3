import type { JsonObject, JsonValue } from '../../spec/document';

/**
 * A schema's `example`, of the type that the schema asks for: YAML reads `12` and `true` as a number and a
 * boolean also where a text is meant, and authors put numbers in quotes.
 *
 * @param report told about an example that cannot be used
 * @param spelled gives how it is written, where it is a number that is printed otherwise
 * @returns undefined where there is none, or none that can be used
 */
export function fitExample(
  schema: JsonObject,
  report: (message: string) => void,
  spelled: () => string | undefined,
): JsonValue | undefined {
  const { example } = schema;
  if (example === undefined || typeof example === 'object') return example;
  const [type] = [schema.type].flat();
  if (type === 'string' && typeof example !== 'string') {
    const text = spelled() ?? String(example);
    if (typeof schema.pattern !== 'string' || matches(text, schema.pattern)) return text;
    report(`the example ${text} is no text that matches ${schema.pattern}; another one is made`);
    return undefined;
  }
  if (typeof example !== 'string') return example;
  const isNumber = (type === 'number' || type === 'integer') && /^-?\d+(\.\d+)?$/.test(example);
  const isFlag = type === 'boolean' && /^(true|false)$/.test(example);
  if (isNumber) return Number(example);
  return isFlag ? example === 'true' : example;
}

function matches(text: string, pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true;
  }
}
