import { sample } from 'openapi-sampler';
import type { JsonObject, JsonValue } from '../spec/document';
import type { Direction, NamedExample } from './model';
import { isObject, type RefResolver } from './ref-resolver';

/** Finds or makes the values that requests and answers carry. The same document gives the same values. */
export interface Sampler {
  /** The examples that stand beside a schema: `example`, else `examples`. */
  examplesOf(holder: JsonObject, pointer: string): NamedExample[];
  /** A value for a parameter: its schema's example, else default, else first of the enum, else a made one. */
  parameterValue(schema: JsonObject): JsonValue;
  /** A made value of a schema, without what does not travel in that direction. */
  bodyValue(schema: JsonValue, direction: Direction, requiredOnly?: boolean): JsonValue;
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
  function bodyValue(schema: JsonValue, direction: Direction, requiredOnly = false): JsonValue {
    if (!isObject(schema)) return null;
    const options = {
      quiet: true,
      skipReadOnly: direction === 'request',
      skipWriteOnly: direction === 'response',
      skipNonRequired: requiredOnly,
    };
    return (sample(schema, options, document) ?? null) as JsonValue;
  }

  function parameterValue(schema: JsonObject): JsonValue {
    const plain = refs.follow(schema, '')?.value ?? schema;
    const [first] = Array.isArray(plain.examples) ? plain.examples : [];
    const [member] = Array.isArray(plain.enum) ? plain.enum : [];
    const found = [plain.example, first, plain.default, member].find((value) => value !== undefined);
    return found === undefined ? bodyValue(schema, 'request') : found;
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
