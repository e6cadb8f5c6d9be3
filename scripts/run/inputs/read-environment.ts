import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { counted } from '../../spec/counted';
import type { JsonObject } from '../../spec/document';
import { usageError } from '../../spec/problem';
import { shortestSecret } from '../secrets/redactor';
import { environmentValue, fillEnvironment } from './fill-environment';
import { readPostmanFile } from './read-postman-file';

export interface EnvironmentChoice {
  /** A name, `sandbox`, or a file. */
  env: string;
  /** The project's folder, where named environments lie below `environments/`. */
  project: string;
  /** The folder that a file's path begins in. */
  cwd: string;
  allowWrites: boolean;
  apiKey: string | undefined;
  phone: string | undefined;
}

const suffix = '.postman_environment.json';

/**
 * The environment as a run needs it; the stand-in's own has a public key.
 * @throws ProblemError USAGE for an unknown name, for a key that is none, or where there is neither an apiKey nor a jwt
 */
export async function readEnvironment(choice: EnvironmentChoice): Promise<JsonObject> {
  const { env, project, cwd, allowWrites, apiKey, phone } = choice;
  if (allowWrites && env === 'production') {
    throw usageError(
      '--allow-writes is not enough to write to production',
      'copy the environment, put the name of the host into its allowWrites, and name that file with --env',
    );
  }
  const isName = /^[\w-]+$/.test(env);
  const known = environmentNames(project);
  if (isName && known.length > 0 && !known.includes(env)) {
    const hint = `the project has ${known.join(', ')}; write a file as a path, ./${env}`;
    throw usageError(`there is no environment "${env}"`, hint);
  }
  const file = isName ? `environments/${env}${suffix}` : env;
  const environment = await readPostmanFile('environment', file, isName ? project : cwd);
  const writes = { allowWrites: allowWrites ? 'true' : undefined };
  if (env === 'stand-in') return fillEnvironment(environment, writes);

  const filled = fillEnvironment(environment, { ...writes, apiKey: apiKey?.trim(), phone: phone?.trim() });
  // an environment without an apiKey is that of a collection without a login
  const key = environmentValue(filled, 'apiKey');
  if (key !== undefined && key !== '' && key.length < shortestSecret) {
    throw usageError(
      `apiKey has ${counted(key.length, 'character')} in the environment ${file}: too few to be a key, or to be hidden`,
      'paste the whole key',
    );
  }
  if (key === '' && (environmentValue(filled, 'jwt') ?? '') === '') {
    throw usageError(
      `apiKey is empty in the environment ${file}, and so is jwt`,
      'set NOVAPOST_API_KEY, or apiKey in the environment (a phone alone does not help: a run spends no test key)',
    );
  }
  return filled;
}

function environmentNames(project: string): string[] {
  const folder = join(project, 'environments');
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(suffix))
      .map((name) => name.slice(0, -suffix.length));
  } catch {
    return []; // nothing generated yet: reading the file says so
  }
}
