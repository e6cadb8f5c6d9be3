import type { JsonObject, JsonValue } from '../../spec/document';
import { pointerTo } from '../../spec/json-pointer';
import type { Place } from './schema-places';

/** A change at one place that breaks one rule of its schema, if no other branch of the schema allows it. */
export interface FieldBreach {
  /** `missing-field`, `wrong-type`, `null`, `extra-field`, `write-only`, or the keyword that is broken. */
  rule: string;
  pointer: string;
  /** Undefined: the field is left out. */
  changed: JsonValue | undefined;
}

const wrongValues: JsonValue[] = ['wrong type', 1, true, {}, []];
const oddTexts = ['', ' ', 'no match!', '0', 'Ж', '\u0007'];

/** Candidates: what the schema allows in spite of a broken rule is for the caller to leave out. */
export function* breachesOf(place: Place): Generator<FieldBreach> {
  const { pointer, value } = place;
  const at = (rule: string, changed: JsonValue | undefined) => ({ rule, pointer, changed });
  if (place.required) yield at('missing-field', undefined);
  for (const wrong of wrongValues) if (kindOf(wrong) !== kindOf(value)) yield at('wrong-type', wrong);
  if (value !== null) yield at('null', null);
  for (const part of place.parts) {
    yield* otherValues(part).map((changed) => at('enum', changed));
    if (typeof value === 'number') yield* numbers(part, value).map(([rule, changed]) => at(rule, changed));
    if (typeof value === 'string') yield* texts(part, value).map(([rule, changed]) => at(rule, changed));
    if (Array.isArray(value)) yield* lists(part, value).map(([rule, changed]) => at(rule, changed));
    if (kindOf(value) === 'object') yield* fields(part, pointer);
  }
}

type Change = [rule: string, changed: JsonValue];

function otherValues(part: Place['parts'][number]): JsonValue[] {
  const members = part.const === undefined ? part.enum : [part.const];
  if (!Array.isArray(members)) return [];
  const [first] = members as JsonValue[];
  return typeof first === 'number' ? [Math.max(...members) + 1000] : [`${first ?? ''}-and-not`];
}

function numbers(part: Place['parts'][number], value: number): Change[] {
  const step = Number.isInteger(value) ? 1 : 0.5;
  const changes: [string, (limit: number) => number][] = [
    ['minimum', (limit) => limit - step],
    ['maximum', (limit) => limit + step],
    ['exclusiveMinimum', (limit) => limit],
    ['exclusiveMaximum', (limit) => limit],
    ['multipleOf', (unit) => value + unit / 2],
  ];
  return changes.flatMap(([rule, change]): Change[] => {
    const limit = part[rule];
    return typeof limit === 'number' ? [[rule, change(limit)]] : [];
  });
}

function texts(part: Place['parts'][number], value: string): Change[] {
  const { minLength, maxLength, pattern, format } = part;
  const changes: Change[] = [];
  if (typeof minLength === 'number' && minLength > 0)
    changes.push(['minLength', value.slice(0, minLength - 1)]);
  if (typeof maxLength === 'number' && maxLength < 100_000) {
    changes.push(['maxLength', (value || 'x').repeat(maxLength + 1).slice(0, maxLength + 1)]);
  }
  if (typeof pattern === 'string') changes.push(...oddTexts.map((text): Change => ['pattern', text]));
  if (typeof format === 'string') changes.push(['format', `no ${format}, but a text`]);
  return changes;
}

function lists(part: Place['parts'][number], value: JsonValue[]): Change[] {
  const { minItems, maxItems, uniqueItems } = part;
  const [first] = value;
  const changes: Change[] = [];
  if (typeof minItems === 'number' && minItems > 0) changes.push(['minItems', value.slice(0, minItems - 1)]);
  if (first === undefined) return changes;
  if (typeof maxItems === 'number' && maxItems < 1000) {
    changes.push(['maxItems', Array(maxItems + 1).fill(first)]);
  }
  if (uniqueItems === true) changes.push(['uniqueItems', [...value, first]]);
  return changes;
}

function* fields(part: Place['parts'][number], pointer: string): Generator<FieldBreach> {
  if (part.additionalProperties === false) {
    yield { rule: 'extra-field', pointer: `${pointer}/notInTheContract`, changed: 'extra' };
  }
  for (const [name, property] of Object.entries((part.properties ?? {}) as JsonObject)) {
    if (property === false) yield { rule: 'write-only', pointer: pointer + pointerTo(name), changed: 'sent' };
  }
}

function kindOf(value: JsonValue): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
