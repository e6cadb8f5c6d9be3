import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Bytes that are compared or written at once. */
const BLOCK = 2 ** 18;

/**
 * Writes a text to a file of its own, unless it is what another file has already: then nothing is written. Each
 * piece is made once and kept no longer than it takes.
 *
 * @param current the file that may have it already
 * @param half the file to write
 * @returns whether it was written
 */
export function writePieces(pieces: Iterable<string>, current: string, half: string): boolean {
  const before = openIfThere(current);
  let out: number | undefined;
  let same = 0;
  try {
    for (const block of blocks(pieces)) {
      if (out === undefined && before !== undefined && isAt(before, same, block)) {
        same += block.length;
        continue;
      }
      out ??= begin(half, before, same);
      writeAll(out, block);
    }
    if (before === undefined || fstatSync(before).size !== same) out ??= begin(half, before, same);
    return out !== undefined;
  } finally {
    for (const file of [before, out]) if (file !== undefined) closeSync(file);
  }
}

function* blocks(pieces: Iterable<string>): Generator<Buffer> {
  let waiting: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < BLOCK) continue;
    yield Buffer.from(waiting.join(''));
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.from(waiting.join(''));
}

/** Opens a file to read it; undefined where there is none. */
export function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAt(file: number, position: number, block: Buffer): boolean {
  const there = Buffer.alloc(block.length);
  return readSync(file, there, 0, there.length, position) === block.length && there.equals(block);
}

/** A new file that begins with what the two have in common, and may be read by as many as the one before. */
function begin(half: string, before: number | undefined, same: number): number {
  mkdirSync(dirname(half), { recursive: true });
  const out = openSync(half, 'w', before === undefined ? undefined : fstatSync(before).mode);
  const buffer = Buffer.alloc(Math.min(same, BLOCK));
  for (let position = 0; before !== undefined && position < same; ) {
    const read = readSync(before, buffer, 0, Math.min(buffer.length, same - position), position);
    writeAll(out, buffer.subarray(0, read));
    position += read;
  }
  return out;
}

/** The file system may take less than it is given. */
function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
