import type { Facts, Range } from '../contract/fields/facts';
import { code, INT32, rangeWords } from '../contract/fields/words';

/** How what one value may be has changed: it may be less than before, more, something else, or nobody can tell. */
export interface Shift {
  way: 'narrower' | 'wider' | 'other' | 'unclear';
  /** What it is about, for machines: `type`, `format`, `values`, `length`… */
  about: string;
  text: string;
}

/** What changed between two descriptions of one value; another type is told alone. */
export function compareFacts(before: Facts, after: Facts): Shift[] {
  const types = compareTypes(before.types, after.types);
  if (types.some(({ way }) => way === 'other')) return types;
  return [
    ...types,
    ...compareOne('format', before.format, after.format, (format) => `format ${code(format)}`),
    ...compareValues(before.values, after.values),
    ...compareRanges('length', before.length, after.length, 'character'),
    ...compareRanges('value', before.value, after.value, ''),
    ...compareRanges('items', before.items, after.items, 'item'),
    ...compareRanges('size', before.size, after.size, 'field'),
    ...compareSteps(before.multipleOf, after.multipleOf),
    ...comparePatterns(before.patterns ?? [], after.patterns ?? []),
    ...compareFlags('unique', before.unique, after.unique, 'no item twice', 'an item may come twice'),
    ...compareFlags('closed', before.closed, after.closed, 'no other fields', 'other fields as well'),
    ...compareDefaults(before.otherwise, after.otherwise),
    ...compareRest(before, after),
  ];
}

/** Nothing else may be sent than before, but what is not sent means something else. */
function compareDefaults(before: string | undefined, after: string | undefined): Shift[] {
  if (before === after) return [];
  const [was, is] = [before, after].map((value) => (value === undefined ? 'none' : code(value)));
  return [{ way: 'unclear', about: 'default', text: `by default ${is}, was ${was}` }];
}

/** Whether nothing of the one is left in the other: what is inside of it is not told then. */
export function isAnotherType(before: Facts, after: Facts): boolean {
  return compareTypes(before.types, after.types).some(({ way }) => way === 'other');
}

function compareTypes(before: string[], after: string[]): Shift[] {
  const takes = (types: string[], type: string) =>
    types.length === 0 || types.includes(type) || (type === 'integer' && types.includes('number'));
  const isIn = (some: string[], types: string[]) =>
    types.length === 0 || (some.length > 0 && some.every((type) => takes(types, type)));
  const shrank = isIn(after, before);
  const grew = isIn(before, after);
  if (shrank && grew) return [];
  const about = 'type';
  const hadNull = before.includes('null');
  const sameBut = (one: string[], other: string[]) =>
    one.filter((type) => type !== 'null').join() === other.filter((type) => type !== 'null').join();
  if (hadNull !== after.includes('null') && sameBut(before, after)) {
    return [
      { way: hadNull ? 'narrower' : 'wider', about, text: hadNull ? 'null no longer' : 'null as well' },
    ];
  }
  const text = `${typeWords(after)}, was ${typeWords(before)}`;
  if (shrank) return [{ way: 'narrower', about, text }];
  return [{ way: grew ? 'wider' : 'other', about, text }];
}

function typeWords(types: string[]): string {
  return types.length === 0 ? 'any' : types.join(' or ');
}

/** A rule that is there or not, and may be another one. */
function compareOne<T>(
  about: string,
  before: T | undefined,
  after: T | undefined,
  say: (rule: T) => string,
): Shift[] {
  if (before === after) return [];
  if (before === undefined) return [{ way: 'narrower', about, text: `now ${say(after as T)}` }];
  if (after === undefined) return [{ way: 'wider', about, text: `no longer ${say(before)}` }];
  return [{ way: 'other', about, text: `${say(after)}, was ${say(before)}` }];
}

function compareFlags(
  about: string,
  before: true | undefined,
  after: true | undefined,
  set: string,
  unset: string,
): Shift[] {
  if (before === after) return [];
  return [after ? { way: 'narrower', about, text: set } : { way: 'wider', about, text: unset }];
}

function compareValues(before: string[] | undefined, after: string[] | undefined): Shift[] {
  const about = 'values';
  const say = (values: string[]) => values.map(code).join(', ');
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ way: 'narrower', about, text: `now only ${say(after ?? [])}` }];
  if (after === undefined) return [{ way: 'wider', about, text: `no longer only ${say(before)}` }];
  const gone = before.filter((value) => !after.includes(value));
  const fresh = after.filter((value) => !before.includes(value));
  // the end of a long list is known by its fingerprint
  if ([...gone, ...fresh].some((value) => / more \(`\w+`\)$/.test(value))) {
    return [{ way: 'unclear', about, text: 'another list of values, too long to be compared' }];
  }
  return [
    ...(gone.length > 0 ? [{ way: 'narrower', about, text: `no longer ${say(gone)}` } as const] : []),
    ...(fresh.length > 0 ? [{ way: 'wider', about, text: `now also ${say(fresh)}` } as const] : []),
  ];
}

function compareRanges(about: string, before: Range = {}, after: Range = {}, unit: string): Shift[] {
  const raised = compareLimits(lower(before), lower(after));
  const lowered = compareLimits(upper(after), upper(before));
  if (raised === 0 && lowered === 0) return [];
  const isNarrower = raised >= 0 && lowered >= 0;
  const isWider = raised <= 0 && lowered <= 0;
  const [was = '', is = ''] = [before, after].map((range) => limitWords(range, unit));
  const change = isNarrower ? 'narrower' : 'wider';
  const way = isNarrower || isWider ? change : 'other';
  if (was === '') return [{ way, about, text: `now ${is}` }];
  if (is === '') return [{ way, about, text: `no longer ${was}` }];
  return [{ way, about, text: `${is}, was ${was}` }];
}

function limitWords(range: Range, unit: string): string {
  const isInt32 = range.min === INT32.min && range.max === INT32.max;
  return isInt32 ? 'int32' : rangeWords(range, unit).join(', ');
}

/** A limit, and whether it lies just outside. */
type Limit = [number, number];

function lower({ min = -Infinity, over = -Infinity }: Range): Limit {
  return over >= min && over !== -Infinity ? [over, 1] : [min, 0];
}

function upper({ max = Infinity, under = Infinity }: Range): Limit {
  return under <= max && under !== Infinity ? [under, -1] : [max, 0];
}

/** Above 0 where the second limit is the higher one. */
function compareLimits([one, outsideOne]: Limit, [other, outsideOther]: Limit): number {
  return one === other ? outsideOther - outsideOne : Math.sign(other - one);
}

function compareSteps(before: number | undefined, after: number | undefined): Shift[] {
  const [shift] = compareOne('step', before, after, (step) => `a multiple of ${step}`);
  if (shift === undefined || before === undefined || after === undefined)
    return shift === undefined ? [] : [shift];
  const divides = (small: number, big: number) => Math.abs(Math.round(big / small) - big / small) < 1e-9;
  if (divides(before, after)) return [{ ...shift, way: 'narrower' }];
  return [divides(after, before) ? { ...shift, way: 'wider' } : shift];
}

function comparePatterns(before: string[], after: string[]): Shift[] {
  const about = 'pattern';
  const gone = before.filter((pattern) => !after.includes(pattern));
  const fresh = after.filter((pattern) => !before.includes(pattern));
  const say = (patterns: string[]) => patterns.map((pattern) => `like ${code(pattern)}`).join(' and ');
  if (gone.length === 0 && fresh.length === 0) return [];
  if (gone.length === 0) return [{ way: 'narrower', about, text: `now ${say(fresh)}` }];
  if (fresh.length === 0) return [{ way: 'wider', about, text: `no longer ${say(gone)}` }];
  return [{ way: 'other', about, text: `${say(fresh)}, was ${say(gone)}` }];
}

/** Of these only that they changed is known. */
function compareRest(before: Facts, after: Facts): Shift[] {
  const about = 'rules';
  if (before.more !== after.more)
    return [{ way: 'unclear', about, text: 'other rules, which this file does not tell' }];
  if (before.forms !== after.forms || before.again !== after.again) {
    return [{ way: 'unclear', about, text: 'put together in another way' }];
  }
  return [];
}
