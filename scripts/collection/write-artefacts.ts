import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { JsonValue } from '../spec/document';
import { pointerTo } from '../spec/json-pointer';
import { ProblemError } from '../spec/problem';
import type { Artefact } from './artefacts';

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
  return artefacts.flatMap(({ path, text }): Drift[] => {
    const current = currentText(join(folder, path), cwd);
    if (current === text) return [];
    if (current === undefined) return [{ path, kind: 'missing', pointer: undefined }];
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
  const changed = artefacts
    .filter(({ path, text }) => currentText(join(folder, path), cwd) !== text)
    .map(({ path }) => path);
  const writes = artefacts
    .filter(({ path }) => changed.includes(path))
    .map(({ path, text }) => {
      const file = join(folder, path);
      const target = resolve(cwd, file);
      return { file, target, half: `${target}.${process.pid}.part`, text };
    });
  try {
    for (const { file, half, text } of writes) {
      orUnwritable(file, () => {
        mkdirSync(dirname(half), { recursive: true });
        writeFileSync(half, text);
      });
    }
    for (const { file, target, half } of writes) orUnwritable(file, () => renameSync(half, target));
  } finally {
    for (const { half } of writes) removeIfThere(half);
  }
  return changed;
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What kept it from being written keeps it from being looked for, and is told already.
  }
}

/** What errors of the file system mean to a person who named a folder. */
const OBSTACLES: Partial<Record<string, string>> = {
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands in the place of the file',
  EACCES: 'the file system does not permit it',
  EPERM: 'the file system does not permit it',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
};

function orUnwritable<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new ProblemError({
      code: 'UNWRITABLE',
      severity: 'error',
      file,
      message: `the file cannot be written: ${OBSTACLES[code] ?? code}`,
      hint: 'name another folder with --out, or make room for the file there',
    });
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
