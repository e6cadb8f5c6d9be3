import type { JsonObject, JsonValue } from '../spec/document';
import type { Tested } from './run-record';
import { sentPlaces } from './sent-places';

/**
 * What an item of a collection (a request, or a folder of probes) tests, by the lines that the generator writes
 * into its description: ``Contract: `GET /shipments` `` and ``Probe: `wrong-type` at `query limit` ``.
 *
 * @param outer key of the operation that the folder around it tests
 */
export function readTested(item: JsonObject, outer: string | undefined): Tested | undefined {
  const text = descriptionOf(item);
  // the last line of that kind: the contract's own words come first, and may hold one
  const operation = [...text.matchAll(/^Contract: `([A-Z]+ [^`]+)`/gm)].at(-1)?.[1] ?? outer;
  if (operation === undefined) return undefined;
  const [, kind, place] = [...text.matchAll(/^Probe: `([\w-]+)` at `(.+)`\.?[ \t]*$/gm)].at(-1) ?? [];
  const sends = sentPlaces(item.request ?? null);
  return {
    operation,
    ...(kind === undefined || place === undefined ? {} : { probe: { kind, place } }),
    sends,
  };
}

/** Postman keeps a folder's description in the item, a request's in the request; either may be an object. */
function descriptionOf({ request, description }: JsonObject): string {
  const inRequest = isObject(request) ? request.description : undefined;
  return [inRequest, description]
    .map((each) => (isObject(each) ? each.content : each))
    .filter((each) => typeof each === 'string')
    .join('\n');
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
