import type { Reporter } from './load-reporter';

/** Reporters of Newman that a person adds to a run. Types only. */
export interface AddedReporters {
  reporters: readonly AddedReporter[];
  /** The folder of the person: paths of exports are relative to it. */
  cwd: string;
  /** Where an export goes that nobody gave a path. */
  exportFolder: string;
}

export interface AddedReporter {
  name: string;
  /** As Newman hands them over: `{ export: 'report.html', skipHeaders: true }`. */
  options: Record<string, string | true>;
  load(): Reporter;
}

/** What a reporter asks to have written, by pushing it to `exports` of what it takes for newman. */
export interface ReporterExport {
  name?: string;
  /** Name of the file where nobody gave a path: `report.html`. */
  default?: string;
  path?: string | true;
  content?: unknown;
}
