import type { LocatedValue } from '../../spec/document';
import { pointerTo } from '../../spec/json-pointer';
import { nearestName } from '../../spec/nearest-name';
import { placeOf } from '../../spec/place-of';
import type { Problem } from '../../spec/problem';
import type { Contract, Operation } from '../model';
import type { Profile, ProfileVariable } from '../profile/profile';
import { cycleMentions } from '../profile/profile-mentions';
import { answerPlace, readingCall, requestPlace } from '../profile/profile-place';
import { answerProblem } from './answer-problem';
import { fieldProblem } from './field-problem';
import type { VariablePlace } from './life-cycles';
import { statedSource } from './merge-variables';
import { isSamePlace } from './same-place';
import { sentFields } from './sent-fields';
import { namesIn } from './variable-name';

type Told = Pick<Problem, 'message' | 'hint'>;

/**
 * Holds the profile's variables against the contract: values that no answer has, places that no request has, and
 * variables without a value are errors. Of operations that are not there nothing is said here.
 *
 * @param derived names of the variables that the contract itself speaks of
 */
export function checkVariables(
  profile: Profile,
  source: LocatedValue,
  { operations, definitions }: Pick<Contract, 'operations' | 'definitions'>,
  derived: readonly string[],
): Problem[] {
  const byKey = new Map(operations.map((operation) => [operation.key, operation]));
  const known = new Set(byKey.keys());
  const variables = Object.entries(profile.variables ?? {});
  const names = [...variables.map(([name]) => name), ...derived];
  // In a part of the contract a variable may come from an operation of another part.
  const isPart = cycleMentions(profile).some(({ operation }) => !known.has(operation));
  const claimed: { name: string; place: VariablePlace }[] = [];
  return variables.flatMap(([name, variable]) => [
    ...checkSource(name, variable),
    ...checkFrom(name, variable),
    ...checkLookUp(name, variable),
    ...checkPlaces(name, variable),
  ]);

  function tell(told: Told | undefined, ...tokens: (string | number)[]): Problem[] {
    if (told === undefined) return [];
    const at = placeOf(source, pointerTo('variables', ...tokens));
    return [{ code: 'PROFILE_MISMATCH', severity: 'error', ...at, ...told }];
  }

  function checkSource(name: string, variable: ProfileVariable): Problem[] {
    if (isPart || derived.includes(name) || statedSource(variable, known) !== undefined) return [];
    const near = nearestName(name, derived);
    return tell(
      {
        message: `nothing gives ${name} a value: the contract does not derive it, and it has no source`,
        hint: near === undefined ? 'add from, lookUp, date or value' : `did you mean ${near}`,
      },
      name,
    );
  }

  function checkFrom(name: string, { from = {} }: ProfileVariable): Problem[] {
    return Object.entries(from).flatMap(([key, text]) => {
      const operation = byKey.get(key);
      const place = answerPlace(text);
      if (operation === undefined || place?.in !== 'body') return [];
      return tell(answerProblem(operation, place.at, definitions), name, 'from', key);
    });
  }

  function checkLookUp(name: string, { lookUp }: ProfileVariable): Problem[] {
    const call = lookUp === undefined ? undefined : readingCall(lookUp.send);
    const operation = byKey.get(call?.operation ?? '');
    if (lookUp === undefined || call === undefined || operation === undefined) return [];
    const told = [...callProblems(name, operation, call.query)].map((problem) =>
      tell(problem, name, 'lookUp', 'send'),
    );
    return [
      ...told.flat(),
      ...tell(answerProblem(operation, lookUp.take, definitions), name, 'lookUp', 'take'),
    ];
  }

  function* callProblems(name: string, operation: Operation, query: [string, string][]): Generator<Told> {
    if (operation.writes)
      yield { message: `${operation.key} writes`, hint: 'look values up with a call that only reads' };
    if (operation.path.includes('{')) {
      yield { message: `the path of ${operation.key} takes a parameter`, hint: 'use a call without one' };
    }
    for (const [parameter, value] of query) {
      const told = parameterProblem(operation, { in: 'query', name: parameter });
      if (told !== undefined) yield told;
      for (const inner of namesIn(value)) {
        if (!names.includes(inner))
          yield { message: `there is no variable ${inner}`, hint: meant(inner, names) };
        else if (leadsTo(inner, name)) {
          yield {
            message: `${inner} is looked up with ${name} itself`,
            hint: 'let one of them have another source',
          };
        }
      }
    }
  }

  /** Whether a value is looked up, over however many others, with the value of a variable. */
  function leadsTo(from: string, wanted: string, seen: readonly string[] = []): boolean {
    if (from === wanted) return true;
    if (seen.includes(from)) return false;
    const send = profile.variables?.[from]?.lookUp?.send ?? '';
    return namesIn(send).some((next) => leadsTo(next, wanted, [...seen, from]));
  }

  function checkPlaces(name: string, { to = {} }: ProfileVariable): Problem[] {
    return Object.entries(to).flatMap(([key, texts]) => {
      const operation = byKey.get(key);
      if (operation === undefined) return [];
      return [texts].flat().flatMap((text, index) => {
        const place = requestPlace(text);
        if (place === undefined) return [];
        const tokens = [name, 'to', key, ...(Array.isArray(texts) ? [index] : [])];
        const other = claimed.find((claim) => isSamePlace(claim.place, { operation: key, ...place }));
        claimed.push({ name, place: { operation: key, ...place } });
        if (other !== undefined) {
          return tell(
            { message: `${text} of ${key} is ${other.name} already`, hint: 'name it once' },
            ...tokens,
          );
        }
        return tell(
          place.in === 'body' ? bodyProblem(operation, place.name) : parameterProblem(operation, place),
          ...tokens,
        );
      });
    });
  }

  function bodyProblem(operation: Operation, pointer: string): Told | undefined {
    const { key, requestBody } = operation;
    const media = sentFields(operation);
    if (media === undefined) {
      const types = requestBody?.content.map(({ type }) => type).join(', ');
      const message =
        types === undefined ? `${key} sends no body` : `${key} sends ${types}, which has no fields`;
      return { message, hint: 'name a parameter of it' };
    }
    const holder = { schema: media.schema ?? true, sample: media.sample, definitions: definitions.request };
    return named(`the body of ${key}`, fieldProblem(pointer, holder, true));
  }
}

function parameterProblem(
  { key, parameters }: Operation,
  place: Omit<VariablePlace, 'operation'>,
): Told | undefined {
  const names = parameters.filter((parameter) => parameter.in === place.in).map(({ name }) => name);
  if (names.includes(place.name)) return undefined;
  return { message: `${key} has no ${place.in} parameter ${place.name}`, hint: meant(place.name, names) };
}

function named(what: string, problem: Told | undefined): Told | undefined {
  return problem === undefined ? undefined : { ...problem, message: `${what}: ${problem.message}` };
}

function meant(name: string, names: readonly string[]): string {
  const near = nearestName(name, names);
  if (near !== undefined) return `did you mean ${near}`;
  return names.length === 0 ? 'there are none' : `there are: ${names.join(', ')}`;
}
