import { formatProblem, type Problem } from '../../spec/problem';

/** So many are shown; a contract with hundreds has a few causes, which the first ones tell. */
const SHOWN = 20;

/**
 * The findings as a command prints them: a heading, one line each, and how many more there are of each kind.
 *
 * @param all show every one
 * @param strict they count as errors
 * @returns lines; none where there is no finding
 */
export function describeFindings(
  findings: readonly Problem[],
  { all, strict }: { all: boolean; strict: boolean },
): string[] {
  if (findings.length === 0) return [];
  const count = findings.length === 1 ? '1 finding' : `${findings.length} findings`;
  const shown = all ? findings : findings.slice(0, SHOWN);
  const rest = findings.slice(shown.length);
  return [
    `${count} about the contract itself${strict ? ', errors under --strict: nothing is written' : ''}:`,
    ...shown.map((finding) => formatProblem(strict ? { ...finding, severity: 'error' } : finding)),
    ...(rest.length === 0 ? [] : [`and ${rest.length} more: ${countKinds(rest)} (--findings shows all)`]),
  ];
}

function countKinds(findings: readonly Problem[]): string {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => `${count} ${code}`).join(', ');
}
