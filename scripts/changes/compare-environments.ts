import { code } from '../contract/fields/words';
import type { JsonValue } from '../spec/document';
import { isObject } from '../spec/is-object';
import type { Changes } from './model';

/**
 * The changes together with those of the servers, which stand in environments.
 *
 * @param before texts of environments by their names
 * @param after those that are generated now
 */
export function withEnvironments(
  changes: Changes,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Changes {
  if (changes.state === 'new' || changes.state === 'unknown') return changes;
  const differ = compareEnvironments(before, after);
  // A file that is left over stays: where nothing else changed, that is no news.
  const left = changes.state === 'same' && differ.length === 0 ? [] : leftOver(before, after);
  const environments = [...left, ...differ];
  return environments.length === 0 ? changes : { ...changes, state: 'changed', environments };
}

function leftOver(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...before.keys()]
    .filter((name) => !after.has(name))
    .map((name) => `environment ${code(name)} is left over: the contract has its server no longer`);
}

function compareEnvironments(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [
    // where there are none, somebody took them away
    ...[...after.keys()]
      .filter((name) => before.size > 0 && !before.has(name))
      .map((name) => `environment ${code(name)} is new`),
    ...[...after].flatMap(([name, text]) => {
      const [was, is] = [serversIn(before.get(name) ?? ''), serversIn(text)];
      return [...is]
        .filter(([key, url]) => was.has(key) && was.get(key) !== url)
        .map(([key, url]) => {
          return `environment ${code(name)}: ${code(key)} is ${code(url)}, was ${code(was.get(key) ?? '')}`;
        });
    }),
  ];
}

/** The variables that hold a url. */
function serversIn(text: string): Map<string, string> {
  const environment = parse(text);
  const values = isObject(environment) && Array.isArray(environment.values) ? environment.values : [];
  return new Map(
    values.filter(isObject).flatMap(({ key, value }): [string, string][] => {
      const isServer = typeof key === 'string' && /^baseUrl$|BaseUrl$/.test(key);
      return isServer && typeof value === 'string' ? [[key, value]] : [];
    }),
  );
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
