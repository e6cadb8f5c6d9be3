import type { JsonValue } from '../../spec/document';
import type { SchemaObject } from '../model';
import { limitsOf } from './limits-of';

/** So many steps from each bound are tried. */
const STEPS = 12;

/** Numbers that may satisfy bounds and steps: round ones first. */
export function* numberCandidates(
  parts: readonly SchemaObject[],
  hint: JsonValue | undefined,
): Generator<number> {
  if (typeof hint === 'number') yield hint;
  if (typeof hint === 'string' && /^-?\d+(\.\d+)?$/.test(hint)) yield Number(hint);
  const low = Math.max(...limitsOf(parts, 'minimum'), ...limitsOf(parts, 'exclusiveMinimum'));
  const high = Math.min(...limitsOf(parts, 'maximum'), ...limitsOf(parts, 'exclusiveMaximum'));
  const steps = [...limitsOf(parts, 'multipleOf')].filter((step) => step > 0);
  // What is a multiple of each is found among the multiples of the product, where it is not one of the largest.
  const product = steps.reduce((all, step) => all * step, 1);
  const wanted = [...new Set([1, ...steps.sort((one, other) => other - one), product])];
  for (const bound of new Set([0, low, high])) {
    if (!Number.isFinite(bound)) continue;
    yield bound;
    for (const step of wanted) {
      const times = bound / step;
      for (let count = 0; count <= STEPS; count += 1) {
        yield rounded((Math.ceil(times) + count) * step);
        yield rounded((Math.floor(times) - count) * step);
      }
    }
  }
  // What must be no integer.
  for (const bound of [0, low, high]) if (Number.isFinite(bound)) yield* [bound + 0.5, bound - 0.5];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return;
  for (const share of [2, 4, 3, 8]) yield rounded(low + (high - low) / share);
}

/** 3 * 0.1 is 0.3. */
function rounded(value: number): number {
  return Number(value.toPrecision(15));
}
