import type { JsonValue, LocatedValue } from '../document';
import { pointerTo, pointerTokens, valueAt } from '../json-pointer';
import { nearestName } from '../nearest-name';
import type { Shape } from '../openapi-shape';
import { placeOf } from '../place-of';
import type { Problem } from '../problem';
import { describeValue } from '../validate/describe-value';

/** A `$ref` of the document. */
export interface Reference {
  ref: JsonValue;
  /** Of the `$ref` itself. */
  pointer: string;
  /** What it must lead to. */
  shape: Shape;
}

/** What the references of a document that were looked up so far have shown. */
export interface KnownChains {
  /** Circles that were reported. */
  circles: Set<string>;
  /** Pointers from which a chain of references ends. */
  ending: Set<string>;
}

/**
 * Looks up one reference of a document.
 *
 * @param known what earlier references have shown, so that each circle is reported once
 * @param hinted whether to look for the name that was meant, which takes its time
 * @returns the value and its pointer, or the problem: DANGLING_REF where it leads nowhere or in a circle,
 *   UNSUPPORTED where it leads out of the document, INVALID_DOCUMENT where it is no text; none for a known circle
 */
export function resolveReference(
  document: LocatedValue,
  { ref, pointer: at }: Reference,
  known: KnownChains,
  hinted = true,
): { value: JsonValue; pointer: string } | { problem: Problem | undefined } {
  if (typeof ref !== 'string') {
    const found = `found ${describeValue(ref)}`;
    return { problem: problem('INVALID_DOCUMENT', at, found, 'write `#/components/…`', 'a text') };
  }
  const pointer = localPointer(ref);
  if (pointer === undefined) {
    const message = `the reference ${ref} leads out of the document`;
    return {
      problem: problem(
        'UNSUPPORTED',
        at,
        message,
        'copy what it leads to into `components` and refer to that',
      ),
    };
  }
  const value = pointer === 'malformed' ? undefined : valueAt(document.value, pointer);
  if (value === undefined) {
    const hint =
      pointer === 'malformed'
        ? 'write a `%` in a name as `%25`'
        : likeNamed(hinted ? document.value : null, pointer);
    return { problem: problem('DANGLING_REF', at, `the reference ${ref} leads nowhere`, hint) };
  }
  const circle = circleFrom(document.value, pointer, known.ending);
  if (circle === undefined) return { value, pointer };
  const key = [...circle].sort().join(' ');
  if (known.circles.has(key)) return { problem: undefined };
  known.circles.add(key);
  const [first = ''] = circle;
  const route = [...circle, first].map((step) => `#${step}`).join(' -> ');
  const message = `a chain of references never reaches a value: ${route}`;
  return { problem: problem('DANGLING_REF', `${first}/$ref`, message, 'let one of them be a value') };

  function problem(
    code: Problem['code'],
    pointer: string,
    message: string,
    hint: string,
    expected?: string,
  ): Problem {
    const told: Problem = { code, severity: 'error', message, ...placeOf(document, pointer), hint };
    return expected === undefined ? told : { ...told, expected };
  }
}

/** The JSON pointer of `#/a/b%20c` (RFC 6901, section 6); undefined for a file, a url or an anchor. */
export function localPointer(ref: string): string | 'malformed' | undefined {
  if (ref !== '#' && !ref.startsWith('#/')) return undefined;
  try {
    return decodeURIComponent(ref.slice(1));
  } catch (error) {
    if (error instanceof URIError) return 'malformed';
    throw error;
  }
}

/**
 * The pointers of a circle that a chain of references runs into; undefined where it ends at a value or nowhere.
 *
 * @param ending pointers from which a chain is known to end
 */
function circleFrom(root: JsonValue, start: string, ending: Set<string>): string[] | undefined {
  const chain = new Set<string>();
  for (let pointer: string | undefined = start; pointer !== undefined && !ending.has(pointer); ) {
    if (chain.has(pointer)) return [...chain].slice([...chain].indexOf(pointer));
    chain.add(pointer);
    const value: JsonValue | undefined = valueAt(root, pointer);
    const isReference = typeof value === 'object' && value !== null && Object.hasOwn(value, '$ref');
    const ref = isReference && !Array.isArray(value) ? value.$ref : undefined;
    pointer = typeof ref === 'string' ? localPointer(ref) : undefined;
  }
  for (const pointer of chain) ending.add(pointer);
  return undefined;
}

/** A hint with the nearest name beside the missing one, or with the same name in another part of `components`. */
export function likeNamed(root: JsonValue, pointer: string): string {
  const tokens = pointerTokens(pointer);
  const missing = tokens.findIndex(
    (_, index) => valueAt(root, pointerTo(...tokens.slice(0, index + 1))) === undefined,
  );
  const parent = pointerTo(...tokens.slice(0, missing));
  const near = nearestName(tokens[missing] ?? '', keysOf(valueAt(root, parent)));
  if (near !== undefined) return `did you mean #${parent}${pointerTo(near)}`;
  const name = tokens.at(-1) ?? '';
  const group = keysOf(valueAt(root, '/components')).find(
    (key) => valueAt(root, pointerTo('components', key, name)) !== undefined,
  );
  return group === undefined
    ? 'define what it names, or correct the name'
    : `did you mean #${pointerTo('components', group, name)}`;
}

function keysOf(value: JsonValue | undefined): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}
