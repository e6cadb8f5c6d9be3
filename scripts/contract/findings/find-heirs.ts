import type { JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTokens } from '../../spec/json-pointer';
import type { RefResolver } from '../schema/ref-resolver';

/**
 * Which schemas build on a schema, by `allOf`: a discriminator chooses among them, though the schema does not name
 * them. https://spec.openapis.org/oas/v3.0.3#discriminator-object
 *
 * @param schemas `components.schemas`
 * @returns for the name of a schema its heirs, and theirs
 */
export function findHeirs(schemas: JsonValue | undefined, refs: RefResolver): (name: string) => Set<string> {
  const heirs = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(isObject(schemas) ? schemas : {})) {
    const branches = isObject(schema) && Array.isArray(schema.allOf) ? schema.allOf.filter(isObject) : [];
    for (const { $ref } of branches) {
      const parent = typeof $ref === 'string' ? componentName($ref, refs)?.[1] : undefined;
      if (parent === undefined) continue;
      const known = heirs.get(parent);
      if (known === undefined) heirs.set(parent, [name]);
      else known.push(name);
    }
  }
  return (name) => {
    const found = new Set(heirs.get(name));
    for (const heir of found) for (const next of heirs.get(heir) ?? []) found.add(next);
    return found;
  };
}

/** The kind and the name of the component that a reference leads to, or into. */
export function componentName(ref: string, refs: RefResolver): [kind: string, name: string] | undefined {
  const [first, kind, name] = pointerTokens(targetOf(ref, refs));
  return first === 'components' && kind !== undefined && name !== undefined ? [kind, name] : undefined;
}

/** In an extension or an example anything may be called `$ref`. */
function targetOf(ref: string, refs: RefResolver): string {
  if (!ref.startsWith('#/')) return '';
  try {
    return refs.target(ref);
  } catch {
    return '';
  }
}
