import type { Field, FieldList } from '../contract/fields/facts';
import { outerPaths, pathInside, pathSteps } from '../contract/fields/field-path';
import { words } from '../contract/fields/words';

/** Two lists of the fields of one value. */
type Lists = [before: FieldList, after: FieldList];

/**
 * The two lists with one name for a form that is in both: forms without a name are counted, and one more before them
 * changes their numbers. A value that has become one of several forms, or was, is that form.
 */
export function alignForms(lists: Lists): Lists {
  if (lists.some(({ rest }) => rest !== undefined)) return lists;
  let aligned = lists;
  const done = new Set<string>();
  // What is renamed renames what is inside of it.
  for (let next = nextPlace(aligned, done); next !== undefined; next = nextPlace(aligned, done)) {
    done.add(next);
    aligned = alignAt(next, aligned);
  }
  return aligned;
}

/** An outermost place with forms that was not looked at yet. */
function nextPlace(lists: Lists, done: ReadonlySet<string>): string | undefined {
  const places = lists
    .flatMap(({ fields }) => fields)
    .filter(({ path }) => path.endsWith('>'))
    .map(({ path }) => outerPaths(path).at(-1) ?? '')
    .filter((place) => !done.has(place));
  return places.sort((one, other) => pathSteps(one).length - pathSteps(other).length)[0];
}

function alignAt(place: string, [before, after]: Lists): Lists {
  const [was, is] = [formsAt(place, before), formsAt(place, after)];
  if (was.length === 0) return [asForm(place, before, factsAt(place, after), is, after), after];
  if (is.length === 0) return [before, asForm(place, after, factsAt(place, before), was, before)];
  return [renamed(before, newNames(was, is, before, after)), after];
}

/** The value as the form that says the same; as it is where none does. */
function asForm(
  place: string,
  list: FieldList,
  facts: Field['facts'] | undefined,
  forms: string[],
  other: FieldList,
): FieldList {
  const own = factsAt(place, list);
  const form = forms.find((path) => lookOf(path, other) === lookOf(place, list));
  if (own === undefined || facts === undefined || form === undefined) return list;
  const outer = list.fields.find(({ path }) => path === place);
  const fields = list.fields.flatMap((field): Field[] => {
    if (field === outer)
      return [
        { ...field, facts },
        { path: form, facts: own, required: false },
      ];
    const inside = pathInside(field.path, place);
    return [inside === undefined ? field : { ...field, path: form + inside }];
  });
  return outer === undefined
    ? { whole: facts, fields: [{ path: form, facts: own, required: false }, ...fields] }
    : { ...list, fields };
}

/** The names of the forms after, for those before: of the same name, else of the same content, else as they come. */
function newNames(was: string[], is: string[], before: FieldList, after: FieldList): Map<string, string> {
  const names = new Map<string, string>();
  const free = new Set(is);
  const take = (from: string, to: string | undefined) => {
    if (to === undefined || names.has(from)) return;
    names.set(from, to);
    free.delete(to);
  };
  const isCounted = (path: string) => /<\d+>$/.test(path);
  for (const path of was) if (!isCounted(path) && free.has(path)) take(path, path);
  for (const path of was) {
    const look = lookOf(path, before);
    take(
      path,
      [...free].find((other) => lookOf(other, after) === look),
    );
  }
  for (const path of was.filter(isCounted)) take(path, [...free].find(isCounted));
  // The name of a form that is gone may be another one's now.
  const taken = new Set(names.values());
  for (const path of was)
    if (!names.has(path) && taken.has(path)) names.set(path, `${path.slice(0, -1)}, before>`);
  return names;
}

function renamed(list: FieldList, names: ReadonlyMap<string, string>): FieldList {
  const fields = list.fields.map((field) => {
    const { path } = field;
    const form = [...outerPaths(path), path].find((outer) => names.has(outer));
    return form === undefined ? field : { ...field, path: `${names.get(form)}${path.slice(form.length)}` };
  });
  return { ...list, fields };
}

function formsAt(place: string, { fields }: FieldList): string[] {
  return fields
    .map(({ path }) => path)
    .filter((path) => path.endsWith('>') && (outerPaths(path).at(-1) ?? '') === place);
}

function factsAt(place: string, { whole, fields }: FieldList): Field['facts'] | undefined {
  return place === '' ? whole : fields.find(({ path }) => path === place)?.facts;
}

/** What a value is, with all that is inside, wherever it stands. */
export function lookOf(place: string, list: FieldList): string {
  const facts = factsAt(place, list);
  const lines = list.fields.flatMap(({ path, facts: own, required }) => {
    const inside = pathInside(path, place);
    return inside === undefined ? [] : [`${inside} ${words(own)} ${required}`];
  });
  return [facts === undefined ? '' : words(facts), ...lines].join('\n');
}
