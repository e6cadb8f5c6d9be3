/** OpenAPI patterns are ECMA-262; some need the `u` flag, others are illegal with it. */
export function isPattern(pattern: string, flagSets = ['u', '']): boolean {
  return flagSets.some((flags) => {
    try {
      new RegExp(pattern, flags);
      return true;
    } catch {
      return false;
    }
  });
}
