/** Which keyword of a schema a value breaks, and where in the value. */
export interface Breach {
  keyword: string;
  /** In words: it names the place and the rule, not the value. */
  message: string;
}

/**
 * @param place JSON pointer in the value
 * @param detail what the keyword asks for: names, types, or a limit
 */
export function breachOf(keyword: string, place: string, detail: string): Breach {
  const it = place === '' ? 'it' : place;
  return {
    keyword,
    message: `${it} ${sayings[keyword]?.(detail) ?? `does not satisfy ${keyword} ${detail}`.trim()}`,
  };
}

const sayings: Partial<Record<string, (detail: string) => string>> = {
  type: (types) => `must be ${types}`,
  required: (name) => `lacks \`${name}\``,
  additionalProperties: (name) => `holds \`${name}\`, which is not declared`,
  writeOnly: () => 'is writeOnly, so no answer holds it',
  enum: () => 'is none of the enum',
  const: () => 'is not the const',
  not: () => 'is what `not` rules out',
  uniqueItems: () => 'holds an item twice',
  format: (name) => `is no ${name}`,
  pattern: (pattern) => `does not match ${pattern}`,
  anyOf: () => 'fits none of the alternatives',
  oneOf: (count) =>
    count === '0' ? 'fits none of the alternatives' : `fits ${count} of the alternatives, not one`,
};
