import { types } from 'node:util';
import { redacted } from './redactor';

export interface Redaction {
  redact(text: string): string;
  /** Tells by the name of a property or a variable that its value is a secret, however short. */
  isSecretName?(name: string): boolean;
}

/** What was copied already, by its original. */
export interface Copies {
  has(original: object): boolean;
  get(original: object): unknown;
  set(original: object, copy: unknown): unknown;
}

/**
 * A copy of a value without the secrets in its texts: also in the keys of objects, in errors, maps and sets,
 * and in bytes, be they a buffer or a list of numbers. Objects keep their prototypes, and so their methods, which
 * then see the copy.
 *
 * @param known copies of an earlier call, which are used again; it gets those of this call
 */
export function redactValue<T>(value: T, redaction: Redaction, known?: Copies): T;
export function redactValue(value: unknown, redaction: Redaction, known: Copies = new Map()) {
  return copyOf(value, redaction, known);
}

// what comes out of the script host may have other constructors than ours
function copyOf(value: unknown, redaction: Redaction, seen: Copies): unknown {
  if (typeof value === 'string') return redaction.redact(value);
  if (typeof value !== 'object' || value === null) return value;
  if (seen.has(value)) return seen.get(value);
  const copied = (part: unknown) => copyOf(part, redaction, seen);
  const remember = <C extends object>(copy: C): C => {
    seen.set(value, copy);
    return copy;
  };

  if (types.isUint8Array(value)) return remember(redactBytes(value, redaction));
  if (isByteList(value)) return remember([...redactBytes(Uint8Array.from(value), redaction)]);
  if (Array.isArray(value)) {
    const copy: unknown[] = remember([]);
    for (const part of value) copy.push(copied(part));
    return copy;
  }
  if (types.isMap(value)) {
    const copy = remember(new Map<unknown, unknown>());
    for (const [key, part] of value) copy.set(copied(key), copied(part));
    return copy;
  }
  if (types.isSet(value)) {
    const copy = remember(new Set<unknown>());
    for (const part of value) copy.add(copied(part));
    return copy;
  }
  if (types.isDate(value) || types.isRegExp(value)) return value;
  const copy = remember(types.isNativeError(value) ? new Error() : {});
  Object.setPrototypeOf(copy, Object.getPrototypeOf(value));
  const hidden = secretKeys(value, redaction);
  for (const key of Object.getOwnPropertyNames(value)) {
    const part: unknown = Reflect.get(value, key);
    // by definition, not assignment: a key may be `__proto__`
    Object.defineProperty(copy, redaction.redact(key), {
      value: hidden.has(key) && typeof part === 'string' && part !== '' ? redacted : copied(part),
      enumerable: Object.prototype.propertyIsEnumerable.call(value, key),
      configurable: true,
      writable: true,
    });
  }
  if (isUrl(value) && isUrl(copy)) redactUrl(value, copy, redaction);
  return copy;
}

/** A url as Postman's library takes it apart. */
interface Url {
  toString(): string;
  update(text: string): void;
}

function isUrl(value: object): value is Url {
  return 'host' in value && 'path' in value && 'update' in value && typeof value.update === 'function';
}

/** A secret with a slash, or an ampersand, in it stands in two parts of a url, neither of which is the secret. */
function redactUrl(url: Url, copy: Url, { redact }: Redaction): void {
  const text = redact(url.toString());
  if (copy.toString() !== text) copy.update(text);
}

/** `{ apiKey: … }`, and `{ key: 'apiKey', value: … }` as Postman lists variables, headers and parameters. */
function secretKeys(value: object, { isSecretName }: Redaction): Set<string> {
  if (isSecretName === undefined) return new Set();
  const names = Object.getOwnPropertyNames(value).filter((name) => isSecretName(name));
  const key: unknown = Object.getOwnPropertyDescriptor(value, 'key')?.value;
  return new Set(typeof key === 'string' && isSecretName(key) ? [...names, 'value'] : names);
}

function isByteList(value: object): value is number[] {
  const isByte = (part: unknown) => Number.isInteger(part) && Number(part) >= 0 && Number(part) < 256;
  return Array.isArray(value) && value.length > 0 && value.every(isByte);
}

/** Never a view of the memory that buffers share, where other texts lie about. */
function redactBytes(bytes: Uint8Array, { redact }: Redaction): Buffer {
  const original = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // a picture is no UTF-8, and shall stay what it is where it holds no secret
  const encoding = original.equals(Buffer.from(original.toString('utf8'))) ? 'utf8' : 'latin1';
  const text = original.toString(encoding);
  const left = redact(text);
  return left === text ? allocated(original) : allocated(Buffer.from(left, encoding));
}

function allocated(bytes: Buffer): Buffer {
  const copy = Buffer.alloc(bytes.length);
  bytes.copy(copy);
  return copy;
}
