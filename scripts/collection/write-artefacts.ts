import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { JsonValue } from '../spec/document';
import { pointerTo } from '../spec/json-pointer';
import type { Artefact } from './artefacts';

/** How a file differs from what would be generated now. */
export interface Drift {
  path: string;
  kind: 'missing' | 'changed';
  /** JSON pointer of the first difference; undefined where the file is missing, no JSON, or differs in form only. */
  pointer: string | undefined;
}

/** Which files below a folder are not what would be generated. */
export function findDrift(artefacts: Artefact[], folder: string): Drift[] {
  return artefacts.flatMap(({ path, text }): Drift[] => {
    const current = readText(join(folder, path));
    if (current === text) return [];
    if (current === undefined) return [{ path, kind: 'missing', pointer: undefined }];
    return [{ path, kind: 'changed', pointer: firstDifference(parse(current), parse(text)) }];
  });
}

/**
 * Writes what differs and leaves the rest alone. Every text is on the disk before the first file is replaced, so
 * that an error leaves the old files whole.
 *
 * @returns the paths that were written
 */
export function writeArtefacts(artefacts: Artefact[], folder: string): string[] {
  const changed = findDrift(artefacts, folder).map((drift) => drift.path);
  const writes = artefacts
    .filter(({ path }) => changed.includes(path))
    .map(({ path, text }) => ({
      target: join(folder, path),
      half: join(folder, `${path}.${process.pid}.part`),
      text,
    }));
  try {
    for (const { target, half, text } of writes) {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(half, text);
    }
    for (const { target, half } of writes) renameSync(half, target);
  } finally {
    for (const { half } of writes) rmSync(half, { force: true });
  }
  return changed;
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
