import { join } from 'node:path';
import { usageError } from '../spec/problem';
import { userPath } from './command-line';
import { project } from './own-project';

/** Reads `.env` where the person stands, then the project's; what is set already stays as it is. */
export function loadDotEnv(): void {
  for (const folder of new Set([userPath('.'), project])) {
    try {
      process.loadEnvFile(join(folder, '.env'));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      if (code !== 'ENOENT')
        throw usageError(`.env cannot be read (${code})`, 'it holds lines like NOVAPOST_API_KEY=…');
    }
  }
}
