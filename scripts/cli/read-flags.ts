import { existsSync, readFileSync, statSync } from 'node:fs';
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

/** A file with certificates in it, as a path. */
export function readCertificates(flag: string, file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  const path = userPath(file);
  if (!existsSync(path)) throw usageError(`there is no file ${file}`, `${flag} takes the path of one`);
  // newman takes anything, and says nothing
  const text = statSync(path).isFile() ? readFileSync(path, 'latin1') : '';
  if (/^-----BEGIN (?:\w+ )?CERTIFICATE-----/m.test(text)) return path;
  throw usageError(`there is no certificate in ${file}`, `${flag} takes a file of them, in PEM`);
}
