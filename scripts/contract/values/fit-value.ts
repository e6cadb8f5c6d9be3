import type { JsonValue } from '../../spec/document';
import type { Schema, SchemaObject } from '../model';
import { fitList } from './fit-list';
import { fitObject } from './fit-object';
import type { Fitter } from './fitter';
import { numberCandidates } from './number-candidates';
import { schemaCases } from './schema-cases';
import { textCandidates } from './text-candidates';
import { typeOf } from './type-of';
import { variationsOf } from './variations';

/** Schemas inside each other: what goes on for so long has no end. */
const DEEPEST = 40;
/** Cases that are tried for one value; schemas with many alternatives have more than anybody can try. */
const MOST_CASES = 500;

const TYPES = ['string', 'object', 'array', 'number', 'boolean', 'null'];

/** Keywords that only make sense for one type, where a schema leaves the type open. */
const TYPE_HINTS: [type: string, keywords: string[]][] = [
  ['object', ['properties', 'required', 'additionalProperties', 'minProperties', 'patternProperties']],
  ['array', ['items', 'minItems', 'uniqueItems', 'contains']],
  ['string', ['pattern', 'minLength', 'maxLength', 'format']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
];

/**
 * A value that satisfies its schema, near to one that does not: what of it can stay stays. Nothing is random.
 *
 * @param holds whether a value satisfies a schema
 * @param unsent names of properties that do not travel
 * @returns undefined where none was found: there is none, or it takes too long to find
 */
export function fitValue(
  schema: Schema,
  hint: JsonValue | undefined,
  definitions: Record<string, Schema>,
  { holds, unsent }: { holds: (schema: Schema, value: JsonValue) => boolean; unsent: Fitter['unsent'] },
): JsonValue | undefined {
  let depth = 0;
  let tried = 0;
  const fitter: Fitter = {
    fit: search,
    holds: (schemas, value) => schemas.every((each) => holds(each, value)),
    unsent,
  };
  return search([schema], hint);

  function search(schemas: readonly Schema[], hint: JsonValue | undefined): JsonValue | undefined {
    if (hint !== undefined && fitter.holds(schemas, hint)) return hint;
    if (depth >= DEEPEST) return undefined;
    depth += 1;
    try {
      const suits = (branch: Schema) => hint !== undefined && holds(branch, hint);
      for (const parts of schemaCases(schemas, definitions, suits)) {
        tried += 1;
        if (tried > MOST_CASES) return undefined;
        for (const value of valuesOf(parts, hint)) {
          if (fitter.holds(schemas, value)) return value;
          for (const other of variationsOf(value, parts, fitter))
            if (fitter.holds(schemas, other)) return other;
        }
      }
      return undefined;
    } finally {
      depth -= 1;
    }
  }

  function* valuesOf(parts: SchemaObject[], hint: JsonValue | undefined): Generator<JsonValue> {
    const fixed = parts.flatMap((part) => (part.const === undefined ? [] : [[part.const]]));
    const listed = parts.flatMap((part) => (Array.isArray(part.enum) ? [part.enum] : []));
    const [members] = [...fixed, ...listed];
    if (members !== undefined) {
      yield* members.toSorted((one, other) => Number(one === null) - Number(other === null));
      return;
    }
    for (const type of typesOf(parts, hint)) {
      if (type === 'null') yield null;
      else if (type === 'boolean') yield* [true, false];
      else if (type === 'number' || type === 'integer') yield* numberCandidates(parts, hint);
      else if (type === 'string') yield* textCandidates(parts, hint);
      else {
        const make = type === 'array' ? fitList : fitObject;
        for (const start of new Set([hint, undefined])) {
          const value = make(parts, start, fitter);
          if (value !== undefined) yield value;
        }
      }
    }
  }
}

/** The types that all parts allow: that of the hint first, and null last. */
function typesOf(parts: SchemaObject[], hint: JsonValue | undefined): string[] {
  const declared = parts.flatMap(({ type }) => (type === undefined ? [] : [[type].flat().map(String)]));
  const [first = inferred(parts), ...others] = declared;
  const allowed = first.filter((type) =>
    others.every((types) => types.some((other) => isWithin(type, other))),
  );
  const own = hint === undefined || hint === null ? undefined : typeOf(hint);
  const rank = (type: string) => {
    if (type === 'null') return 2;
    return own !== undefined && isWithin(type, own) ? 0 : 1;
  };
  return allowed.toSorted((one, other) => rank(one) - rank(other));
}

function inferred(parts: SchemaObject[]): string[] {
  const likely = TYPE_HINTS.filter(([, keywords]) =>
    parts.some((part) => keywords.some((keyword) => part[keyword] !== undefined)),
  ).map(([type]) => type);
  return [...likely, ...TYPES.filter((type) => !likely.includes(type))];
}

/** Numbers and integers are looked for together; the check tells them apart. */
function isWithin(type: string, other: string): boolean {
  const isNumber = (one: string) => one === 'integer' || one === 'number';
  return type === other || (isNumber(type) && isNumber(other));
}
