import type { Problem } from './problem';

/** At most `most` problems; where there are more, a last one says how many. */
export function limitProblems(problems: readonly Problem[], most = 20): Problem[] {
  const shown = problems.slice(0, most);
  const next = problems[most];
  if (next === undefined) return shown;
  const { code, severity, file } = next;
  const rest: Problem = { code, severity, message: `and ${problems.length - most} more` };
  return [...shown, file === undefined ? rest : { ...rest, file }];
}
