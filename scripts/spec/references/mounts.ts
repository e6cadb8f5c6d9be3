import type { LocatedValue, Place } from '../document';
import { placeOf } from '../place-of';

/** Knows where the parts of a value were written that was put together from others. */
export interface Mounts {
  /** The value at `pointer` is the one at `inner` of another value. */
  mount(pointer: string, source: LocatedValue, inner: string): void;
  writtenAt(pointer: string): Place;
}

/** @param root what stands where nothing else is mounted */
export function createMounts(root: LocatedValue): Mounts {
  const mounted = new Map<string, [source: LocatedValue, inner: string]>([['', [root, '']]]);
  return {
    mount: (pointer, source, inner) => mounted.set(pointer, [source, inner]),
    writtenAt(pointer) {
      let prefix = pointer;
      for (;;) {
        const entry = mounted.get(prefix);
        if (entry !== undefined) return placeOf(entry[0], entry[1] + pointer.slice(prefix.length));
        prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf('/')));
      }
    },
  };
}
