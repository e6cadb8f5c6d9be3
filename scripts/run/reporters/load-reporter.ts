import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ProblemError } from '../../spec/problem';

/** What a reporter's package exports, as Newman calls it. */
export type Reporter = new (newman: object, options: object, runOptions: object) => unknown;

/** Reporters that Newman itself brings. */
const builtIn = new Set(['cli', 'json', 'junit', 'progress', 'emojitrain']);

/**
 * Finds a reporter as Newman names it: `htmlextra` is the package `newman-reporter-htmlextra`, looked for from the
 * person's folder, from this project, and among the packages that are installed globally.
 *
 * @returns loads it, which may throw anything
 * @throws ProblemError USAGE where there is none
 */
export function findReporter(name: string, cwd: string): () => Reporter {
  const [, scope = '', plain = ''] = /^(@[^/]+\/)?(.*)$/s.exec(name) ?? [];
  const id = `${scope}newman-reporter-${plain}`;
  const global = join(dirname(process.execPath), '..', 'lib', 'node_modules');
  for (const folder of [cwd, __dirname, global]) {
    const requireThere = createRequire(join(folder, 'any.js'));
    if (canResolve(requireThere, id)) return () => requireThere(id);
  }
  if (builtIn.has(name)) return () => require(`newman/lib/reporters/${name}`);
  throw new ProblemError({
    code: 'USAGE',
    severity: 'error',
    message: `there is no reporter ${JSON.stringify(name)}`,
    expected: `one of ${[...builtIn].join(', ')}, or an installed package ${id}`,
    hint: `\`npm install --save-dev ${id}\``,
  });
}

function canResolve(requireThere: NodeJS.Require, id: string): boolean {
  try {
    requireThere.resolve(id);
    return true;
  } catch {
    return false;
  }
}
