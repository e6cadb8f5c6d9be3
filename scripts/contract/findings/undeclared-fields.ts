import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo } from '../../spec/json-pointer';
import { nearestName } from '../../spec/nearest-name';
import type { Located } from '../schema/ref-resolver';
import type { Finding } from './finding';
import { declares, namesOf } from './schema-values';
import type { Survey } from './survey';

/** Keywords whose schemas speak of the very value that the schema itself speaks of. */
const IN_PLACE = ['allOf', 'anyOf', 'oneOf', 'then', 'else', 'dependentSchemas'];
/** They speak of it too, but what they require is not what it must have. */
const CONDITIONS = ['not', 'if'];

/**
 * Fields that are required and declared nowhere: not in the schema, not in one that it is joined with by `allOf`,
 * not in one that it is an alternative of.
 */
export function undeclaredFields(survey: Survey): Finding[] {
  const holders = findHolders(survey);
  const findings: Finding[] = [];
  for (const { value: schema, pointer } of survey.schemas) {
    const names = namesOf(schema.required);
    if (names.every((name) => declares(schema, name)) || isObject(schema.additionalProperties)) continue;
    // In 3.0 nothing beside a `$ref` counts.
    if (typeof schema.$ref === 'string' && !survey.is31) continue;
    const whole = joinedWith({ value: schema, pointer }, holders, survey);
    if (whole === undefined) continue;
    const known = whole.flatMap(({ properties }) => (isObject(properties) ? Object.keys(properties) : []));
    namesOf(schema.required).forEach((name, index) => {
      if (whole.some((part) => declares(part, name) || isObject(part.additionalProperties))) return;
      const at = pointer + pointerTo('required', index);
      if (schema.additionalProperties === false) findings.push(forbidden(name, at));
      else if ([schema.type].flat().join() === 'array') findings.push(requiredOfList(name, at));
      else findings.push(undeclared(name, at, nearestName(name, known)));
    });
  }
  return findings;
}

/** By pointer of a schema: the schemas that hold it, or refer to it, for the same value. */
interface Holders {
  of: Map<string, Located[]>;
  conditions: Set<string>;
}

function findHolders(survey: Survey): Holders {
  const of = new Map<string, Located[]>();
  const conditions = new Set<string>();
  for (const { value, pointer } of survey.schemas) {
    for (const inner of innerSchemas(value, pointer, survey)) {
      const known = of.get(inner.pointer);
      if (known === undefined) of.set(inner.pointer, [{ value, pointer }]);
      else known.push({ value, pointer });
    }
    for (const keyword of CONDITIONS)
      if (isObject(value[keyword])) conditions.add(pointer + pointerTo(keyword));
  }
  return { of, conditions };
}

/** What a schema and all that speaks of the same value hold; undefined inside a condition. */
function joinedWith(schema: Located, { of, conditions }: Holders, survey: Survey): JsonObject[] | undefined {
  const outer = spread([schema], ({ pointer }) => of.get(pointer) ?? []);
  if (outer.some(({ pointer }) => conditions.has(pointer))) return undefined;
  return spread(outer, ({ value, pointer }) => innerSchemas(value, pointer, survey)).map(
    ({ value }) => value,
  );
}

function spread(start: Located[], next: (schema: Located) => Located[]): Located[] {
  const found = new Map(start.map((schema) => [schema.pointer, schema]));
  for (const schema of found.values()) {
    for (const other of next(schema)) if (!found.has(other.pointer)) found.set(other.pointer, other);
  }
  return [...found.values()];
}

function innerSchemas(schema: JsonObject, pointer: string, { refs, is31 }: Survey): Located[] {
  const target = typeof schema.$ref === 'string' ? refs.follow(schema, pointer) : undefined;
  const found: Located[] = target === undefined ? [] : [target];
  if (target !== undefined && !is31) return found;
  for (const keyword of IN_PLACE) {
    const inside = schema[keyword];
    if (keyword === 'then' || keyword === 'else') add(inside, pointer + pointerTo(keyword));
    else if (typeof inside === 'object' && inside !== null) {
      for (const [key, value] of Object.entries(inside)) add(value, pointer + pointerTo(keyword, key));
    }
  }
  return found;

  function add(value: JsonValue | undefined, at: string): void {
    if (isObject(value)) found.push({ value, pointer: at });
  }
}

function forbidden(name: string, pointer: string): Finding {
  return {
    code: 'CONTRADICTION',
    pointer,
    message: `\`${name}\` is required, and additionalProperties: false beside it forbids it`,
    hint: 'declare it among the properties, or do not require it',
  };
}

function requiredOfList(name: string, pointer: string): Finding {
  return {
    code: 'UNDECLARED_FIELD',
    pointer,
    message: `\`${name}\` is required of a list, which has no fields: it requires nothing`,
    hint: 'put the `required` into the items, or take it out',
  };
}

function undeclared(name: string, pointer: string, near: string | undefined): Finding {
  return {
    code: 'UNDECLARED_FIELD',
    pointer,
    message: `\`${name}\` is required, and declared nowhere`,
    hint:
      near === undefined ? 'declare it among the properties, or do not require it' : `did you mean ${near}`,
  };
}
