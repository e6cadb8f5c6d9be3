import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NewmanRunOptions } from 'newman';
import type { NewmanEmitter } from '../newman/newman-events';
import type { RunRecord } from '../run-record';
import { type Redaction, redactValue } from '../secrets/redact-value';
import type { AddedReporters } from './added-reporters';
import { redactEvents } from './redacted-events';
import { callReporter, currentReporter, type ReporterCall } from './reporter-call';
import { writeExport } from './write-export';

/** newman's own; it counts and gathers what its reporters show. */
const RunSummary: new (newman: EventEmitter, options: object) => Summary = require('newman/lib/run/summary');

interface Summary {
  collection: unknown;
  environment: unknown;
  globals: unknown;
}

export interface RunningReporters {
  /** Takes an error that nobody caught, where a reporter caused it. */
  take(error: unknown): boolean;
  /**
   * Tells the reporters that the run is over, and writes what they export.
   * @returns what went wrong in them, a line each
   */
  end(how: Pick<RunRecord, 'error' | 'interrupted'>): Promise<string[]>;
}

/** Milliseconds: how long a reporter may take to send its report somewhere after the run. */
const longestEnd = 10_000;

/**
 * Runs reporters that were written for newman. They get copies of all that newman tells, without secrets, through
 * an emitter of their own: so whatever they print, write or send, it holds none.
 * Must be called before the run starts, and after those listeners that learn secrets.
 */
export function startReporters(
  newman: NewmanEmitter,
  added: AddedReporters,
  runOptions: NewmanRunOptions,
  redaction: Redaction,
): RunningReporters {
  const events = redactEvents(redaction);
  const hub = new EventEmitter();
  let calls: ReporterCall[] = [];
  let summary: Summary | undefined;
  const restoreExit = refuseExit();

  const emit = newman.emit.bind(newman);
  newman.emit = (name, ...values) => {
    const heard = emit(name, ...values);
    if (name === 'start') begin();
    if (name !== 'beforeDone' && name !== 'done') tell(name, values);
    return heard;
  };
  return {
    take(error) {
      const reporter = currentReporter();
      reporter?.fail(error);
      return reporter !== undefined;
    },
    async end({ error, interrupted }) {
      newman.emit = emit;
      const { environment, globals } = newman.summary ?? {};
      // where newman did not even begin, there are no reporters yet
      if (summary !== undefined) Object.assign(summary, events.copy({ environment, globals }));
      const stopped = error ?? interrupted;
      emitToAll('beforeDone', null, { summary });
      for (const call of calls) await exportAll(call);
      const before = busyResources();
      emitToAll('done', stopped === undefined ? null : new Error(redaction.redact(stopped)), summary);
      await settle(before);
      restoreExit();
      return calls.flatMap((call) => call.trouble() ?? []);
    },
  };

  function begin(): void {
    const { collection, environment, globals } = newman.summary ?? {};
    const kept = { ...events.copy({ environment, globals }), collection: events.keep(collection) };
    const gathered = new RunSummary(hub, kept);
    summary = gathered;
    const { collection: _, ...others } = runOptions;
    const options = { ...events.copy(others), ...kept };
    calls = added.reporters.map((reporter) => callReporter(reporter, gathered, options));
  }

  function tell(name: string, [error, event]: unknown[]): void {
    const copy = events.copyEvent(error, Object(event));
    emitToAll(name, copy.error, copy.event);
  }

  function emitToAll(name: string, error: unknown, event: unknown): void {
    hub.emit(name, error, event);
    for (const call of calls) call.emit(name, error, event);
  }

  async function exportAll(call: ReporterCall): Promise<void> {
    for (const each of call.exports) {
      await writeExport({ ...each, content: redactValue(each.content, redaction) }, added).catch(call.fail);
    }
  }
}

/** A reporter shall not end the process: the verdict is still to come. */
function refuseExit(): () => void {
  const { exit } = process;
  process.exit = (code) => {
    throw new Error(`process.exit(${code ?? ''}) was called`);
  };
  return () => {
    process.exit = exit;
  };
}

/** Waits until what reporters began, a request or a file, has come to its end. */
async function settle(before: number): Promise<void> {
  const deadline = Date.now() + longestEnd;
  do await sleep(5);
  while (busyResources() > before && Date.now() < deadline);
}

function busyResources(): number {
  return process.getActiveResourcesInfo().filter((name) => /^(TCP|TLS|FSReq|GetAddr|Pipe|HTTP)/.test(name))
    .length;
}
