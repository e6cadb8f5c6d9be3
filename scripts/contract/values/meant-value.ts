import type { JsonValue } from '../../spec/document';
import type { RefResolver } from '../schema/ref-resolver';

/** JSON that is written as a text where its schema wants an object or a list: what the text says is meant. */
export function meantValue(value: JsonValue, schema: JsonValue | undefined, refs: RefResolver): JsonValue {
  const { type } = refs.follow(schema, '')?.value ?? {};
  if (typeof value !== 'string' || (type !== 'object' && type !== 'array')) return value;
  try {
    const read: JsonValue = JSON.parse(value);
    const isList = Array.isArray(read);
    return typeof read === 'object' && read !== null && isList === (type === 'array') ? read : value;
  } catch {
    return value;
  }
}
