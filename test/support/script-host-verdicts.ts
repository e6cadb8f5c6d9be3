import assert from 'node:assert/strict';
import type { Verdict } from './script-host-sandbox';

export interface Expected {
  /** Names of the checks that pass. */
  kept: string[];
  /** Name of each check that fails to its message, behind the subject. */
  failed?: Record<string, string>;
  /** Names of the checks that are skipped. */
  skipped?: string[];
}

/** Holds the checks of one answer; `subject` is what all messages but “not tested” begin with. */
export function assertVerdicts(
  verdicts: readonly Verdict[],
  { kept, failed = {}, skipped = [] }: Expected,
  subject: string,
): void {
  const named = (list: readonly Verdict[]) => list.map(({ name }) => name);
  assert.deepEqual(named(verdicts.filter((one) => one.message === undefined && !one.skipped)), kept);
  assert.deepEqual(named(verdicts.filter((one) => one.skipped)), skipped);
  const told = verdicts.flatMap(({ name, message }) => (message === undefined ? [] : [[name, message]]));
  const wanted = Object.entries(failed).map(([name, message]) =>
    name.startsWith('not tested: ') ? [name, name.slice(12)] : [name, `${subject}: ${message}`],
  );
  assert.deepEqual(told, wanted);
}
