import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo, pointerTokens, valueAt } from '../../spec/json-pointer';
import type { Direction, Schema, SchemaObject } from '../model';
import { isPattern } from './is-pattern';
import { putKeyword } from './put-keyword';
import type { RefResolver } from './ref-resolver';
import { absentNames, isOneWay, requiresAny } from './schema-access';
import { constrainNumbers } from './schema-bounds';
import { narrowByDiscriminator } from './schema-discriminator';
import { INTEGER_BOUNDS, KEPT_FORMATS, SCHEMA_KEYWORDS, UNCHECKED_FORMATS } from './schema-keywords';
import { allowNull } from './schema-nullable';
import { unevaluatedRule } from './unevaluated-rule';

const NONE: ReadonlySet<string> = new Set();

/** Says what was left out of a schema and why. */
export type ReportSchema = (pointer: string, message: string) => void;

export interface SchemaTranslator {
  /** Named schemas met so far, translated; `$ref`s of translated schemas lead here. */
  definitions: Record<Direction, Record<string, Schema>>;
  /**
   * An OpenAPI schema (3.0 or 3.1) as draft-07 for one direction: a property that is `writeOnly` may not be
   * in an answer, one that is `readOnly` is not required in a request.
   */
  translate(schema: JsonValue, pointer: string, direction: Direction): Schema;
  /** Names in a translated map of properties that a request does not send: they are `readOnly`. */
  unsent(properties: SchemaObject): readonly string[];
  /** Whether any property met so far travels one way only. */
  hasOneWay(): boolean;
}

/**
 * @param document the whole document, for references
 * @param refs follows references in it
 * @param report told about each keyword that says nothing or cannot be expressed
 */
export function createSchemaTranslator(
  document: JsonObject,
  refs: RefResolver,
  report: ReportSchema,
): SchemaTranslator {
  const definitions: SchemaTranslator['definitions'] = { request: emptyMap(), response: emptyMap() };
  const is31 = String(document.openapi).startsWith('3.1');
  let oneWay = false;
  /** Targets whose translation stands in place of a reference just now. */
  const inlined = new Set<string>();
  /** Definitions that are named but not yet translated: one after the other, however long a chain they are. */
  const waiting: (() => void)[] = [];

  function translate(schema: JsonValue, pointer: string, direction: Direction): Schema {
    const translated = translateWith(schema, pointer, direction, NONE);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) next();
    return translated;
  }

  /** @param absent names that must not be required, because a schema beside this one says that they do not travel */
  function translateWith(
    schema: JsonValue,
    pointer: string,
    direction: Direction,
    absent: ReadonlySet<string>,
  ): Schema {
    if (typeof schema === 'boolean') return schema;
    if (!isObject(schema)) {
      report(pointer, 'a schema must be an object; nothing is checked here');
      return true;
    }
    const nullable = !is31 && schema.nullable === true;
    if (typeof schema.$ref === 'string') {
      const without = is31 ? together(schema, direction, absent) : absent;
      const target = reference(schema.$ref, direction, without);
      // In 3.0 everything beside $ref is ignored, but a `nullable` there is always meant.
      if (!is31) return nullable && typeof target === 'object' ? allowNull(target) : target;
      const { $ref: _, ...beside } = schema;
      const rest = keywords(beside, pointer, direction, without, schema);
      return Object.keys(rest).length === 0 ? target : { allOf: [target, rest] };
    }
    const translated = keywords(schema, pointer, direction, absent);
    return nullable ? allowNull(translated) : translated;
  }

  function reference(ref: string, direction: Direction, absent: ReadonlySet<string>): Schema {
    const target = refs.target(ref);
    const whole = valueAt(document, target) ?? true;
    // What others refer to may go on requiring it.
    if (!inlined.has(target) && requiresAny(whole, absent, refs)) {
      inlined.add(target);
      const own = translateWith(whole, target, direction, absent);
      inlined.delete(target);
      return own;
    }
    const name = definitionName(target);
    if (!Object.hasOwn(definitions[direction], name)) {
      definitions[direction][name] = true;
      waiting.push(() => {
        definitions[direction][name] = translateWith(whole, target, direction, NONE);
      });
    }
    return { $ref: `#/definitions/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}` };
  }

  function keywords(
    schema: JsonObject,
    pointer: string,
    direction: Direction,
    outside: ReadonlySet<string>,
    whole = schema,
  ): SchemaObject {
    const out: SchemaObject = {};
    const absent = together(schema, direction, outside);
    for (const [keyword, value] of Object.entries(schema)) {
      const at = pointer + pointerTo(keyword);
      const rule = SCHEMA_KEYWORDS[keyword];
      if (rule === undefined) continue; // annotations, extensions, and what is handled below
      if (rule.kind === 'unsupported') {
        if (rule.unless?.includes(value)) continue;
        report(at, `${keyword} cannot be expressed for the script host`);
      } else if (!rule.fits(value)) report(at, `${keyword} must be ${rule.expected}; it is not checked`);
      else if (rule.kind === 'value') out[keyword] = value;
      else {
        const absentInside = keyword === 'allOf' ? absent : NONE;
        const inside = translateInside(rule.kind, value, at, direction, absentInside);
        putKeyword(out, rule.as ?? keyword, inside);
      }
    }
    // no rule, but who does not send the value has to know
    if (direction === 'request' && schema.default !== undefined) out.default = schema.default;
    constrainNumbers(schema, out);
    constrainStrings(schema, out, pointer, direction);
    if (schema.minContains === 0) delete out.contains;
    constrainPatternProperties(out, pointer);
    constrainProperties(schema, out, direction, absent);
    constrainUnevaluated(schema, whole, out, pointer, direction);
    return narrowByDiscriminator(schema, out, refs);
  }

  function translateInside(
    kind: 'schema' | 'list' | 'map',
    value: JsonValue,
    pointer: string,
    direction: Direction,
    absent: ReadonlySet<string>,
  ): JsonValue {
    if (Array.isArray(value)) {
      return value.map((item, index) => translateWith(item, pointer + pointerTo(index), direction, absent));
    }
    if (kind !== 'map' || !isObject(value)) return translateWith(value, pointer, direction, NONE);
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        Array.isArray(inner) ? inner : translateWith(inner, pointer + pointerTo(name), direction, NONE),
      ]),
    );
  }

  function constrainUnevaluated(
    { unevaluatedProperties: others }: JsonObject,
    whole: JsonObject,
    out: SchemaObject,
    pointer: string,
    direction: Direction,
  ): void {
    if (others === undefined) return;
    const translated = translateWith(others, `${pointer}/unevaluatedProperties`, direction, NONE);
    const rule = unevaluatedRule(translated, whole, refs);
    if (rule === undefined) return;
    constrainPatternProperties(rule, pointer);
    out.allOf = [...(Array.isArray(out.allOf) ? out.allOf : []), rule];
  }

  function constrainStrings(
    schema: JsonObject,
    out: SchemaObject,
    pointer: string,
    direction: Direction,
  ): void {
    translateFormat(schema.format, out, pointer);
    // An annotation that nobody holds an answer against, but what is sent had better be it.
    if (schema.contentEncoding === 'base64' && direction === 'request') out.format ??= 'byte';
    if (typeof out.pattern !== 'string' || isPattern(out.pattern)) return;
    const name = pointerTokens(pointer).at(-1);
    report(
      pointer + pointerTo('pattern'),
      `the pattern ${out.pattern} of ${name} is no regular expression; it is not checked`,
    );
    delete out.pattern;
  }

  /** Ajv 6 builds these patterns itself, without the `u` flag, and throws where they are none. */
  function constrainPatternProperties(out: SchemaObject, pointer: string): void {
    if (!isObject(out.patternProperties)) return;
    const entries = Object.entries(out.patternProperties).filter(([pattern]) => {
      const isKept = isPattern(pattern, ['']) && !/\\p\{/i.test(pattern);
      if (!isKept) {
        const at = pointer + pointerTo('patternProperties', pattern);
        report(at, `the pattern ${pattern} cannot be expressed for the script host; it is not checked`);
      }
      return isKept;
    });
    out.patternProperties = Object.fromEntries(entries);
  }

  function translateFormat(format: JsonValue | undefined, out: SchemaObject, pointer: string): void {
    if (typeof format !== 'string') return;
    if (KEPT_FORMATS.has(format)) out.format = format;
    else if (!UNCHECKED_FORMATS.has(format) && !Object.hasOwn(INTEGER_BOUNDS, format)) {
      report(pointer + pointerTo('format'), `nobody knows the format ${format}; it is not checked`);
    }
  }

  function constrainProperties(
    { properties: declared }: JsonObject,
    out: SchemaObject,
    direction: Direction,
    absent: ReadonlySet<string>,
  ): void {
    if (absent.size === 0) return;
    oneWay = true;
    const { properties } = out;
    if (isObject(declared) && isObject(properties)) {
      for (const name of Object.keys(declared).filter((name) => isOneWay(declared[name], direction, refs))) {
        // In an answer the property must not be there. In a request it should not: servers may ignore it.
        properties[name] = direction === 'response' ? false : markReadOnly(properties[name]);
      }
    }
    if (!Array.isArray(out.required)) return;
    const required = out.required.filter((name) => !absent.has(String(name)));
    if (required.length > 0) out.required = required;
    else delete out.required;
  }

  /** Names that do not travel, by this schema, by those that it is made of, or by those that it stands beside. */
  function together(
    schema: JsonObject,
    direction: Direction,
    outside: ReadonlySet<string>,
  ): ReadonlySet<string> {
    const own = absentNames(schema, direction, refs);
    return outside.size === 0 ? own : new Set([...outside, ...own]);
  }

  return {
    definitions,
    translate,
    unsent: (properties) => Object.keys(properties).filter((name) => isMarked(properties[name])),
    hasOneWay: () => oneWay,
  };
}

/** `components.schemas.NAME` keeps its name; a reference to any other place is named by its pointer. */
function definitionName(pointer: string): string {
  const tokens = pointerTokens(pointer);
  const [components, schemas, name] = tokens;
  return tokens.length === 3 && components === 'components' && schemas === 'schemas' && name !== undefined
    ? name
    : pointer;
}

/** An annotation in draft-07 too: nothing is checked by it. */
function markReadOnly(schema: JsonValue | undefined): SchemaObject {
  if (!isObject(schema)) return { readOnly: true };
  return schema.$ref === undefined ? { ...schema, readOnly: true } : { allOf: [schema], readOnly: true };
}

function isMarked(schema: JsonValue | undefined): boolean {
  return isObject(schema) && schema.readOnly === true;
}

/** Names of schemas are data: `__proto__` is one of them. */
function emptyMap(): Record<string, Schema> {
  return Object.create(null) as Record<string, Schema>;
}
