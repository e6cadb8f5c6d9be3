import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { preRequestFiles, testFiles } from '../../postman/events';
import type { ScriptFiles } from './build-script';

const FOLDER = join(__dirname, '..', '..', 'postman');

/** The texts of our scripts, as they are embedded. */
export function readScriptFiles(): ScriptFiles {
  const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
  return { preRequest: preRequestFiles.map(read), test: testFiles.map(read) };
}
