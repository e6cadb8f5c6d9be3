import type { Shape } from '../openapi-shape';
import type { OpenFile } from './open-files';

/** What a reference leads to and has no place of its own in the bundled document yet. */
export interface Unit {
  file: OpenFile;
  /** In that file. */
  pointer: string;
  shape: Shape;
  /** What the reference calls it. */
  name: string;
  /** JSON pointer in the bundled document. */
  place: string | undefined;
}
