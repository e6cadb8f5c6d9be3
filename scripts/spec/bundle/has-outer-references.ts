import type { JsonValue } from '../document';

/**
 * Whether some `$ref` (or what may be a discriminator's mapping) leads out of the document; one in data counts as
 * well, so a "yes" is no more than a reason to look closer.
 */
export function hasOuterReferences(root: JsonValue): boolean {
  const seen = new Set<object>();
  const open = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (Array.isArray(value)) {
      open.push(...value);
      continue;
    }
    for (const key in value) {
      const member = value[key];
      if (typeof member === 'object') open.push(member);
      else if (key === '$ref' && typeof member === 'string' && !member.startsWith('#')) return true;
    }
  }
  return false;
}
