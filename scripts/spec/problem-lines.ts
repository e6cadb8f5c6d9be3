import { formatProblem, type Problem } from './problem';

/** So many lines of a file are named where the same is wrong. */
const SHOWN = 12;

/**
 * Problems as a command prints them, one a line. What is wrong in the same way at many places of a file is said once,
 * at the first of them, with the lines of the others.
 */
export function problemLines(problems: readonly Problem[]): string[] {
  const alike = new Map<string, [Problem, ...Problem[]]>();
  for (const problem of problems) {
    const { severity, code, file, message, expected } = problem;
    const key = JSON.stringify([severity, code, file, message, expected]);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [problem]);
    else known.push(problem);
  }
  return [...alike.values()].map(([first, ...others]) => `${formatProblem(first)}${elsewhere(others)}`);
}

function elsewhere(others: readonly Problem[]): string {
  if (others.length === 0) return '';
  const lines = [...new Set(others.flatMap(({ line }) => line ?? []))].sort((one, other) => one - other);
  const shown = lines.slice(0, SHOWN).join(', ');
  const more = lines.length > SHOWN ? '…' : '';
  const where = lines.length === 0 ? '' : `, ${lines.length === 1 ? 'line' : 'lines'} ${shown}${more}`;
  return ` The same at ${others.length} more place${others.length === 1 ? '' : 's'}${where}.`;
}
