import { closeSync, readFileSync, readSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { JsonValue } from '../../spec/document';
import { pointerTo } from '../../spec/json-pointer';
import { type Artefact, artefactText } from './artefacts';
import { orUnwritable } from './or-unwritable';
import { openIfThere, writePieces } from './write-pieces';

/** How a file differs from what would be generated now. */
export interface Drift {
  path: string;
  kind: 'missing' | 'changed';
  /** JSON pointer of the first difference; undefined where the file is missing, no JSON, or differs in form only. */
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
    return [{ path, kind: 'changed', pointer: firstDifference(parse(current), parse(text)) }];
  });
}

/**
 * Writes what differs and leaves the rest alone. Every text is on the disk before the first file is replaced, so
 * that an error leaves the old files whole.
 *
 * @param folder as the person typed it, shown that way in messages
 * @param cwd the folder it is relative to
 * @returns the paths that were written
 * @throws ProblemError UNWRITABLE
 */
export function writeArtefacts(artefacts: Artefact[], folder: string, cwd: string): string[] {
  const places = artefacts.map(({ path, pieces }) => {
    const file = join(folder, path);
    const target = resolve(cwd, file);
    return { path, pieces, file, target, half: `${target}.${process.pid}.part` };
  });
  // What stands in the way of one file is found before there is half of another.
  for (const { file, target } of places) orUnwritable(file, () => readFirst(target));
  try {
    const changed = places.filter(({ file, pieces, target, half }) =>
      orUnwritable(file, () => writePieces(pieces, target, half)),
    );
    for (const { file, target, half } of changed) orUnwritable(file, () => renameSync(half, target));
    return changed.map(({ path }) => path);
  } finally {
    for (const { half } of places) removeIfThere(half);
  }
}

function readFirst(target: string): void {
  const file = openIfThere(target);
  if (file === undefined) return;
  try {
    readSync(file, Buffer.alloc(1));
  } finally {
    closeSync(file);
  }
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What kept it from being written keeps it from being looked for, and is told already.
  }
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
    return JSON.parse(text) as JsonValue;
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
