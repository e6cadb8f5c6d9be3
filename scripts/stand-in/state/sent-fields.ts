import type { Contract, Operation } from '../../contract/model';
import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTokens } from '../../spec/json-pointer';
import type { WireRequest } from '../requests/check-request';
import { parameterValues } from '../requests/parameter-values';
import { readPairs } from '../requests/wire-query';
import { bareName, isVersion, mergeFields, targetOf } from './field-names';
import { momentLike } from './moment-like';
import type { Kind } from './state-plan';

/** Characters of one field's JSON: a larger one is taken, and not kept. */
const longestField = 10_000;

/** What a request says of the thing that it makes or changes: its query and its body, without what is not its to say. */
export function sentFields(
  operation: Operation,
  { queryString }: WireRequest,
  body: JsonValue | undefined,
  kind: Kind,
  { definitions }: Contract,
): JsonObject {
  const query = readPairs(queryString);
  const texts = { path: {}, query, headers: {}, cookies: [] };
  const fromQuery = operation.parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap((parameter): [string, JsonValue][] => {
      const [readings] = parameterValues(parameter, texts, definitions.request);
      return readings === undefined ? [] : [[parameter.name.replace(/\[\]$/, ''), readings[0] ?? null]];
    });
  const fromBody = isObject(body ?? null) ? Object.entries(body as JsonObject) : [];
  const sent = mergeFields(Object.fromEntries(fromQuery), Object.fromEntries(fromBody));
  const own = ownNames(kind);
  return Object.fromEntries(
    Object.entries(sent).filter(
      ([name, value]) =>
        !own.has(bareName(name)) && !isVersion(name) && JSON.stringify(value).length <= longestField,
    ),
  );
}

/** Names of what the server says of a thing: its ids and numbers, its dates, its lists of other things. */
function ownNames(kind: Kind): Set<string> {
  const given = Object.values(kind.variables).flat();
  const ids = given.map(({ at }) => pointerTokens(at).at(-1) ?? at);
  return new Set([...ids, ...kind.lists, 'createdAt', 'updatedAt', 'deletedAt'].map(bareName));
}

/** The dates of a thing that is made now, for those of these fields that are there. */
export function datesOfNew(documented: JsonObject, now: number): JsonObject {
  return dates(documented, {
    createdat: (example) => momentLike(example, now),
    // a registry that was never changed says null
    updatedat: (example) => (example === null ? null : momentLike(example, now)),
    deletedat: () => null,
  });
}

/** What changes in a thing with every change: its versions count, and it was updated now. */
export function stampsOfChange(fields: JsonObject, now: number): JsonObject {
  const versions = Object.entries(fields).flatMap(([name, value]): [string, JsonValue][] =>
    isVersion(name) && Number.isInteger(value) ? [[name, Number(value) + 1]] : [],
  );
  const created = targetOf('createdAt', Object.keys(fields));
  const updated = dates(fields, {
    updatedat: (example) => momentLike(example ?? (created && fields[created]), now),
  });
  return { ...Object.fromEntries(versions), ...updated };
}

function dates(fields: JsonObject, values: Record<string, (example: JsonValue) => JsonValue>): JsonObject {
  const entries = Object.entries(fields).flatMap(([name, example]): [string, JsonValue][] => {
    const bare = bareName(name);
    return Object.hasOwn(values, bare) ? [[name, values[bare]?.(example) ?? null]] : [];
  });
  return Object.fromEntries(entries);
}
