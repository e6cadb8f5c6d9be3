import type { JsonObject, JsonValue } from '../spec/document';
import { isObject } from '../spec/is-object';
import { pointerTo, pointerTokens, valueAt } from '../spec/json-pointer';
import type { Direction, Schema, SchemaObject } from './model';
import type { RefResolver } from './ref-resolver';
import { narrowByDiscriminator } from './schema-discriminator';
import { INTEGER_BOUNDS, KEPT_FORMATS, SCHEMA_KEYWORDS, UNCHECKED_FORMATS } from './schema-keywords';
import { allowNull } from './schema-nullable';

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

  function translate(schema: JsonValue, pointer: string, direction: Direction): Schema {
    if (typeof schema === 'boolean') return schema;
    if (!isObject(schema)) {
      report(pointer, 'a schema must be an object; nothing is checked here');
      return true;
    }
    const nullable = !is31 && schema.nullable === true;
    if (typeof schema.$ref === 'string') {
      const target = reference(schema.$ref, direction);
      // In 3.0 everything beside $ref is ignored, but a `nullable` there is always meant.
      if (!is31) return nullable ? allowNull(target) : target;
      const { $ref: _, ...beside } = schema;
      const rest = keywords(beside, pointer, direction);
      return Object.keys(rest).length === 0 ? target : { allOf: [target, rest] };
    }
    const translated = keywords(schema, pointer, direction);
    return nullable ? allowNull(translated) : translated;
  }

  function reference(ref: string, direction: Direction): SchemaObject {
    const target = refs.target(ref);
    const name = definitionName(target);
    if (!Object.hasOwn(definitions[direction], name)) {
      // Set before it is translated: the schema may refer to itself.
      definitions[direction][name] = true;
      definitions[direction][name] = translate(valueAt(document, target) ?? true, target, direction);
    }
    return { $ref: `#/definitions/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}` };
  }

  function keywords(schema: JsonObject, pointer: string, direction: Direction): SchemaObject {
    const out: SchemaObject = {};
    for (const [keyword, value] of Object.entries(schema)) {
      const at = pointer + pointerTo(keyword);
      const rule = SCHEMA_KEYWORDS[keyword];
      if (rule === undefined) continue; // annotations, extensions, and what is handled below
      if (rule.kind === 'unsupported') report(at, `${keyword} cannot be expressed for the script host`);
      else if (!rule.fits(value)) report(at, `${keyword} must be ${rule.expected}; it is not checked`);
      else if (rule.kind === 'value') out[keyword] = value;
      else out[rule.as ?? keyword] = translateInside(rule.kind, value, at, direction);
    }
    constrainNumbers(schema, out);
    constrainStrings(schema, out, pointer);
    constrainPatternProperties(out, pointer);
    constrainProperties(schema, out, direction);
    return narrowByDiscriminator(schema, out, refs);
  }

  function translateInside(
    kind: 'schema' | 'list' | 'map',
    value: JsonValue,
    pointer: string,
    direction: Direction,
  ): JsonValue {
    if (Array.isArray(value)) {
      return value.map((item, index) => translate(item, pointer + pointerTo(index), direction));
    }
    if (kind !== 'map' || !isObject(value)) return translate(value, pointer, direction);
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        Array.isArray(inner) ? inner : translate(inner, pointer + pointerTo(name), direction),
      ]),
    );
  }

  /** `exclusiveMinimum: true` (3.0) becomes the number it means; `int32` becomes its bounds. */
  function constrainNumbers(schema: JsonObject, out: SchemaObject): void {
    for (const [exclusive, inclusive] of [
      ['exclusiveMinimum', 'minimum'],
      ['exclusiveMaximum', 'maximum'],
    ] as const) {
      if (typeof out[exclusive] !== 'boolean') continue;
      if (out[exclusive] && typeof out[inclusive] === 'number') {
        out[exclusive] = out[inclusive];
        delete out[inclusive];
      } else delete out[exclusive];
    }
    const bounds = typeof schema.format === 'string' ? INTEGER_BOUNDS[schema.format] : undefined;
    if (bounds === undefined || !typesOf(schema).includes('integer')) return;
    if (out.minimum === undefined && out.exclusiveMinimum === undefined) out.minimum = bounds.minimum;
    if (out.maximum === undefined && out.exclusiveMaximum === undefined) out.maximum = bounds.maximum;
  }

  function constrainStrings(schema: JsonObject, out: SchemaObject, pointer: string): void {
    translateFormat(schema.format, out, pointer);
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

  function constrainProperties(schema: JsonObject, out: SchemaObject, direction: Direction): void {
    const { properties: declared } = schema;
    if (!isObject(declared) || !isObject(out.properties)) return;
    const { properties } = out;
    const banned = direction === 'response' ? 'writeOnly' : 'readOnly';
    const absent = Object.keys(declared).filter(
      (name) => refs.follow(declared[name], '')?.value[banned] === true,
    );
    if (absent.length === 0) return;
    // In an answer the property must not be there. In a request it should not: servers may ignore it.
    for (const name of absent) {
      properties[name] = direction === 'response' ? false : markReadOnly(properties[name]);
    }
    if (!Array.isArray(out.required)) return;
    const required = out.required.filter((name) => !absent.includes(String(name)));
    if (required.length > 0) out.required = required;
    else delete out.required;
  }

  return { definitions, translate };
}

function typesOf(schema: JsonObject): JsonValue[] {
  if (schema.type === undefined) return [];
  return Array.isArray(schema.type) ? schema.type : [schema.type];
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

/** OpenAPI patterns are ECMA-262; some need the `u` flag, others are illegal with it. */
function isPattern(pattern: string, flagSets = ['u', '']): boolean {
  return flagSets.some((flags) => {
    try {
      new RegExp(pattern, flags);
      return true;
    } catch {
      return false;
    }
  });
}

/** Names of schemas are data: `__proto__` is one of them. */
function emptyMap(): Record<string, Schema> {
  return Object.create(null) as Record<string, Schema>;
}
