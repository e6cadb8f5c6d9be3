import type { Facts, Range } from './facts';
import { fingerprint } from './fingerprint';

/** How many values of a list stand in the words. */
const VALUES = 40;

export const INT32: Range = { min: -2_147_483_648, max: 2_147_483_647 };

/**
 * Facts as a person reads them: `string, at most 36 characters`, `array of (string, one of a, b), at least 1 item`.
 *
 * @param items what is known of the items of an array, where it is to be said here
 */
export function words(facts: Facts, items?: Facts): string {
  const types = facts.types.filter((type) => type !== 'null');
  const nullOnly = types.length === 0 && facts.types.length > 0;
  const isInt32 =
    types.includes('integer') && facts.value?.min === INT32.min && facts.value?.max === INT32.max;
  const kind = facts.format ?? (isInt32 ? 'int32' : undefined);
  const type = nullOnly ? 'null' : types.join(' or ') || 'any';
  return [
    `${type}${kind === undefined ? '' : ` (${kind})`}${items === undefined ? '' : ` of ${itemWords(items)}`}`,
    ...(types.length > 0 && types.length < facts.types.length ? ['or null'] : []),
    ...constraintWords(isInt32 ? { ...facts, value: {} } : facts),
  ].join(', ');
}

function itemWords(items: Facts): string {
  const text = words(items);
  return /^\w+$/.test(text) ? text : `(${text})`;
}

function constraintWords(facts: Facts): string[] {
  const { values, patterns = [], multipleOf, unique, closed, otherwise, forms, again, more } = facts;
  return [
    ...(values === undefined || values.length === 0 ? [] : [valueWords(values)]),
    ...rangeWords(facts.length, 'character'),
    ...rangeWords(facts.value, ''),
    ...rangeWords(facts.items, 'item'),
    ...rangeWords(facts.size, 'field'),
    ...(multipleOf === undefined ? [] : [`a multiple of ${multipleOf}`]),
    ...patterns.map((pattern) => `like ${code(pattern)}`),
    ...(unique ? ['no item twice'] : []),
    ...(closed ? ['no other fields'] : []),
    ...(otherwise === undefined ? [] : [`by default ${code(otherwise)}`]),
    ...(forms === undefined ? [] : [`in ${forms} of these forms`]),
    ...(again === undefined ? [] : [`as ${code(again)} above`]),
    ...(more === undefined ? [] : [`with more rules (${code(more)})`]),
  ];
}

function valueWords(values: string[]): string {
  const shown = values.slice(0, VALUES).map(code).join(', ');
  const left = values.slice(VALUES);
  if (left.length === 0) return `${values.length === 1 ? 'always' : 'one of'} ${shown}`;
  return `one of ${shown}, ${left.length} more (${code(fingerprint(left.join('\n')))})`;
}

/** `1 to 36 characters`, `exactly 2 items`, `at least 1`, `over 0`. */
export function rangeWords({ min, max, over, under }: Range = {}, unit: string): string[] {
  const of = (count: number) => (unit === '' ? '' : ` ${unit}${count === 1 ? '' : 's'}`);
  return [
    ...(min !== undefined && max !== undefined
      ? [min === max ? `exactly ${min}${of(min)}` : `${min} to ${max}${of(max)}`]
      : []),
    ...(min !== undefined && max === undefined ? [`at least ${min}${of(min)}`] : []),
    ...(max !== undefined && min === undefined ? [`at most ${max}${of(max)}`] : []),
    ...(over === undefined ? [] : [`over ${over}`]),
    ...(under === undefined ? [] : [`under ${under}`]),
  ];
}

/** A text of the contract as code in Markdown, on one line; nothing in it can end the code. */
export function code(text: string): string {
  if (text === '') return '(empty)';
  const printable = text.replaceAll('`', 'ˋ').replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `\`${printable}\``;
}
