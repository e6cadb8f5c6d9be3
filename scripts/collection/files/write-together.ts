import {
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { orUnwritable } from './or-unwritable';
import { openIfThere, writePieces } from './write-pieces';

/** A file to write. */
export interface FileText {
  /** As the person named it, and shown that way in messages. */
  file: string;
  /** Its text in pieces, which are made one after the other. */
  pieces: Iterable<string>;
}

interface Place extends FileText {
  target: string;
  /** Where the new text waits. */
  half: string;
  /** Where the old one waits until all are replaced. */
  old: string;
}

/**
 * Writes what differs and leaves the rest alone: all of it or, after an error, nothing. Every text is on the disk
 * before the first file is replaced.
 *
 * @param cwd the folder that the files are relative to
 * @returns the files that were written
 * @throws ProblemError UNWRITABLE
 */
export function writeTogether(files: readonly FileText[], cwd: string): string[] {
  const places = files.map(({ file, pieces }): Place => {
    const target = behindLinks(resolve(cwd, file));
    const beside = `${target}.${process.pid}`;
    return { file, pieces, target, half: `${beside}.part`, old: `${beside}.old` };
  });
  // What stands in the way of one file is found before there is half of another.
  for (const { file, target } of places) orUnwritable(file, () => readFirst(target));
  try {
    const changed = places.filter(({ file, pieces, target, half }) =>
      orUnwritable(file, () => writePieces(pieces, target, half)),
    );
    replaceAll(changed);
    return changed.map(({ file }) => file);
  } finally {
    for (const { half, old } of places) for (const file of [half, old]) removeIfThere(file);
  }
}

/** The file itself, where a link to it was named. */
function behindLinks(target: string): string {
  return existsSync(target) ? realpathSync(target) : target;
}

function replaceAll(places: readonly Place[]): void {
  const done: Place[] = [];
  try {
    for (const place of places) {
      orUnwritable(place.file, () => replace(place));
      done.push(place);
    }
  } catch (error) {
    for (const place of done) putBack(place);
    throw error;
  }
}

function replace({ target, half, old }: Place): void {
  if (existsSync(target)) keep(target, old);
  renameSync(half, target);
}

/** A second name for the file costs nothing; not every file system has it. */
function keep(target: string, old: string): void {
  try {
    linkSync(target, old);
  } catch {
    copyFileSync(target, old);
  }
}

function putBack({ target, old }: Place): void {
  if (existsSync(old)) renameSync(old, target);
  else rmSync(target);
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
