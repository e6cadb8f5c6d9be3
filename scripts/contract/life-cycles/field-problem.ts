import type { JsonValue } from '../../spec/document';
import { pointerTo, pointerTokens, valueAt } from '../../spec/json-pointer';
import { nearestName } from '../../spec/nearest-name';
import type { Problem } from '../../spec/problem';
import type { Schema } from '../model';
import { type Definitions, isScalar, propertiesOf, schemaAt } from '../schema/schema-shape';

/** What a field is looked for in: the schema of a value, and its example. */
export interface Holder {
  schema: Schema;
  sample: JsonValue | undefined;
  definitions: Definitions;
}

/**
 * Why a JSON pointer leads to no single value: nothing can be there, or an object or a list.
 *
 * @param inSample an item of a list has to be in the example, too
 */
export function fieldProblem(
  pointer: string,
  { schema, sample, definitions }: Holder,
  inSample = false,
): Pick<Problem, 'message' | 'hint'> | undefined {
  let at = '';
  for (const token of pointerTokens(pointer)) {
    const parent = at;
    at += pointerTo(token);
    const example = sample === undefined ? undefined : valueAt(sample, at);
    const isItem =
      /^\d+$/.test(token) &&
      !propertiesOf(schemaAt(schema, parent, definitions) ?? true, definitions).has(token);
    if (inSample && isItem && example === undefined) {
      return { message: `the example has no ${at}`, hint: 'name an item that the example has' };
    }
    if (schemaAt(schema, at, definitions) === undefined && example === undefined) {
      return { message: `there is no ${at}`, hint: hintFor(token, parent, schema, definitions) };
    }
  }
  const found = schemaAt(schema, pointer, definitions);
  if (found === undefined || isScalar(found, definitions)) return undefined;
  return { message: `${pointer} is an object or a list`, hint: 'name a field in it' };
}

function hintFor(token: string, parent: string, schema: Schema, definitions: Definitions): string {
  const names = [...propertiesOf(schemaAt(schema, parent, definitions) ?? true, definitions).keys()];
  const near = nearestName(token, names);
  if (near !== undefined) return `did you mean ${parent}${pointerTo(near)}`;
  return names.length === 0 ? `${parent || 'it'} has no fields` : `there are: ${names.join(', ')}`;
}
