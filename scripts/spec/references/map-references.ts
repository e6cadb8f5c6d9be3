import type { JsonObject, JsonValue } from '../document';
import { isObject } from '../is-object';
import { pointerTo, pointerTokens } from '../json-pointer';
import { innerShape, type Shape, schema as schemaShape } from '../openapi-shape';

/** A `$ref` where the structure has one, or the target of a discriminator's mapping. */
export interface FoundReference {
  ref: string;
  /** The object that holds the `$ref`, its members mapped. */
  object: JsonObject;
  shape: Shape;
  /** Of that object. */
  pointer: string;
  /** In a mapping: it need not lead anywhere. */
  optional: boolean;
}

/**
 * A copy of a value in which each object with a `$ref` is replaced; a `$ref` in data (an example, a property's name)
 * is none. What does not change is not copied, and what is not built as its shape says is left alone.
 *
 * @param replace gives what stands in the object's place: itself, to leave it
 */
export function mapReferences(
  shape: Shape,
  value: JsonValue,
  pointer: string,
  replace: (reference: FoundReference) => JsonValue,
): JsonValue {
  return map(shape, value, pointer);

  function map(shape: Shape, value: JsonValue, pointer: string): JsonValue {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return mapItems(shape, value, pointer);
    if (shape.kind === 'list' || shape.kind === 'text') return value;
    const object = mapMembers(shape, value, pointer);
    if (shape.referable === true && Object.hasOwn(object, '$ref') && typeof object.$ref === 'string') {
      return replace({ ref: object.$ref, object, shape, pointer, optional: false });
    }
    return shape === schemaShape ? mapDiscriminator(value, object, pointer) : object;
  }

  function mapItems({ kind, items }: Shape, list: JsonValue[], pointer: string): JsonValue[] {
    if (kind !== 'list' || items === undefined) return list;
    let changed = false;
    const mapped = list.map((item, index) => {
      const now = map(items, item, pointer + pointerTo(index));
      changed ||= now !== item;
      return now;
    });
    return changed ? mapped : list;
  }

  function mapMembers(shape: Shape, object: JsonObject, pointer: string): JsonObject {
    let changed = false;
    const members = Object.entries(object).map(([key, member]): [string, JsonValue] => {
      const inner = innerShape(shape, key);
      const now = inner === undefined ? member : map(inner, member, pointer + pointerTo(key));
      changed ||= now !== member;
      return [key, now];
    });
    return changed ? Object.fromEntries(members) : object;
  }

  /**
   * A mapping names schemas by reference or by name, and a branch without one stands for the schema's name: where
   * that name changes, a mapping keeps the old one.
   */
  function mapDiscriminator(before: JsonObject, after: JsonObject, pointer: string): JsonObject {
    const { discriminator } = after;
    if (!isObject(discriminator)) return after;
    const given = isObject(discriminator.mapping) ? Object.entries(discriminator.mapping) : [];
    const mapping = given.map(([key, to]): [string, JsonValue] => [
      key,
      typeof to === 'string' ? mapTarget(to, pointer + pointerTo('discriminator', 'mapping', key)) : to,
    ]);
    const targets = new Set(mapping.map(([, to]) => to));
    const added = [...renamedBranches(before, after)].filter(([, to]) => !targets.has(to));
    if (added.length === 0 && mapping.every(([, to], index) => to === given[index]?.[1])) return after;
    const whole = Object.fromEntries([...mapping, ...added]);
    return { ...after, discriminator: { ...discriminator, mapping: whole } };
  }

  function mapTarget(to: string, pointer: string): string {
    const isName = !/[#/]|\.(ya?ml|json)$/i.test(to);
    const ref = isName ? `#${pointerTo('components', 'schemas', to).replaceAll('%', '%25')}` : to;
    const now = replace({ ref, object: { $ref: ref }, shape: schemaShape, pointer, optional: true });
    return isObject(now) && typeof now.$ref === 'string' && now.$ref !== ref ? now.$ref : to;
  }
}

/** The branches of a schema whose names changed, by the old name. */
function* renamedBranches(before: JsonObject, after: JsonObject): Generator<[string, string]> {
  for (const keyword of ['oneOf', 'anyOf']) {
    const [olds, news] = [before[keyword], after[keyword]];
    if (!Array.isArray(olds) || !Array.isArray(news)) continue;
    for (const [index, one] of olds.entries()) {
      const other = news[index];
      if (!isObject(one) || !isObject(other)) continue;
      if (typeof one.$ref !== 'string' || typeof other.$ref !== 'string') continue;
      const name = nameOf(one.$ref);
      if (name !== nameOf(other.$ref)) yield [name, other.$ref];
    }
  }
}

/** What a reference calls its target: the last part of the pointer, else the file's name without its ending. */
export function nameOf(ref: string): string {
  const [file = '', fragment = ''] = ref.split('#', 2);
  const name = fragment.startsWith('/') ? pointerTokens(fragment).at(-1) : undefined;
  return decoded(name ?? file.replace(/^.*[/\\]/, '').replace(/\.(ya?ml|json)$/i, ''));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
