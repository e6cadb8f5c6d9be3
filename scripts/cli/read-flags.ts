import { existsSync } from 'node:fs';
import type { Shard } from '../run/run-record';
import { usageError } from '../spec/problem';
import { userPath } from './command-line';

/** A time in milliseconds; undefined where the flag was not given. */
export function readMilliseconds(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  // timers know nothing longer
  if (/^\d+$/.test(text) && value <= 2_147_483_647) return value;
  throw usageError(`"${text}" is no time`, `${flag} takes a whole number of milliseconds`);
}

/** `2/3` */
export function readShard(text: string | undefined): Shard | undefined {
  if (text === undefined) return undefined;
  const [, index = 0, of = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (index >= 1 && index <= of) return { index, of };
  throw usageError(`"${text}" is no shard`, '--shard takes 1/3, 2/3 or 3/3, for instance');
}

/** A file that is there, as a path. */
export function readFileFlag(flag: string, file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  if (existsSync(userPath(file))) return userPath(file);
  throw usageError(`there is no file ${file}`, `${flag} takes the path of one`);
}
