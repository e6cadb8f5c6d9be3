import { operationOf } from '../operation-of';
import type { RunRecord } from '../run-record';
import { type DeviationState, readCheckName } from './check-name';

/** A known deviation, as a run found it. */
export interface Deviation {
  /** Key of the operation, `GET /shipments/{id}`. */
  operation: string;
  /** Name of the check that is known to fail. */
  check: string;
  /** `gone`: in no answer of the run did the check fail. */
  state: DeviationState;
  reason: string;
  /** How many requests it happened in; of one that is gone, how many it was looked for in. */
  requests: number;
}

/**
 * The known deviations of a run, one for each check of an operation. Several requests test one operation, and
 * each speaks for its own answer only: a deviation is gone when none of them still sees it.
 */
export function gatherDeviations(record: RunRecord): Deviation[] {
  const found = new Map<string, Deviation[]>();
  for (const request of record.requests) {
    for (const { name, result } of request.attempts.flatMap(({ checks }) => checks)) {
      const said = readCheckName(name);
      if (result !== 'skipped' || said.says !== 'deviation') continue;
      const { check, state, reason } = said;
      const operation = operationOf(request);
      const key = JSON.stringify([operation, check]);
      found.set(key, [...(found.get(key) ?? []), { operation, check, state, reason, requests: 1 }]);
    }
  }
  return [...found.values()].flatMap((all) => {
    const live = all.filter(({ state }) => state !== 'gone');
    const counted = live.length > 0 ? live : all;
    return counted.slice(0, 1).map((first) => ({ ...first, requests: counted.length }));
  });
}
