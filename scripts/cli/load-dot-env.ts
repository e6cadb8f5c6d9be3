import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { decodeText } from '../spec/parse/decode-text';
import { ProblemError, usageError } from '../spec/problem';
import { userPath } from './command-line';
import { project } from './own-project';

/**
 * Reads `.env` where the person stands, then the project's; what is set already stays as it is.
 * @throws ProblemError where there is one that cannot be read
 */
export function loadDotEnv(): void {
  for (const folder of new Set([userPath('.'), project])) {
    for (const [name, value] of Object.entries(parseEnv(textOf(join(folder, '.env'))))) {
      process.env[name] ??= value;
    }
  }
}

/** Empty where there is none. */
function textOf(path: string): string {
  try {
    const bytes = readFileSync(path);
    return bytes.length === 0 ? '' : decodeText(bytes, '.env');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === 'ENOENT') return '';
    const [problem] = error instanceof ProblemError ? error.problems : [];
    const hint = 'it is UTF-8, and holds lines like NOVAPOST_API_KEY=…';
    throw usageError(`.env cannot be read: ${problem?.message ?? code ?? error}`, hint);
  }
}
