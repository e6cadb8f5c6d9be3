import type { JsonValue } from '../document';
import { pointerTokens } from '../json-pointer';

/** The lines on which the members of each object and list begin, by key or index. */
export type Places = WeakMap<object, Map<string, number>>;

/** Gives `lineOf`: the line of the value at a JSON pointer, of its nearest existing parent where there is none. */
export function lineFinder(root: JsonValue, places: Places, rootLine: number): (pointer: string) => number {
  return (pointer) => {
    let value: JsonValue | undefined = root;
    let line = rootLine;
    for (const token of pointerTokens(pointer)) {
      const found = typeof value === 'object' && value !== null ? places.get(value)?.get(token) : undefined;
      if (found === undefined) return line;
      line = found;
      value = (value as Record<string, JsonValue>)[token];
    }
    return line;
  };
}
