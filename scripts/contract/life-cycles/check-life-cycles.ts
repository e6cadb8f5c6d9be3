import type { LocatedValue } from '../../spec/document';
import { pointerTo } from '../../spec/json-pointer';
import { placeOf } from '../../spec/place-of';
import type { Problem } from '../../spec/problem';
import type { Contract, Operation } from '../model';
import type { Profile } from '../profile/profile';
import { schemaAt } from '../schema/schema-shape';
import { answerProblem } from './answer-problem';
import { fieldProblem } from './field-problem';
import { jsonAnswer } from './json-answer';
import type { LifeCycles } from './life-cycles';
import { sentFields } from './sent-fields';
import { writtenVariable } from './written-variable';

type Told = Pick<Problem, 'message' | 'hint'>;

/**
 * Holds what the profile says of deletion, of order, of fields that read back and of refusals against the contract. Of
 * operations that are not there nothing is said here.
 */
export function checkLifeCycles(
  profile: Profile,
  source: LocatedValue,
  { operations, definitions }: Pick<Contract, 'operations' | 'definitions'>,
  cycles: LifeCycles,
): Problem[] {
  const byKey = new Map(operations.map((operation) => [operation.key, operation]));
  return [...checkDeleters(), ...checkOrder(), ...checkReadsBack(), ...checkNotNow()];

  function tell(told: Told | undefined, ...tokens: (string | number)[]): Problem[] {
    if (told === undefined) return [];
    const at = placeOf(source, pointerTo(...tokens));
    return [{ code: 'PROFILE_MISMATCH', severity: 'error', ...at, ...told }];
  }

  function checkDeleters(): Problem[] {
    return (profile.deleters ?? []).flatMap(({ operation: key, by, id }, index) => {
      const operation = byKey.get(key);
      if (operation === undefined || !byKey.has(by)) return [];
      return tell(answerProblem(operation, id, definitions), 'deleters', index, 'id');
    });
  }

  function checkOrder(): Problem[] {
    const pairs = profile.order ?? [];
    return pairs.flatMap(([first, second], index) =>
      leadsTo(second, first, pairs.slice(0, index))
        ? tell(
            {
              message: `${first} cannot go before ${second}: the pairs above say the opposite`,
              hint: 'take one of them out',
            },
            'order',
            index,
          )
        : [],
    );
  }

  function checkReadsBack(): Problem[] {
    return Object.entries(profile.readsBack ?? {}).flatMap(([key, fields]) => {
      const operation = byKey.get(key);
      if (operation === undefined) return [];
      const variable = writtenVariable(operation, cycles);
      if (variable === undefined) {
        const message = `${key} makes nothing, and its path names nothing that another operation makes`;
        return tell({ message, hint: 'only what was created can be read back' }, 'readsBack', key);
      }
      const shown = Object.entries(cycles.lists).find(([, list]) => list.of?.variable === variable);
      if (shown === undefined) {
        const message = `no operation lists what ${variable} is the id of, so nothing reads back`;
        return tell({ message, hint: 'take the line out' }, 'readsBack', key);
      }
      return Object.entries(fields).flatMap(([sent, read]) => [
        ...tell(sentProblem(operation, sent), 'readsBack', key, sent),
        ...tell(readProblem(shown[0], shown[1].items, read), 'readsBack', key, sent),
      ]);
    });
  }

  function sentProblem(operation: Operation, pointer: string): Told | undefined {
    const { key } = operation;
    const media = sentFields(operation);
    if (media === undefined) return { message: `${key} sends no fields`, hint: 'take the line out' };
    const holder = { schema: media.schema ?? true, sample: media.sample, definitions: definitions.request };
    const problem = fieldProblem(pointer, holder);
    return problem && { ...problem, message: `the body of ${key}: ${problem.message}` };
  }

  function readProblem(key: string, items: string, pointer: string): Told | undefined {
    const operation = byKey.get(key);
    const answer = operation === undefined ? undefined : jsonAnswer(operation)?.schema;
    const schema = schemaAt(answer ?? true, `${items}/0`, definitions.response) ?? true;
    const problem = fieldProblem(pointer, { schema, sample: undefined, definitions: definitions.response });
    return problem && { ...problem, message: `an item of ${key}: ${problem.message}` };
  }

  function checkNotNow(): Problem[] {
    return (profile.notNow ?? []).flatMap(({ operation: key, statuses }, index) => {
      const documented = byKey.get(key)?.responses.map(({ status }) => status);
      if (documented === undefined) return [];
      return statuses.flatMap((status, place) =>
        documented.some((each) => [`${status}`, `${status}`.replace(/..$/, 'XX'), 'default'].includes(each))
          ? []
          : tell(
              { message: `${key} does not document ${status}`, hint: `it has: ${documented.join(', ')}` },
              'notNow',
              index,
              'statuses',
              place,
            ),
      );
    });
  }
}

/** Whether an operation goes before another one by these pairs, or is the same. */
function leadsTo(
  from: string,
  wanted: string,
  pairs: [string, string][],
  seen: readonly string[] = [],
): boolean {
  if (from === wanted) return true;
  if (seen.includes(from)) return false;
  return pairs.some(([first, second]) => first === from && leadsTo(second, wanted, pairs, [...seen, from]));
}
