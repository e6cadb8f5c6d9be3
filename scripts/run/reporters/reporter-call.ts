import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import type { AddedReporter, ReporterExport } from './added-reporters';

/** One reporter at work. It hears of a run through an emitter of its own, and its mistakes stay with it. */
export interface ReporterCall {
  emit(event: string, error: unknown, value: unknown): void;
  exports: ReporterExport[];
  /** Notes the first thing that went wrong in it. */
  fail(error: unknown): void;
  trouble(): string | undefined;
}

const current = new AsyncLocalStorage<ReporterCall>();

/** The reporter whose code is running, also where that is a callback of something it began earlier. */
export function currentReporter(): ReporterCall | undefined {
  return current.getStore();
}

/** @param runOptions and `summary`: without secrets, as all that it is told */
export function callReporter(reporter: AddedReporter, summary: object, runOptions: object): ReporterCall {
  let trouble: string | undefined;
  const exports: ReporterExport[] = [];
  const newman = Object.assign(new EventEmitter({ captureRejections: true }), {
    summary,
    exports,
    reporters: {},
  });
  const call: ReporterCall = {
    emit: (event, error, value) => guarded(() => newman.emit(event, error, value)),
    exports,
    fail(error) {
      trouble ??= `reporter ${reporter.name}: ${messageOf(error)}`;
    },
    trouble: () => trouble,
  };
  Reflect.set(newman, Symbol.for('nodejs.rejection'), call.fail);
  newman.on('error', call.fail);
  guarded(() => {
    const Reporter = reporter.load();
    return new Reporter(newman, reporter.options, runOptions);
  });
  return call;

  function guarded(work: () => unknown): void {
    current.run(call, () => {
      try {
        work();
      } catch (error) {
        call.fail(error);
      }
    });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
