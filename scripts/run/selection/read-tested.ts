import type { JsonObject } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import type { DeletedBy, Tested } from '../run-record';
import { sentPlaces } from './sent-places';

/**
 * What an item of a collection (a request, or a folder of probes) tests, by the lines that the generator writes
 * into its description: ``Contract: `GET /shipments` ``, ``Probe: `wrong-type` at `query limit` `` and
 * ``Deleted by: `DELETE /shipments/{id}` (id at `/id`)``.
 *
 * @param outer what the folder around it tests
 */
export function readTested(item: JsonObject, outer: Tested | undefined): Tested | undefined {
  const text = descriptionOf(item);
  // the last line of that kind: the contract's own words come first, and may hold one
  const operation = [...text.matchAll(/^Contract: `([A-Z]+ [^`]+)`/gm)].at(-1)?.[1] ?? outer?.operation;
  if (operation === undefined) return undefined;
  const [, kind, place] = [...text.matchAll(/^Probe: `([\w-]+)` at `(.+)`\.?[ \t]*$/gm)].at(-1) ?? [];
  const deletedBy = deleterIn(text) ?? (operation === outer?.operation ? outer?.deletedBy : undefined);
  const sends = sentPlaces(item.request ?? null);
  return {
    operation,
    ...(kind === undefined || place === undefined ? {} : { probe: { kind, place } }),
    sends,
    ...(deletedBy === undefined ? {} : { deletedBy }),
  };
}

function deleterIn(text: string): DeletedBy | undefined {
  const line = /^Deleted by: `([A-Z]+ [^`]+)` \(id at `([^`]*)`\)/gm;
  const [, operation, id] = [...text.matchAll(line)].at(-1) ?? [];
  return operation === undefined || id === undefined ? undefined : { operation, id };
}

/** Postman keeps a folder's description in the item, a request's in the request; either may be an object. */
function descriptionOf({ request, description }: JsonObject): string {
  const inRequest = isObject(request) ? request.description : undefined;
  return [inRequest, description]
    .map((each) => (isObject(each) ? each.content : each))
    .filter((each) => typeof each === 'string')
    .join('\n');
}
