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
 * and in bytes or letters, be they a buffer, a list, or an object that numbers them. Objects keep their prototypes, and so their methods, which
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
  const pieces = redactPieces(value, redaction);
  if (pieces !== undefined) return remember(Array.isArray(value) ? pieces : { ...pieces });
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

/**
 * The bytes or letters of a text, in a list or by their places, `{"0":101,"1":121}`; undefined for anything else.
 */
function redactPieces(value: object, redaction: Redaction): unknown[] | undefined {
  const isNumbered = Object.keys(value).every((key, index) => key === String(index));
  const pieces: unknown[] = isNumbered ? Object.values(value) : [];
  if (pieces.length === 0) return undefined;
  if (pieces.every(isByte)) return [...redactBytes(Uint8Array.from(pieces), redaction)];
  return pieces.every(isLetter) ? [...redaction.redact(pieces.join(''))] : undefined;
}

function isByte(piece: unknown): piece is number {
  return Number.isInteger(piece) && Number(piece) >= 0 && Number(piece) < 256;
}

function isLetter(piece: unknown): piece is string {
  return typeof piece === 'string' && [...piece].length === 1;
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
