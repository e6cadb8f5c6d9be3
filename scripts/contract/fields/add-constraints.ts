import type { JsonObject, JsonValue } from '../../spec/document';
import type { Facts, Range } from './facts';
import { fingerprint } from './fingerprint';

/** Characters of a default that are shown. */
const LONGEST = 60;

const RANGES: [of: 'length' | 'value' | 'items' | 'size', bound: keyof Range, keyword: string][] = [
  ['length', 'min', 'minLength'],
  ['length', 'max', 'maxLength'],
  ['value', 'min', 'minimum'],
  ['value', 'max', 'maximum'],
  ['value', 'over', 'exclusiveMinimum'],
  ['value', 'under', 'exclusiveMaximum'],
  ['items', 'min', 'minItems'],
  ['items', 'max', 'maxItems'],
  ['size', 'min', 'minProperties'],
  ['size', 'max', 'maxProperties'],
];

/** What a schema says by itself, on top of what is known of the value already: the narrower one counts. */
export function addConstraints(facts: Facts, schema: JsonObject): void {
  if (schema.type !== undefined) facts.types = bothTypes(facts.types, [schema.type].flat().map(String));
  if (typeof schema.format === 'string') facts.format = schema.format;
  const values = schema.const === undefined ? schema.enum : [schema.const];
  if (Array.isArray(values)) {
    const texts = values.filter((value) => value !== null).map(valueText);
    facts.values = facts.values?.filter((text) => texts.includes(text)) ?? texts;
  }
  for (const [of, bound, keyword] of RANGES) addBound(facts, of, bound, schema[keyword]);
  if (typeof schema.multipleOf === 'number') facts.multipleOf = schema.multipleOf;
  if (typeof schema.pattern === 'string') {
    facts.patterns = [...new Set([...(facts.patterns ?? []), schema.pattern])];
  }
  if (schema.default !== undefined) facts.otherwise = cut(valueText(schema.default));
  if (schema.uniqueItems === true) facts.unique = true;
  if (schema.additionalProperties === false) facts.closed = true;
}

function addBound(
  facts: Facts,
  of: (typeof RANGES)[number][0],
  bound: keyof Range,
  limit: JsonValue | undefined,
) {
  if (typeof limit !== 'number') return;
  // "at least 0 characters" says nothing
  if (limit === 0 && bound === 'min' && of !== 'value') return;
  const range = facts[of] ?? {};
  const before = range[bound] ?? limit;
  range[bound] = bound === 'min' || bound === 'over' ? Math.max(before, limit) : Math.min(before, limit);
  facts[of] = range;
}

function bothTypes(one: string[], other: string[]): string[] {
  if (one.length === 0) return other;
  const has = (types: string[], type: string) =>
    types.includes(type) || (type === 'integer' && types.includes('number'));
  const both = [
    ...new Set([...one.filter((type) => has(other, type)), ...other.filter((type) => has(one, type))]),
  ];
  // They contradict each other; the findings say so.
  return both.length > 0 ? both : one;
}

/** Longer ones are told from each other, not shown. */
function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}… ${fingerprint(text)}`;
}

function valueText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
