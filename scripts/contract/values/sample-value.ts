import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import type { NamedExample, Schema } from '../model';
import type { RefResolver } from '../schema/ref-resolver';
import type { SchemaTranslator } from '../schema/translate-schema';
import { type Part, type Spelling, unrollSchema } from '../schema/unroll-schema';
import { createValueKeeper } from './keep-value';
import { sampleQuietly } from './sample-quietly';
import { isFree, writtenValue } from './written-value';

/** Finds or makes the values that requests and answers carry. The same document gives the same values. */
export interface Sampler {
  /**
   * The examples that stand beside a schema: `example`, else `examples`, as they are written, but without what does
   * not travel in that direction.
   *
   * @param schema the schema, translated for it; undefined: nothing is said of the value
   */
  examplesOf(
    holder: JsonObject,
    pointer: string,
    schema: Schema | undefined,
    direction: Part['direction'],
  ): NamedExample[];
  /** A value for a parameter: its schema's example, else default, else first of the enum, else a made one. */
  parameterValue(schema: JsonObject, pointer: string, translated: Schema): JsonValue;
  /** A number as it is written, where a schema wants a text; any other value as it is. */
  asText(value: JsonValue, schema: JsonObject, pointer: string): JsonValue;
  /** A value of a schema, without what does not travel in that direction; it satisfies the schema, or that is told. */
  bodyValue(schema: JsonValue, pointer: string, part: Part, translated: Schema): JsonValue;
}

/** Told what cannot be done; a warning. */
export type Report = (pointer: string, message: string, hint?: string) => void;

/**
 * @param document the whole document, for references
 * @param schemas the translator that translates its schemas
 * @param report told about examples that cannot be used
 * @param reportNoValue told where no value satisfies a schema
 * @param spelledAt gives how a number of the document is written, for where it is meant as a text
 */
export function createSampler(
  document: JsonObject,
  refs: RefResolver,
  schemas: SchemaTranslator,
  report: Report,
  reportNoValue: Report,
  spelledAt: Spelling = () => undefined,
): Sampler {
  const told = new Set<string>();
  const keeper = createValueKeeper(refs, schemas, reportNoValue);

  /** A schema is met in many places, and in both directions. */
  function reportOnce(pointer: string, message: string): void {
    if (!told.has(pointer)) report(pointer, message);
    told.add(pointer);
  }

  /** Made values of components, as texts: many answers share one, and each gets a value of its own. */
  const made = new Map<string, string>();

  function bodyValue(schema: JsonValue, pointer: string, part: Part, translated: Schema): JsonValue {
    if (!isObject(schema)) {
      const located = { value: {}, pointer };
      const claim = { located, translated, direction: part.direction, asWritten: new Set<JsonValue>() };
      return keeper.keep(null, claim);
    }
    const isPlain = typeof schema.$ref === 'string' && Object.keys(schema).length === 1;
    const key = isPlain ? `${part.direction} ${part.requiredOnly} ${schema.$ref}` : undefined;
    const known = key === undefined ? undefined : made.get(key);
    if (known !== undefined) return JSON.parse(known) as JsonValue;
    const located = { value: schema, pointer };
    const { value, asWritten } = draft(located, part);
    const kept = keeper.keep(value, { located, translated, direction: part.direction, asWritten });
    if (key !== undefined) made.set(key, JSON.stringify(kept));
    return kept;
  }

  /** A value that is right in most places; undefined where the schema leads back to itself without an end. */
  function draft(
    located: { value: JsonObject; pointer: string },
    part: Part,
  ): { value: JsonValue | undefined; asWritten: ReadonlySet<JsonValue> } {
    const asWritten = new Set<JsonValue>();
    const unrolled = unrollSchema(located, part, document, refs, reportOnce, asWritten, spelledAt);
    if (unrolled === undefined) return { value: undefined, asWritten };
    return { value: sampleQuietly(unrolled, part.direction, document), asWritten };
  }

  function parameterValue(schema: JsonObject, pointer: string, translated: Schema): JsonValue {
    const { value: plain, pointer: at } = refs.follow(schema, pointer) ?? { value: schema, pointer };
    const example = asText(plain.example, plain, `${at}/example`);
    const found = writtenValue(example === undefined ? plain : { ...plain, example });
    // A list or an object that is written as a text is written as it goes out.
    if (typeof found === 'string' && isCompound(plain)) return found;
    const part = { direction: 'request', requiredOnly: false } as const;
    // Nothing can be sent for null: where a text will do, it is a text.
    const value = found ?? bodyValue(schema, pointer, part, translated) ?? 'string';
    const asWritten = new Set(found !== undefined && isFree(plain) ? [found] : []);
    return keeper.keep(value, {
      located: { value: schema, pointer },
      translated,
      direction: 'request',
      asWritten,
    });
  }

  function examplesOf(
    holder: JsonObject,
    pointer: string,
    schema: Schema | undefined,
    direction: Part['direction'],
  ): NamedExample[] {
    const whole = (value: JsonValue) =>
      schema === undefined ? value : keeper.withoutOneWay(value, schema, direction);
    if (holder.example !== undefined) return [{ name: '', value: whole(holder.example) }];
    if (!isObject(holder.examples)) return [];
    return Object.entries(holder.examples).flatMap(([name, entry]) => {
      const example = refs.follow(entry, pointer)?.value;
      if (example?.value !== undefined) return [{ name, value: whole(example.value) }];
      report(pointer, `the example ${name} has no value of its own and is left out`);
      return [];
    });
  }

  /** YAML reads `007` as a number also where a text is meant. */
  function asText<T extends JsonValue | undefined>(
    value: T,
    { type }: JsonObject,
    pointer: string,
  ): T | string {
    return typeof value === 'number' && type === 'string' ? (spelledAt(pointer) ?? String(value)) : value;
  }

  return { examplesOf, parameterValue, bodyValue, asText };
}

function isCompound({ type }: JsonObject): boolean {
  return [type].flat().some((one) => one === 'array' || one === 'object');
}
