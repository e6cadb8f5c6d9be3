import { stableId } from '../../scripts/collection/stable-id';
import { runNewman } from '../../scripts/run/newman/run-newman';
import type { RequestRecord, RunRecord } from '../../scripts/run/run-record';
import { type Verdict, verdictOf } from '../../scripts/run/verdict/verdict';
import type { JsonObject } from '../../scripts/spec/document';
import type { StandIn } from '../../scripts/stand-in/start-stand-in';
import { withoutWaiting } from './alter-collection';
import { type NovaPost, novaPost } from './nova-post';

export interface Trial {
  /** The contract, where it is not the project's own. */
  api?: NovaPost;
  /** Changes the collection before it runs. */
  alter?: (collection: JsonObject) => JsonObject;
  /** Name of the environment; `stand-in` by default. */
  env?: string;
  /** Values on top of the environment's. */
  values?: Record<string, string>;
  /** What is sent, by the key of the operation; all when left out. */
  operations?: readonly string[];
  folders?: readonly string[];
  /** The plain calls only. */
  noProbes?: boolean;
}

export interface Outcome {
  record: RunRecord;
  verdict: Verdict;
  /** What newman printed. */
  output: string;
}

/** Runs the generated collection in process as `npm run contract` does; its scripts do not wait. */
export async function runNovaPost(standIn: Pick<StandIn, 'url'>, trial: Trial = {}): Promise<Outcome> {
  const api = trial.api ?? (await novaPost());
  const ids = (trial.operations ?? []).map((key) => stableId(api.contract.slug, key));
  const collection = withoutWaiting(api.collection);
  let output = '';
  const record = await runNewman({
    collection: trial.alter?.(collection) ?? collection,
    environment: withValues(api.environment(trial.env ?? 'stand-in'), {
      baseUrl: standIn.url,
      ...trial.values,
    }),
    folders: [...ids, ...(trial.folders ?? [])],
    noProbes: trial.noProbes ?? false,
    colour: false,
    write: (text) => {
      output += text;
    },
  });
  return { record, verdict: verdictOf(record), output };
}

/** An environment with these values, also empty ones, as a person would type them. */
export function withValues(environment: JsonObject, values: Record<string, string>): JsonObject {
  const variables = environment.values as JsonObject[];
  const left = new Map(Object.entries(values));
  const typed = variables.map((variable) => {
    const key = String(variable.key);
    const value = left.get(key) ?? variable.value ?? '';
    left.delete(key);
    return { ...variable, value };
  });
  const added = [...left].map(([key, value]) => ({ key, value, type: 'default', enabled: true }));
  return { ...environment, values: [...typed, ...added] };
}

/** Key of a request's operation, `GET /shipments/{id}`. */
export function operationOf({ operation }: RequestRecord): string {
  return operation.replace(/:(\w+)/g, '{$1}');
}

/** Names of the checks with this result in the last attempt at each operation; operations without are left out. */
export function checksOf(
  record: RunRecord,
  results: readonly ('passed' | 'failed' | 'skipped')[],
): Record<string, string[]> {
  const entries = record.requests.map((request): [string, string[]] => {
    const checks = request.attempts.at(-1)?.checks ?? [];
    return [
      operationOf(request),
      checks.filter(({ result }) => results.includes(result)).map(({ name }) => name),
    ];
  });
  return Object.fromEntries(entries.filter(([, names]) => names.length > 0));
}
