import newman, { type NewmanRunOptions } from 'newman';
import type { AddedReporters } from '../reporters/added-reporters';
import { startReporters } from '../reporters/start-reporters';
import { showProgress } from '../reports/progress';
import type { RunRecord } from '../run-record';
import { guardEvents } from '../secrets/guard-events';
import type { SecretKeeper } from '../secrets/secret-keeper';
import type { SelectedRequest } from '../selection/select-requests';
import { hasFailed } from '../verdict/sort-attempt';
import type { Strictness } from '../verdict/sort-run';
import { followCreated } from './follow-created';
import type { NewmanEmitter, NewmanEvent } from './newman-events';
import { recordRequests } from './record-requests';

export interface Following extends Strictness {
  requests: readonly SelectedRequest[];
  /** How many rows of data they are sent for. */
  rows: number;
  secrets: SecretKeeper;
  colour: boolean;
  /** Takes how it goes, without secrets. Must not end in `process.stdout.write`, which is captured. */
  write(text: string): void;
  /** Reporters of newman that a person adds. */
  added?: AddedReporters | undefined;
  /** Stop after the first failure. */
  bail?: boolean | undefined;
  /** Stops the run; the reason is what the record calls it, `SIGINT`. */
  signal?: AbortSignal | undefined;
  /** Is told which request begins, from 1, of how many. */
  onRequest?: ((number: number, of: number, name: string) => void) | undefined;
}

/** What came of it; secrets are still in it. */
export type Followed = Omit<RunRecord, 'collection' | 'environment' | 'rows' | 'shard'>;

/** Runs newman, and follows it to its end, or to where it is stopped. */
export function followRun(options: NewmanRunOptions, following: Following): Promise<Followed> {
  const { requests: selected, rows, secrets, colour, write, added } = following;
  const { signal, onRequest, bail = false, strict = false } = following;
  return new Promise((resolve) => {
    const emitter: NewmanEmitter = newman.run(options, (error) => {
      finish(error === null ? {} : { error: `newman gave up: ${error.message}` });
    });
    const { requests, attemptOf, noteScriptError } = recordRequests(selected, emitter, rows);
    const leftBehind = followCreated(selected, emitter);
    const { redact } = secrets;
    const showRest = hasOwnProgress(added)
      ? undefined
      : showProgress(requests, emitter, { rows, colour, write, redact });
    guardEvents(emitter, secrets);
    const reporters = added === undefined ? undefined : startReporters(emitter, added, options, secrets);
    let underWay: NewmanEvent['run'];
    let isOver = false;
    emitter.on('start', (_error, event) => {
      underWay = event.run;
    });
    emitter.on('beforeItem', (_error, { cursor, item }) => {
      if (cursor === undefined) return;
      const before = cursor.iteration * selected.length + cursor.position;
      onRequest?.(before + 1, requests.length, item?.name ?? '');
    });
    emitter.on('item', (_error, { cursor }) => {
      const attempt = attemptOf(cursor);
      if (bail && attempt !== undefined && hasFailed(attempt, strict)) finish({ bailed: true });
    });

    // without these, a promise that a script rejects ends the process, and the run without a report
    const onRejection = (reason: unknown) => {
      if (reporters?.take(reason) !== true) noteScriptError(`unhandled rejection: ${textOf(reason)}`);
    };
    const onException = (error: unknown) => {
      if (reporters?.take(error) !== true) finish({ error: textOf(error) });
    };
    const onAbort = () => finish({ interrupted: String(signal?.reason) });
    process.on('unhandledRejection', onRejection);
    process.on('uncaughtException', onException);
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted === true) onAbort();

    function finish(how: Pick<RunRecord, 'interrupted' | 'bailed' | 'error'>): void {
      if (isOver) return;
      isOver = true;
      signal?.removeEventListener('abort', onAbort);
      // after a stop or an error newman goes on with what is under way: nobody shall hear of it
      if (Object.keys(how).length > 0) {
        emitter.removeAllListeners();
        emitter.on('start', (_error, event) => event.run?.abort());
        underWay?.abort();
      }
      showRest?.();
      const followed = { requests, leftBehind: leftBehind(), ...how };
      void (reporters?.end(how) ?? Promise.resolve([])).then((reporterTroubles) => {
        process.off('unhandledRejection', onRejection);
        process.off('uncaughtException', onException);
        resolve(reporterTroubles.length === 0 ? followed : { ...followed, reporterTroubles });
      });
    }
  });
}

/** Some reporters of newman show how it goes; twice would be too much. */
function hasOwnProgress(added: AddedReporters | undefined): boolean {
  const shows = new Set(['cli', 'progress', 'emojitrain']);
  return added?.reporters.some(({ name }) => shows.has(name)) ?? false;
}

function textOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.trim();
}
