import type { Facts, Range } from './facts';
import { INT32 } from './words';

/** What `words` wrote, read again. */
export interface ReadWords {
  facts: Facts;
  /** Known of the items of an array, where the words say it. */
  items?: Facts;
  /** What stands among them besides: `required`. */
  marks: string[];
}

const TYPE =
  /^((?:string|number|integer|boolean|object|array|null|any)(?: or (?:string|number|integer|boolean|object|array))*)(?: \(([\w-]+)\))?(?: of (\w+|\(.*\)))?$/s;
const NUMBER = String.raw`-?\d+(?:\.\d+)?(?:e[+-]?\d+)?`;
const BETWEEN = new RegExp(`^(${NUMBER}) to (${NUMBER})( \\w+)?$`);
const BOUND = new RegExp(`^(exactly|at least|at most|over|under) (${NUMBER})( \\w+)?$`);
const UNITS: Partial<Record<string, 'length' | 'value' | 'items' | 'size'>> = {
  '': 'value',
  ' character': 'length',
  ' item': 'items',
  ' field': 'size',
};

/**
 * @param text what `words` gave, perhaps with marks, up to a full stop
 * @param isMark recognizes what else may stand there
 * @returns undefined where it is something else
 */
export function readWords(
  text: string,
  isMark: (part: string) => boolean = () => false,
): ReadWords | undefined {
  const [first = '', ...parts] = partsOf(sentence(text));
  const out = readType(first);
  if (out === undefined) return undefined;
  let inValues = false;
  for (const part of parts) {
    const isValue = readValue(part, out.facts, inValues);
    inValues = isValue;
    if (isValue || readPart(part, out.facts)) continue;
    if (!isMark(part)) return undefined;
    out.marks.push(part);
  }
  return out;
}

function readType(text: string): ReadWords | undefined {
  const [, names = '', kind, of] = TYPE.exec(text) ?? [];
  if (names === '') return undefined;
  const facts: Facts = { types: names === 'any' ? [] : names.split(' or ') };
  if (kind === 'int32') facts.value = { ...INT32 };
  else if (kind !== undefined) facts.format = kind;
  if (of === undefined) return { facts, marks: [] };
  const items = readWords(of.replace(/^\((.*)\)$/s, '$1'));
  return items === undefined ? undefined : { facts, items: items.facts, marks: [] };
}

/** `one of a`, and then `b`; `12 more (…)` is one that stands for many. */
function readValue(part: string, facts: Facts, inValues: boolean): boolean {
  const [, start, value] = /^(always |one of )?(`[^`]*`|\(empty\)|\d+ more \(`\w+`\))$/s.exec(part) ?? [];
  if (value === undefined || (start === undefined && !inValues)) return false;
  const text = value === '(empty)' ? '' : value.replace(/^`(.*)`$/s, '$1');
  facts.values = [...(facts.values ?? []), text];
  return true;
}

function readPart(part: string, facts: Facts): boolean {
  const [, min, max, unitOfBoth = ''] = BETWEEN.exec(part) ?? [];
  if (min !== undefined && max !== undefined) {
    return addRange(facts, unitOfBoth, { min: Number(min), max: Number(max) });
  }
  const [, kind, limit, unit = ''] = BOUND.exec(part) ?? [];
  if (kind !== undefined) return addRange(facts, unit, boundOf(kind, Number(limit)));
  const [, multiple] = /^a multiple of (\d\S*)$/.exec(part) ?? [];
  const [, pattern] = /^like (?:`([^`]*)`|\(empty\))$/s.exec(part) ?? [];
  const [, otherwise] = /^by default (?:`([^`]*)`|\(empty\))$/s.exec(part) ?? [];
  const [, forms] = /^in (one|some) of these forms$/.exec(part) ?? [];
  const [, again] = /^as `([^`]*)` above$/s.exec(part) ?? [];
  const [, more] = /^with more rules \(`(\w+)`\)$/.exec(part) ?? [];
  if (part === 'or null') facts.types.push('null');
  else if (part === 'no item twice') facts.unique = true;
  else if (part === 'no other fields') facts.closed = true;
  else if (Number(multiple) > 0) facts.multipleOf = Number(multiple);
  else if (part.startsWith('like ')) facts.patterns = [...(facts.patterns ?? []), pattern ?? ''];
  else if (part.startsWith('by default ')) facts.otherwise = otherwise ?? '';
  else if (forms === 'one' || forms === 'some') facts.forms = forms;
  else if (again !== undefined) facts.again = again;
  else if (more !== undefined) facts.more = more;
  else return false;
  return true;
}

function boundOf(kind: string, limit: number): Range {
  if (kind === 'exactly') return { min: limit, max: limit };
  if (kind === 'over' || kind === 'under') return { [kind]: limit };
  return kind === 'at least' ? { min: limit } : { max: limit };
}

function addRange(facts: Facts, unit: string, range: Range): boolean {
  const of = UNITS[unit.replace(/s$/, '')];
  if (of === undefined) return false;
  facts[of] = { ...facts[of], ...range };
  return true;
}

/** Up to the first full stop that is not inside of code, brackets or a number. */
function sentence(text: string): string {
  return text.slice(0, firstOutside(text, (rest) => /^\.(\s|$)/.test(rest)) ?? text.length);
}

function partsOf(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  for (let at = nextComma(rest); at !== undefined; at = nextComma(rest)) {
    parts.push(rest.slice(0, at));
    rest = rest.slice(at + 2);
  }
  return [...parts, rest];
}

function nextComma(text: string): number | undefined {
  return firstOutside(text, (rest) => rest === ', ');
}

function firstOutside(text: string, isIt: (rest: string) => boolean): number | undefined {
  let depth = 0;
  let inCode = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '`') inCode = !inCode;
    if (inCode) continue;
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0 && (character === '.' || character === ',') && isIt(text.slice(at, at + 2))) return at;
  }
  return undefined;
}
