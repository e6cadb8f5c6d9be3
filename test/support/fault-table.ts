import type { TriedData } from './share-trials';

/** The name of a fault in the table; of a field fault the rule that it breaks: `wrong-type` for `wrong-type /id`. */
export function faultOf({ fault }: TriedData): string {
  return fault.split(' ')[0] ?? fault;
}

/** Checks that did not pass; what carries a reason is named by its class only. */
export function noticedBy({ failed, skipped }: TriedData): string[] {
  return [
    ...new Set([...failed, ...skipped].map((name) => name.replace(/^(finding|not tested): .*/s, '$1'))),
  ];
}

/**
 * The table as text: the operations by number, then a line per fault: the checks that noticed it, and where.
 * `3 x12` is operation 3, twelve places in its answer or twelve probes.
 */
export function printTable(tried: readonly TriedData[], operations: readonly string[]): string {
  const struck = tried.filter((trial) => trial.fault !== '' && trial.struck);
  const faults = [...new Set(struck.map(faultOf))].sort();
  const lines = faults.map((fault) => {
    const trials = struck.filter((trial) => faultOf(trial) === fault);
    const checks = [...new Set(trials.map((trial) => noticedBy(trial).join(' + ')))].sort();
    const groups = checks.map((names) => {
      const where = trials.filter((trial) => noticedBy(trial).join(' + ') === names);
      return `${names || 'NOBODY'}: ${printPlaces(where, operations)}`;
    });
    return `${fault} | ${groups.join(' | ')}`;
  });
  const numbered = operations.map((operation, index) => `${index + 1} ${operation}`);
  return `${[...numbered, '', ...lines].join('\n')}\n`;
}

function printPlaces(trials: readonly TriedData[], operations: readonly string[]): string {
  return operations
    .map((operation, index): [number, number] => [
      index + 1,
      trials.filter((trial) => trial.operation === operation).length,
    ])
    .filter(([, count]) => count > 0)
    .map(([number, count]) => (count === 1 ? `${number}` : `${number} x${count}`))
    .join(', ');
}
