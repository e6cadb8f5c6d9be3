import type { JsonObject } from '../../spec/document';

/** `fields` with `more` in the place of what has the same name. */
export function mergeFields(fields: JsonObject, more: JsonObject): JsonObject {
  const names = Object.keys(more);
  const kept = Object.entries(fields).filter(([name]) => targetOf(name, names) === undefined);
  return { ...Object.fromEntries(kept), ...more };
}

/** The name among `names` that means the same: itself, else one that differs in letter case, hyphens and underscores only. */
export function targetOf(name: string, names: readonly string[]): string | undefined {
  if (names.includes(name)) return name;
  const bare = bareName(name);
  return names.find((candidate) => bareName(candidate) === bare);
}

/** `is_active` and `isActive` are `isactive`. */
export function bareName(name: string): string {
  return name.replace(/[-_]/g, '').toLowerCase();
}

/** A field that counts how often a thing was changed. */
export function isVersion(name: string): boolean {
  return /version$/i.test(name);
}
