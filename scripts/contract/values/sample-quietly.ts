import { sample } from 'openapi-sampler';
import type { JsonObject, JsonValue } from '../../spec/document';
import type { Direction } from '../model';

/** The library assigns members by name, which sets a prototype where the name is this one. */
const PROTO = '__proto__';
const STANDS_FOR_PROTO = '\u{f8ff}__proto__';

/** The name by which a property is made. */
export function sampledName(name: string): string {
  return name === PROTO ? STANDS_FOR_PROTO : name;
}

/**
 * A value of a schema without references, right in most places.
 *
 * @param schema its properties go by their `sampledName`
 * @param document the document that the library asks for
 */
export function sampleQuietly(schema: JsonObject, direction: Direction, document: JsonObject): JsonValue {
  const { warn } = console;
  // It writes to the terminal what is told as a problem, with its place, where it matters.
  console.warn = () => {};
  try {
    const value = sample(
      schema,
      {
        quiet: true,
        skipReadOnly: direction === 'request',
        skipWriteOnly: direction === 'response',
        // Unrolled schemas end by themselves.
        maxSampleDepth: Number.POSITIVE_INFINITY,
      },
      document,
    );
    // Where `allOf` combines a list and an object it makes a list with properties, which no JSON has.
    const text = JSON.stringify(value ?? null);
    return JSON.parse(text.replaceAll(`"${STANDS_FOR_PROTO}":`, `"${PROTO}":`)) as JsonValue;
  } finally {
    console.warn = warn;
  }
}
