import type { Operation } from '../model';
import type { ProfileVariable } from '../profile/profile';
import { answerPlace, readingCall, requestPlace } from '../profile/profile-place';
import type { Draft } from './derive-variables';
import type { VariablePlace, VariableSource } from './life-cycles';
import { isSamePlace } from './same-place';
import { namesIn } from './variable-name';

/**
 * The profile's variables, then the derived ones that it does not name. What the profile says of operations that are
 * not there is left out, and with it a variable that cannot get a value then; a place goes to whom the profile gives it.
 */
export function mergeVariables(
  derived: readonly Draft[],
  stated: Record<string, ProfileVariable>,
  operations: readonly Operation[],
): Draft[] {
  const known = new Set(operations.map(({ key }) => key));
  const places = new Map(
    Object.entries(stated).map(([name, variable]) => [name, statedPlaces(variable, known)]),
  );
  const claimed = [...places.values()].flat();
  const isFree = (place: VariablePlace) => !claimed.some((other) => isSamePlace(other, place));
  const merged = Object.entries(stated).flatMap(([name, variable]): Draft[] => {
    const base = derived.find((draft) => draft.name === name);
    const source = statedSource(variable, known) ?? base?.source;
    if (source === undefined) return [];
    const { description, value } = variable;
    return [
      {
        name,
        source,
        places: [...(base?.places ?? []).filter(isFree), ...(places.get(name) ?? [])],
        ...(description === undefined ? {} : { description }),
        ...(value === undefined ? {} : { example: value }),
      },
    ];
  });
  const others = derived
    .filter(({ name }) => !Object.hasOwn(stated, name))
    .map((draft) => ({ ...draft, places: draft.places.filter(isFree) }))
    .filter((draft) => draft.places.length > 0);
  return withoutLost([...merged, ...others]);
}

/** Without what is looked up by a variable that is not there. */
function withoutLost(variables: Draft[]): Draft[] {
  const names = new Set(variables.map(({ name }) => name));
  const kept = variables.filter(
    ({ source }) =>
      source.kind !== 'lookUp' ||
      source.query.every(([, text]) => namesIn(text).every((name) => names.has(name))),
  );
  return kept.length === variables.length ? kept : withoutLost(kept);
}

/** Undefined where the profile states none, or none that is there. */
export function statedSource(
  variable: ProfileVariable,
  known: ReadonlySet<string>,
): VariableSource | undefined {
  const { from, lookUp, date, value } = variable;
  if (from !== undefined) {
    const answers = Object.entries(from).flatMap(([operation, text]) => {
      const place = answerPlace(text);
      return place === undefined || !known.has(operation) ? [] : [{ operation, ...place }];
    });
    return answers.length === 0 ? undefined : { kind: 'answer', from: answers };
  }
  if (lookUp !== undefined) {
    const call = readingCall(lookUp.send);
    return call === undefined || !known.has(call.operation)
      ? undefined
      : { kind: 'lookUp', ...call, at: lookUp.take };
  }
  if (date !== undefined) return { kind: 'date', ...date };
  return value === undefined ? undefined : { kind: 'value' };
}

function statedPlaces({ to = {} }: ProfileVariable, known: ReadonlySet<string>): VariablePlace[] {
  return Object.entries(to)
    .filter(([operation]) => known.has(operation))
    .flatMap(([operation, texts]) =>
      [texts].flat().flatMap((text) => {
        const place = requestPlace(text);
        return place === undefined ? [] : [{ operation, ...place }];
      }),
    );
}
