import type { Contract, Operation } from '../../contract/model';
import type { JsonValue } from '../../spec/document';
import { pointerTokens } from '../../spec/json-pointer';
import type { WireRequest } from '../requests/check-request';
import { parameterValues } from '../requests/parameter-values';
import { readPairs } from '../requests/wire-query';
import type { Use } from './state-plan';
import type { Store, StoredObject } from './store';

/** What a request says in one place of something that is stored. */
export interface Asked {
  use: Use;
  value: string;
  /** Undefined: there is no such thing. */
  object: StoredObject | undefined;
  /** It was there once. */
  isGone: boolean;
}

/** The things that a request names, place by place. A place that is left out names nothing. */
export function askedObjects(
  uses: readonly Use[],
  request: WireRequest,
  body: JsonValue | undefined,
  { operation, contract, store }: { operation: Operation; contract: Contract; store: Store },
): Asked[] {
  return uses.flatMap((use) => {
    const { kind, variable } = use;
    const values =
      use.in === 'body'
        ? valuesIn(body, pointerTokens(use.name))
        : parameterTexts(use, operation, request, contract);
    return [...new Set(values)].map((value): Asked => {
      const object = store.find(kind.name, variable, value);
      const gone = object === undefined ? store.findGone(kind.name, variable, value) : undefined;
      return { use, value, object: object ?? gone, isGone: gone !== undefined };
    });
  });
}

/** The values of a parameter as texts, a list's one by one. */
export function parameterTexts(
  { in: place, name }: { in: string; name: string },
  { parameters }: Operation,
  { pathParameters, queryString, headers }: WireRequest,
  { definitions }: Contract,
): string[] {
  const parameter = parameters.find((each) => each.in === place && each.name === name);
  if (parameter === undefined) return [];
  const texts = { path: pathParameters, query: readPairs(queryString), headers, cookies: [] };
  return parameterValues(parameter, texts, definitions.request).flatMap(([reading]) =>
    [reading ?? null].flat().map(textOf),
  );
}

function valuesIn(value: JsonValue | undefined, [token, ...rest]: string[]): string[] {
  if (value === undefined || value === null) return [];
  if (token === undefined) return [textOf(value)];
  if (Array.isArray(value)) {
    // one item of a list is like the others
    return /^\d+$/.test(token) ? value.flatMap((item) => valuesIn(item, rest)) : [];
  }
  if (typeof value !== 'object' || !Object.hasOwn(value, token)) return [];
  return valuesIn(value[token], rest);
}

function textOf(value: JsonValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
