import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo, pointerTokens } from '../../spec/json-pointer';
import type { Located, RefResolver } from '../schema/ref-resolver';

/**
 * Where the document speaks of what stands at a place in a value: the nearest schema that can be found.
 *
 * @param located the schema of the whole value
 * @param pointer JSON pointer in the value
 */
export function placeInSchema(located: Located, pointer: string, refs: RefResolver): string {
  let here: Located | undefined = refs.follow(located.value, located.pointer);
  let known = here?.pointer ?? located.pointer;
  for (const token of pointerTokens(pointer)) {
    here = here === undefined ? undefined : below(here, token, refs, []);
    if (here === undefined) return known;
    known = here.pointer;
  }
  return known;
}

function below(
  located: Located,
  token: string,
  refs: RefResolver,
  seen: readonly JsonObject[],
): Located | undefined {
  const { value, pointer } = located;
  if (seen.includes(value)) return undefined;
  const follow = (inner: JsonValue | undefined, ...at: (string | number)[]) =>
    refs.follow(inner, pointer + pointerTo(...at));
  const { properties, items, additionalProperties } = value;
  if (isObject(properties) && Object.hasOwn(properties, token))
    return follow(properties[token], 'properties', token);
  if (isObject(items) && /^\d+$/.test(token)) return follow(items, 'items');
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const branches = value[keyword];
    for (const [index, branch] of (Array.isArray(branches) ? branches : []).entries()) {
      const inner = follow(branch, keyword, index);
      const found = inner === undefined ? undefined : below(inner, token, refs, [...seen, value]);
      if (found !== undefined) return found;
    }
  }
  return isObject(additionalProperties) ? follow(additionalProperties, 'additionalProperties') : undefined;
}
