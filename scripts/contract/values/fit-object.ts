import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import type { Schema, SchemaObject } from '../model';
import type { Fitter } from './fitter';
import { limitsOf } from './limits-of';
import { schemasOfMember } from './members-of';
import { textCandidates } from './text-candidates';

/** More members than anybody wants to see in a request. */
const MOST_MEMBERS = 200;

/** An object that satisfies some plain schemas; undefined where none was found. */
export function fitObject(
  parts: readonly SchemaObject[],
  hint: JsonValue | undefined,
  fitter: Fitter,
): JsonObject | undefined {
  const given = isObject(hint) ? hint : {};
  const declared = namesIn(parts.map(({ properties }) => properties));
  const unsent = new Set(
    parts.flatMap(({ properties }) => (isObject(properties) ? fitter.unsent(properties) : [])),
  );
  const names = parts.flatMap(({ propertyNames }) =>
    propertyNames === undefined ? [] : [propertyNames as Schema],
  );
  const least = Math.max(0, ...limitsOf(parts, 'minProperties'));
  const most = Math.min(MOST_MEMBERS, ...limitsOf(parts, 'maxProperties'));
  if (least > most) return undefined;
  const required = requiredOf(
    parts,
    Object.keys(given).filter((name) => !unsent.has(name)),
  );
  const members = new Map<string, JsonValue>();
  for (const name of required.always) if (!add(name)) return undefined;
  for (const name of [...Object.keys(given), ...required.dependent])
    if (members.size < most && Object.hasOwn(given, name)) add(name);
  for (const name of required.dependent) add(name);
  for (const name of spareNames()) {
    if (members.size >= least) break;
    add(name);
  }
  // In the order in which they are declared, whatever asked for them.
  const order = [...declared, ...members.keys()];
  return Object.fromEntries([...members].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other)));

  function add(name: string): boolean {
    if (members.has(name)) return true;
    if (unsent.has(name) || !fitter.holds(names, name)) return false;
    const value = fitter.fit(
      schemasOfMember(parts, name),
      Object.hasOwn(given, name) ? given[name] : undefined,
    );
    if (value !== undefined) members.set(name, value);
    return value !== undefined;
  }

  /** Names for members that only have to be there: declared ones, then such as a pattern asks for, then any. */
  function* spareNames(): Generator<string> {
    yield* declared;
    for (const pattern of namesIn(parts.map(({ patternProperties }) => patternProperties)))
      yield* textCandidates([{ pattern }], undefined);
    for (let index = 1; index <= MOST_MEMBERS; index += 1) yield `property${index}`;
    yield* textCandidates(
      names.filter((schema) => typeof schema === 'object'),
      undefined,
    );
  }
}

function namesIn(maps: (JsonValue | undefined)[]): string[] {
  return [...new Set(maps.flatMap((map) => (isObject(map) ? Object.keys(map) : [])))];
}

/** What must be there, and what must be there because of what is there. */
function requiredOf(
  parts: readonly SchemaObject[],
  present: readonly string[],
): { always: string[]; dependent: string[] } {
  const always = new Set(
    parts.flatMap(({ required }) => (Array.isArray(required) ? required.map(String) : [])),
  );
  const all = new Set([...present, ...always]);
  const follow = (names: Set<string>) => {
    // A set that grows is walked to its end.
    for (const name of names)
      for (const { dependencies } of parts) {
        const wanted =
          isObject(dependencies) && Object.hasOwn(dependencies, name) ? dependencies[name] : undefined;
        for (const other of Array.isArray(wanted) ? wanted : []) names.add(String(other));
      }
  };
  follow(always);
  follow(all);
  return {
    always: [...always],
    dependent: [...all].filter((name) => !always.has(name) && !present.includes(name)),
  };
}
