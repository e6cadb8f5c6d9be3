import { ProblemError } from '../../spec/problem';
import type { AddedReporter } from './added-reporters';
import { findReporter } from './load-reporter';

/** How flags for reporters begin: `--reporter-htmlextra-export`. */
export const reporterPrefix = '--reporter-';

/**
 * The reporters that a person names, with their options, as Newman's own command line takes them: a flag that names
 * none of them is for all.
 *
 * @param names as given, `htmlextra` or `cli,htmlextra`
 * @param flags what stands behind `--reporter-`, each with its value: `['htmlextra-export', 'report.html']`
 * @throws ProblemError USAGE
 */
export function readReporters(
  names: readonly string[],
  flags: readonly [string, string | true][],
  cwd: string,
): AddedReporter[] {
  const all = [...new Set(names.flatMap((each) => each.split(',')).map((each) => each.trim()))].filter(
    Boolean,
  );
  if (all.length === 0 && flags.length > 0) throw withoutReporter(flags[0]?.[0] ?? '');
  const reporters = all.map((name): AddedReporter => ({ name, options: {}, load: findReporter(name, cwd) }));
  const general: AddedReporter['options'] = {};
  for (const [flag, value] of flags) {
    const reporter = reporters.find(({ name }) => flag.startsWith(`${name}-`));
    const options = reporter?.options ?? general;
    options[camelCase(reporter === undefined ? flag : flag.slice(reporter.name.length + 1))] = value;
  }
  return reporters.map((reporter) => ({ ...reporter, options: { ...reporter.options, ...general } }));
}

function camelCase(flag: string): string {
  return flag.replace(/-+(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function withoutReporter(flag: string): ProblemError {
  return new ProblemError({
    code: 'USAGE',
    severity: 'error',
    message: `${reporterPrefix}${flag} is an option of a reporter, and none is named`,
    hint: `name it, --reporters ${flag.split('-')[0]}`,
  });
}
