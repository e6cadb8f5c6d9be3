const compiled = new Map<string, RegExp>();

/**
 * OpenAPI patterns are ECMA-262; some need the `u` flag (`\p{L}`), others are illegal with it (`\-`).
 *
 * @throws SyntaxError where it is illegal either way
 */
export function compilePattern(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const made = compile(pattern);
  compiled.set(pattern, made);
  return made;
}

function compile(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}
