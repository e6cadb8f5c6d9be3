/** One segment of a path template: `{id}`, `users`, or something of both such as `{id}.json`. */
export interface Segment {
  text: string;
  /** The names in braces, in their order. */
  names: string[];
  /** `text` with every name left out: two segments with the same shape match the same texts. */
  shape: string;
  /** 2: a plain text; 1: text and names; 0: one name alone. */
  rank: 0 | 1 | 2;
}

/** The segments of a path such as `/users/{id}`. */
export function pathSegments(path: string): Segment[] {
  return path.split('/').map((text) => {
    const names = templateNames(text);
    const shape = text.replaceAll(/\{[^{}]*\}/g, '{}');
    return { text, names, shape, rank: rankOf(names, shape) };
  });
}

/** The names in braces in a path or a url. */
export function templateNames(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}

function rankOf(names: string[], shape: string): Segment['rank'] {
  if (names.length === 0) return 2;
  return shape === '{}' ? 0 : 1;
}
