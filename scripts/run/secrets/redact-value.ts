/**
 * A copy of a value without the secrets in its texts: also in the keys of objects, in errors, maps and sets,
 * and in bytes, be they a buffer or a list of numbers. What a script logs arrives as such values.
 */
export function redactValue<T>(value: T, redact: (text: string) => string): T;
export function redactValue(value: unknown, redact: (text: string) => string): unknown {
  return copyOf(value, redact, new Map());
}

function copyOf(value: unknown, redact: (text: string) => string, seen: Map<object, unknown>): unknown {
  if (typeof value === 'string') return redact(value);
  if (typeof value !== 'object' || value === null) return value;
  if (seen.has(value)) return seen.get(value);
  const copied = (part: unknown) => copyOf(part, redact, seen);
  const remember = <C extends object>(copy: C): C => {
    seen.set(value, copy);
    return copy;
  };

  if (isBytes(value)) {
    const text = Buffer.from(value).toString('utf8');
    return redact(text) === text ? value : '(bytes with a secret)';
  }
  if (Array.isArray(value)) {
    const copy: unknown[] = remember([]);
    for (const part of value) copy.push(copied(part));
    return copy;
  }
  if (value instanceof Map) {
    const copy = remember(new Map<unknown, unknown>());
    for (const [key, part] of value) copy.set(copied(key), copied(part));
    return copy;
  }
  if (value instanceof Set) {
    const copy = remember(new Set<unknown>());
    for (const part of value) copy.add(copied(part));
    return copy;
  }
  if (value instanceof Date || value instanceof RegExp) return value;
  const copy = remember(value instanceof Error ? new Error(redact(value.message)) : {});
  if (value instanceof Error) copyProperty(copy, 'stack', redact(value.stack ?? ''));
  for (const [key, part] of Object.entries(value)) copyProperty(copy, redact(key), copied(part));
  return copy;
}

function isBytes(value: object): value is Uint8Array | number[] {
  if (value instanceof Uint8Array) return true;
  const isByte = (part: unknown) => Number.isInteger(part) && Number(part) >= 0 && Number(part) < 256;
  return Array.isArray(value) && value.length > 0 && value.every(isByte);
}

/** By definition, not assignment: a key may be `__proto__`. */
function copyProperty(copy: object, key: string, value: unknown): void {
  Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
}
