import type { SchemaObject } from '../../contract/model';
import type { JsonValue } from '../../spec/document';
import type { Attempt } from './attempt';
import { typesOf } from './types-of';
import { listsOfLength, textsOfLength } from './values-of-length';

/** Attempts to be one character or item short of a limit, or beyond it. */
export function lengthAttempts(schema: SchemaObject, value: JsonValue): Attempt[] {
  const types = typesOf(schema);
  const isText = types.length === 0 ? typeof value === 'string' : types.includes('string');
  const isList = types.length === 0 ? Array.isArray(value) : types.includes('array');
  return [
    ...(isText ? attemptsOf(schema, value, 'Length', 'character', textsOfLength) : []),
    ...(isList ? attemptsOf(schema, value, 'Items', 'item', listsOfLength) : []),
  ];
}

function attemptsOf(
  schema: SchemaObject,
  like: JsonValue,
  of: 'Length' | 'Items',
  unit: string,
  values: (length: number, like: JsonValue) => JsonValue[],
): Attempt[] {
  const { [`min${of}`]: least, [`max${of}`]: most } = schema;
  const attempt = (breaks: string, length: number, words: string): Attempt => {
    const sends = `${length} ${unit}${length === 1 ? '' : 's'}, ${words}`;
    const candidates = values(length, like).map((value) => ({ value, words: sends }));
    const reason = candidates.length > 0 ? {} : { reason: 'its value would be too big' };
    return { kind: 'length', candidates, breaks, ...reason };
  };
  return [
    ...(typeof least === 'number' && least > 0 ? [attempt(`min${of}`, least - 1, `under ${least}`)] : []),
    ...(typeof most === 'number' ? [attempt(`max${of}`, most + 1, `over ${most}`)] : []),
  ];
}
