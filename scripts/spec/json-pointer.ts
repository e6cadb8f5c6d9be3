import type { JsonValue } from './document';

/** Joins tokens into a JSON pointer (RFC 6901): `pointerTo('paths', '/a', 'get')` is `/paths/~1a/get`. */
export function pointerTo(...tokens: (string | number)[]): string {
  let pointer = '';
  for (const token of tokens) pointer += `/${typeof token === 'number' ? token : escaped(token)}`;
  return pointer;
}

/** Most tokens have nothing to escape, and most time goes where they are many. */
function escaped(token: string): string {
  return /[~/]/.test(token) ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token;
}

/** The tokens of a JSON pointer, decoded; a pointer taken from a `$ref` has its `%XX` decoded by the caller. */
export function pointerTokens(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value that a JSON pointer leads to, own properties only; undefined where it leads nowhere. */
export function valueAt(root: JsonValue, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const token of pointerTokens(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined;
    value = (value as Record<string, JsonValue>)[token];
  }
  return value;
}
