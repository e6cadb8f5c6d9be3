import { sample } from 'openapi-sampler';
import type { JsonObject, JsonValue } from '../spec/document';
import { isObject } from '../spec/is-object';
import type { NamedExample } from './model';
import type { RefResolver } from './ref-resolver';
import { type Part, unrollSchema } from './unroll-schema';

/** Finds or makes the values that requests and answers carry. The same document gives the same values. */
export interface Sampler {
  /** The examples that stand beside a schema: `example`, else `examples`. */
  examplesOf(holder: JsonObject, pointer: string): NamedExample[];
  /** A value for a parameter: its schema's example, else default, else first of the enum, else a made one. */
  parameterValue(schema: JsonObject, pointer: string): JsonValue;
  /** A made value of a schema, without what does not travel in that direction. */
  bodyValue(schema: JsonValue, pointer: string, part: Part): JsonValue;
}

/**
 * @param document the whole document, for references
 * @param report told about examples that cannot be used
 */
export function createSampler(
  document: JsonObject,
  refs: RefResolver,
  report: (pointer: string, message: string) => void,
): Sampler {
  const told = new Set<string>();

  /** A schema is met in many places, and in both directions. */
  function reportOnce(pointer: string, message: string): void {
    if (!told.has(pointer)) report(pointer, message);
    told.add(pointer);
  }

  /** Made values of components, as texts: many answers share one, and each gets a value of its own. */
  const made = new Map<string, string>();

  function bodyValue(schema: JsonValue, pointer: string, part: Part): JsonValue {
    if (!isObject(schema)) return null;
    const isPlain = typeof schema.$ref === 'string' && Object.keys(schema).length === 1;
    const key = isPlain ? `${part.direction} ${part.requiredOnly} ${schema.$ref}` : undefined;
    const known = key === undefined ? undefined : made.get(key);
    if (known !== undefined) return JSON.parse(known) as JsonValue;
    const unrolled = unrollSchema({ value: schema, pointer }, part, document, refs, reportOnce);
    if (unrolled === undefined) {
      reportOnce(pointer, 'only an endless value would satisfy the schema; none is made');
      return null;
    }
    const options = {
      quiet: true,
      skipReadOnly: part.direction === 'request',
      skipWriteOnly: part.direction === 'response',
      // Unrolled schemas end by themselves.
      maxSampleDepth: Number.POSITIVE_INFINITY,
    };
    // Where `allOf` combines a list and an object it makes a list with properties, which no JSON has.
    const text = JSON.stringify(sample(unrolled, options, document) ?? null);
    if (key !== undefined) made.set(key, text);
    return JSON.parse(text) as JsonValue;
  }

  function parameterValue(schema: JsonObject, pointer: string): JsonValue {
    const plain = refs.follow(schema, pointer)?.value ?? schema;
    const [first] = Array.isArray(plain.examples) ? plain.examples : [];
    const [member] = Array.isArray(plain.enum) ? plain.enum : [];
    const found = [plain.example, first, plain.default, member].find((value) => value !== undefined);
    return found === undefined
      ? bodyValue(schema, pointer, { direction: 'request', requiredOnly: false })
      : found;
  }

  function examplesOf(holder: JsonObject, pointer: string): NamedExample[] {
    if (holder.example !== undefined) return [{ name: '', value: holder.example }];
    if (!isObject(holder.examples)) return [];
    return Object.entries(holder.examples).flatMap(([name, entry]) => {
      const example = refs.follow(entry, pointer)?.value;
      if (example?.value !== undefined) return [{ name, value: example.value }];
      report(pointer, `the example ${name} has no value of its own and is left out`);
      return [];
    });
  }

  return { examplesOf, parameterValue, bodyValue };
}
