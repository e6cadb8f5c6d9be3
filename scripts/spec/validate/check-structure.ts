import type { JsonObject, JsonValue, LocatedValue } from '../document';
import { pointerTo } from '../json-pointer';
import { nearestName } from '../nearest-name';
import { innerShape, METHODS, openapiShape, pathItem, type Shape, schema } from '../openapi-shape';
import { placeOf } from '../place-of';
import type { Problem } from '../problem';
import { type KnownChains, type Reference, resolveReference } from '../references/resolve-reference';
import { describeValue } from './describe-value';

/** No more problems than that are shown, and the name that was meant takes its time to find. */
const HINTED = 20;

/**
 * Walks an OpenAPI document along its structure, and through its references.
 *
 * @param root the shape of the whole
 * @param schemas gets the pointers of the schemas that references lead to
 * @returns errors: INVALID_DOCUMENT where it is not built as the reader relies on, and what
 *   `resolveReference` says of each `$ref`. A `$ref` in data (an example, a default, a property's name) is none.
 */
export function checkStructure(
  document: LocatedValue,
  root: Shape = openapiShape,
  schemas: Set<string> = new Set(),
): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<Shape, Set<object>>();
  const references: Reference[] = [];
  const known: KnownChains = { circles: new Set(), ending: new Set() };
  visit(root, document.value, '');
  // Followed last, so that what a reference leads to is first seen, and named, where it stands.
  for (let next = references.shift(); next !== undefined; next = references.shift()) follow(next);
  return problems;

  function visit(shape: Shape, value: JsonValue, pointer: string): void {
    if (!isKind(shape, value)) {
      report(pointer, `found ${describeValue(value)}`, { expected: shape.what });
      return;
    }
    if (typeof value === 'string' && shape.values !== undefined && !shape.values.includes(value)) {
      report(pointer, `found \`${value}\``, { expected: shape.values.join(', ') });
    }
    if (typeof value !== 'object' || value === null || isKnown(shape, value)) return;
    if (Array.isArray(value)) visitItems(shape, value, pointer);
    else visitObject(shape, value, pointer);
  }

  function visitItems({ items }: Shape, list: JsonValue[], pointer: string): void {
    if (items === undefined) return;
    for (const [index, item] of list.entries()) visit(items, item, pointer + pointerTo(index));
  }

  function visitObject(shape: Shape, object: JsonObject, pointer: string): void {
    const isReference = shape.referable === true && Object.hasOwn(object, '$ref');
    if (isReference) references.push({ ref: object.$ref as JsonValue, pointer: `${pointer}/$ref`, shape });
    for (const name of isReference ? [] : (shape.required ?? [])) {
      if (Object.hasOwn(object, name)) continue;
      const near = problems.length < HINTED ? nearestName(name, Object.keys(object)) : undefined;
      const hint = near === undefined ? 'add it' : `rename \`${near}\`, if that is meant`;
      report(pointer, `${shape.what} lacks \`${name}\``, { hint });
    }
    for (const [key, value] of Object.entries(object)) {
      const inner = innerShape(shape, key);
      if (inner === undefined && shape === pathItem) refuseCapitals(key, pointer + pointerTo(key));
      if (inner !== undefined) visit(inner, value, pointer + pointerTo(key));
    }
  }

  /** It would be an operation that nobody sends. */
  function refuseCapitals(key: string, pointer: string): void {
    const method = key.toLowerCase();
    if (METHODS.some((known) => known === method))
      report(pointer, `found \`${key}\``, { expected: `\`${method}\`` });
  }

  function follow(reference: Reference): void {
    const result = resolveReference(document, reference, known, problems.length < HINTED);
    if ('problem' in result) {
      if (result.problem !== undefined) problems.push(result.problem);
      return;
    }
    if (reference.shape === schema) schemas.add(result.pointer);
    visit(reference.shape, result.value, result.pointer);
  }

  /** Where a value was seen as that shape before, in another place or through another reference. */
  function isKnown(shape: Shape, value: object): boolean {
    const values = seen.get(shape) ?? new Set();
    if (values.has(value)) return true;
    seen.set(shape, values.add(value));
    return false;
  }

  function report(pointer: string, message: string, rest: Pick<Problem, 'expected' | 'hint'>): void {
    problems.push({
      code: 'INVALID_DOCUMENT',
      severity: 'error',
      message,
      ...placeOf(document, pointer),
      ...rest,
    });
  }
}

function isKind({ kind }: Shape, value: JsonValue): boolean {
  if (kind === 'text') return typeof value === 'string';
  if (kind === 'list') return Array.isArray(value);
  if (kind === 'object or boolean' && typeof value === 'boolean') return true;
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
