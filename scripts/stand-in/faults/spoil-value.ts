import type { JsonValue } from '../../spec/document';
import { pointerTo, valueAt } from '../../spec/json-pointer';
import { withValueAt } from '../../spec/with-value-at';

type Breaks = (candidate: JsonValue) => boolean;

const wrongValues: JsonValue[] = ['wrong type', 1, true, {}, []];

/** `value` with one part of another JSON type, such that it breaks its schema; undefined: nothing would. */
export function withWrongType(value: JsonValue, breaks: Breaks): JsonValue | undefined {
  // The deepest harm is the smallest, but shallow parts come first: every sample has them.
  for (const pointer of [...pointersInto(value), '']) {
    const present = valueAt(value, pointer) ?? null;
    for (const wrong of wrongValues.filter((candidate) => kindOf(candidate) !== kindOf(present))) {
      const candidate = withValueAt(value, pointer, wrong);
      if (breaks(candidate)) return candidate;
    }
  }
  return undefined;
}

/** `value` without one field that its schema requires; undefined: it requires none. */
export function withoutRequiredField(value: JsonValue, breaks: Breaks): JsonValue | undefined {
  for (const pointer of pointersInto(value)) {
    const candidate = without(value, pointer);
    if (candidate !== undefined && breaks(candidate)) return candidate;
  }
  return undefined;
}

/** A list in place of an object, an object in place of a list or a plain value. */
export function wrongRoot(value: JsonValue): JsonValue {
  return kindOf(value) === 'object' ? [value] : { 0: value };
}

/** Pointers of all parts, shallow ones first. */
export function pointersInto(value: JsonValue): string[] {
  const pointers: string[] = [];
  const queue: [string, JsonValue][] = [['', value]];
  for (const [pointer, part] of queue) {
    if (part === null || typeof part !== 'object') continue;
    for (const [name, child] of Object.entries(part)) {
      const below = pointer + pointerTo(name);
      pointers.push(below);
      queue.push([below, child]);
    }
  }
  return pointers;
}

function without(value: JsonValue, pointer: string): JsonValue | undefined {
  const parentPointer = pointer.slice(0, pointer.lastIndexOf('/'));
  const parent = valueAt(value, parentPointer);
  if (parent === null || typeof parent !== 'object' || Array.isArray(parent)) return undefined;
  const gone = Object.entries(parent).filter(([name]) => parentPointer + pointerTo(name) !== pointer);
  return withValueAt(value, parentPointer, Object.fromEntries(gone));
}

function kindOf(value: JsonValue): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
