import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { JsonValue } from '../../spec/document';
import { pointerTo } from '../../spec/json-pointer';
import { type Artefact, artefactText } from './artefacts';
import { orUnwritable } from './or-unwritable';

/** How a file differs from what would be generated now. */
export interface Drift {
  path: string;
  /** `broken`: it is no JSON. */
  kind: 'missing' | 'changed' | 'broken';
  /** JSON pointer of the first difference; undefined where it differs in form only, or cannot be compared. */
  pointer: string | undefined;
}

/**
 * Which files below a folder are not what would be generated.
 *
 * @param folder as the person typed it, shown that way in messages
 * @param cwd the folder it is relative to
 * @throws ProblemError UNWRITABLE where something else stands in the place of a file or folder
 */
export function findDrift(artefacts: Artefact[], folder: string, cwd: string): Drift[] {
  return artefacts.flatMap((artefact): Drift[] => {
    const { path } = artefact;
    const current = currentText(join(folder, path), cwd);
    if (current === undefined) return [{ path, kind: 'missing', pointer: undefined }];
    const text = artefactText(artefact);
    if (current === text) return [];
    const value = parse(current);
    if (value === undefined) return [{ path, kind: 'broken', pointer: undefined }];
    return [{ path, kind: 'changed', pointer: firstDifference(value, parse(text)) }];
  });
}

/**
 * The text of a file that may be there; undefined where it is not.
 *
 * @param file as the person named it, relative to `cwd`
 * @throws ProblemError UNWRITABLE where something else stands in its place
 */
export function currentText(file: string, cwd: string): string | undefined {
  return orUnwritable(file, () => readText(resolve(cwd, file)));
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as JsonValue;
  } catch {
    return undefined;
  }
}

function firstDifference(one: JsonValue | undefined, other: JsonValue | undefined): string | undefined {
  if (Object.is(one, other)) return undefined;
  const bothContainers =
    typeof one === 'object' && typeof other === 'object' && one !== null && other !== null;
  if (!bothContainers || Array.isArray(one) !== Array.isArray(other)) return '';
  const [left, right] = [one as Record<string, JsonValue>, other as Record<string, JsonValue>];
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const inside = firstDifference(left[key], right[key]);
    if (inside !== undefined) return pointerTo(key) + inside;
  }
  return undefined;
}
