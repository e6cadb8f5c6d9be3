import type { SchemaObject } from '../../contract/model';
import type { JsonValue } from '../../spec/document';
import { type Attempt, FORMAT_BOUNDS } from './attempt';
import { lengthAttempts } from './length-attempts';
import { typesOf } from './types-of';

/**
 * Attempts to break each rule of a place, one by one.
 *
 * @param schemas the schemas that hold there
 * @param value what the plain request has there
 * @param travel a text is never of the wrong type where a text is allowed
 */
export function breakingAttempts(
  schemas: readonly SchemaObject[],
  value: JsonValue,
  travel: 'json' | 'text',
): Attempt[] {
  return schemas.flatMap((schema) => [
    ...wrongTypes(schema, travel),
    ...notInEnum(schema),
    ...outOfBounds(schema, value),
    ...lengthAttempts(schema, value),
    ...notMatching(schema, value),
  ]);
}

const WORDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  integer: 'an integer',
  boolean: 'a boolean',
  array: 'a list',
  object: 'an object',
};

function wrongTypes(schema: SchemaObject, travel: 'json' | 'text'): Attempt[] {
  const types = typesOf(schema);
  if (
    types.length === 0 ||
    (travel === 'text' && types.some((type) => type === 'string' || type === 'array'))
  )
    return [];
  const texts = types.map((type) => ({
    value: `not-${(WORDS[type] ?? type).replace(' ', '-')}` as JsonValue,
    name: 'string',
  }));
  const others = [
    { value: 7, name: 'number' },
    { value: true, name: 'boolean' },
    { value: {}, name: 'object' },
  ];
  const wanted = types.map((type) => WORDS[type] ?? type).join(' or ');
  const candidates = [...texts, ...(travel === 'text' ? [] : others)].map(({ value, name }) => ({
    value,
    words: `${WORDS[name]} in place of ${wanted}`,
  }));
  return [{ kind: 'wrong-type', candidates, breaks: 'type' }];
}

function notInEnum(schema: SchemaObject): Attempt[] {
  if (!Array.isArray(schema.enum)) return [];
  const members = schema.enum;
  const candidates = strangers(members)
    .filter((value) => !members.includes(value))
    .map((value) => ({ value, words: `${JSON.stringify(value)}, which is none of the enum` }));
  // Of true and false there is no third: another value is of another type.
  if (candidates.length === 0) return [];
  return [{ kind: 'not-in-enum', candidates, breaks: 'enum' }];
}

function strangers(members: JsonValue[]): JsonValue[] {
  if (members.some((member) => typeof member === 'boolean')) return [true, false];
  const numbers = members.filter((member) => typeof member === 'number');
  if (numbers.length === 0) return ['no-such-value', 'NONE', 'xx', 'XX', 'x', 'X', '?'];
  return [Math.max(...numbers) + 1, Math.max(...numbers) + 1000];
}

function outOfBounds(schema: SchemaObject, value: JsonValue): Attempt[] {
  const types = typesOf(schema);
  if (types.length > 0 && !types.some((type) => type === 'number' || type === 'integer')) return [];
  const step = typeof schema.multipleOf === 'number' ? schema.multipleOf : 1;
  const attempts: Attempt[] = [];
  const attempt = (keyword: string, values: (limit: number) => [number, ...number[]], words: string) => {
    const limit = schema[keyword];
    if (typeof limit !== 'number') return;
    const candidates = values(limit)
      .filter(Number.isFinite)
      .map((sent) => ({ value: sent, words: `${sent}, ${words} ${limit}` }));
    const isExact = Math.abs(limit) < Number.MAX_SAFE_INTEGER;
    attempts.push({
      kind: 'out-of-bounds',
      candidates: isExact ? candidates : [],
      breaks: keyword,
      ofFormat: FORMAT_BOUNDS.includes(limit),
      ...(isExact ? {} : { reason: `no number next to ${limit} can be written exactly` }),
    });
  };
  attempt('minimum', (limit) => [limit - 1, limit - step], 'below');
  attempt('exclusiveMinimum', (limit) => [limit], 'not above');
  attempt('maximum', (limit) => [limit + 1, limit + step], 'above');
  attempt('exclusiveMaximum', (limit) => [limit], 'not below');
  const plain = Number(value);
  attempt('multipleOf', (of) => [plain + 1, plain + of / 2, of * 1.5], 'no multiple of');
  return attempts;
}

function notMatching(schema: SchemaObject, value: JsonValue): Attempt[] {
  if (typeof schema.pattern !== 'string') return [];
  const text = typeof value === 'string' ? value : '';
  const shortest = typeof schema.minLength === 'number' ? schema.minLength : 1;
  const texts = ['no match', '!', '!!!', '?', `${text}!`, `!${text}`, `${text.slice(0, -1)}!`, 'x', '0'];
  const filled = ['!', 'x', '0'].map((sign) => sign.repeat(Math.min(shortest, 200)));
  const candidates = [...new Set([...texts, ...filled])].map((sent) => ({
    value: sent,
    words: `${JSON.stringify(sent)}, which does not match its pattern`,
  }));
  return [{ kind: 'pattern', candidates, breaks: 'pattern' }];
}
