import type { Coverage, Share } from './coverage';

/** The coverage names this many operations; the report has all. */
const shownOperations = 8;

/** A coverage as a table of a few lines. */
export function coverageLines({ totals, onlyErrors }: Coverage): string[] {
  const { operations, statuses, parameters, fields, probes } = totals;
  const others = [
    [probes.finding, probes.finding === 1 ? 'finding' : 'findings'],
    [probes.deviation, probes.deviation === 1 ? 'known deviation' : 'known deviations'],
    [probes.broken, 'broken'],
    [probes['not tested'], 'not tested'],
    [probes['not sent'], 'not sent'],
    [probes.leftOut, 'left out by the generator'],
  ] as const;
  const details = others.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  const rows: [string, Share, string][] = [
    ['operations', operations, 'answered with success'],
    ['statuses', statuses, 'documented ones, seen'],
    ['parameters', parameters, 'sent or probed'],
    ['body fields', fields, 'sent or probed'],
    ['probes', probes, ['answered as expected', ...details].join('; ')],
  ];
  const width = String(Math.max(...rows.map(([, { all }]) => all))).length;
  const named = onlyErrors.slice(0, shownOperations).join(', ');
  const more = onlyErrors.length - shownOperations;
  return [
    ...rows
      .filter(([, { all }]) => all > 0)
      .map(
        ([what, { covered, all }, how]) =>
          `coverage: ${what.padEnd(11)} ${String(covered).padStart(width)} of ${String(all).padStart(width)}  ${how}`,
      ),
    ...(onlyErrors.length === 0
      ? []
      : [`coverage: answered with errors only: ${named}${more > 0 ? `, and ${more} more` : ''}`]),
  ];
}
