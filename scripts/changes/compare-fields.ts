import type { Field, FieldList } from '../contract/fields/facts';
import { outerPaths, pathSteps } from '../contract/fields/field-path';
import { code, words } from '../contract/fields/words';
import { alignForms, lookOf } from './align-forms';
import { compareFacts, isAnotherType } from './compare-facts';
import { judge, type Side, shiftChange } from './judge';
import type { Change } from './model';

/** What any other fields of an object hold. */
const OTHERS = /(^|\.)\*$/;
/** Such, or the items of a list. */
const CONTENT = /\[\]$|(^|\.)\*$/;

/**
 * What changed between two lists of the fields of one value.
 *
 * @param value what the value is: `body`, `answer 200`
 */
export function compareFields(value: string, one: FieldList, other: FieldList, side: Side): Change[] {
  const [before, after] = withoutReplaced(...alignForms([one, other]));
  const was = index(before);
  const is = index(after);
  const gone = outermost(before.fields.filter(({ path }) => !is.has(path)).filter(isListed(after))).filter(
    isNoOther(after),
  );
  const fresh = outermost(after.fields.filter(({ path }) => !was.has(path)).filter(isListed(before))).filter(
    isNoOther(before),
  );
  const renamed = findRenamed(gone, fresh, before, after);
  const whole = compareFacts(before.whole, after.whole);
  return [
    ...whole.map((shift) => shiftChange('value', value, shift, side)),
    ...renamed.map(([from, to]) => renaming(value, from, to, side)),
    ...gone
      .filter((field) => !renamed.some(([from]) => from === field))
      .map((field) => goneChange(value, field, side)),
    ...fresh
      .filter((field) => !renamed.some(([, to]) => to === field))
      .map((field) => freshChange(value, field, side)),
    ...before.fields.flatMap((field) => {
      const now = is.get(field.path);
      return now === undefined ? [] : compareField(value, field, now, side);
    }),
    ...compareRests(value, before, after),
  ];
}

function index({ fields }: FieldList): Map<string, Field> {
  return new Map(fields.map((field) => [field.path, field]));
}

/** What is inside of a value of another type than before is another thing, which that tells already. */
function withoutReplaced(before: FieldList, after: FieldList): [FieldList, FieldList] {
  const was = index(before);
  const replaced = new Set(
    after.fields.flatMap(({ path, facts }) => {
      const earlier = was.get(path);
      return earlier !== undefined && isAnotherType(earlier.facts, facts) ? [path] : [];
    }),
  );
  const isAll = isAnotherType(before.whole, after.whole);
  const without = (list: FieldList): FieldList => ({
    ...list,
    fields: list.fields.filter(
      ({ path }) => !isAll && !outerPaths(path).some((outer) => replaced.has(outer)),
    ),
  });
  return [without(before), without(after)];
}

/** Whether a field is no "any other field" of an object that has none in the other list: that it has some is told. */
function isNoOther(list: FieldList): (field: Field) => boolean {
  const fields = index(list);
  return ({ path }) => {
    if (!OTHERS.test(path)) return true;
    const outer = outerPaths(path).at(-1);
    const facts = outer === undefined ? list.whole : fields.get(outer)?.facts;
    return facts?.closed !== true;
  };
}

/**
 * Whether a list would have a place if there were one. Nearer fields come first: a list without room for all has
 * every one that is nearer than its farthest.
 */
function isListed({ fields, rest }: FieldList): (field: Field) => boolean {
  if (rest === undefined) return () => true;
  const farthest = fields.reduce((most, { path }) => Math.max(most, pathSteps(path).length), 0);
  return ({ path }) => pathSteps(path).length < farthest;
}

/** What is inside of a field that came or went is not told by itself. */
function outermost(fields: Field[]): Field[] {
  const paths = new Set(fields.map(({ path }) => path));
  return fields.filter(({ path }) => !outerPaths(path).some((outer) => paths.has(outer)));
}

/** One gone and one new beside each other, and nothing else that looks like either. */
function findRenamed(gone: Field[], fresh: Field[], before: FieldList, after: FieldList): [Field, Field][] {
  const was = byLook(gone, before);
  const is = byLook(fresh, after);
  return [...was].flatMap(([look, [from, ...others]]): [Field, Field][] => {
    const [to, ...more] = is.get(look) ?? [];
    const isSure = from !== undefined && to !== undefined && others.length + more.length === 0;
    return isSure ? [[from, to]] : [];
  });
}

/** Fields with a name, by where they are, what they are, and what is inside. */
function byLook(some: Field[], list: FieldList): Map<string, Field[]> {
  const found = new Map<string, Field[]>();
  for (const field of some) {
    const { path } = field;
    if (CONTENT.test(path) || path.endsWith('>')) continue;
    const look = `${outerPaths(path).at(-1) ?? ''}\n${lookOf(path, list)}`;
    found.set(look, [...(found.get(look) ?? []), field]);
  }
  return found;
}

function renaming(value: string, from: Field, to: Field, side: Side): Change {
  const place = placeOf(value, from);
  const required = to.required && !from.required ? andRequired(side) : '';
  return {
    kind: 'field-renamed',
    effect: 'different',
    verdict: 'break',
    place,
    text: `${place} is gone, ${code(to.path)} is new${required}: renamed?`,
  };
}

function goneChange(value: string, field: Field, side: Side): Change {
  const place = placeOf(value, field);
  // What a list or map may hold is no longer said; one form less is a value less.
  if (CONTENT.test(field.path)) {
    return { kind: 'field-gone', ...judge('wider', side), place, text: `${place} may be anything now` };
  }
  const isForm = field.path.endsWith('>');
  return {
    kind: isForm ? 'form-gone' : 'field-gone',
    ...judge(isForm || side === 'request' ? 'narrower' : 'wider', side),
    place,
    text: `${place} is gone`,
  };
}

function freshChange(value: string, field: Field, side: Side): Change {
  const place = placeOf(value, field);
  const said = words(field.facts);
  if (CONTENT.test(field.path)) {
    return { kind: 'field-new', ...judge('narrower', side), place, text: `${place}: ${said}, was any` };
  }
  const isForm = field.path.endsWith('>');
  if (isForm) return { kind: 'form-new', ...judge('wider', side), place, text: `${place} is new` };
  const isDemanded = side === 'request' && !field.required;
  return {
    kind: 'field-new',
    ...judge(isDemanded ? 'wider' : 'narrower', side),
    place,
    text: `${place} is new${field.required ? andRequired(side) : ''} (${said})`,
  };
}

function compareField(value: string, before: Field, after: Field, side: Side): Change[] {
  const place = placeOf(value, after);
  const shifts = compareFacts(before.facts, after.facts).map((shift) =>
    shiftChange('field', place, shift, side),
  );
  if (before.required === after.required) return shifts;
  const way = after.required ? 'narrower' : 'wider';
  const text = requiredText(after.required, side);
  return [{ kind: 'field-required', ...judge(way, side), place, text: `${place} ${text}` }, ...shifts];
}

function andRequired(side: Side): string {
  return side === 'request' ? ' and required' : ' and always there';
}

function requiredText(isRequired: boolean, side: Side): string {
  if (side === 'request') return isRequired ? 'is required now' : 'is no longer required';
  return isRequired ? 'is always there now' : 'may be missing now';
}

function compareRests(value: string, before: FieldList, after: FieldList): Change[] {
  if (before.rest?.fingerprint === after.rest?.fingerprint) return [];
  return [
    {
      kind: 'fields-beyond',
      effect: 'different',
      verdict: 'look',
      place: value,
      text: `${value}: fields beyond the ${(after.rest === undefined ? before : after).fields.length} that are listed changed; which ones, this file does not tell`,
    },
  ];
}

function placeOf(value: string, { path }: Field): string {
  return `${value} ${code(path)}`;
}
