/** `.width`; a name that would read as more than one is quoted: `["a.b"]`, `[""]`. */
export function pathStep(name: string): string {
  if (/^[\p{L}\p{N}_$@-]+$/u.test(name)) return `.${name}`;
  return `[${JSON.stringify(name).replaceAll('`', '\\u0060')}]`;
}

/** The steps that a path is made of: `parcels[].width` is `parcels`, `[]`, `.width`. */
export function pathSteps(path: string): string[] {
  return path.match(/\["(?:[^"\\]|\\.)*"\]|\[\]|<[^>]*>|\.?[^.[<]+/g) ?? [];
}

/** The places that a place is in, the outermost first; the value itself is not among them. */
export function outerPaths(path: string): string[] {
  const steps = pathSteps(path);
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join(''));
}

/** The rest of a path that leads into a place, with its dot: `.width`; undefined where it leads elsewhere. */
export function pathInside(path: string, place: string): string | undefined {
  if (!path.startsWith(place) || path === place) return undefined;
  const rest = path.slice(place.length);
  if (/^[.[<]/.test(rest)) return rest;
  return place === '' ? `.${rest}` : undefined;
}
