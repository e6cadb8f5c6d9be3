import { sample } from 'openapi-sampler';
import type { JsonObject, JsonValue } from '../../spec/document';
import type { Direction } from '../model';

/**
 * A value of a schema without references, right in most places.
 *
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
    return JSON.parse(JSON.stringify(value ?? null)) as JsonValue;
  } finally {
    console.warn = warn;
  }
}
